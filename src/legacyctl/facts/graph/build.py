"""`connect`: from the facts of all files to the one graph over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from legacyctl.catalog import Externals
from legacyctl.facts.graph import classes, entries, mainframe, other, python, sql
from legacyctl.facts.graph.data import Data, spelled
from legacyctl.facts.graph.index import Answer, Ask, Index
from legacyctl.facts.graph.nouns import Graph, Place
from legacyctl.facts.graph.units import FileNodes, nodes_of
from legacyctl.facts.graph.wires import Wires
from legacyctl.facts.graph.words import DOTNET, JAVA, SQL
from legacyctl.model import FileFacts, Link

Resolver = Callable[[Ask], Answer | None]
Namer = Callable[[FileNodes, Index], None]

_MAINFRAME = frozenset(("cobol", "jcl", "bms", "csd", "pli"))
# Of the links in any language, these follow the rules of another one.
_BY_WORD = {"sql": sql.resolve, "link": mainframe.resolve, "xctl": mainframe.resolve}


def connect(facts: Iterable[FileFacts], externals: Externals) -> Graph:
    """Give the graph over all files; `externals` are the names that no repository holds.

    Pure, and linear in units and links but for names that many things bear.
    """
    index = Index(externals)
    for one in sorted(facts, key=lambda one: one.path):
        made = nodes_of(one)
        index.add_file(made)
        _rules(made.language)[0](made, index)
    wires = Wires(index)
    data = Data(index, wires)
    spelled(index, data, list(index.nodes))
    for made in index.files.values():
        _nest(made, wires)
        entries.mark(made, index)
        for link in made.facts.links:
            _link(Ask(link, made.at(link.unit, link.line), made, index), data, wires)
    data.finish()
    edges = wires.finished()
    used = {end for edge in edges for end in (edge.source, edge.target)}
    # a picture or a data file that nothing refers to is no part of the estate's code
    nodes = (node for key, node in sorted(index.nodes.items()) if node.language or not node.path or key in used)
    return Graph(
        nodes=tuple(nodes),
        edges=edges,
        loose=tuple(wires.loose_ends),
        tally=dict(sorted(wires.tally.items())),
    )


def _rules(language: str) -> tuple[Namer, Resolver]:
    """How names of a language are made known, and how they are looked up."""
    if language in _MAINFRAME:
        return mainframe.names, mainframe.resolve
    if language in SQL:
        return sql.names, sql.resolve
    if language == "jsp":
        return classes.names, _page
    if language in JAVA or language in DOTNET:
        return classes.names, classes.resolve
    if language == "python":
        return python.names, python.resolve
    return other.names, other.resolve


def _page(ask: Ask) -> Answer | None:
    """A JSP includes other pages by path, and uses classes as any Java does."""
    is_path = ask.link.kind == "include" and ("/" in ask.link.target or ask.link.target.endswith((".jsp", ".jspf")))
    return other.resolve(ask) if is_path else classes.resolve(ask)


def _nest(made: FileNodes, wires: Wires) -> None:
    """A job or proc runs its steps."""
    for node in made.nodes.values():
        if node.kind == "step" and node.owner:
            wires.add(node.owner, node.id, "runs", Place(made.facts.path, node.places[0].line))


def _link(ask: Ask, data: Data, wires: Wires) -> None:
    link = ask.link
    if link.kind == "table":
        data.table(ask)
    elif link.kind == "file":
        data.file(ask)
    else:
        answer = _resolver(link, ask.file.language)(ask)
        if answer is not None:
            wires.take(ask, answer)


def _resolver(link: Link, language: str) -> Resolver:
    if link.kind == "call" and link.how in _BY_WORD:
        return _BY_WORD[link.how]
    return _rules(language)[1]
