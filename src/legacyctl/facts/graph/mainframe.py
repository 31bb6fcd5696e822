"""COBOL, JCL, CICS and BMS: how their names lead to each other.

Programs are looked up by PROGRAM-ID and ENTRY, then by the name of a file;
copybooks by where the COBOL reader found them, then by the name of a file. CICS
and JES compare names in upper case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from legacyctl.facts.graph.index import Answer, Ask, Index, dynamic, external, found, missing, near, untyped
from legacyctl.facts.graph.units import FileNodes

_EDGES = {
    "perform": "performs",
    "goto": "performs",
    "link": "calls",
    "xctl": "calls",
    "start": "starts-transaction",
    "transid": "starts-transaction",
    "transaction": "runs",
    "pgm": "runs",
    "proc": "runs",
    "run": "runs",
    "map": "uses-map",
}
# Source that no reader of ours knows, but that holds a program all the same.
_PROGRAM_FILES = frozenset((".asm", ".s", ".hlasm", ".mlc", ".pli", ".pl1", ".plx", ".rexx", ".rex", ".ezt", ".c"))
_PROGRAM_LANGUAGES = frozenset(("cobol", "pli", "rexx", "fortran", "c", "rpg", "natural", "asm", "hlasm"))
_MEMBER_FILES = frozenset((".cpy", ".ccp", ".cbk", ".copy", ".cob", ".cbl", ".inc", ".dcl", ".sqb", ".mac"))
_PROC_FILES = frozenset((".prc", ".proc", ".jcl", ".jclproc"))


def names(made: FileNodes, index: Index) -> None:
    """Let others find the programs, procs, maps and transactions of a file."""
    for node in made.nodes.values():
        last = node.name.rpartition(".")[2].upper()
        if node.kind in {"program", "proc", "mapset", "transaction"}:
            index.name(node.kind, last, node.id)
        elif node.kind == "entry":
            index.name("program", last, index.owner(node.id))
        elif node.kind == "map":
            index.name("map", last, node.id)
            index.name("map", node.name.upper(), node.id)
        elif node.kind in {"paragraph", "section"}:
            index.name(f"paragraph {node.places[0].path}", last, node.id)


def resolve(ask: Ask) -> Answer | None:
    """Say where a call or include of the mainframe leads."""
    link = ask.link
    edge = _EDGES.get(link.how, "includes" if link.kind == "include" else "calls")
    name = link.target.strip().strip("'\"").upper()
    if link.dynamic or not name:
        return _at_run_time(ask, edge, name)
    if edge in _SPECIAL:
        return _SPECIAL[edge](ask, name)
    if link.kind == "include":
        return _member(ask, name)
    return _proc(ask, name) if link.how == "proc" else _program(ask, edge, name)


def _at_run_time(ask: Ask, edge: str, name: str) -> Answer:
    """A variable that is named like a program here is taken to hold that name; so is one with a known value."""
    programs = ask.index.find("program", name) if edge in {"calls", "runs"} else ()
    return dynamic(edge, ask.link.local or ask.link.target, ask.nearest(programs))


def _program(ask: Ask, edge: str, name: str) -> Answer:
    known = ask.index.find("program", name) or _by_stem(ask, name, _PROGRAM_FILES, _PROGRAM_LANGUAGES)
    if known:
        return found(edge, ask.nearest(known))
    return external(edge, name) if ask.knows_external(name) else missing(edge, "program", name)


def _proc(ask: Ask, name: str) -> Answer:
    """A proc in the stream of a job goes before one of a library, where the member's name counts, not its label."""
    labels: Sequence[str] = ask.index.find("proc", name)
    in_stream = any(node.kind == "job" for node in ask.file.nodes.values())
    here = [node for node in labels if in_stream and ask.index.nodes[node].path == ask.path]
    known = here or _by_stem(ask, name, _PROC_FILES, frozenset(("jcl",))) or labels
    if known:
        return found("runs", ask.nearest(known))
    return external("runs", name) if ask.knows_external(name) else missing("runs", "proc", name)


def _member(ask: Ask, name: str) -> Answer | None:
    """A copybook, DCLGEN or JCL member; the copybook of a map is made from its mapset."""
    if ask.file.language == "jcl":
        if "." in name:
            return None  # JCLLIB names a library, not a member
        known = _by_stem(ask, name, _PROC_FILES, frozenset(("jcl",)))
        return found("includes", known) if known else missing("includes", "JCL member", name)
    led = ask.file.led.get(ask.link.target, "")
    if led in ask.index.files:
        return found("includes", (ask.index.whole(led),))
    members = [ask.index.whole(path) for path in _member_paths(ask, name)]
    if members or ask.index.find("mapset", name):
        return found("includes", members or ask.nearest(ask.index.find("mapset", name)))
    return external("includes", name) if ask.knows_external(name) else missing("includes", "copybook", name)


def _map(ask: Ask, name: str) -> Answer:
    """A map is named MAPSET.MAP, or alone; a mapset without the map is better than nothing."""
    mapset, _, last = name.rpartition(".")
    known = ask.index.find("map", name) or ask.index.find("mapset", mapset or last)
    return found("uses-map", ask.nearest(known)) if known else missing("uses-map", "map", name)


def _transaction(ask: Ask, name: str) -> Answer:
    """A transaction is defined in the CSD, which is seldom in the repository: its name is a node either way."""
    known = ask.index.find("transaction", name)
    return found("starts-transaction", known or (ask.index.named("transaction", name),))


def _paragraph(ask: Ask, name: str) -> Answer:
    """A paragraph of the program itself, else of a copybook that the program copies in."""
    index = ask.index
    program = index.owner(ask.node)
    here = [node for node in index.find(f"paragraph {ask.path}", name) if index.owner(node) == program]
    if here:
        return found("performs", here)
    for path in _copied(ask):
        there = index.find(f"paragraph {path}", name)
        if there:
            return found("performs", there)
    return untyped("performs")


def _copied(ask: Ask) -> tuple[str, ...]:
    """The paths of the copybooks that a file takes in, those of its copybooks too."""
    memo = ask.file.memo
    if "copied" not in memo:
        seen: dict[str, None] = dict.fromkeys(path for path in ask.file.led.values() if path)
        waiting = [ask.file]
        while waiting:
            made = waiting.pop()
            for link in made.facts.links:
                if link.how in {"copy", "sql", "panvalet"} and link.kind == "include":
                    fresh = [path for path in _member_paths(ask, link.target) if path not in seen]
                    seen.update(dict.fromkeys(fresh))
                    waiting += [ask.index.files[path] for path in fresh]
        memo["copied"] = tuple(seen)
    return memo["copied"]


def _member_paths(ask: Ask, name: str) -> list[str]:
    """The files that may be the copybook of that name."""
    return _paths(ask, name, _MEMBER_FILES, frozenset(("cobol", "pli")))


def _by_stem(ask: Ask, name: str, extensions: frozenset[str], languages: frozenset[str]) -> list[str]:
    """Give what stands for the files of that name, nearest first."""
    return [ask.index.whole(path) for path in _paths(ask, name, extensions, languages)]


def _paths(ask: Ask, name: str, extensions: frozenset[str], languages: frozenset[str]) -> list[str]:
    """Give the other files of that name with one of the extensions or languages, nearest first."""
    files = ask.index.files
    paths = (path for path in ask.index.stems.get(name.casefold(), ()) if path != ask.path)
    fitting = (
        path for path in paths if PurePosixPath(path).suffix.lower() in extensions or files[path].language in languages
    )
    return near(fitting, ask.path)


_SPECIAL: Mapping[str, Callable[[Ask, str], Answer]] = {
    "performs": _paragraph,
    "starts-transaction": _transaction,
    "uses-map": _map,
}
