"""Finds personal data in a text: shapes from the catalogue, settled by check digits and labels."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from legacyctl.catalog import Detector
from legacyctl.errors import GuardError
from legacyctl.guard.checksums import CHECKS
from legacyctl.guard.labels import bound

# The escapes of a string literal that would otherwise look like the first letter of a word.
ESCAPE = re.compile(r"\\[nrt]")

# Inside a PEM block a run of base64 is a line of the key. Only the last line may be
# shorter than sixteen characters, with nothing but punctuation up to the END line; under eight it stays.
KEY_RUN = re.compile(r"[A-Za-z0-9+/]{8,}={0,2}")
AFTER_KEY = re.compile(r"[\s\"'+.;&,*#/-]*")
END_LINE = "-----END"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """Personal data at the character offsets [start, end) of a text.

    `parts` are the pieces that are replaced; the header of a key stays, so a key
    has one part for each of its lines.
    """

    kind: str
    start: int
    end: int
    value: str = field(repr=False)
    rule: str
    parts: tuple[Span, ...]


def detect(text: str, detectors: Sequence[Detector]) -> list[Hit]:
    """Give the hits in order of start, not overlapping; of two that overlap the longer stays.

    Raises GuardError when a detector breaks down, for then nobody knows what it missed.
    """
    plain = without_escapes(text)
    hits: list[Hit] = []
    for detector in detectors:
        if detector.action != "mask":
            continue
        try:
            hits += _hits(text, plain, detector)
        except (ArithmeticError, LookupError, TypeError, ValueError, re.error, RecursionError, MemoryError) as fault:
            raise GuardError(f"detector {detector.id} broke down ({type(fault).__name__})") from None
    return without_overlap(hits)


def without_overlap(hits: Iterable[Hit]) -> list[Hit]:
    """Keep the longest of hits that overlap (the first of equals), in order of start."""
    taken: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        at = bisect(taken, hit.start, key=lambda other: other.start)
        free_before = at == 0 or taken[at - 1].end <= hit.start
        free_after = at == len(taken) or hit.end <= taken[at].start
        if free_before and free_after:
            taken.insert(at, hit)
    return taken


def without_escapes(text: str) -> str:
    """Give `text`, as long as it was, with blanks for the escapes of line ends and tabs."""
    return ESCAPE.sub("  ", text)


def _hits(text: str, plain: str, detector: Detector) -> Iterator[Hit]:
    check = CHECKS[detector.checksum]
    for found in detector.pattern.finditer(plain):
        value = found[0]
        valid = check(value)
        if not _counts(plain, found, detector, valid=valid > 0):
            continue
        end = found.start() + (valid or len(value))
        parts = key_lines(plain, found.start(), end) if detector.kind == "PRIVATE_KEY" else ((found.start(), end),)
        if parts:
            yield Hit(detector.kind, found.start(), end, text[found.start() : end], detector.id, parts)


def _counts(text: str, found: re.Match[str], detector: Detector, *, valid: bool) -> bool:
    """Whether a shape is a hit: valid by itself, or beside its label."""
    proven = valid and detector.checksum
    if not proven and re.sub(r"\W|_", "", found[0]) in detector.ignore:
        return False
    if valid and detector.alone:
        return True
    if not valid and not detector.typo:
        return False
    return bound(text, found.start(), found.end(), detector.labels)


def key_lines(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Give the spans of the base64 lines of the PEM block at [start, end); () when it has no body."""
    body = text.index("-----", start + 5) + 5
    close = text.rfind(END_LINE, body, end)
    stop = close if close >= 0 else end
    runs = list(KEY_RUN.finditer(text, body, stop))
    spans = [run.span() for run in runs if len(run[0]) >= 16]
    if spans and len(runs[-1][0]) < 16 and AFTER_KEY.fullmatch(text, runs[-1].end(), stop):
        spans.append(runs[-1].span())
    return tuple(spans)
