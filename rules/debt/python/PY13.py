def check(amount, trace):
    if amount < 0:
        # ruleid: PY13
        raise ValueError, "amount is negative"
    if amount > 1000:
        # ruleid: PY13
        raise ValueError, "amount is too large", trace
    if amount == 1:
        # ok: PY13
        raise ValueError("one, or", amount)
    # ok: PY13
    raise KeyError
