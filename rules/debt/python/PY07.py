def as_text(value, encoding):
    # ruleid: PY07
    if isinstance(value, basestring):
        return value
    # ruleid: PY07
    if isinstance(value, (int, long)):
        # ruleid: PY07
        return unicode(value, encoding)
    # ruleid: PY07
    total = long(value)
    # ok: PY07
    unicode_name = str(total)
    # ok: PY07
    return value.unicode(unicode_name)
