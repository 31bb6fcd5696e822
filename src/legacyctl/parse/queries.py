"""Grammars and queries, compiled once a process.

A query of an adapter puts tags on nodes (`parse.tree` lists them); captures that
start with an underscore only serve its predicates, @name gives the text (several
are joined by a dot), @is.dynamic says that it is only known at run time, and
@how.WORD is the word for it; the quotes around an @is.quoted name are no part of
it. @is.array names what brackets index in this file: a call of that name is none.
@name.FIELD gives the text of the node's child in that field, @name.FIELD.TYPE only
where that is a node of that type: a pattern that itself waits for a child costs
more, and behind a deep left side the square of the depth.
A query of a rule captures @finding. The patterns of a language and of all rules
asked make one query, because every pass over a tree costs a third of its parse.
"""

from __future__ import annotations

import importlib
import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import tree_sitter

from legacyctl.catalog import Language, Rule, bundled
from legacyctl.errors import CatalogError
from legacyctl.parse.tree import TAGS, UNIT

FINDING = "finding"
NAME = "name"
NAME_FIELD = "name."
# The attributes of a mark that a .scm can give.
DYNAMIC = "is.dynamic"
HOW = "how."
QUOTED = "is.quoted"
ARRAY = "is.array"
BOOLEAN = "boolean"
# The parts of a language's query.
ALL, FACTS, STRINGS = "all", "facts", "strings"
# The package of the extra `legacy`; a module for each of its grammars.
_PACK = "tree_sitter_language_pack"
_HELPERS = ("_", NAME_FIELD, DYNAMIC, HOW, QUOTED, ARRAY)
# Those that py-tree-sitter 0.26.1 applies; it passes over others without a word (not-any-of? too),
# and `#set!` behind one of these ends the interpreter.
PREDICATES = frozenset(
    (
        *("eq?", "not-eq?", "any-eq?", "any-not-eq?", "match?", "not-match?", "any-match?", "any-not-match?"),
        "any-of?",
    )
)
_PREDICATE = re.compile(r"\(\s*#([\w-]+[?!])")
# A run of captures, which are all of one node; predicates, texts and comments are passed over.
_RUN = re.compile(
    r'\(\s*#(?:"(?:\\.|[^"\\])*"|[^)"])*\)|"(?:\\.|[^"\\])*"|;[^\n]*|(?P<first>@[\w.-]+)(?P<others>(?:\s+@[\w.-]+)*)'
)


class Naming(NamedTuple):
    """How a pattern names what it matches: by the nodes of the captures in `plain`, then by children of others.

    `fields` gives for each of those its capture, the field, and the type that the
    child must have, or "". `quoted` says that the name stands between quotes.
    """

    plain: tuple[str, ...]
    fields: tuple[tuple[str, str, str], ...]
    quoted: bool


class Shape(NamedTuple):
    """What one pattern of a language gives: its tags, each with its capture and its family, and how it is named.

    `special` is BOOLEAN for a pattern that may be an and / or, ARRAY for one that names arrays, else "".
    """

    tags: tuple[tuple[str, str, str], ...]
    attributes: Mapping[str, str | int | bool]
    naming: Naming | None
    special: str


@dataclass(frozen=True)
class TreeQuery:
    """A compiled query: the patterns of a language (`shapes`), then those of rules (`owners`).

    `owners` gives for each pattern of a rule the place of that rule among those
    that were asked. A family is what stands before the first dot of a tag.
    """

    query: tree_sitter.Query
    shapes: tuple[Shape, ...]
    owners: tuple[int, ...] = ()

    @cached_property
    def tags(self) -> frozenset[str]:
        """All tags that the query of the language can give."""
        return frozenset(tag for shape in self.shapes for _, tag, _ in shape.tags)

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of those tags."""
        return frozenset(family for shape in self.shapes for _, _, family in shape.tags)


class _Combination(NamedTuple):
    """What was last asked of a language: a run asks the same of every file."""

    language: Language
    rules: tuple[Rule, ...]
    query: TreeQuery


_LAST: dict[str, _Combination] = {}


@cache
def grammar(name: str) -> tree_sitter.Language:
    """Load a grammar; raises CatalogError when it is not installed.

    `name` is a Python package, with a colon and its function where it holds several grammars.
    """
    package, _, function = name.partition(":")
    try:
        pointer = getattr(importlib.import_module(package), function or "language")()
        with warnings.catch_warnings():
            # Some packages give a plain number, which the engine still takes.
            warnings.simplefilter("ignore", DeprecationWarning)
            return tree_sitter.Language(pointer)
    except ModuleNotFoundError:
        raise CatalogError(bundled("adapters/languages"), [_missing(package)]) from None


@cache
def problem(name: str) -> str:
    """Say why a grammar cannot be used here, with the way out; "" when it can."""
    try:
        grammar(name)
    except CatalogError as fault:
        return fault.problems[0]
    return ""


@cache
def marks(language: Language, part: str = ALL) -> TreeQuery:
    """Compile the query of a language: ALL of it, without what only gives strings (FACTS), or nothing else (STRINGS).

    Raises CatalogError for what the grammar or the vocabulary lacks.
    """
    return _compiled(language, (), part)


@cache
def findings(language: Language, rules: tuple[tuple[Path, str], ...]) -> TreeQuery:
    """Combine the queries of rules (file, text) into one; raises CatalogError naming the file of a broken one."""
    return _compiled(replace(language, query=""), rules, ALL)


def combined(language: Language, rules: tuple[Rule, ...]) -> TreeQuery:
    """Give the query of a language, but for its strings, and those of rules as one.

    Raises CatalogError as `marks` and `findings` do.
    """
    if not rules:
        return marks(language, FACTS)
    last = _LAST.get(language.id)
    if last is None or last.language is not language or last.rules != rules:
        last = _LAST[language.id] = _Combination(language, rules, _compiled(language, asked(rules), FACTS))
    return last.query


def asked(rules: tuple[Rule, ...]) -> tuple[tuple[Path, str], ...]:
    """Give what identifies the queries of rules: the file and the text of each."""
    return tuple((rule.path, rule.match.query) for rule in rules)


def _compiled(language: Language, rules: tuple[tuple[Path, str], ...], part: str) -> TreeQuery:
    """Compile a language's query and those of rules as one, once: that takes longer than anything else here."""
    own = language.path.with_suffix(".scm")
    parts = [(own, language.query), *rules]
    problems = {path: [*_unknown_predicates(text)] for path, text in parts}
    problems[own] += [f"@{name} is not a tag that parse/tree.py lists" for name in _unknown(language.query)]
    for path, text in rules:
        problems[path] += [] if FINDING in _captures(text) else ["match.query: has no capture @finding"]
    for path, found in problems.items():
        if found:
            raise CatalogError(path, found)
    query = _query(language.grammar, [(own, _RUN.sub(_only_first, language.query)), *rules])
    ends = list(accumulate(len(text.encode()) + 1 for _, text in parts))
    starts = [query.start_byte_for_pattern(pattern) for pattern in range(query.pattern_count)]
    count = bisect_left(starts, ends[0])
    shapes = [_shape(_pattern(language.query, query, number)) for number in range(count)]
    for number, shape in enumerate(shapes):
        if part != ALL and (part == STRINGS) != ([tag for _, tag, _ in shape.tags] == ["string"]):
            query.disable_pattern(number)
    return TreeQuery(query, tuple(shapes), tuple(bisect_right(ends, start) - 1 for start in starts[count:]))


def _only_first(found: re.Match[str]) -> str:
    """Leave of a run of captures the first; what the others say is known without asking the engine."""
    return found["first"] + " " * len(found["others"]) if found["first"] else found[0]


def _query(grammar_name: str, parts: Sequence[tuple[Path, str]]) -> tree_sitter.Query:
    """Compile texts as one query; when that fails, say in which file the fault is."""
    try:
        return tree_sitter.Query(grammar(grammar_name), "\n".join(text for _, text in parts))
    except tree_sitter.QueryError as fault:
        if len(parts) == 1:
            raise CatalogError(parts[0][0], [f"query: {fault}"]) from None
        for part in parts:
            _query(grammar_name, [part])
        raise


def _pattern(text: str, query: tree_sitter.Query, number: int) -> str:
    """Give the text of a pattern of `text`, where the query starts."""
    return text.encode()[query.start_byte_for_pattern(number) : query.end_byte_for_pattern(number)].decode()


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Give the runs of captures in a query, without the sign before each."""
    return (tuple(found[0].replace("@", "").split()) for found in _RUN.finditer(text) if found["first"])


def _captures(text: str) -> tuple[str, ...]:
    """Give the names that a query captures, each once, in order."""
    return tuple(dict.fromkeys(name for run in _runs(text) for name in run))


def _unknown(text: str) -> list[str]:
    """Give the captures of a language's query that are neither tags nor helpers."""
    known = (UNIT, *_HELPERS)
    return [name for name in _captures(text) if not (name in TAGS or name == NAME or name.startswith(known))]


def _unknown_predicates(text: str) -> Iterator[str]:
    words = sorted(set(_PREDICATE.findall(text)) - PREDICATES)
    return (f"query: #{word} is not a predicate that is applied" for word in words)


def _shape(text: str) -> Shape:
    """Give the shape of a pattern; each run of captures goes by the name of its first."""
    runs, captures = tuple(_runs(text)), _captures(text)
    tags = {(name, run[0]) for run in runs for name in run if name != NAME and not name.startswith(_HELPERS)}
    fields = ((run[0], name.removeprefix(NAME_FIELD)) for run in runs for name in run if name.startswith(NAME_FIELD))
    naming = Naming(
        plain=tuple(dict.fromkeys(run[0] for run in runs if NAME in run)),
        fields=tuple((first, *name.partition(".")[::2]) for first, name in dict.fromkeys(fields)),
        quoted=QUOTED in captures,
    )
    return Shape(
        tags=tuple((first, tag, tag.partition(".")[0]) for tag, first in sorted(tags)),
        attributes=_attributes(captures),
        naming=naming if naming.plain or naming.fields else None,
        special=next((word for word in (BOOLEAN, ARRAY) if word in captures), ""),
    )


def _attributes(captures: tuple[str, ...]) -> Mapping[str, str | int | bool]:
    known: dict[str, str | int | bool] = {"dynamic": True} if DYNAMIC in captures else {}
    known.update(("kind", name.removeprefix(HOW)) for name in captures if name.startswith(HOW))
    return known


def _missing(package: str) -> str:
    """Say what a grammar that is not installed wants; not every one exists for every machine."""
    top = package.partition(".")[0]
    way_out = "pip install 'legacyctl[legacy]'" if top == _PACK else f"pip install {top.replace('_', '-')}"
    return f"needs the grammar {top}: {way_out}"
