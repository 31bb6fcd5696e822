"""What people ask of the graph: what may break, what is missing, what nothing refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from legacyctl.facts.graph.nouns import DATA_EDGES, MISSING, Edge, Graph, Node, Reason
from legacyctl.facts.graph.views import folded_to_estate

_CLOSE = 5
_REFERRED = frozenset(
    (
        *("program", "proc", "copybook", "mapset", "map", "package", "procedure", "function", "view", "type"),
        *("class", "interface", "enum", "record", "annotation", "struct", "trait", "module", "form", "source"),
    )
)
# Languages whose files nobody starts by hand: a file that nothing includes or calls is of no use.
_LINKED = frozenset(("c", "cpp", "fortran", "typescript"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that may break: `depth` steps away; `edge` leads to `towards`, the id of what is one step nearer."""

    node: Node
    depth: int
    edge: Edge
    towards: str


@dataclass(frozen=True, slots=True)
class Unused:
    """A node that nothing in the repository refers to; `proven` where control flow shows that it is never reached."""

    node: Node
    proven: bool


def find(graph: Graph, name: str) -> tuple[Node, ...]:
    """Give the nodes of a name: by id, path or name; upper and lower case are one where nothing fits exactly.

    Things of the estate go before what lies inside them; a short name (the last part) is enough.
    """
    for same in (lambda text: text, str.casefold):
        wanted = same(name)
        hits = [node for node in graph.nodes if wanted in {same(node.id), same(node.path), same(node.name)}]
        hits = hits or [node for node in graph.nodes if same(node.name.rpartition(".")[2]) == wanted]
        hits = hits or [node for node in graph.nodes if same(node.path.rpartition("/")[2]) == wanted]
        if hits:
            return tuple([node for node in hits if not node.inner] or hits)
    return ()


def nearest_names(graph: Graph, name: str) -> list[str]:
    """Give the names that look most like one that is not there."""
    known = {node.name.casefold(): node.name for node in reversed(graph.nodes)}
    return [known[one] for one in get_close_matches(name.casefold(), known, n=_CLOSE)]


def impact(graph: Graph, starts: Iterable[Node], *, data: bool = False) -> tuple[Hit, ...]:
    """Give what may break when the starts change, nearest first: all that refers to them, in any number of steps.

    Inside a thing (a paragraph, a procedure of a package) the first step counts
    exactly; from there on it is the things of the estate that refer to each other.
    With `data` whoever reads what a thing writes may break too.
    """
    estate = folded_to_estate(graph)
    seen: set[str] = set()
    fronts: list[tuple[str, int]] = []
    hits: list[Hit] = []
    for node in starts:
        seen.add(node.id)
        if node.inner:
            hits += _fresh(graph, graph.incoming.get(node.id, ()), Front(node.id, 0), seen, fold=True)
        else:
            fronts.append((node.id, 0))
    fronts += [(hit.node.id, hit.depth) for hit in hits]
    for front, depth in _growing(fronts):
        fresh = _fresh(estate, _leading_to(estate, front, data=data), Front(front, depth), seen)
        hits += fresh
        fronts += [(hit.node.id, hit.depth) for hit in fresh]
    return tuple(sorted(hits, key=lambda hit: hit.depth))


def trail(hit: Hit, hits: Iterable[Hit]) -> tuple[str, ...]:
    """Give the ids from a hit to the cause, both included; `hits` are all of one answer."""
    by_id = {one.node.id: one for one in hits}
    ids = [hit.node.id, hit.towards]
    while ids[-1] in by_id:
        ids.append(by_id[ids[-1]].towards)
    return tuple(ids)


class Front(NamedTuple):
    """Where a search stands: the id of a node and its distance from the start."""

    node: str
    depth: int


def _growing(fronts: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Give the items of a list that grows while it is read."""
    at = 0
    while at < len(fronts):
        yield fronts[at]
        at += 1


def _fresh(graph: Graph, edges: Iterable[Edge], front: Front, seen: set[str], *, fold: bool = False) -> list[Hit]:
    """The sources of edges that were not met before."""
    hits = []
    for edge in edges:
        source = graph.estate(edge.source) if fold else edge.source
        if source not in seen:
            seen.add(source)
            hits.append(Hit(graph.by_id[source], front.depth + 1, edge, front.node))
    return hits


def _leading_to(graph: Graph, node: str, *, data: bool) -> list[Edge]:
    """Edges from whoever refers to a thing or its parts; with `data` also from the readers of what it writes."""
    parts = (node, *_parts(graph, node))
    edges = [edge for part in parts for edge in graph.incoming.get(part, ()) if edge.source != node]
    return [*edges, *_readers(graph, node)] if data else edges


def _readers(graph: Graph, node: str) -> list[Edge]:
    """Edges from whoever reads what a node writes."""
    written = [edge.target for edge in graph.outgoing.get(node, ()) if edge.kind in {"writes", "updates"}]
    return [edge for data in written for edge in graph.incoming[data] if edge.kind in {"reads", "updates", "uses"}]


def _parts(graph: Graph, node: str) -> tuple[str, ...]:
    """The maps of a mapset: whoever uses them uses it."""
    if graph.by_id[node].kind != "mapset":
        return ()
    return tuple(one.id for one in graph.nodes if one.owner == node)


def missing(graph: Graph) -> tuple[tuple[Node, tuple[Edge, ...]], ...]:
    """Give what is referred to and not in the repository, with who asks; sorted by kind and name."""
    gone = [node for node in graph.nodes if node.kind == MISSING]
    gone.sort(key=lambda node: (node.wanted, node.name))
    return tuple((node, graph.incoming.get(node.id, ())) for node in gone)


def dead(graph: Graph) -> tuple[Unused, ...]:
    """Give what nothing in the repository refers to and nothing outside is known to start, and dead paragraphs."""
    estate = folded_to_estate(graph)
    found = [Unused(node, proven=False) for node in estate.nodes if _is_unused(estate, node)]
    found += [Unused(node, proven=True) for node in graph.nodes if node.dead]
    return tuple(sorted(found, key=lambda one: (one.proven, one.node.kind, one.node.id)))


def unknown_calls(graph: Graph) -> int:
    """Count the calls and screens whose target is only known at run time: one may reach what has no caller."""
    return sum(one.reason is Reason.DYNAMIC and one.kind not in DATA_EDGES for one in graph.loose)


def _is_unused(graph: Graph, node: Node) -> bool:
    if node.kind not in _REFERRED or node.entry or not node.path:
        return False
    if node.kind == "source" and node.language not in _LINKED:
        return False
    parts = {node.id, *_parts(graph, node.id)}
    return not any(edge.source != node.id for part in parts for edge in graph.incoming.get(part, ()))
