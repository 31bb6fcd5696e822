"""The tree of a reader that makes its marks in one go and keeps nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span
from legacyctl.parse.tree import Mark, with_node
from legacyctl.source import line_starts


@dataclass(frozen=True, eq=False)
class MarkedTree:
    """A file with its marks in order of start, the larger first, and what was not understood, in order."""

    file: SourceFile
    language: Language
    unparsed: Sequence[Span] = ()
    problem: str = ""
    found: Sequence[Mark] = field(default=(), repr=False)

    def marks(self) -> Sequence[Mark]:
        """All marks in order of start, the larger first."""
        return self.found

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `node` points at."""
        yield from with_node(self.found, rules)


class Lines:
    """Turns byte offsets into spans with their lines."""

    def __init__(self, file: SourceFile) -> None:
        self.starts = line_starts(file)

    def span(self, start: int, end: int) -> Span:
        """Give the span of bytes [start, end)."""
        first = bisect_right(self.starts, start)
        return Span(start, end, first, max(first, bisect_right(self.starts, end - 1)))


def in_order(marks: list[Mark]) -> list[Mark]:
    """Sort marks by start, the larger first; those of one place keep their order."""
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    return marks


def merged(pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give pieces in order, those that touch or overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
