"""Grammars and queries, compiled once a process.

A query of an adapter puts tags on nodes (`parse.tree` lists them); captures that
start with an underscore only serve its predicates, @name gives the text (several
are joined by a dot), and @is.dynamic says that it is only known at run time.
@name.FIELD gives the text of the node's child in that field: a pattern that
itself waits for a child behind a deep left side costs the square of the depth.
A query of a rule captures @finding.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tree_sitter

from legacyctl.catalog import Language, bundled
from legacyctl.errors import CatalogError
from legacyctl.parse.tree import TAGS, UNIT

FINDING = "finding"
NAME = "name"
NAME_FIELD = "name."
# The one attribute of a mark that a .scm can give.
DYNAMIC_MARK = "is.dynamic"
DYNAMIC: Mapping[str, str | int | bool] = {"dynamic": True}
PLAIN: Mapping[str, str | int | bool] = {}
_HELPERS = ("_", NAME_FIELD, DYNAMIC_MARK)
# Those that py-tree-sitter 0.26.1 applies; it passes over others without a word (not-any-of? too),
# and `#set!` behind one of these ends the interpreter.
PREDICATES = frozenset(
    (
        *("eq?", "not-eq?", "any-eq?", "any-not-eq?", "match?", "not-match?", "any-match?", "any-not-match?"),
        "any-of?",
    )
)
_PREDICATE = re.compile(r"\(\s*#([\w-]+[?!])")


@dataclass(frozen=True, slots=True)
class MarkQuery:
    """The compiled query of a language.

    `families` gives for each tag what stands before its first dot.
    """

    query: tree_sitter.Query
    families: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FindingQuery:
    """The compiled queries of several rules; `owners` gives for each pattern the place of its rule."""

    query: tree_sitter.Query
    owners: tuple[int, ...]


@cache
def grammar(package: str) -> tree_sitter.Language:
    """Load the grammar of a Python package; raises CatalogError when it is not installed."""
    try:
        return tree_sitter.Language(importlib.import_module(package).language())
    except ModuleNotFoundError:
        folder = bundled("adapters/languages")
        raise CatalogError(folder, [f"the grammar {package} is not installed; install legacyctl again"]) from None


@cache
def marks(language: Language) -> MarkQuery:
    """Compile the query of a language; raises CatalogError for what the grammar or the vocabulary lacks."""
    path = bundled("adapters/languages") / f"{language.id}.scm"
    query = _compiled(language.grammar, path, language.query)
    names = [query.capture_name(index) for index in range(query.capture_count)]
    unknown = [name for name in names if not (name in TAGS or name == NAME or name.startswith((UNIT, *_HELPERS)))]
    if unknown:
        raise CatalogError(path, [f"@{name} is not a tag that parse/tree.py lists" for name in unknown])
    families = {name: name.partition(".")[0] for name in names if name != NAME and not name.startswith(_HELPERS)}
    return MarkQuery(query, families)


@cache
def findings(package: str, rules: tuple[tuple[Path, str], ...]) -> FindingQuery:
    """Combine the queries of rules (file, text) into one; raises CatalogError naming the file of a broken one."""
    owners: list[int] = []
    for index, (path, text) in enumerate(rules):
        query = _compiled(package, path, text)
        if FINDING not in map(query.capture_name, range(query.capture_count)):
            raise CatalogError(path, [f"match.query: has no capture @{FINDING}"])
        owners += [index] * query.pattern_count
    combined = tree_sitter.Query(grammar(package), "\n".join(text for _, text in rules))
    return FindingQuery(combined, tuple(owners))


def _compiled(package: str, path: Path, text: str) -> tree_sitter.Query:
    unknown = set(_PREDICATE.findall(text)) - PREDICATES
    if unknown:
        raise CatalogError(path, [f"query: #{word} is not a predicate that is applied" for word in sorted(unknown)])
    try:
        return tree_sitter.Query(grammar(package), text)
    except tree_sitter.QueryError as fault:
        raise CatalogError(path, [f"query: {fault}"]) from None
