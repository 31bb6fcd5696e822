"""Python 2 and 3: imports lead to modules by their dotted path, relative ones by the folder.

A module counts as importable from the folder of the file that asks (as Python 2
does), and from every folder that is no package itself.
"""

from __future__ import annotations

from legacyctl.facts.graph.index import Answer, Ask, Index, dynamic, external, found, missing, near, untyped
from legacyctl.facts.graph.nouns import Reason
from legacyctl.facts.graph.units import FileNodes

_INIT = "__init__"


def dotted(path: str) -> tuple[str, ...]:
    """Give the parts of the dotted name that a file has below the root; a package has that of its folder."""
    parts = tuple(path.rpartition(".")[0].split("/"))
    return parts[:-1] if parts[-1] == _INIT else parts


def names(made: FileNodes, index: Index) -> None:
    """Let others find the module by the last part of its name, and its functions and classes by name."""
    parts = dotted(made.facts.path)
    if parts:
        index.name("python", parts[-1], made.whole)
    if made.facts.path.endswith(f"{_INIT}.py"):
        index.name("python package", "/".join(parts), made.whole)
    for node in made.nodes.values():
        if node.inner:
            index.name(f"member {node.owner}", node.name.rpartition(".")[2], node.id)
    made.wild += [link.target for link in made.facts.links if link.kind == "include" and not link.dynamic]


def resolve(ask: Ask) -> Answer | None:
    """Say where an import or call leads."""
    target = ask.link.target
    edge = "includes" if ask.link.kind == "include" else "calls"
    if ask.link.dynamic or not target:
        return dynamic(edge, target)
    return _imported(ask, target) if edge == "includes" else _called(ask, target)


def _imported(ask: Ask, target: str) -> Answer:
    known = _modules(ask, target)
    if known:
        return found("includes", known)
    first = target.partition(".")[0]
    # a module that happens to be called html, beside the asking one, has no html.parser
    ours = (
        [node for node in _modules(ask, first) if ask.index.nodes[node].path.endswith(f"{_INIT}.py")] if first else []
    )
    if not first or (ours and not ask.knows_external(first)):
        return missing("includes", "module", target)
    return external("includes", first)


def _modules(ask: Ask, target: str) -> tuple[str, ...]:
    """The modules that a dotted name may mean in a file, the nearest only where it is not relative."""
    memo = ask.file.memo
    if target not in memo:
        memo[target] = _looked_up(ask, target)
    return memo[target]


def _looked_up(ask: Ask, target: str) -> tuple[str, ...]:
    bare = target.lstrip(".")
    dots = len(target) - len(bare)
    wanted = tuple(part for part in bare.split(".") if part)
    folder = tuple(ask.path.split("/")[:-1])
    if dots:
        whole = (*folder[: len(folder) - dots + 1], *wanted)
        return tuple(node for node in _ending(ask, whole[-1:]) if dotted(ask.index.nodes[node].path) == whole)
    return tuple(node for node in _ending(ask, wanted) if _importable(ask, node, len(wanted), folder))[:1]


def _ending(ask: Ask, wanted: tuple[str, ...]) -> list[str]:
    """The modules whose dotted name ends so, nearest first."""
    if not wanted:
        return []
    by_path = {ask.index.nodes[node].path: node for node in ask.index.find("python", wanted[-1])}
    paths = [path for path in by_path if dotted(path)[-len(wanted) :] == wanted]
    return [by_path[path] for path in near(paths, ask.path)]


def _importable(ask: Ask, node: str, depth: int, folder: tuple[str, ...]) -> bool:
    """Whether the name may start at the folder above it: that of the asking file, or one that is no package."""
    root = dotted(ask.index.nodes[node].path)[:-depth]
    return root == folder or not ask.index.find("python package", "/".join(root))


def _called(ask: Ask, target: str) -> Answer:
    """A function or class of this module, of an imported one, or of a submodule of an imported package."""
    index = ask.index
    first, _, rest = target.partition(".")
    own = index.find(f"member {ask.file.whole}", first)
    if own:
        return found("calls", own)
    if first in {"self", "cls"}:
        return _method(ask, rest)
    if not rest:
        return _from_imports(ask, target)
    modules = _object(ask, first)
    if not modules:
        return Answer("calls", Reason.EXTERNAL) if _is_library(ask, first) else untyped("calls")
    last = rest.rpartition(".")[2]
    return found("calls", (node for one in modules for node in index.find(f"member {one}", last) or (one,)))


def _from_imports(ask: Ask, name: str) -> Answer:
    """A plain name: something of a module that is imported, or built in."""
    memo, key = ask.file.memo, f"name {name}"
    if key not in memo:
        modules = (module for target in ask.file.wild for module in _modules(ask, target))
        members = (ask.index.find(f"member {module}", name) for module in modules)
        memo[key] = tuple(next(filter(None, members), ()))
    if memo[key]:
        return found("calls", memo[key])
    return Answer("calls", Reason.EXTERNAL) if ask.knows_external(name) else untyped("calls")


def _object(ask: Ask, name: str) -> tuple[str, ...]:
    """The module that a name before a dot stands for: imported itself, or by `from package import module`."""
    memo, key = ask.file.memo, f"object {name}"
    if key not in memo:
        memo[key] = next(filter(None, (_as_object(ask, target, name) for target in ask.file.wild)), ())
    return memo[key]


def _as_object(ask: Ask, target: str, name: str) -> tuple[str, ...]:
    if target.rpartition(".")[2] == name:
        return _modules(ask, target)
    return _modules(ask, f"{target}.{name}" if target.strip(".") else f"{target}{name}")


def _method(ask: Ask, name: str) -> Answer:
    """A method of the class around the reference."""
    node = ask.index.nodes[ask.node]
    while node.owner and node.kind != "class":
        node = ask.index.nodes[node.owner]
    known = ask.index.find(f"member {node.id}", name)
    return found("calls", known) if known else untyped("calls")


def _is_library(ask: Ask, name: str) -> bool:
    externals, language = ask.index.externals, ask.file.language
    return name in ask.file.wild and externals.know(language, "include", name)
