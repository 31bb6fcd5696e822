"""Pure arithmetic of changes: splice edits into bytes, and print a unified diff.

Everything works on bytes, so encodings and line ends outside the edited places
stay as they are by construction.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legacyctl.model import FileChange, Patch

NO_NEWLINE = b"\\ No newline at end of file\n"
CONTEXT = 3  # unchanged lines shown around a change
DEAREST = 50_000  # lines and pairs of equal lines; a larger part without an anchor is replaced as a whole


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the bytes [start, end) by `new`."""

    start: int
    end: int
    new: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines [start, end) become the lines [new_start, new_end) of the other side."""

    start: int
    end: int
    new_start: int
    new_end: int


def splice(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Give `data` with all edits made; raises ValueError when two overlap or one lies outside.

    Edits that insert at the same place stay in the order in which they are given.
    """
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
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
    old, new = _prefixed(b"a/", name), _prefixed(b"b/", name)
    header = b"diff --git %b %b\n--- %b\n+++ %b\n" % (old, new, old, new)
    return header + b"".join(_hunks(_lines(change.before), _lines(change.after)))


def _hunks(before: list[bytes], after: list[bytes]) -> Iterator[bytes]:
    for group in _groups(_changes(before, after)):
        first, last = group[0], group[-1]
        lead = min(CONTEXT, first.start)
        end = min(len(before), last.end + CONTEXT)
        new_end = last.new_end + end - last.end
        yield b"@@ -%b +%b @@\n" % (_range(first.start - lead, end), _range(first.new_start - lead, new_end))
        at = first.start - lead
        for change in group:
            yield from _marked(b" ", before[at : change.start])
            yield from _marked(b"-", before[change.start : change.end])
            yield from _marked(b"+", after[change.new_start : change.new_end])
            at = change.end
        yield from _marked(b" ", before[at:end])


def _groups(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Put changes together whose context would touch."""
    group: list[_Change] = []
    for change in changes:
        if group and change.start - group[-1].end > 2 * CONTEXT:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _changes(before: list[bytes], after: list[bytes], skip: int = 0, new_skip: int = 0) -> Iterator[_Change]:
    """Give what differs, in order: a patience diff, with difflib for small parts without an anchor.

    The search of difflib alone takes hours on large files with many lines alike.
    """
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    at, new_at = skip + head, new_skip + head
    anchors = _anchors(old, new)
    if not anchors:
        yield from _small(old, new, at, new_at)
        return
    start = new_start = 0
    for anchor, new_anchor in (*anchors, (len(old), len(new))):
        yield from _changes(old[start:anchor], new[new_start:new_anchor], at + start, new_at + new_start)
        start, new_start = anchor + 1, new_anchor + 1


def _small(old: list[bytes], new: list[bytes], at: int, new_at: int) -> Iterator[_Change]:
    """Compare exactly where that is cheap; else replace the part as a whole."""
    whole = ("replace", 0, len(old), 0, len(new))
    cheap = len(old) + len(new) + _cost(old, new) <= DEAREST
    codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if cheap else [whole]
    for tag, start, end, new_start, new_end in codes:
        if tag != "equal":
            yield _Change(at + start, at + end, new_at + new_start, new_at + new_end)


def _anchors(before: list[bytes], after: list[bytes]) -> list[tuple[int, int]]:
    """Give the longest row of places of lines that are unique on both sides and in the same order."""
    counts, new_counts = Counter(before), Counter(after)
    places = {line: at for at, line in enumerate(after) if new_counts[line] == 1 and counts[line] == 1}
    ends: list[int] = []  # the smallest place in `after` at which a row of that length ends
    rows: list[tuple[int, int, int]] = []  # place in both, and length of the longest row up to there
    for at, line in enumerate(before):
        if line in places:
            length = bisect_left(ends, places[line])
            ends[length : length + 1] = [places[line]]
            rows.append((at, places[line], length))
    found: list[tuple[int, int]] = []
    wanted = len(ends) - 1
    for at, new_at, length in reversed(rows):
        if length == wanted and (not found or new_at < found[-1][1]):
            found.append((at, new_at))
            wanted -= 1
    return found[::-1]


def _marked(mark: bytes, lines: list[bytes]) -> Iterator[bytes]:
    return (mark + line if line.endswith(b"\n") else mark + line + b"\n" + NO_NEWLINE for line in lines)


def _range(start: int, end: int) -> bytes:
    """Write lines [start, end) as "first,count"; an empty range names the line before it."""
    return b"%d,%d" % (start + (end > start), end - start)


def _common(one: list[bytes], other: list[bytes]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cost(old: list[bytes], new: list[bytes]) -> int:
    """Count the pairs of equal lines, which is what an exact comparison looks at."""
    counts = Counter(old)
    return sum(counts[line] for line in new)


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
