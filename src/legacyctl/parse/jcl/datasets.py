"""What a DD statement says of its data set: which one, and whether it is read or written."""

from __future__ import annotations

import re

from legacyctl.parse.jcl.nodes import Statement
from legacyctl.parse.jcl.operands import first, plain

_SERIAL = re.compile(r"\bSER=\(?[^,()&*\s]+[,)]?", re.ASCII)
_ACCESS = {"NEW": "write", "MOD": "write", "": "write", "SHR": "read", "OLD": "read"}
_NO_FILE = frozenset(("", "NULLFILE"))
_UNSUPPORTED = frozenset(("JOBCAT", "STEPCAT"))


def name_of(dd: Statement) -> str:
    """Give the data set or path that a DD names, as written; "" when it names none."""
    name = plain(dd.value("DSN", "DSNAME", "PATH"))
    return "" if name.upper() in _NO_FILE else name


def access_of(dd: Statement) -> str:
    """Give "read" or "write" as DISP says; "" without DISP."""
    return _ACCESS.get(first(dd.value("DISP")).upper(), "") if dd.has("DISP") else ""


def has_volume(dd: Statement) -> bool:
    """Whether a DD names the disk or tape itself."""
    return _SERIAL.search(dd.value("VOL", "VOLUME")) is not None


def is_unsupported(name: str) -> bool:
    """Whether a DD of this name has no effect any more: catalogs of a job or step."""
    return name.upper() in _UNSUPPORTED


def ddname(name: str) -> str:
    """Give the name of the DD itself: that behind the step in `STEP.DD`."""
    return name.rpartition(".")[2]
