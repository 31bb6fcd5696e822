def read(path):
    try:
        return open(path).read()
    # ruleid: PY06
    except IOError as error:
        return str(error)
    # ruleid: PY06
    except (OSError, ValueError) as error:
        return repr(error)
    # ok: PY06
    except (KeyError, IndexError):
        return ""
    # ok: PY06
    except TypeError as error:
        return str(error)
    # ok: PY06
    except:
        raise
