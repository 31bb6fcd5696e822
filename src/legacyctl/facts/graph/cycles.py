"""Cycles: things that call or include each other in a ring.

Tarjan, "Depth-first search and linear graph algorithms" (SIAM Journal on
Computing, 1972), with a stack of our own instead of recursion.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legacyctl.facts.graph.nouns import Edge, Graph
from legacyctl.facts.graph.views import folded_to_estate

_RINGS = frozenset(("calls", "includes", "runs"))


@dataclass(frozen=True, slots=True)
class Cycle:
    """The ids of nodes that all reach each other, and one shortest ring among them as edges."""

    members: tuple[str, ...]
    ring: tuple[Edge, ...]


def cycles(graph: Graph) -> tuple[Cycle, ...]:
    """Give the cycles of the estate, the largest first; a thing that includes itself is one too."""
    estate = folded_to_estate(graph)
    follow: dict[str, list[str]] = {}
    own = []
    for edge in estate.edges:
        if edge.kind in _RINGS and edge.source != edge.target:
            follow.setdefault(edge.source, []).append(edge.target)
        elif edge.kind == "includes" and edge.source == edge.target:
            own.append(Cycle((edge.source,), (edge,)))
    found = [Cycle(part, _ring(estate, part)) for part in components(follow) if len(part) > 1]
    return tuple(sorted([*found, *own], key=lambda cycle: (-len(cycle.members), cycle.members)))


def components(follow: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Give the strongly connected components of a graph, each sorted."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    is_open: set[str] = set()
    for root in follow:
        if root in number:
            continue
        path = [(root, iter(follow.get(root, ())))]
        number[root] = low[root] = len(number)
        open_.append(root)
        is_open.add(root)
        while path:
            node, after = path[-1]
            fresh = next((one for one in after if _met(node, one, number, low, is_open)), None)
            if fresh is not None:
                number[fresh] = low[fresh] = len(number)
                open_.append(fresh)
                is_open.add(fresh)
                path.append((fresh, iter(follow.get(fresh, ()))))
                continue
            path.pop()
            if path:
                low[path[-1][0]] = min(low[path[-1][0]], low[node])
            if low[node] == number[node]:
                yield _closed(node, open_, is_open)


def _met(node: str, one: str, number: dict[str, int], low: dict[str, int], is_open: set[str]) -> bool:
    """Whether a follower is new; one that is open lowers the node that leads to it."""
    if one in is_open:
        low[node] = min(low[node], number[one])
    return one not in number


def _closed(node: str, open_: list[str], is_open: set[str]) -> tuple[str, ...]:
    """Take a finished component off the stack."""
    at = open_.index(node)
    part = open_[at:]
    del open_[at:]
    is_open.difference_update(part)
    return tuple(sorted(part))


def _ring(graph: Graph, part: tuple[str, ...]) -> tuple[Edge, ...]:
    """One shortest ring through the first member."""
    inside, start = set(part), part[0]
    came: dict[str, Edge] = {}
    front = [start]
    while front and start not in came:
        fresh = []
        for node in front:
            for edge in graph.outgoing.get(node, ()):
                if edge.kind in _RINGS and edge.target in inside and edge.target not in came and edge.target != node:
                    came[edge.target] = edge
                    fresh.append(edge.target)
        front = fresh
    ring = [came[start]]
    while ring[-1].source != start:
        ring.append(came[ring[-1].source])
    return tuple(reversed(ring))
