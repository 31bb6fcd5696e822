def totals(amounts):
    # ruleid: PY08
    if amounts.has_key("rent"):
        # ruleid: PY08
        for name, amount in amounts.iteritems():
            amounts[name] = amount * 2
    # ruleid: PY08
    for number in xrange(10):
        amounts[number] = number
    # ruleid: PY08
    answer = raw_input("Go on? ")
    # ok: PY08
    for number in range(10):
        amounts[number] = answer
    # ok: PY08
    return amounts.items()
