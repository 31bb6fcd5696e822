def show(value):
    # ruleid: PY03
    text = `value`
    # ruleid: PY03
    message = "got " + `value + 1`
    # ok: PY03
    quoted = "a `word` in quotes"
    # ok: PY03
    return repr(value) + text + message + quoted
