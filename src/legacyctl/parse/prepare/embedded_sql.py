"""SQL between the statements of C (Pro*C and its like): blank up to the semicolon, which is an empty statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What a statement may not be looked for in, and its start.
_START = re.compile(
    rb"/\*(?s:.*?)(?:\*/|\Z)|//[^\r\n]*|\"(?:\\.|[^\"\\\r\n])*\"|'(?:\\.|[^'\\\r\n])*'"
    rb"|\b(?P<exec>EXEC\s{1,80}(?:SQL|ORACLE)\b)",
    re.IGNORECASE,
)
# A block of PL/SQL holds semicolons, and ends by its own word.
_BLOCK = re.compile(rb"\s{1,80}(?:AT\s+\S{1,80}\s+)?EXECUTE\s{1,80}(?:BEGIN|DECLARE)\b", re.IGNORECASE)
_BLOCK_END = re.compile(rb"END-EXEC\b", re.IGNORECASE)
_END = re.compile(rb"'[^']*'|\"[^\"]*\"|;")
_TEXT = re.compile(rb"[^\r\n]+")


def embedded_sql(data: bytes) -> bytes:
    """Blank every EXEC SQL statement."""
    pieces: list[bytes] = []
    at = 0
    for start, end in statements(data):
        pieces += (data[at:start], _TEXT.sub(lambda found: b" " * len(found[0]), data[start:end]))
        at = end
    return b"".join((*pieces, data[at:])) if pieces else data


def statements(data: bytes) -> Iterator[tuple[int, int]]:
    """Give start and end of every EXEC SQL statement, without its semicolon."""
    if b"EXEC" not in data and b"exec" not in data:
        return
    at = 0
    while found := _START.search(data, at):
        at = found.end()
        if not found["exec"]:
            continue
        if _BLOCK.match(data, at):
            last = _BLOCK_END.search(data, at)
            at = last.end() if last else len(data)
        ends = (one.start() for one in _END.finditer(data, at) if one[0] == b";")
        at = next(ends, len(data))
        yield found.start("exec"), at
