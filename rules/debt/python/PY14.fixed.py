def first(dossiers, other):
    # ruleid: PY14
    oldest = list(dossiers.keys())[0]
    # ruleid: PY14
    list(dossiers.values()).sort()
    # ruleid: PY14
    names = sorted(dossiers.keys())
    # ruleid: PY14
    both = list(dossiers.items()) + [("total", 0)]
    # ruleid: PY14
    all_names = ["total"] + list(dossiers.keys())
    # ok: PY14
    ordered = sorted(dossiers.keys())
    # ok: PY14
    safe = list(dossiers.keys())[0]
    # ok: PY14
    values = list(dossiers.values())
    other.sort()
    # ok: PY14
    line = other.items("rent")[0]
    return oldest, names, both, all_names, ordered, safe, values, line
