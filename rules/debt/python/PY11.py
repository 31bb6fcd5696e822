def close(connection, log):
    try:
        connection.close()
    # ruleid: PY11
    except:
        pass
    try:
        connection.release()
    # ruleid: PY11
    except:
        log.append("we never raise an alarm here")
    try:
        connection.rollback()
    # ok: PY11
    except:
        log.append("failed")
        raise
    try:
        connection.forget()
    # ok: PY11
    except ValueError:
        pass
