"""From a folder to its files: `discover` gives every one, read, decoded and told apart.

Nothing is skipped in silence: a file or folder that cannot be read is given
too, with the reason in `problem`.

The names below are loaded when they are first asked for: a scan of which
nothing changed lists the folder and needs none of what reads a file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from legacyctl.source.codepages import is_ebcdic, is_wide
    from legacyctl.source.decode import encode, legible, working_bytes
    from legacyctl.source.files import discover, passing, read_file, reader
    from legacyctl.source.lines import line_starts
    from legacyctl.source.paths import shown

__all__ = [
    "discover",
    "encode",
    "is_ebcdic",
    "is_wide",
    "legible",
    "line_starts",
    "passing",
    "read_file",
    "reader",
    "shown",
    "working_bytes",
]
_HOMES = {
    "codepages": ("is_ebcdic", "is_wide"),
    "decode": ("encode", "legible", "working_bytes"),
    "files": ("discover", "passing", "read_file", "reader"),
    "lines": ("line_starts",),
    "paths": ("shown",),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
