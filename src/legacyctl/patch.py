"""Pure arithmetic of changes: splice edits into bytes, and print a unified diff.

Everything works on bytes, so encodings and line ends outside the edited places
stay as they are by construction.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from legacyctl.model import FileChange, Patch

NO_NEWLINE = b"\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the bytes [start, end) by `new`."""

    start: int
    end: int
    new: bytes = field(repr=False)


def splice(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Give `data` with all edits made; raises ValueError when two overlap or one lies outside."""
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits):
        if edit.start < at or edit.end < edit.start or edit.end > len(data):
            raise ValueError(f"edit [{edit.start}, {edit.end}) overlaps another or lies outside")
        parts += (data[at : edit.start], edit.new)
        at = edit.end
    return b"".join((*parts, data[at:]))


def unified(patch: Patch) -> bytes:
    """Give the patch as a diff that `git apply` takes, byte for byte; b"" for an empty one."""
    return b"".join(_diff(change) for change in patch.changes if change.before != change.after)


def _diff(change: FileChange) -> bytes:
    name = _quoted(change.path)
    header = b"diff --git %b %b\n" % (_prefixed(b"a/", name), _prefixed(b"b/", name))
    lines = difflib.diff_bytes(
        difflib.unified_diff,
        _lines(change.before),
        _lines(change.after),
        _prefixed(b"a/", name),
        _prefixed(b"b/", name),
        lineterm=b"\n",
    )
    return header + b"".join(line if line.endswith(b"\n") else line + b"\n" + NO_NEWLINE for line in lines)


def _lines(data: bytes) -> list[bytes]:
    """Split at line feeds only, as git does, keeping them."""
    parts = data.split(b"\n")
    lines = [part + b"\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines


def _quoted(path: str) -> bytes:
    """Quote a path as git does when it holds bytes that would end or confuse a header."""
    raw = path.encode("utf-8", "surrogateescape")
    if all(32 <= byte < 127 and byte not in b'"\\' for byte in raw):
        return raw
    special = {7: b"\\a", 8: b"\\b", 9: b"\\t", 10: b"\\n", 11: b"\\v", 12: b"\\f", 13: b"\\r", 34: b'\\"', 92: b"\\\\"}
    return (
        b'"'
        + b"".join(special.get(byte, bytes((byte,)) if 32 <= byte < 127 else b"\\%03o" % byte) for byte in raw)
        + b'"'
    )


def _prefixed(prefix: bytes, name: bytes) -> bytes:
    """Put a/ or b/ before a name, inside its quotes when it has them."""
    return b'"' + prefix + name[1:] if name.startswith(b'"') else prefix + name
