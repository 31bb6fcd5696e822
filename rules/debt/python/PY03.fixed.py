def show(value):
    # ruleid: PY03
    text = repr(value)
    # ruleid: PY03
    message = "got " + repr(value + 1)
    # ok: PY03
    quoted = "a `word` in quotes"
    # ok: PY03
    return repr(value) + text + message + quoted
