"""Facts made by hand, with the words that the readers use, and short answers about a graph."""

from legacyctl.catalog import Externals, externals
from legacyctl.facts.graph import connect
from legacyctl.model import FileFacts, Link, Span, Unit

COLUMNS = 80


def unit(kind, name, first=1, last=99, **more):
    return Unit(kind, name, Span((first - 1) * COLUMNS, last * COLUMNS, first, last), **more)


def link(kind, target, line=1, unit="", **more):
    return Link(kind, target, line, unit, **more)


def file(path, language, *pieces, **more):
    """A file with the units and links given, in that order."""
    units = tuple(one for one in pieces if isinstance(one, Unit))
    links = tuple(one for one in pieces if isinstance(one, Link))
    return FileFacts(path, language, "utf-8", 1000, "", 100, 100, units=units, links=links, **more)


def program(name, *links, folder="cbl", more=(), depends=()):
    """A COBOL program in a file of its own name."""
    return file(f"{folder}/{name}.cbl", "cobol", unit("program", name), *more, *links, depends=depends)


def step(name, line, *links):
    """A step of three lines with its links, all on its first line."""
    return [unit("step", name, line, line + 2), *(link(*one, line=line, unit=name, **words) for one, words in links)]


def graph(*files, known=None):
    return connect(files, externals() if known is None else known)


def edges(graph, kind=None):
    """Edges as (name of the source, kind, name of the target)."""
    names = graph.by_id
    return [
        (names[one.source].name, one.kind, names[one.target].name)
        for one in graph.edges
        if kind is None or one.kind == kind
    ]


def reasons(graph):
    """Outcomes by kind of edge: {("calls", "missing"): 1}."""
    return {(kind, reason.value): count for (_, kind, reason), count in graph.tally.items()}


def kinds(graph):
    """Nodes as "kind name", those inside others left out."""
    return [f"{node.wanted or node.kind} {node.name}" for node in graph.nodes if not node.inner]


NOTHING = Externals()
