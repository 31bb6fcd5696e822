"""What the fuzzing of every reader shares: real files, damaged at random, and what must hold of each tree.

A reader's own script is a few lines: it calls `main` with the id of its
language, and, where the reader can say it, with the pieces that a file is made
of. Hypothesis chooses the damage, so that a failure is shrunk to few steps.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from legacyctl.catalog import Language, languages
from legacyctl.facts import collect
from legacyctl.model import SourceFile, Span
from legacyctl.parse import Tree, parse
from legacyctl.source import line_starts
from legacyctl.source.decode import Hints, detect, newline_of

ROOT = Path(__file__).resolve().parents[2]
OWN_FILES = (ROOT / "examples", ROOT / "rules" / "debt")
LONGEST_SEED = 60_000  # bytes; a longer file is cut, so that a round stays short
LONGEST = 300_000  # bytes of a damaged file
SLOWEST = 100_000  # bytes in a second of the processor's time, below which a reader is not linear
HANGS = 60  # seconds after which the run is ended with a traceback
ROUND = 200  # files between two looks at the clock

Read = Callable[[bytes], Tree]
Pieces = Callable[[Tree], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Damage:
    """One step: what is done, at which place, with how many bytes, with what."""

    kind: str
    place: int
    length: int
    other: int


_DAMAGE = st.builds(
    Damage,
    kind=st.sampled_from(("flip", "insert", "cut", "splice", "move", "repeat", "end")),
    place=st.integers(0, LONGEST_SEED),
    length=st.integers(1, 400),
    other=st.integers(0, LONGEST_SEED),
)

_SETTINGS = settings(
    max_examples=ROUND,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def main(language: str, pieces: Pieces | None = None) -> int:
    """Fuzz the reader of `language`: SCRIPT SECONDS [FOLDER...], seeds from the folders and our own files."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    adapter = languages()[language]
    found = seeds(adapter, [*OWN_FILES, *map(Path, sys.argv[2:])])
    done = run(reading(adapter), found, seconds, pieces)
    print(f"{language}: {done} damaged files from {len(found)} real ones in {seconds:g} s, nothing found")
    return 0


def reading(language: Language) -> Read:
    """Give what reads bytes as a file of `language`, its encoding detected as in a scan."""

    def read(data: bytes) -> Tree:
        encoding = detect(data, Hints("", language.encodings, cookies=language.comment == "#")) or "latin-1"
        name = f"fuzz{language.extensions[0]}"
        return parse(SourceFile(name, language.id, encoding, newline_of(data, encoding), data, len(data)), language)

    return read


def seeds(language: Language, folders: Sequence[Path]) -> list[bytes]:
    """Give the start of every file below `folders` that has an extension of `language`."""
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in language.extensions and path.is_file():
                found[path.read_bytes()[:LONGEST_SEED]] = None
    return list(found) or [b""]


def run(read: Read, real: Sequence[bytes], seconds: float, pieces: Pieces | None = None) -> int:
    """Damage `real` files for `seconds` and check each tree; give how many were read.

    Raises AssertionError, or what the reader raised, with the steps that lead to
    it; the damaged file is left in the temporary folder as fuzz-PROCESS.
    """
    last = Path(tempfile.gettempdir()) / f"fuzz-{os.getpid()}"
    until, count = time.monotonic() + seconds, 0

    @_SETTINGS
    @given(st.integers(0, len(real) - 1), st.lists(_DAMAGE, max_size=8))
    def one(number: int, steps: list[Damage]) -> None:
        nonlocal count
        count += 1
        data = damaged(real, number, steps)
        last.write_bytes(data)
        faulthandler.dump_traceback_later(HANGS, exit=True)
        began = time.process_time()
        tree = read(data)
        collect(tree)
        took = time.process_time() - began
        faulthandler.cancel_dump_traceback_later()
        assert took < 1 + len(data) / SLOWEST, f"{len(data)} bytes took {took:.1f} s"
        check(tree, pieces)

    while time.monotonic() < until:
        one()
    last.unlink(missing_ok=True)
    return count


def damaged(real: Sequence[bytes], number: int, steps: Iterable[Damage]) -> bytes:
    """Give file `number` of `real` after all steps."""
    data = real[number]
    for step in steps:
        place = step.place % (len(data) + 1)
        data = _hurt(data, place, step, real[step.other % len(real)])[:LONGEST]
    return data


def _hurt(data: bytes, place: int, step: Damage, donor: bytes) -> bytes:
    """Give `data` after one step at `place`; `donor` is another real file."""
    if step.kind == "move":
        return _moved(data.splitlines(keepends=True), place, step.other)
    before, behind, byte = data[:place], data[place:], bytes([step.other & 255])
    start = step.other % (len(donor) + 1)
    match step.kind:
        case "flip":
            behind = byte + behind[1:]
        case "insert":
            behind = byte * (1 + step.length % 8) + behind
        case "cut":
            behind = behind[step.length :]
        case "splice":
            behind = donor[start : start + step.length] + behind
        case "repeat":
            behind = behind[:40] * step.length + behind
        case "end":
            behind = b""
    return before + behind


def _moved(lines: list[bytes], place: int, other: int) -> bytes:
    """Give the lines with one of them elsewhere."""
    if lines:
        lines.insert(other % len(lines), lines.pop(place % len(lines)))
    return b"".join(lines)


def check(tree: Tree, pieces: Pieces | None = None) -> None:
    """Assert what holds of every tree: places inside the file, in order, lines that fit, pieces that cover."""
    size, starts = len(tree.file.data), line_starts(tree.file)
    unparsed = [(span.start, span.end) for span in tree.unparsed]
    assert unparsed == sorted(unparsed), "unparsed pieces out of order"
    assert all(one[1] <= two[0] for one, two in pairwise(unparsed)), "unparsed pieces overlap"
    order = [(mark.span.start, -mark.span.end) for mark in tree.marks()]
    assert order == sorted(order), "marks out of order"
    for span in (*tree.unparsed, *(mark.span for mark in tree.marks())):
        assert 0 <= span.start <= span.end <= size, f"{span} leaves the file of {size} bytes"
        assert _lines(span, starts) == (span.first_line, span.last_line), f"{span} has other lines"
    if pieces:
        _covers(pieces(tree), size)


def _lines(span: Span, starts: list[int]) -> tuple[int, int]:
    """Give the first and last line of a span, from 1."""
    return bisect_right(starts, span.start), bisect_right(starts, max(span.start, span.end - 1))


def _covers(pieces: Iterable[tuple[int, int]], size: int) -> None:
    """Assert that pieces follow each other from the first byte of a file to its last."""
    reached = 0
    for start, end in pieces:
        assert start == reached < end, f"a piece starts at {start} and ends at {end}, the one before it at {reached}"
        reached = end
    assert reached == size, f"the pieces end at {reached} of {size} bytes"
