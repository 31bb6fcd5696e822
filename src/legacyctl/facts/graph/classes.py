"""Java, Groovy, C# and VB.NET: a name leads to a class through imports, the package and what is nested.

Without types a call on an object leads nowhere (`untyped`); `new X` and `X.method`
do, by the convention that only classes start with a capital.
"""

from __future__ import annotations

from dataclasses import replace

from legacyctl.facts.graph.index import Answer, Ask, Index, dynamic, external, found, missing, untyped
from legacyctl.facts.graph.nouns import Reason
from legacyctl.facts.graph.units import FileNodes
from legacyctl.facts.graph.words import DOTNET, folded

# How many parts of a package name tell that it is of the same maker (nl.meerwijk.leges).
_MAKER = 3


def family(language: str) -> str:
    """Give the word under which the classes of a language are kept: those of .NET know each other."""
    return "class net" if language in DOTNET else "class java"


def names(made: FileNodes, index: Index) -> None:
    """Let others find the classes of a file by full and short name, and methods by class."""
    kept = family(made.language)
    if made.scope:
        index.name(f"{kept} package", made.scope, made.whole)
        index.name(f"{kept} maker", _maker(made.scope), made.whole)
    for node in made.nodes.values():
        name = folded(node.name, made.language)
        last = name.rpartition(".")[2]
        if not node.inner or node.kind in {"class", "interface", "enum", "record", "annotation", "struct"}:
            index.name(kept, folded(f"{made.scope}.{node.name}".lstrip("."), made.language), node.id)
            index.name(f"{kept} short {made.facts.path}", last, node.id)
        else:
            index.name(f"member {node.owner}", last, node.id)
    for link in made.facts.links:
        if link.kind == "include" and not link.dynamic:
            _import(made, link.target)


def _import(made: FileNodes, target: str) -> None:
    """Note what an import makes known by its short name, or the package that it opens."""
    if made.language in DOTNET:
        made.wild.append(target)
    elif target.endswith(".*"):
        made.wild.append(target.removesuffix(".*"))
    elif "." in target:
        made.led.setdefault(target.rpartition(".")[2], target)


def resolve(ask: Ask) -> Answer | None:
    """Say where an import or call leads."""
    target = ask.link.target
    edge = "includes" if ask.link.kind == "include" else "calls"
    if ask.link.dynamic or not target:
        return dynamic(edge, target)
    if edge == "calls":
        return _called(ask, target)
    return imported(ask, target) if "." in target or ask.file.language in DOTNET else _named(ask, target)


def _named(ask: Ask, target: str) -> Answer | None:
    """A type by its short name, as it stands behind `extends` or before a variable; T may be anything."""
    answer = _class(ask, target)
    return replace(answer, edge="includes") if answer.targets else None


def imported(ask: Ask, target: str) -> Answer:
    """An import of a class, of a nested one, of a static member, or of a whole package, by its full name."""
    kept = family(ask.file.language)
    package = target.removesuffix(".*")
    name = folded(package, ask.file.language)
    while name.count(".") > 1 or name == package:
        known = ask.index.find(kept, name)
        if known:
            return found("includes", ask.nearest(known))
        if name == package and ask.index.find(f"{kept} package", package):
            return Answer("includes")  # opens a package; which classes it uses, the calls tell
        name = name.rpartition(".")[0]
    if ask.knows_external(target):
        return external("includes", _package(target))
    of_ours = ask.index.find(f"{kept} maker", _maker(package.rpartition(".")[0]))
    return missing("includes", "class", target) if of_ours else external("includes", _package(target))


def _called(ask: Ask, target: str) -> Answer:
    index, language = ask.index, ask.file.language
    first, _, rest = target.partition(".")
    own = index.find(f"member {_class_of(ask)}", folded(target, language))
    if own and not rest:
        return found("calls", own)
    if not first[:1].isupper():
        known = index.find(family(language), folded(target, language))
        return found("calls", known) if known else untyped("calls")
    answer = _class(ask, first)
    if not answer.targets or not rest:
        return answer
    member = folded(rest.rpartition(".")[2], language)
    return found("calls", (node for one in answer.targets for node in index.find(f"member {one}", member) or (one,)))


def _class(ask: Ask, name: str) -> Answer:
    """A class by its short name, looked up in the order of the language."""
    index, made, kept = ask.index, ask.file, family(ask.file.language)
    short = folded(name, made.language)
    here = index.find(f"{kept} short {ask.path}", short)
    if here:
        return found("calls", here)
    if name in made.led:
        known = index.find(kept, made.led[name])
        return found("calls", ask.nearest(known)) if known else Answer("calls", Reason.EXTERNAL)
    for package in (*_scopes(made), *made.wild):
        known = index.find(kept, folded(f"{package}.{name}".lstrip("."), made.language))
        if known:
            return found("calls", ask.nearest(known))
    return Answer("calls", Reason.EXTERNAL) if ask.knows_external(name) else untyped("calls")


def _scopes(made: FileNodes) -> tuple[str, ...]:
    """The package of a file; in .NET the namespaces around it too."""
    if made.language not in DOTNET:
        return (made.scope,)
    parts = made.scope.split(".")
    return tuple(".".join(parts[:count]) for count in range(len(parts), 0, -1))


def _class_of(ask: Ask) -> str:
    """The id of the innermost class around the reference."""
    node = ask.index.nodes[ask.node]
    return node.id if node.kind in {"class", "interface", "enum", "record"} or not node.owner else node.owner


def _package(target: str) -> str:
    """The package of an imported name, by the convention that packages are in lower case."""
    parts = target.removesuffix(".*").split(".")
    lower = [part for part in parts if part[:1].islower()]
    return ".".join(lower or parts)


def _maker(package: str) -> str:
    return ".".join(package.split(".")[:_MAKER])
