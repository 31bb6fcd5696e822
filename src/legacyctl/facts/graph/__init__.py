"""The one graph over a mixed estate: what runs, calls, includes, reads and writes what."""

from legacyctl.facts.graph.build import connect
from legacyctl.facts.graph.cycles import Cycle, cycles
from legacyctl.facts.graph.nouns import DATA, EXTERNAL, MISSING, Edge, Graph, Loose, Node, Place, Reason
from legacyctl.facts.graph.questions import (
    Hit,
    Unused,
    dead,
    find,
    impact,
    missing,
    nearest_names,
    trail,
    unknown_calls,
)
from legacyctl.facts.graph.views import LEVELS, around, at_level, without_externals

__all__ = [
    "DATA",
    "EXTERNAL",
    "LEVELS",
    "MISSING",
    "Cycle",
    "Edge",
    "Graph",
    "Hit",
    "Loose",
    "Node",
    "Place",
    "Reason",
    "Unused",
    "around",
    "at_level",
    "connect",
    "cycles",
    "dead",
    "find",
    "impact",
    "missing",
    "nearest_names",
    "trail",
    "unknown_calls",
    "without_externals",
]
