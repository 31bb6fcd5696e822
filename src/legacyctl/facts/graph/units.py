"""From the units of a file to nodes, and from a link of the file to the node that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from legacyctl.facts.graph.nouns import SOURCE, Node, Place
from legacyctl.facts.graph.words import SQL, folded, is_scope, is_thing, kind_of
from legacyctl.model import FileFacts, Unit

# What in a file never stands for the file.
_PARTS = frozenset(("step", "map"))
_BY_STEM = {"cobol": "copybook", "jcl": "proc"}


@dataclass(slots=True)
class _Around:
    """A unit that is still open: where it ends, its node, and the names up to it."""

    end: int
    node: str
    names: tuple[str, ...]


@dataclass(slots=True)
class FileNodes:
    """The nodes of one file; `whole` is the id of the node that stands for the file itself.

    `lines` gives for each name of a unit where units of that name start and end, in order,
    with the id of the node. `scope` is the package or namespace of the file. `led` are the
    files that the reader found by the name that was asked for, or the full names that
    imports stand for by the short ones; `wild` are the packages imported whole.
    `memo` keeps what was looked up before.
    """

    facts: FileFacts
    nodes: dict[str, Node] = field(default_factory=dict)
    whole: str = ""
    scope: str = ""
    lines: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    led: dict[str, str] = field(default_factory=dict)
    wild: list[str] = field(default_factory=list)
    memo: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.led.update(self.facts.depends)

    @property
    def language(self) -> str:
        """The id of the language, or ""."""
        return self.facts.language or ""

    def at(self, unit: str, line: int) -> str:
        """Give the id of the node of the innermost unit of that name around a line; else that of the file."""
        known = self.lines.get(unit, ())
        for number in range(bisect_right(known, line, key=lambda piece: piece[0]) - 1, -1, -1):
            if known[number][1] >= line:
                return known[number][2]
        return self.whole


def nodes_of(facts: FileFacts) -> FileNodes:
    """Give the nodes of a file; a file without any thing of the estate is one itself."""
    made = FileNodes(facts)
    language = made.language
    around: list[_Around] = []
    for unit in facts.units:
        while around and around[-1].end <= unit.span.start:
            around.pop()
        outer = around[-1] if around else _Around(0, "", ())
        kind = kind_of(unit.kind, language)
        if is_scope(kind, language):
            made.scope = made.scope or ("" if kind in {"module", "script"} else unit.name)
            around.append(_Around(unit.span.end, outer.node, outer.names))
            made.lines.setdefault(unit.name, []).append((unit.span.first_line, unit.span.last_line, outer.node))
            continue
        node = _node(made, unit, kind, outer)
        made.lines.setdefault(unit.name, []).append((unit.span.first_line, unit.span.last_line, node))
        around.append(_Around(unit.span.end, node, (*outer.names, unit.name)))
    _stand_for_file(made)
    return made


def _node(made: FileNodes, unit: Unit, kind: str, outer: _Around) -> str:
    """Add the node of a unit, or a place to the one that it already has; gives its id."""
    language = made.language
    thing = is_thing(kind, language, inside=bool(outer.node))
    names = (*outer.names, unit.name)
    name = ".".join(names[-1:] if thing and kind != "map" else names)
    if language in SQL:
        # one object, whichever script and spelling it is made with
        name = folded(name, language)
        key = f"{kind}:{name}"
    else:
        key = f"{kind}:{made.facts.path}#{'.'.join(names)}"
    place = Place(made.facts.path, unit.span.first_line)
    known = made.nodes.get(key)
    places = (*known.places, place) if known else (place,)
    made.nodes[key] = Node(
        id=key,
        kind=kind,
        name=name,
        places=places,
        language=language,
        owner=outer.node,
        inner=not thing,
        dead=unit.dead and (known is None or known.dead),
    )
    return key


def _stand_for_file(made: FileNodes) -> None:
    """Choose the node that stands for the file, or make one; hang loose pieces under it."""
    path = made.facts.path
    things = [node for node in made.nodes.values() if not node.inner and node.kind not in _PARTS]
    loose = [node for node in made.nodes.values() if not node.owner and (node.inner or node.kind in _PARTS)]
    stem = PurePosixPath(path).stem.casefold()
    if things and not loose:
        made.whole = next((node.id for node in things if node.name.casefold() == stem), things[0].id)
    else:
        kind = _kind_of_file(made, things)
        name = PurePosixPath(path).stem.upper() if kind != SOURCE else path
        made.whole = f"{kind}:{path}"
        made.nodes[made.whole] = Node(made.whole, kind, name, (Place(path, 1),), made.language)
        _hang(made, loose)
    for pieces in made.lines.values():
        pieces[:] = [(first, last, node or made.whole) for first, last, node in pieces]


def _kind_of_file(made: FileNodes, things: Iterable[Node]) -> str:
    """Say what a file is that holds no thing of the estate that could stand for it."""
    if any(True for _ in things):
        return SOURCE
    if made.language == "jcl" and not made.nodes:
        return SOURCE
    return _BY_STEM.get(made.language, SOURCE)


def _hang(made: FileNodes, loose: Iterable[Node]) -> None:
    for node in loose:
        made.nodes[node.id] = replace(node, owner=made.whole)
