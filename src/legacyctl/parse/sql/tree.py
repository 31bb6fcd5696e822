"""A parsed SQL file as the Tree that all rooms know."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span
from legacyctl.parse.sql.expressions import Expressions
from legacyctl.parse.sql.source import Facts, Note, Source
from legacyctl.parse.tree import Mark, Outline, with_node
from legacyctl.source import line_starts

WRAPPED = "wrapped PL/SQL: its text was made unreadable"
_CALL: Facts = {"kind": "sql"}
_PLACE = itemgetter(0, 1, 2)
_SUBPROGRAMS = frozenset(("unit.procedure", "unit.function"))


class SqlTree:
    """A SQL file; `source` holds its tokens and what was noted of them."""

    def __init__(self, file: SourceFile, language: Language, source: Source, expressions: Expressions) -> None:
        self.file = file
        self.language = language
        self.source = source
        self._expressions = expressions
        self._starts = line_starts(file)

    @property
    def problem(self) -> str:
        """Why nothing of the file was looked at: its only unit is wrapped; "" for any other file."""
        wrapped = sum(note.tag == "wrapped" for note in self.source.notes)
        units = sum(note.tag.startswith("unit.") for note in self.source.notes)
        return WRAPPED if wrapped and wrapped == units else ""

    @cached_property
    def unparsed(self) -> Sequence[Span]:
        """Outermost pieces that were not understood, in order, not overlapping."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(self.source.unparsed):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(self._span(start, end) for start, end in merged)

    def marks(self) -> Sequence[Mark]:
        """All marks in order of start, the larger first."""
        return self._marks

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `node` points at."""
        yield from with_node(self._marks, rules)

    def outline(self) -> Outline:
        """Marks for the facts."""
        notes = (*self.source.notes, *self._calls())
        places = [(start, -end, at, tag, text, facts) for at, (start, end, tag, text, facts) in enumerate(notes)]
        places.sort(key=_PLACE)
        return Outline(places, self.source.comments)

    @cached_property
    def _marks(self) -> list[Mark]:
        notes = [*self.source.notes, *self._calls(), *self._texts()]
        notes.sort(key=lambda note: (note.start, -note.end))
        return [Mark(tag, self._span(start, end), text, facts) for start, end, tag, text, facts in notes]

    def _calls(self) -> Iterator[Note]:
        """Give the calls: those that are sure, and functions of that name that the file defines."""
        source = self.source
        known = {note.text.upper() for note in source.notes if note.tag in _SUBPROGRAMS}
        for call in self._expressions.calls:
            if call.sure or source.texts[call.first] in known:
                name = source.name(call.first, call.last)
                yield Note(source.starts[call.first], source.ends[call.last], "call", name, _CALL)

    def _texts(self) -> Iterator[Note]:
        for start, end in self.source.strings:
            yield Note(start, end, "string", self.source.raw(start, end))
        for start, end in self.source.comments:
            yield Note(start, end, "comment", self.source.raw(start, end))

    def _span(self, start: int, end: int) -> Span:
        first = bisect_right(self._starts, start)
        return Span(start, end, first, max(first, bisect_right(self._starts, end - 1)))
