"""What every reader gives: a Tree with marks, the same for all languages.

Marks are the vocabulary between a reader (or a `.scm` query) and the later rooms:

unit.KIND      a unit; `text` is its name        flow          a control structure: nests, +1 and its depth
parameter      a formal parameter of a unit       flow.elseif   `else if`: +1, no depth of its own
decision       +1 for McCabe's number             flow.else     `else`: +1, no depth
boolean        `and` / `or`; `text` the operator  nest          deepens without counting (lambda, anonymous class)
boolean.not    a negation: only ends a run of and / or
call           `text` is the target               jump          goto, labelled break: +1
include        import, COPY, include              comment, string
table, file    data that is read or written

The span of a `boolean` holds its operands, at least those behind it: one that
stands in another with the same operator goes on with its run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span

UNIT = "unit."
TAGS = frozenset(
    (
        *("flow", "flow.elseif", "flow.else", "decision", "boolean", "boolean.not", "nest", "jump", "parameter"),
        *("call", "include", "table", "file", "comment", "string"),
    )
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of interest: its tag from the table above, its span, the text that names it.

    `attributes` are facts of one language that its rules may ask for, such as
    {"thru": True} of a PERFORM.
    """

    tag: str
    span: Span
    text: str = ""
    attributes: Mapping[str, str | int | bool] = field(default_factory=dict)


class Tree(Protocol):
    """A parsed file. Trees are large: drop one before the next file is read."""

    @property
    def file(self) -> SourceFile:
        """The file that was parsed."""

    @property
    def language(self) -> Language:
        """The language it was parsed as."""

    @property
    def unparsed(self) -> Sequence[Span]:
        """Outermost pieces that the reader did not understand, in order, not overlapping."""

    def marks(self) -> Sequence[Mark]:
        """All marks in order of start, the larger first."""

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `query` or `node` points at; metric rules are left out."""


def with_node(marks: Sequence[Mark], rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
    """Give every mark that a rule names by its tag and by the attributes that it must have."""
    for rule in rules:
        wanted = (rule.match.where or {}).items() if rule.match.node else None
        if wanted is not None:
            yield from ((rule, m.span) for m in marks if m.tag == rule.match.node and wanted <= m.attributes.items())
