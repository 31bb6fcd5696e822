"""What a COBOL file means together with the copybooks of its repository."""

from __future__ import annotations

from dataclasses import dataclass

from legacyctl.parse.cobol.attributes import Facts
from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.copybooks import Text, copybooks
from legacyctl.parse.cobol.expand import Asked, Expander, Expansion
from legacyctl.parse.cobol.flow import Flow, flows
from legacyctl.parse.cobol.nodes import Source
from legacyctl.parse.cobol.structure import read_structure
from legacyctl.parse.library import Library


@dataclass(frozen=True, slots=True, eq=False)
class Completed:
    """A file with its copybooks.

    `asked` are its own COPY statements with what they led to; `depends` names
    every text that was asked for, at any depth, with its path. `source` is what
    was read of the expanded text, the file's own where nothing had to be
    expanded; `expansion` is None then. `facts` are attributes of the marks that
    start at an offset of the file.
    """

    asked: tuple[Asked, ...]
    depends: tuple[tuple[str, str], ...]
    source: Source
    expansion: Expansion | None
    flows: tuple[Flow, ...]
    facts: dict[int, Facts]


def complete(path: str, layout: Layout, source: Source, library: Library | None) -> Completed:
    """Bring in the copybooks of a file that was read, and follow the control flow of its programs."""
    expander = Expander(Text(path, layout, source), copybooks(library) if library else None)
    expansion = expander.expand() if any(unit.kind == "program" for unit in source.units) else None
    if expansion is None:
        found = flows(layout, source)
    else:
        read_structure(expansion.layout, expansion.source)
        found = flows(expansion.layout, expansion.source)
        source, layout = expansion.source, expansion.layout
    facts: dict[int, Facts] = {
        source.tokens[passage.unit.first].start: {"dead": passage.dead, "falls": passage.falls}
        for flow in found
        for passage in flow.passages
    }
    if library is not None:
        facts |= {asked.inclusion.start: _found(asked, expander.cycles) for asked in expander.asked}
    depends = tuple(expander.depends) if library is not None else ()
    return Completed(tuple(expander.asked), depends, source, expansion, tuple(found), facts)


def _found(asked: Asked, cycles: set[int]) -> Facts:
    """What is known of an inclusion: whether its text is missing or brings in itself, how many texts it may mean."""
    return {
        "missing": not asked.path,
        "choices": asked.choices,
        "path": asked.path,
        "recursive": asked.inclusion.start in cycles,
    }
