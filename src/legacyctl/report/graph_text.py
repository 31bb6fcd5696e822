"""What a person reads of the graph: plain text, in Dutch or English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from legacyctl.facts import graph as graphs
from legacyctl.facts.graph import DATA, EXTERNAL, MISSING, Cycle, Edge, Graph, Hit, Loose, Node, Reason, Unused
from legacyctl.report.graph_words import kind, phrase
from legacyctl.source import shown

TOP = 10
ASKED = 3
_REASONS = (Reason.RESOLVED, Reason.AMBIGUOUS, Reason.EXTERNAL, Reason.MISSING, Reason.DYNAMIC, Reason.UNTYPED)
_ROW = "  {:<12} {:>12}" + " {:>15}" * len(_REASONS)


def summary(graph: Graph, lang: str) -> str:
    """Give the counts, what became of the references, the hubs and the entry points."""
    say = phrase(lang)
    lines = [say("head", nodes=len(graph.nodes), edges=len(graph.edges)), ""]
    lines += [_counted(say("things"), Counter(kind(node.kind, lang) for node in graph.nodes))]
    lines += [_counted(say("links"), Counter(kind(edge.kind, lang) for edge in graph.edges)), ""]
    lines += [*_references(graph, lang), ""]
    for reason in (Reason.DYNAMIC, Reason.AMBIGUOUS):
        lines += _loose([one for one in graph.loose if one.reason is reason], reason, lang)
    gone = sum(node.kind == MISSING for node in graph.nodes)
    lines += [say("gone", count=gone), ""] if gone else []
    lines += [*_hubs(graph, lang), "", *_entries(graph, lang)]
    return "\n".join(lines).rstrip("\n") + "\n"


def impact(graph: Graph, starts: Sequence[Node], hits: Sequence[Hit], lang: str) -> str:
    """Give what may break, a line each with the way that leads there."""
    say = phrase(lang)
    what = ", ".join(_named(node, lang) for node in starts)
    if not hits:
        return say("no_impact", what=what) + "\n"
    lines = [say("impact", what=what, count=len(hits))]
    for hit in hits:
        way = " > ".join(shown(graph.by_id[one].name) for one in graphs.trail(hit, hits))
        lines.append(f"  {hit.depth} {_named(hit.node, lang)}")
        lines.append(f"      {way}  ({kind(hit.edge.kind, lang)}, {_places(hit.edge)})")
    count = _reasons(graph)
    lines.append(say("impact_note", dynamic=count[Reason.DYNAMIC], untyped=count[Reason.UNTYPED]))
    return "\n".join(lines) + "\n"


def missing(graph: Graph, gone: Sequence[tuple[Node, Sequence[Edge]]], lang: str) -> str:
    """Give what is missing, with who asks for it."""
    say = phrase(lang)
    lines = [say("missing", count=len(gone))]
    for node, edges in gone:
        lines.append(f"  {kind(node.wanted, lang)} {shown(node.name)}")
        asking = ((shown(graph.by_id[edge.source].name), _places(edge)) for edge in edges[:ASKED])
        lines += [f"    {by}  {place}" for by, place in asking]
        lines += [say("more", count=len(edges) - ASKED)] if len(edges) > ASKED else []
    return "\n".join(lines) + "\n"


def dead(graph: Graph, unused: Sequence[Unused], lang: str) -> str:
    """Give what nothing refers to, and what is proven dead, apart."""
    say = phrase(lang)
    suspects = [one.node for one in unused if not one.proven]
    proven = [one.node for one in unused if one.proven]
    lines = [say("dead", count=len(suspects)), *(f"  {_named(node, lang)}" for node in suspects)]
    dynamic = graphs.unknown_calls(graph)
    lines += [say("dead_dynamic", count=dynamic)] if dynamic and suspects else []
    kinds = {node.kind for node in graph.nodes}
    if any(node.kind == "program" for node in suspects) and not kinds & {"job", "step", "transaction"}:
        lines.append(say("dead_batch"))
    lines += [say("proven", count=len(proven)), *(f"  {_named(node, lang)}" for node in proven)]
    return "\n".join(lines) + "\n"


def cycles(graph: Graph, found: Sequence[Cycle], lang: str) -> str:
    """Give every cycle with one shortest ring."""
    say = phrase(lang)
    lines = [say("cycles", count=len(found))]
    for one in found:
        ring = [graph.by_id[edge.source].name for edge in one.ring] + [graph.by_id[one.ring[-1].target].name]
        lines.append("  " + say("cycle", size=len(one.members), ring=" > ".join(map(shown, ring))))
        lines += [f"      {kind(edge.kind, lang)} {_places(edge)}" for edge in one.ring[:TOP]]
    return "\n".join(lines) + "\n"


def _named(node: Node, lang: str) -> str:
    """The kind and the name of a node, with where it is defined."""
    place = f"  {shown(str(node.places[0]))}" if node.places else ""
    return f"{kind(node.wanted or node.kind, lang)} {shown(node.name)}{place}"


def _places(edge: Edge) -> str:
    more = f" +{len(edge.places) - 1}" if len(edge.places) > 1 else ""
    return shown(str(edge.places[0])) + more


def _counted(title: str, counts: Counter[str]) -> str:
    return f"{title}: " + ", ".join(
        f"{name} {count}" for name, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    )


def _references(graph: Graph, lang: str) -> list[str]:
    """A row per language: how many references, and the share of each outcome."""
    say = phrase(lang)
    per_language: dict[str, Counter[Reason]] = {}
    for (language, _, reason), count in (graph.tally or {}).items():
        per_language.setdefault(language, Counter())[reason] += count
    rows = [say("references"), _ROW.format(*say("columns").split())]
    rows += [_row(language, counts) for language, counts in sorted(per_language.items())]
    return [*rows, _row(say("all"), _reasons(graph))]


def _row(title: str, counts: Counter[Reason]) -> str:
    total = counts.total()
    cells = (f"{counts[reason]} ({counts[reason] / total:.1%})" if counts[reason] else "-" for reason in _REASONS)
    return _ROW.format(title, total, *cells)


def _reasons(graph: Graph) -> Counter[Reason]:
    counts: Counter[Reason] = Counter()
    for (_, _, reason), count in (graph.tally or {}).items():
        counts[reason] += count
    return counts


def _loose(found: Sequence[Loose], reason: Reason, lang: str) -> list[str]:
    if not found:
        return []
    say = phrase(lang)
    lines = [say(reason.value, count=len(found))]
    for one in found[:TOP]:
        also = f" ({len(one.candidates)})" if one.candidates else ""
        lines.append(f"  {kind(one.kind, lang)} {shown(one.target) or say('unnamed')}{also}  {shown(str(one.place))}")
    lines += [say("more", count=len(found) - TOP)] if len(found) > TOP else []
    return [*lines, ""]


def _hubs(graph: Graph, lang: str) -> list[str]:
    """The things that most others refer to; what the machine brings along is none."""
    say = phrase(lang)
    own = [node for node in graph.nodes if node.kind not in {EXTERNAL, MISSING}]
    ranked = sorted(own, key=lambda node: (-_sources(graph, node), node.id))[:TOP]
    return [
        say("hubs"),
        *(
            say(
                "hub",
                kind=kind(node.kind, lang),
                name=shown(node.name),
                incoming=_sources(graph, node),
                outgoing=len(graph.outgoing.get(node.id, ())),
            )
            for node in ranked
            if _sources(graph, node)
        ),
    ]


def _sources(graph: Graph, node: Node) -> int:
    return len({edge.source for edge in graph.incoming.get(node.id, ())})


def _entries(graph: Graph, lang: str) -> list[str]:
    """The entry points by why they are one, a few names each."""
    by_why: dict[str, list[str]] = {}
    for node in graph.nodes:
        if node.entry and node.kind not in DATA:
            by_why.setdefault(node.entry, []).append(shown(node.name))
    lines = [phrase(lang)("entries")] if by_why else []
    for why, names in sorted(by_why.items()):
        more = ", ..." if len(names) > TOP else ""
        lines.append(f"  {kind(why, lang)} {len(names)}: {', '.join(names[:TOP])}{more}")
    return lines
