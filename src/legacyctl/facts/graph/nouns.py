"""What the graph is made of: nodes, edges with their places, and what could not be tied to anything.

Kinds of nodes: job, step, proc, program, copybook, mapset, map, transaction;
class, interface, module, form and so on as the language calls them; package,
procedure, function, trigger, view, table; "data set" for a file with data,
"source" for a file with code that is none of these; "missing" for what is
referred to and not here, "external" for what the machine brings along. Inside
them: section, paragraph, method, function.

Kinds of edges: runs, calls, performs, includes, reads, writes, updates, uses
(data, access not known), uses-map, starts-transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

MISSING = "missing"
EXTERNAL = "external"
DATA_SET = "data set"
SOURCE = "source"
TABLE = "table"
DATA = frozenset((DATA_SET, TABLE))
DATA_EDGES = frozenset(("reads", "writes", "updates", "uses"))


class Reason(StrEnum):
    """What became of a reference."""

    RESOLVED = "resolved"  # tied to one node of this repository
    AMBIGUOUS = "ambiguous"  # several nodes bear the name; tied to all of them
    EXTERNAL = "external"  # part of the machine, a library, the language itself
    MISSING = "missing"  # should be in a repository and is not in this one
    DYNAMIC = "dynamic"  # the name is only known at run time
    UNTYPED = "untyped"  # a member of an object, or a name that only a compiler can place


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file, both as in FileFacts."""

    path: str
    line: int

    def __str__(self) -> str:
        """Give path:line."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Node:
    """A thing of the estate, or one inside such a thing.

    `id` is stable for the same repository. `name` is what its language calls it,
    with the names around it (PACKAGE.PROCEDURE). `places` say where it is defined;
    there are none for data, missing and external things. `owner` is the id of the
    node around it, or "". `inner` marks what the estate view folds into its owner.
    `entry` says why something outside may start it ("" for no reason known).
    `wanted` says of a missing thing what it should be. `dead` is Unit.dead.
    """

    id: str
    kind: str
    name: str
    places: tuple[Place, ...] = ()
    language: str = ""
    owner: str = ""
    inner: bool = False
    entry: str = ""
    wanted: str = ""
    dead: bool = False

    @property
    def path(self) -> str:
        """The file that defines it, or ""."""
        return self.places[0].path if self.places else ""


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` refers to `target` (ids) at `places`.

    `certain` is false where the name stands for several things at every place.
    """

    source: str
    target: str
    kind: str
    places: tuple[Place, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Loose:
    """A reference that needs a person: it is dynamic or ambiguous.

    `source` is the id of the node that refers, `kind` that of the edge it would
    be, `target` the name as written (of a dynamic one the variable, or ""),
    `candidates` the ids that an ambiguous name may stand for, nearest folder first.
    """

    source: str
    kind: str
    target: str
    reason: Reason
    place: Place
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Graph:
    """The whole: nodes and edges in a fixed order, loose references by place.

    `tally` counts the references per language, kind of edge and reason.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    loose: tuple[Loose, ...] = ()
    tally: Mapping[tuple[str, str, Reason], int] | None = None

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """The nodes by their id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def incoming(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that end in a node, by its id; nodes without are not in it."""
        return _grouped((edge.target, edge) for edge in self.edges)

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges that start from a node, by its id; nodes without are not in it."""
        return _grouped((edge.source, edge) for edge in self.edges)

    def estate(self, node_id: str) -> str:
        """Give the id of the node that stands for this one in the estate view."""
        node = self.by_id[node_id]
        while node.inner and node.owner:
            node = self.by_id[node.owner]
        return node.id


def _grouped(pairs: Iterable[tuple[str, Edge]]) -> dict[str, tuple[Edge, ...]]:
    found: dict[str, list[Edge]] = {}
    for key, edge in pairs:
        found.setdefault(key, []).append(edge)
    return {key: tuple(edges) for key, edges in found.items()}
