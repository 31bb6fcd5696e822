"""A parsed COBOL file as the Tree that all rooms know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span
from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.marks import Marker
from legacyctl.parse.cobol.nodes import Source
from legacyctl.parse.tree import Mark, with_node


@dataclass(frozen=True, eq=False)
class CobolTree:
    """A COBOL file: its columns in `layout`, what was read in `source`."""

    file: SourceFile
    language: Language
    layout: Layout
    source: Source

    @cached_property
    def unparsed(self) -> Sequence[Span]:
        """Outermost pieces that were not understood, in order, not overlapping."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(self.source.unparsed):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(self._marker.span(start, end) for start, end in merged)

    def marks(self) -> Sequence[Mark]:
        """All marks in order of start, the larger first."""
        return self._marks

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `node` points at: the tag equal, and every attribute of `where`."""
        yield from with_node(self._marks, rules)

    @cached_property
    def _marker(self) -> Marker:
        return Marker(self.layout, self.source, self.file.data, self.file.encoding)

    @cached_property
    def _marks(self) -> list[Mark]:
        return self._marker.marks()
