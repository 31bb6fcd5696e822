"""A project's own language adapters: what its files may not say, because a repository's file must run no code.

A grammar is a Python package, and loading one runs it. So an adapter of a
project may only name a grammar of a bundled adapter, or one that is installed
where packages are installed and whose name says that it is a grammar. It has no
compiler and no compile command: those are programs.
"""

from __future__ import annotations

import importlib.util
import re
import site
import sysconfig
from collections.abc import Collection
from pathlib import Path

GRAMMAR = re.compile(r"tree_sitter_\w+(?:\.\w+)*(?::language\w*)?")


def grammar_problem(grammar: str, bundled: Collection[str]) -> str:
    """Say why a project may not use a grammar; "" when it may."""
    if not grammar or grammar in bundled:
        return ""
    if not GRAMMAR.fullmatch(grammar):
        return f"'{grammar}' is not the name of a grammar: tree_sitter_NAME"
    top = grammar.partition(":")[0].partition(".")[0]
    spec = importlib.util.find_spec(top)
    if spec is None or not spec.origin:
        return f"the grammar {top} is not installed: pip install {top.replace('_', '-')}"
    home = Path(spec.origin).resolve().parent.parent
    if home not in _package_folders():
        return f"the grammar {top} does not lie where packages are installed, but in {home}"
    return ""


def _package_folders() -> set[Path]:
    """Give the folders in which packages are installed."""
    paths = sysconfig.get_paths()
    folders = [paths["purelib"], paths["platlib"], site.getusersitepackages(), *site.getsitepackages()]
    return {Path(folder).resolve() for folder in folders}
