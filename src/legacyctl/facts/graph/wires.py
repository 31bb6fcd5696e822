"""The edges while the graph is being made: alike ones are one edge with several places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from legacyctl.facts.graph.index import Answer, Ask, Index
from legacyctl.facts.graph.nouns import EXTERNAL, MISSING, Edge, Loose, Place, Reason


@dataclass(slots=True)
class Wires:
    """Edges by (source, target, kind); what stays loose; how often each language met each outcome."""

    index: Index
    edges: dict[tuple[str, str, str], list[Place]] = field(default_factory=dict)
    certain: set[tuple[str, str, str]] = field(default_factory=set)
    ends: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    loose_ends: list[Loose] = field(default_factory=list)
    tally: Counter[tuple[str, str, Reason]] = field(default_factory=Counter)

    def add(self, source: str, target: str, kind: str, place: Place, *, certain: bool = True) -> None:
        """Add an edge, or a place to it."""
        key = (source, target, kind)
        if key not in self.edges:
            self.edges[key] = []
            # things of the estate are what the DD names are tied through
            self.ends.setdefault((self.index.owner(source), kind), []).append(target)
        self.edges[key].append(place)
        if certain:
            self.certain.add(key)

    def targets(self, source: str, kind: str) -> Iterable[str]:
        """Give the ends of the edges of a kind that start from a thing, or from inside it."""
        return self.ends.get((source, kind), ())

    def take(self, ask: Ask, answer: Answer) -> None:
        """Make of an answer what it is: edges, a missing or external node, or a loose end."""
        reason = answer.reason
        if answer.targets:
            if len({self.index.owner(target) for target in answer.targets}) > 1 and reason is Reason.RESOLVED:
                reason = Reason.AMBIGUOUS
            for target in answer.targets:
                self.add(ask.node, target, answer.edge, ask.place, certain=reason is Reason.RESOLVED)
        elif reason is Reason.MISSING:
            node = self.index.named(MISSING, answer.name, wanted=answer.wanted)
            self.add(ask.node, node, answer.edge, ask.place)
        elif reason is Reason.EXTERNAL and answer.name:
            self.add(ask.node, self.index.named(EXTERNAL, answer.name), answer.edge, ask.place)
        self.tally[ask.file.language, answer.edge, reason] += 1
        if reason in {Reason.DYNAMIC, Reason.AMBIGUOUS}:
            name = answer.name or ask.link.target
            self.loose_ends.append(Loose(ask.node, answer.edge, name, reason, ask.place, answer.targets))

    def loose(self, ask: Ask, edge: str) -> None:
        """Note data whose name is only known at run time."""
        self.tally[ask.file.language, edge, Reason.DYNAMIC] += 1
        self.loose_ends.append(Loose(ask.node, edge, ask.link.target, Reason.DYNAMIC, ask.place))

    def finished(self) -> tuple[Edge, ...]:
        """Give the edges in a fixed order, without those from a thing to itself at one place of the same kind."""
        return tuple(
            Edge(*key, tuple(sorted(set(places))), key in self.certain) for key, places in sorted(self.edges.items())
        )
