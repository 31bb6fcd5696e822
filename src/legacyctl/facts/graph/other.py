"""All other languages: includes lead to files by their path, calls to what bears the name.

Looked up for a plain name: the file itself, the class around it, then, where the
language links everything together, the whole repository. A name behind a dot,
`::` or `->` is a member of the class or module before it, when there is one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace

from legacyctl.facts.graph import classes
from legacyctl.facts.graph.index import Answer, Ask, Index, dynamic, external, found, missing, untyped
from legacyctl.facts.graph.units import FileNodes
from legacyctl.facts.graph.words import BY_FILE, GLOBAL_CALLS, folded

# Of a name that many files define, so many nearest ones are kept.
NEAREST = 8
_GROUPS = {
    "cpp": "c",
    "typescript": "javascript",
    "tsx": "javascript",
    "html": "javascript",
    "vb6": "vb",
    "vba": "vb",
    "ksh": "bash",
    "shell": "bash",
    "delphi": "pascal",
}
_ENDINGS = {
    "javascript": ("", ".js", ".ts", ".jsx", ".tsx", "/index.js", "/index.ts"),
    "perl": ("", ".pm", ".pl"),
    "php": ("", ".php"),
    "r": ("", ".R"),
}
# What an include that leads nowhere should have been; where none is named, no one can tell.
_WANTED = {"c": "header", "php": "file", "bash": "script", "fortran": "module", "html": "file", "jsp": "file"}
# A path that starts from a variable is known by its tail: $HOME/bin/x.ksh, ${BIN}/x.ksh, %BIN%\\x.cmd
_VARIABLE = re.compile(r"^.*(?:\$\{\w+\}|\$\w+|%\w+%)[/\\]?")
_BINARIES = (".tlb", ".dll", ".ocx", ".exe", ".so", ".olb")
# What a page or descriptor names may be an address that the framework maps (/logon.do): only these are files.
_PAGES = frozenset(("xml", "jsp", "html"))
_PAGE = re.compile(r"^[^{}]+\.(?:jspf?|html?|xml|xslt?|js|css|inc|tld|properties)$", re.IGNORECASE)
_SEPARATOR = re.compile(r"::|->|[.\\]")


def group(language: str) -> str:
    """Give the word under which languages share their names."""
    return _GROUPS.get(language, language)


def names(made: FileNodes, index: Index) -> None:
    """Let others find classes, modules and functions by name."""
    kept = group(made.language)
    for node in made.nodes.values():
        last = folded(_SEPARATOR.split(node.name)[-1] if node.inner else node.name, made.language)
        if node.inner:
            index.name(f"member {node.owner}", last, node.id)
            index.name(f"function {kept}", last, node.id)
        if not node.inner or node.kind in {"class", "module", "package", "namespace", "struct", "interface"}:
            index.name(f"thing {kept}", last, node.id)


def resolve(ask: Ask) -> Answer | None:
    """Say where an include or call leads."""
    link = ask.link
    edge = "includes" if link.kind == "include" else "calls"
    if link.dynamic or not link.target:
        return dynamic(edge, link.target)
    return _included(ask, link.target.strip()) if edge == "includes" else _called(ask, link.target)


def _included(ask: Ask, target: str) -> Answer:
    language = ask.file.language
    name = target.strip("\"'<> ")
    if not name or "://" in name or name.startswith(("data:", "#", "javascript:", "mailto:")):
        return external("includes", "")
    known = _files(ask, name)
    if known:
        return found("includes", known)
    things = ask.index.find(f"thing {group(language)}", folded(name, language))
    if things and language not in BY_FILE:
        return found("includes", ask.nearest(things)[:NEAREST])
    if ask.link.how == "dependency":
        return external("includes", name)
    if target.startswith("<") or ask.knows_external(name) or _is_of_the_machine(ask, name):
        return external("includes", name)
    wanted = _WANTED.get(group(language), "file" if name.startswith((".", "/")) else "")
    if (language in _PAGES and not _PAGE.search(name)) or (language == "php" and "\\" in name):
        wanted = ""  # an address that a framework maps, or a class of some package
    return missing("includes", wanted, name) if wanted else untyped("includes")


def _is_of_the_machine(ask: Ask, name: str) -> bool:
    """Whether it is a type library or program library, or lies outside the repository (/etc/profile)."""
    return name.lower().endswith(_BINARIES) or (group(ask.file.language) == "bash" and name.startswith("/"))


def _files(ask: Ask, name: str) -> list[str]:
    """What stands for the file that a path leads to: from the folder of the asking file or one above, else by its tail.

    A path of a web application starts with a slash at its root, wherever that lies above the asking file.
    """
    index = ask.index
    path = _VARIABLE.sub("", name.partition("?")[0]).replace("\\", "/").replace("::", "/")
    for ending in _ENDINGS.get(group(ask.file.language), ("",)):
        for folder in _folders(ask.path, only_own=path.startswith(".")):
            whole = posixpath.normpath(f"{folder}/{path.lstrip('/')}{ending}").lstrip("/")
            if whole in index.files:
                return [index.whole(whole)]
        tail = posixpath.normpath(f"{path}{ending}").lstrip("./")
        known = index.by_tail(tail, ask.path) if "." in tail else []
        if known:
            return [index.whole(one) for one in known[:NEAREST]]
    return []


def _folders(path: str, *, only_own: bool) -> Iterator[str]:
    """The folder of a file and, unless only its own is wanted, those above it; the root is ""."""
    folder = path.rpartition("/")[0]
    yield folder
    while folder and not only_own:
        folder = folder.rpartition("/")[0]
        yield folder


def _called(ask: Ask, target: str) -> Answer:
    index, language = ask.index, ask.file.language
    if group(language) == "bash":
        return _started(ask, target)
    if language == "xml" and "." in target:
        return dynamic("calls", target) if "{" in target else replace(classes.imported(ask, target), edge="calls")
    parts = [part for part in _SEPARATOR.split(target) if part]
    if not parts:
        return untyped("calls")
    name = folded(parts[-1], language)
    if len(parts) == 1:
        return _plain(ask, name)
    things = index.find(f"thing {group(language)}", folded(parts[-2], language))
    if things:
        nearest = ask.nearest(things)[:NEAREST]
        return found("calls", (node for one in nearest for node in index.find(f"member {one}", name) or (one,)))
    return external("calls", "") if ask.knows_external(target) else untyped("calls")


def _started(ask: Ask, target: str) -> Answer:
    """What a shell script starts: a function of its own, a Java class, or another file."""
    known = [*ask.index.find("class java", target)] or (_files(ask, target) if "." in target else [])
    if known:
        return found("runs", known)
    if "." in target and ask.link.how in {"script", "sqlplus"}:
        return missing("runs", "script", target)
    return _plain(ask, target)


def _plain(ask: Ask, name: str) -> Answer:
    """A name without anything before it."""
    index, language = ask.index, ask.file.language
    node = ask.node
    while node:
        inside = index.find(f"member {node}", name)
        if inside:
            return found("calls", inside)
        node = index.nodes[node].owner
    known: tuple[str, ...] = ()
    if language in GLOBAL_CALLS:
        known = ask.nearest(index.find(f"function {group(language)}", name))
    known = known or ask.nearest(index.find(f"thing {group(language)}", name))
    if known:
        return found("calls", known[:NEAREST])
    return external("calls", "") if ask.knows_external(name) else untyped("calls")
