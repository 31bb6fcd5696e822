"""From a folder to the graph over it: source -> parse -> facts -> graph."""

from __future__ import annotations

from dataclasses import dataclass

from legacyctl import catalog
from legacyctl.errors import UsageError
from legacyctl.facts import graph as graphs
from legacyctl.facts.graph import Graph, Node
from legacyctl.pipeline.project import Progress, Project, silent
from legacyctl.pipeline.scan import scan
from legacyctl.source import shown


@dataclass(frozen=True, slots=True)
class View:
    """Which part of the graph to show and from how far: one of LEVELS, around `focus` when it is given."""

    level: str = "estate"
    focus: str = ""
    depth: int = 1
    externals: bool = True


def connect(project: Project, *, progress: Progress = silent) -> Graph:
    """Read the repository and give its graph."""
    assessment = scan(project, progress=progress)
    return graphs.connect((report.facts for report in assessment.files), catalog.externals())


def named(graph: Graph, name: str) -> tuple[Node, ...]:
    """Give the nodes of a name; raises UsageError with the names that look like it."""
    nodes = graphs.find(graph, name)
    if not nodes:
        close = graphs.nearest_names(graph, name)
        way_out = f"Nearest names: {', '.join(map(shown, close))}" if close else "`legacyctl map` lists what is there."
        raise UsageError(f"nothing here is called '{shown(name)}'", way_out=way_out)
    return nodes


def seen(graph: Graph, view: View) -> Graph:
    """Give the part of the graph that a view shows; raises UsageError for a focus that is not there."""
    chosen = graphs.at_level(graph, view.level)
    if view.focus:
        # what lies inside a thing is drawn as the thing, unless all units are shown
        found = graphs.find(chosen, view.focus) or [
            chosen.by_id[graph.estate(node.id)]
            for node in named(graph, view.focus)
            if graph.estate(node.id) in chosen.by_id
        ]
        ids = [node.id for node in found] or [f"file:{node.path}" for node in named(graph, view.focus)]
        chosen = graphs.around(chosen, [one for one in ids if one in chosen.by_id], view.depth)
    return chosen if view.externals else graphs.without_externals(chosen)
