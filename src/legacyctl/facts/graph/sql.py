"""PL/SQL, T-SQL and SQL calls in any host: [schema.]package.procedure, upper and lower case alike."""

from __future__ import annotations

from legacyctl.facts.graph.index import Answer, Ask, Index, dynamic, external, found, missing, untyped
from legacyctl.facts.graph.units import FileNodes
from legacyctl.facts.graph.words import SQL, folded

_NAMED = frozenset(("package", "procedure", "function", "type", "trigger", "view", "table", "sequence", "synonym"))
# Where a call without a definition is a call for certain; in PL/SQL X(1) may be an element of an array.
_CERTAIN = frozenset(("tsql",))
_LANGUAGE = "plsql"


def names(made: FileNodes, index: Index) -> None:
    """Let others find packages, subprograms, types, views and tables by every tail of their name."""
    for node in made.nodes.values():
        if node.kind not in _NAMED:
            continue
        parts = node.name.split(".")
        if node.inner:
            index.name(f"member {node.owner}", parts[-1], node.id)
        for start in range(len(parts)):
            if not node.inner or start < len(parts) - 1:
                index.name("sql", ".".join(parts[start:]), node.id)


def resolve(ask: Ask) -> Answer | None:
    """Say where a call leads; an include is the call of a script (@file.sql)."""
    link = ask.link
    edge = "includes" if link.kind == "include" else "calls"
    if link.dynamic or "&" in link.target or not link.target:
        return dynamic(edge, link.target)  # &1 is a parameter of the script
    if edge == "includes":
        known = ask.index.by_tail(link.target.lstrip("@./"), ask.path)
        return found(edge, map(ask.index.whole, known[:1])) if known else missing(edge, "script", link.target)
    return _called(ask, folded(link.target, _LANGUAGE).strip("."))


def _called(ask: Ask, name: str) -> Answer:
    index = ask.index
    node = ask.node
    while node and "." not in name:
        inside = index.find(f"member {node}", name)
        if inside:
            return found("calls", inside)
        node = index.nodes[node].owner
    parts = name.split(".")
    packages = [one for one in index.find("sql", parts[0]) if index.nodes[one].kind in {"package", "type"}]
    # the schema before a name may be any, so what stands alone is known by its last part too
    tails = (index.find("sql", ".".join(parts[start:])) for start in range(1, len(parts)))
    known = index.find("sql", name) or packages or next(filter(None, tails), ())
    if known:
        return found("calls", ask.nearest(known))
    if index.externals.know(_LANGUAGE, "call", name):
        return external("calls", parts[0])
    certain = ask.file.language in _CERTAIN or ask.file.language not in SQL
    return missing("calls", "procedure", name) if certain else untyped("calls")
