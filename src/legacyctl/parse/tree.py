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

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span
from legacyctl.parse.library import Library

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


# A mark for the facts: start, end (negative, so that the larger sorts first), its place among those
# of one span, tag, text, attributes.
Place = tuple[int, int, int, str, str, Mapping[str, str | int | bool]]


@dataclass(frozen=True, slots=True)
class Outline:
    """What the facts need of a tree, as plain tuples: all marks but strings in order, the comments apart.

    `comments` are pairs of start and end; their order does not matter.
    """

    places: Sequence[Place]
    comments: Sequence[tuple[int, int]]


class Lean(ABC):
    """Base of the trees that give their outline faster than their marks, and look for rules on the way.

    A plain class: to ask whether an object fits a protocol takes longer than to parse a small file.
    """

    @abstractmethod
    def expect(self, rules: Sequence[Rule]) -> None:
        """Say which rules `find` will be asked for; one pass over the tree then serves all."""

    @abstractmethod
    def outline(self) -> Outline:
        """Marks for the facts."""

    @abstractmethod
    def marks(self) -> Sequence[Mark]:
        """All marks, as of any tree."""

    def strings(self) -> Sequence[Mark]:
        """Marks of the string literals, in order."""
        return [mark for mark in self.marks() if mark.tag == "string"]


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

    @property
    def problem(self) -> str:
        """Why nothing of the file was looked at, then all of it is in `unparsed`; "" for any other.

        A reader that always looks has the class attribute `problem = ""`.
        """

    def marks(self) -> Sequence[Mark]:
        """All marks in order of start, the larger first."""

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `query` or `node` points at; metric rules are left out."""


class Including(ABC):
    """Base of the trees that take in other files by name, such as copybooks."""

    @abstractmethod
    def with_library(self, library: Library) -> Tree:
        """The same tree, with the library in which it finds them."""


def outline(tree: Tree) -> Outline:
    """Give the outline of any tree."""
    if isinstance(tree, Lean):
        return tree.outline()
    places: list[Place] = []
    comments: list[tuple[int, int]] = []
    for index, mark in enumerate(tree.marks()):
        start, end = mark.span.start, mark.span.end
        if mark.tag == "comment":
            comments.append((start, end))
        elif mark.tag != "string":
            places.append((start, -end, index, mark.tag, mark.text, mark.attributes))
    return Outline(places, comments)


def with_node(marks: Sequence[Mark], rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
    """Give every mark that a rule names by its tag and by the attributes that it must have."""
    for rule in rules:
        wanted = (rule.match.where or {}).items() if rule.match.node else None
        if wanted is not None:
            yield from ((rule, m.span) for m in marks if m.tag == rule.match.node and wanted <= m.attributes.items())
