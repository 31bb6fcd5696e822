"""What every reader gives: a Tree with marks, the same for all languages.

Marks are the vocabulary between a reader (or a `.scm` query) and the later rooms:

unit.KIND      a unit; `text` is its name        flow          a control structure: nests, +1 and its depth
parameter      a formal parameter of a unit       flow.elseif   `else if`: +1, no depth of its own
decision       +1 for McCabe's number             flow.else     `else`: +1, no depth
boolean        `and` / `or`; `text` the operator  nest          deepens without counting (lambda, nested function)
call           `text` is the target               jump          goto, labelled break: +1
include        import, COPY, include              comment, string
table, file    data that is read or written
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span


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
