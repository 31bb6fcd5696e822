def totals(amounts):
    # ruleid: PY08
    if "rent" in amounts:
        # ruleid: PY08
        for name, amount in amounts.items():
            amounts[name] = amount * 2
    # ruleid: PY08
    for number in range(10):
        amounts[number] = number
    # ruleid: PY08
    answer = input("Go on? ")
    # ok: PY08
    for number in range(10):
        amounts[number] = answer
    # ok: PY08
    return list(amounts.items())
