def differs(old, new, limit):
    # ruleid: PY04
    if old <> new:
        return True
    # ruleid: PY04
    if 0 < old <> limit:
        return True
    # ok: PY04
    query = "SELECT nr FROM dossier WHERE status <> 'closed'"
    # ok: PY04
    return old != query
