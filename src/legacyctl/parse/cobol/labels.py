"""The procedure divisions of a file: their sections and paragraphs as places that control can go to.

A block is a paragraph, the code of a section before its first paragraph, or the
code before the first of either. Each has a node where it starts and one where
it ends; a section has one more at its end. The nodes of `routes` follow these.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from legacyctl.parse.cobol.expand import procedure_edges
from legacyctl.parse.cobol.nodes import Source, Token, Unit

_PROGRAMS = frozenset({"program", "function", "method"})


class Stretch(NamedTuple):
    """A procedure division: its program, its tokens [first, end), whether it stands in another program."""

    program: Unit
    first: int
    end: int
    contained: bool


@dataclass(slots=True, eq=False)
class Block:
    """Code from token `first`; `unit` is its paragraph or section, None before any; `section` counts from 0."""

    first: int
    unit: Unit | None
    section: int
    start: int = -1
    end: int = -1


@dataclass(slots=True, eq=False)
class Section:
    """A section: its name, its first block, and the node at its end."""

    unit: Unit
    block: int
    last: int = -1
    end: int = -1


class Label(NamedTuple):
    """What a name stands for: its start, its end, and the section it is or stands in, -1 for none."""

    start: int
    end: int
    section: int
    is_section: bool
    block: int


@dataclass(slots=True, eq=False)
class Procedures:
    """The blocks and sections of one procedure division, and its labels by name."""

    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    labels: dict[str, list[Label]] = field(default_factory=dict)
    nodes: int = 0

    def find(self, name: str, qualifier: str, section: int) -> Label | None:
        """What a name means in a section, None when that is not clear."""
        found = self.labels.get(name, [])
        if qualifier:
            found = [label for label in found if not label.is_section and self._named(label.section) == qualifier]
        if len(found) > 1:
            found = [label for label in found if label.section == section and not label.is_section]
        return found[0] if len(found) == 1 else None

    def _named(self, section: int) -> str:
        return self.sections[section].unit.name if section >= 0 else ""


def stretches(source: Source) -> Iterator[Stretch]:
    """The procedure divisions of a file that belong to a program, in order."""
    programs = [unit for unit in source.units if unit.kind in _PROGRAMS]
    if not programs:
        return
    contained, reach = [], -1
    for unit in programs:
        contained.append(unit.last <= reach)
        reach = max(reach, unit.last)
    edges, inside = procedure_edges(source.tokens, inside=False)
    for (first, end), within in zip(pairwise([*edges, len(source.tokens)]), inside[1:], strict=True):
        at = bisect_right(programs, first, key=_first) - 1
        if within and at >= 0:
            yield Stretch(programs[at], first, end, contained[at])


def _first(unit: Unit) -> int:
    return unit.first


def procedures(source: Source, stretch: Stretch) -> Procedures:
    """Give the blocks of a procedure division, each with its nodes."""
    found = Procedures()
    found.blocks.append(Block(stretch.first, None, -1))
    units = source.units
    for unit in units[bisect_right(units, stretch.first, key=_first) : bisect_left(units, stretch.end, key=_first)]:
        if unit.kind == "section":
            found.sections.append(Section(unit, len(found.blocks)))
        if unit.kind in {"section", "paragraph"}:
            found.blocks.append(Block(unit.first, unit, len(found.sections) - 1))
    _number(found)
    _name(found)
    return found


def _number(found: Procedures) -> None:
    """Give every block its start and end, every section its last block and its end."""
    number = 0
    for at, block in enumerate(found.blocks):
        block.start, block.end = number, number + 1
        number += 2
        if block.section >= 0:
            found.sections[block.section].last = at
    for section in found.sections:
        section.end = number
        number += 1
    found.nodes = number


def _name(found: Procedures) -> None:
    for at, block in enumerate(found.blocks):
        if block.unit is None:
            continue
        is_section = block.unit.kind == "section"
        end = found.sections[block.section].end if is_section else block.end
        label = Label(block.start, end, block.section, is_section, at)
        found.labels.setdefault(block.unit.name, []).append(label)


def declaratives(tokens: Sequence[Token], stretch: Stretch) -> int:
    """The number of the token behind the declaratives of a procedure division, its first token without any."""
    for at in range(stretch.first, stretch.end - 1):
        if tokens[at].text == "DECLARATIVES" and tokens[at - 1].text == "END":
            return at + 1
    return stretch.first
