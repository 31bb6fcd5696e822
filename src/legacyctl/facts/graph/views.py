"""The graph from further off: folded to things, files or folders, or only the part around a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from legacyctl.facts.graph.nouns import EXTERNAL, Edge, Graph, Node, Place

LEVELS = ("folder", "file", "estate", "unit")


def at_level(graph: Graph, level: str) -> Graph:
    """Give the graph at one of LEVELS; "unit" is the whole of it."""
    if level == "estate":
        return folded_to_estate(graph)
    if level == "file":
        return _folded(graph, lambda node: node.path and f"file:{node.path}", _file)
    if level == "folder":
        return _folded(graph, lambda node: node.path and f"folder:{_folder(node.path)}", _folder_node)
    return graph


def folded_to_estate(graph: Graph) -> Graph:
    """Give the graph with everything inside a thing folded into it."""
    return _folded(graph, lambda node: graph.estate(node.id), lambda key, _: graph.by_id[key])


def _folded(graph: Graph, key_of: Callable[[Node], str], make: Callable[[str, Node], Node]) -> Graph:
    """Put the nodes with one key together; what has no key stays as it is. Edges inside a key are gone."""
    keys = {node.id: key_of(node) or node.id for node in graph.nodes}
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        key = keys[node.id]
        if key not in nodes:
            nodes[key] = graph.by_id[key] if key in graph.by_id else make(key, node)
    edges: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in graph.edges:
        ends = (keys[edge.source], keys[edge.target], edge.kind)
        if ends[0] != ends[1] or (edge.source == edge.target and not graph.by_id[edge.source].inner):
            edges.setdefault(ends, []).append(edge)
    return Graph(
        nodes=tuple(node for _, node in sorted(nodes.items())),
        edges=tuple(_joined(ends, alike) for ends, alike in sorted(edges.items())),
        loose=tuple(replace(one, source=keys[one.source]) for one in graph.loose),
        tally=graph.tally,
    )


def _joined(ends: tuple[str, str, str], alike: list[Edge]) -> Edge:
    if len(alike) == 1:
        return replace(alike[0], source=ends[0], target=ends[1])
    places = tuple(sorted({place for edge in alike for place in edge.places}))
    return Edge(*ends, places, any(edge.certain for edge in alike))


def _file(key: str, node: Node) -> Node:
    return Node(key, "file", node.path, (Place(node.path, 1),), node.language, entry=node.entry)


def _folder_node(key: str, node: Node) -> Node:
    return Node(key, "folder", _folder(node.path), (Place(_folder(node.path), 1),))


def _folder(path: str) -> str:
    return path.rpartition("/")[0] or "."


def around(graph: Graph, starts: Iterable[str], depth: int) -> Graph:
    """Give the part of the graph that is at most `depth` edges away from the starts, in either direction."""
    kept = set(starts)
    front = set(kept)
    for _ in range(depth):
        reached = {edge.target for one in front for edge in graph.outgoing.get(one, ())}
        reached |= {edge.source for one in front for edge in graph.incoming.get(one, ())}
        front = reached - kept
        kept |= front
    return only(graph, kept)


def without_externals(graph: Graph) -> Graph:
    """Give the graph without what the machine brings along."""
    return only(graph, {node.id for node in graph.nodes if node.kind != EXTERNAL})


def only(graph: Graph, kept: set[str]) -> Graph:
    """Give the part of the graph between these nodes."""
    return Graph(
        nodes=tuple(node for node in graph.nodes if node.id in kept),
        edges=tuple(edge for edge in graph.edges if edge.source in kept and edge.target in kept),
        loose=tuple(one for one in graph.loose if one.source in kept),
        tally=graph.tally,
    )
