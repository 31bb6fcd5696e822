"""The graph as a drawing: Mermaid and DOT, for people, and GraphML, for graph programs.

Node ids in a drawing are numbers in the order of the graph, so that no name of
the estate can break the syntax; the name stands in the label, escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape, quoteattr

from legacyctl.facts.graph import DATA, EXTERNAL, MISSING, Graph, Node
from legacyctl.source import shown

_FLOW_SHAPES = {"data": ('[("', '")]'), "gone": ('{{"', '"}}'), "": ('["', '"]')}
_DOT_SHAPES = {"data": "cylinder", "gone": "hexagon", "": "box"}
# Mermaid reads entities without the ampersand; the signs that mean something in a quoted label.
_FLOW_SIGNS = re.compile(r"[#\"<>`&;\\]")
_KEYS = ("kind", "name", "language", "path", "line", "entry")


def mermaid(graph: Graph) -> str:
    """Give a Mermaid flowchart."""
    numbers = _numbers(graph)
    lines = ["flowchart LR"]
    for node in graph.nodes:
        first, last = _FLOW_SHAPES[_look(node)]
        lines.append(f"  {numbers[node.id]}{first}{_flow_text(_label(node))}{last}")
    for edge in graph.edges:
        arrow = "-->" if edge.certain else "-.->"
        lines.append(f"  {numbers[edge.source]} {arrow}|{edge.kind}| {numbers[edge.target]}")
    return "\n".join(lines) + "\n"


def dot(graph: Graph) -> str:
    """Give a DOT file for Graphviz."""
    numbers = _numbers(graph)
    lines = ["digraph estate {", "  rankdir=LR;", "  node [shape=box];"]
    for node in graph.nodes:
        style = ", style=dashed" if node.kind in {MISSING, EXTERNAL} else ""
        label = _dot_text(_label(node))
        lines.append(f"  {numbers[node.id]} [label={label}, shape={_DOT_SHAPES[_look(node)]}{style}];")
    for edge in graph.edges:
        style = "" if edge.certain else ", style=dashed"
        lines.append(f"  {numbers[edge.source]} -> {numbers[edge.target]} [label={_dot_text(edge.kind)}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def graphml(graph: Graph) -> str:
    """Give GraphML: all nodes with their facts, all edges with kind, certainty and first place."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(_key(name, "node", "int" if name == "line" else "string") for name in _KEYS),
        _key("edge_kind", "edge", "string", "kind"),
        _key("certain", "edge", "boolean"),
        _key("place", "edge", "string"),
        '<graph id="estate" edgedefault="directed">',
    ]
    for node in graph.nodes:
        place = node.places[0] if node.places else None
        facts = (node.kind, node.name, node.language, node.path, place.line if place else 0, node.entry)
        data = "".join(_data(key, str(value)) for key, value in zip(_KEYS, facts, strict=True))
        lines.append(f"<node id={_attribute(node.id)}>{data}</node>")
    for number, edge in enumerate(graph.edges):
        data = _data("edge_kind", edge.kind) + _data("certain", str(edge.certain).lower())
        data += _data("place", str(edge.places[0])) if edge.places else ""
        ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
        lines.append(f'<edge id="e{number}" {ends}>{data}</edge>')
    return "\n".join([*lines, "</graph>", "</graphml>"]) + "\n"


DRAWINGS: Mapping[str, Callable[[Graph], str]] = {"dot": dot, "graphml": graphml, "mermaid": mermaid}
# More nodes than this no one can read, and Mermaid draws no more than 500 edges by itself.
NODES = {"mermaid": 400, "dot": 1500}
EDGES = {"mermaid": 500, "dot": 6000}


def fits(graph: Graph, form: str) -> bool:
    """Whether a drawing of this graph can be read."""
    return len(graph.nodes) <= NODES.get(form, len(graph.nodes)) and len(graph.edges) <= EDGES.get(
        form, len(graph.edges)
    )


def _numbers(graph: Graph) -> dict[str, str]:
    return {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}


def _label(node: Node) -> str:
    return f"{node.wanted or node.kind}: {node.name}"


def _look(node: Node) -> str:
    return "data" if node.kind in DATA else "gone" if node.kind in {MISSING, EXTERNAL} else ""


def _flow_text(text: str) -> str:
    return _FLOW_SIGNS.sub(lambda sign: f"#{ord(sign[0])};", shown(text))


def _dot_text(text: str) -> str:
    return '"' + shown(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _attribute(text: str) -> str:
    return quoteattr(_xml_text(text))


def _data(key: str, text: str) -> str:
    return f'<data key="{key}">{escape(_xml_text(text))}</data>' if text else ""


def _xml_text(text: str) -> str:
    """Give text that XML can hold: no control characters and no code points that are no characters."""
    return re.sub(r"[\ufffe\uffff]", lambda sign: f"\\u{ord(sign[0]):04x}", shown(text))


def _key(name: str, of: str, kind: str, title: str = "") -> str:
    return f'<key id="{name}" for="{of}" attr.name="{title or name}" attr.type="{kind}"/>'
