def report(name, amount, log):
    # ruleid: PY01
    print("Beneficiary:", name)
    # ruleid: PY01
    print("paid", amount, file=log)
    # ruleid: PY01
    print()
    if amount:
        # ruleid: PY01
        print("%s: %d" % (name, amount), end=' ')
    # ok: PY01
    print("done")
    # ok: PY01
    printer = log
    return printer
