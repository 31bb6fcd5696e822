"""What gates read out of a file: its code without comments, its comments, its texts, its marks in a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from legacyctl.model import Finding, Span, Task
from legacyctl.parse import Mark
from legacyctl.verify.case import Side

LARGE_SHARE = 0.5  # of a definition; a finding that covers more of it explains nothing


def inside(side: Side, place: Span) -> Iterator[Mark]:
    """Give the marks that lie in a place, in order."""
    marks = side.tree.marks()
    first = bisect_left(marks, place.start, key=lambda mark: mark.span.start)
    for mark in islice(marks, first, None):
        if mark.span.start >= place.end:
            return
        if mark.span.end <= place.end:
            yield mark


def within(inner: Span, outer: Span) -> bool:
    """Whether a span lies in another."""
    return outer.start <= inner.start and inner.end <= outer.end


def text(side: Side, place: Span) -> str:
    """Give a place as text."""
    return _decoded(side, place.start, place.end)


def pieces(side: Side, place: Span) -> Iterator[tuple[str, bool]]:
    """Give a place in pieces, each with whether it is a string literal; a comment is a blank."""
    at = place.start
    for mark in inside(side, place):
        if mark.tag in ("comment", "string") and mark.span.start >= at:
            yield _decoded(side, at, mark.span.start), False
            literal = mark.tag == "string"
            yield (text(side, mark.span) if literal else " "), literal
            at = mark.span.end
    yield _decoded(side, at, place.end), False


def code(side: Side, place: Span) -> str:
    """Give a place as text without comments, every string literal as an empty one."""
    return "".join('""' if literal else piece for piece, literal in pieces(side, place))


def texts(side: Side, place: Span, tag: str) -> Iterator[tuple[Span, str]]:
    """Give the comments or strings of a place, white space folded, with where they stand."""
    return ((mark.span, " ".join(text(side, mark.span).split())) for mark in inside(side, place) if mark.tag == tag)


def explained(task: Task, place: Span) -> tuple[Span, ...]:
    """Give the places that the task's findings point at, and that a change may therefore rewrite.

    A metric, or a finding that covers most of the definition, points at no place.
    """
    size = place.end - place.start
    return tuple(finding.span for finding in task.findings if _is_small(finding, size))


def may_split(task: Task) -> bool:
    """Whether the answer may hold more definitions than the one it replaces.

    A COBOL paragraph that is too long cannot hold its parts, as a function can.
    """
    return task.language == "cobol" and any(finding.metric for finding in task.findings)


def _is_small(finding: Finding, size: int) -> bool:
    return not finding.metric and finding.span.end - finding.span.start <= size * LARGE_SHARE


def _decoded(side: Side, start: int, end: int) -> str:
    return side.file.data[start:end].decode(side.file.encoding, "replace")
