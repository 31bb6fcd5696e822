"""The JSON documents of `legacyctl map`; their shape is published in docs/schema/map.schema.json."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from legacyctl.facts import graph as graphs
from legacyctl.facts.graph import Cycle, Edge, Graph, Hit, Loose, Node, Place, Unused
from legacyctl.report.document import TOOL
from legacyctl.source import shown


def whole(graph: Graph, level: str) -> dict[str, Any]:
    """Give the document of a graph as it is seen at `level`."""
    return {
        "schema": "legacyctl-map/1",
        "tool": TOOL,
        "level": level,
        "nodes": [_node(node) for node in graph.nodes],
        "edges": [_edge(edge) for edge in graph.edges],
        "loose": [_loose(one) for one in graph.loose],
        "references": [
            {"language": language, "kind": kind, "reason": reason.value, "count": count}
            for (language, kind, reason), count in (graph.tally or {}).items()
        ],
    }


def impact(starts: Iterable[Node], hits: Sequence[Hit]) -> dict[str, Any]:
    """Give the document of `map impact`."""
    found = [
        {
            **_node(hit.node),
            "depth": hit.depth,
            "edge": _edge(hit.edge),
            "trail": list(map(shown, graphs.trail(hit, hits))),
        }
        for hit in hits
    ]
    return {"schema": "legacyctl-map-impact/1", "tool": TOOL, "of": [_node(node) for node in starts], "impact": found}


def missing(gone: Iterable[tuple[Node, Sequence[Edge]]]) -> dict[str, Any]:
    """Give the document of `map missing`."""
    found = [{**_node(node), "asked_by": [_edge(edge) for edge in edges]} for node, edges in gone]
    return {"schema": "legacyctl-map-missing/1", "tool": TOOL, "missing": found}


def dead(unused: Iterable[Unused], dynamic: int) -> dict[str, Any]:
    """Give the document of `map dead`; `dynamic` counts the calls whose target is not known."""
    found = [{**_node(one.node), "proven": one.proven} for one in unused]
    return {"schema": "legacyctl-map-dead/1", "tool": TOOL, "dynamic_calls": dynamic, "dead": found}


def cycles(found: Iterable[Cycle]) -> dict[str, Any]:
    """Give the document of `map cycles`."""
    rings = [{"members": list(map(shown, one.members)), "ring": [_edge(edge) for edge in one.ring]} for one in found]
    return {"schema": "legacyctl-map-cycles/1", "tool": TOOL, "cycles": rings}


def _node(node: Node) -> dict[str, Any]:
    return {
        "id": shown(node.id),
        "kind": node.kind,
        "name": shown(node.name),
        "language": node.language,
        "places": [_place(place) for place in node.places],
        "owner": shown(node.owner),
        "inner": node.inner,
        "entry": node.entry,
        "wanted": node.wanted,
        "dead": node.dead,
    }


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "source": shown(edge.source),
        "target": shown(edge.target),
        "kind": edge.kind,
        "certain": edge.certain,
        "places": [_place(place) for place in edge.places],
    }


def _loose(one: Loose) -> dict[str, Any]:
    return {
        "source": shown(one.source),
        "kind": one.kind,
        "target": shown(one.target),
        "reason": one.reason.value,
        "place": _place(one.place),
        "candidates": list(map(shown, one.candidates)),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"path": shown(place.path), "line": place.line}
