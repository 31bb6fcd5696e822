def as_text(value, encoding):
    # ruleid: PY07
    if isinstance(value, str):
        return value
    # ruleid: PY07
    if isinstance(value, int):
        # ruleid: PY07
        return str(value, encoding)
    # ruleid: PY07
    total = int(value)
    # ok: PY07
    unicode_name = str(total)
    # ok: PY07
    return value.unicode(unicode_name)
