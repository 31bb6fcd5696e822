def load(text, names):
    # ruleid: PY02
    exec(text, names)
    # ruleid: PY02
    exec("total = 0")
    # ruleid: PY02
    exec((text), names)
    # ok: PY02
    exec(text, names)
    # ok: PY02
    return text in names
