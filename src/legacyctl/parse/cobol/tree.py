"""A parsed COBOL file as the Tree that all rooms know."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span
from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.complete import Completed, complete
from legacyctl.parse.cobol.constants import Constants
from legacyctl.parse.cobol.marks import STATEMENT_TAGS, Marker
from legacyctl.parse.cobol.nodes import Source
from legacyctl.parse.library import Library
from legacyctl.parse.tree import Including, Lean, Mark, Outline, with_node

Items = ItemsView[str, str | int | bool]


@dataclass(frozen=True, eq=False)
class CobolTree(Lean, Including):
    """A COBOL file: its columns in `layout`, what was read in `source`."""

    file: SourceFile
    language: Language
    layout: Layout
    source: Source
    library: Library | None = None
    problem = ""

    def with_library(self, library: Library) -> CobolTree:
        """Give the tree that knows where copybooks lie."""
        return replace(self, library=library)

    @cached_property
    def completed(self) -> Completed:
        """The file with its copybooks: their paths, the expanded text, the control flow."""
        return complete(self.file.path, self.layout, self.source, self.library)

    @property
    def depends(self) -> tuple[tuple[str, str], ...]:
        """The copybooks that were asked for, each with the path that its name led to or ""."""
        return self.completed.depends

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

    def expect(self, rules: Sequence[Rule]) -> None:
        """Nothing to prepare: `find` makes the marks that the rules name, and no others."""

    def outline(self) -> Outline:
        """What the facts need of it."""
        return self._marker.outline()

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `node` points at: the tag equal, and every attribute of `where`."""
        own: dict[str, list[tuple[Rule, Items]]] = {}
        others = []
        for rule in rules:
            if rule.match.node in STATEMENT_TAGS:
                own.setdefault(rule.match.node, []).append((rule, (rule.match.where or {}).items()))
            elif rule.match.node:
                others.append(rule)
        for start, end, _, tag, _, known in self._marker.tagged(own) if own else ():
            for rule, where in own[tag]:
                if where <= known.items():
                    yield rule, self._marker.span(start, -end)
        if others:
            yield from with_node(self.marks(), others)

    @cached_property
    def _marker(self) -> Marker:
        completed, text = self.completed, (self.file.data, self.file.encoding)
        layout = completed.expansion.layout if completed.expansion else self.layout
        return Marker(self.layout, self.source, text, completed.facts, Constants(layout, completed.source))

    @cached_property
    def _marks(self) -> list[Mark]:
        return self._marker.marks()
