"""Why something outside may start a thing: jobs, transactions, main methods, scripts, pages, triggers, tests.

Code of others and generated code has its callers elsewhere, or its unused parts for a reason.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

from legacyctl.facts.graph.index import Index
from legacyctl.facts.graph.nouns import Node
from legacyctl.facts.graph.units import FileNodes

_KINDS = {"job": "job", "transaction": "transaction", "trigger": "trigger"}
_MAIN = frozenset(("main", "wmain", "winmain"))
_PAGES = frozenset((".jsp", ".html", ".htm", ".xhtml", ".asp", ".aspx", ".php", ".cgi", ".phtml"))
_SCRIPTS = frozenset(("bash", "ksh", "shell", "perl", "rexx", "r"))
_RUN_FILES = frozenset(("__main__", "setup", "manage", "wsgi", "conftest", "wscript", "sconstruct", "sconscript"))
_TEST = re.compile(
    r"(?:^|/)(?:tests?|testsuite|t)/|(?:^|/)test_[^/]*$|(?:_test|Tests?|TestCase)\.[^./]+$|(?:^|/)Test[A-Z][^/]*$"
)
_PROGRAMS = frozenset(("fortran", "pascal", "delphi", "ada", "natural"))


def mark(made: FileNodes, index: Index) -> None:
    """Say of the things of a file why they may be started from outside."""
    for key in made.nodes:
        node = index.nodes[key]
        why = "" if node.inner else _why(node, made)
        if why:
            index.nodes[key] = replace(node, entry=why)


def _why(node: Node, made: FileNodes) -> str:
    if node.kind in _KINDS:
        return _KINDS[node.kind]
    if made.facts.vendored or made.facts.generated:
        return "vendored" if made.facts.vendored else "generated"
    if _TEST.search(node.path):
        return "test"
    if _has_main(node, made):
        return "main"
    return _how_a_file_runs(made) if node.id == made.whole else ""


def _how_a_file_runs(made: FileNodes) -> str:
    """Whether a server hands the file out, or a person starts it by its name."""
    path = PurePosixPath(made.facts.path)
    if path.suffix.lower() in _PAGES:
        return "page"
    bare = not path.suffix and made.language
    script = made.language in _SCRIPTS and path.suffix != ".pm"
    return "script" if bare or script or path.stem.lower() in _RUN_FILES or _runs_itself(made) else ""


def _has_main(node: Node, made: FileNodes) -> bool:
    """Whether it is a main program, or has a method or function of that name."""
    if node.kind == "program" and made.language in _PROGRAMS:
        return True
    inner = (
        one
        for one in made.nodes.values()
        if one.owner == node.id and one.kind in {"method", "function", "procedure", "sub"}
    )
    return made.language != "python" and any(one.name.rpartition(".")[2].lower() in _MAIN for one in inner)


def _runs_itself(made: FileNodes) -> bool:
    """Whether a Python module calls its own main function while it is loaded."""
    if made.language != "python":
        return False
    module = PurePosixPath(made.facts.path).stem
    return any(
        link.kind == "call" and link.unit == module and link.target.rpartition(".")[2] in _MAIN
        for link in made.facts.links
    )
