"""The reader for every language with a tree-sitter grammar.

Bounds, so that no file stops a run: the parse is stopped after SECONDS; below
DEPTH levels nothing is looked at (the query engine counts levels in 16 bits and
slows down beyond them); a file with an ERROR node of more than SIBLINGS children
is not queried, because that would take quadratic time; neither is one whose
query needs more than MATCHES open matches at once. What is not looked at is
given as unparsed. The engine's own stop for queries is not used: in 0.26.1 it
ends the interpreter.
"""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from operator import itemgetter

import tree_sitter

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span
from legacyctl.parse import queries
from legacyctl.parse.embedded import PREPARATION, embedded_places
from legacyctl.parse.matched import Match, outlined
from legacyctl.parse.prepare import prepared
from legacyctl.parse.recoded import parse_recoded
from legacyctl.parse.tree import Lean, Mark, Outline, Place, Tree, with_node
from legacyctl.source import is_ebcdic, line_starts, working_bytes

SECONDS = 10.0
DEPTH = 60_000
SIBLINGS = 20_000
MATCHES = 2_000
HOPELESS = f"not understood: an error with more than {SIBLINGS:,} pieces"
TANGLED = f"not understood: more than {MATCHES:,} constructs open at once"
# A file of at most this many bytes is parsed in one go (a second at the very worst, and its query is faster).
SMALL = 1 << 16
_CHUNK = 1 << 10
_PATTERN, _ORDER = itemgetter(0), itemgetter(0, 1, 2)


class TreeSitterTree(Lean):
    """A file as its grammar read it; `root` is None when nothing of it is to be looked at.

    A MISSING node, which the grammar only imagined, is an unparsed piece of no bytes.
    """

    def __init__(
        self, file: SourceFile, language: Language, root: tree_sitter.Node | None, *, problem: str = ""
    ) -> None:
        self.file = file
        self.language = language
        self._root = root
        self._problem = problem
        # The rules that will be asked for, and what their patterns matched once the tree was gone through.
        self._rules: tuple[Rule, ...] = ()
        self._hits: list[Match] = []

    def expect(self, rules: Sequence[Rule]) -> None:
        """Say which rules `find` will be asked for."""
        self._rules = tuple(rule for rule in rules if rule.match.query)

    @property
    def problem(self) -> str:
        """Why nothing of the file was looked at, or ""."""
        return self._problem or ("" if self._sound else TANGLED)

    @cached_property
    def unparsed(self) -> Sequence[Span]:
        """Outermost ERROR and MISSING nodes and what lies too deep, in order."""
        if self._root is None or not self._sound:
            pieces = [(0, len(self.file.data))] if self.file.data else []
        elif self._root.has_error or self._root.descendant_count > DEPTH:
            pieces = [*_faults(self._root), *_too_deep(self._root)]
        else:
            return ()
        return tuple(self._span(start, end) for start, end in _outermost(pieces))

    def marks(self) -> Sequence[Mark]:
        """All marks in order of start, the larger first."""
        return self._marks

    def outline(self) -> Outline:
        """Marks for the facts."""
        return self._outline

    def strings(self) -> Sequence[Mark]:
        """Marks of the string literals, in order."""
        return self._marked(queries.STRINGS)

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `node`, and then one with `query`, points at, in order of place.

        A query that needs more than MATCHES open matches misses places; that takes thousands of levels.
        Raises CatalogError for a query that the grammar does not know.
        """
        if any(rule.match.node for rule in rules):
            yield from with_node(self.marks(), rules)
        asked = tuple(rule for rule in rules if rule.match.query)
        if self._root is None or not asked:
            return
        places = {
            (node.start_byte, node.end_byte, owner)
            for owner, captures in self._hits_of(asked)
            for node in captures.get(queries.FINDING, ())
        }
        for start, end, owner in sorted(places):
            yield asked[owner], self._span(start, end)

    def _hits_of(self, asked: tuple[Rule, ...]) -> Iterable[Match]:
        """Give what the patterns of rules match, each with the place of its rule."""
        if self._sound and asked == self._rules:
            return self._hits
        query = queries.findings(self.language, queries.asked(asked))
        matches = _matches(query, self._root)[0] if self._root else []
        return [(query.owners[pattern], captures) for pattern, captures in matches]

    @cached_property
    def _sound(self) -> bool:
        """Whether the file is simple enough to be looked at; finding out is going through it."""
        return self._root is None or self._gone_through is not None

    @cached_property
    def _gone_through(self) -> tuple[queries.TreeQuery, list[Match]] | None:
        """What the language's query matches, but for its strings, and on the way the rules; None for too much."""
        if self._root is None:
            return None
        for rules in (self._rules, ()):
            query = queries.combined(self.language, rules)
            matches, complete = _matches(query, self._root)
            if complete:
                own = len(query.shapes)
                first = bisect_left(matches, own, key=_PATTERN)
                self._hits = [(query.owners[pattern - own], captures) for pattern, captures in matches[first:]]
                self._rules = rules
                return query, matches[:first]
        return None

    @cached_property
    def _outline(self) -> Outline:
        return self._outlined(*self._gone_through) if self._gone_through else Outline([], [])

    @cached_property
    def _marks(self) -> tuple[Mark, ...]:
        return self._marked(queries.ALL)

    def _marked(self, part: str) -> tuple[Mark, ...]:
        """Give the marks of a part of the language's query."""
        if self._root is None or not self._sound:
            return ()
        query = queries.marks(self.language, part)
        found = self._outlined(query, _matches(query, self._root)[0])
        comments: list[Place] = [(start, -end, -1, "comment", "", {}) for start, end in found.comments]
        return tuple(
            Mark(tag, self._span(start, -negative_end), text, attributes)
            for start, negative_end, _, tag, text, attributes in sorted([*found.places, *comments], key=_ORDER)
        )

    def _outlined(self, query: queries.TreeQuery, matches: list[Match]) -> Outline:
        """Give the marks of the grammar, and of what was blanked before it and names something."""
        found = outlined(query, matches, self.file)
        if PREPARATION in self.language.prepare and (embedded := list(embedded_places(self.file))):
            return replace(found, places=sorted([*found.places, *embedded], key=_ORDER))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self.file)

    def _span(self, start: int, end: int) -> Span:
        first = bisect_right(self._starts, start)
        return Span(start, end, first, max(first, bisect_right(self._starts, end - 1)))


def parse_treesitter(file: SourceFile, language: Language, *, seconds: float = SECONDS) -> Tree:
    """Parse a file; one that takes longer than `seconds` comes back with all of it unparsed.

    So does one whose grammar is not installed. `problem` of the tree says which.
    """
    if is_ebcdic(file.encoding) or not (file.encoding == "utf-8" or file.data.isascii()):
        return parse_recoded(file, language, partial(parse_treesitter, seconds=seconds))
    problem = queries.problem(language.grammar)
    if problem:
        return TreeSitterTree(file, language, None, problem=problem)
    data = prepared(working_bytes(file), language.prepare)
    root = _root(tree_sitter.Parser(queries.grammar(language.grammar)), data, seconds)
    if root is None:
        return TreeSitterTree(file, language, None, problem=f"not parsed within {seconds:g} seconds")
    if _is_hopeless(root):
        return TreeSitterTree(file, language, None, problem=HOPELESS)
    return TreeSitterTree(file, language, root)


def _root(parser: tree_sitter.Parser, data: bytes, seconds: float) -> tree_sitter.Node | None:
    """Parse; give None when it takes too long. Only a parse from a callback can be stopped."""
    if len(data) <= SMALL:
        return parser.parse(data).root_node
    until = time.monotonic() + seconds
    try:
        tree = parser.parse(
            lambda offset, _: data[offset : offset + _CHUNK],
            progress_callback=lambda _offset, _error: time.monotonic() > until,
        )
    except ValueError:
        return None
    return tree.root_node


def _matches(query: queries.TreeQuery, root: tree_sitter.Node) -> tuple[list[Match], bool]:
    """Run a query; give its matches in order of pattern, and whether that were all of them."""
    cursor = _cursor(query.query)
    matches = cursor.matches(root)
    matches.sort(key=_PATTERN)
    return matches, not cursor.did_exceed_match_limit


def _cursor(query: tree_sitter.Query) -> tree_sitter.QueryCursor:
    cursor = tree_sitter.QueryCursor(query, match_limit=MATCHES)
    cursor.set_max_start_depth(DEPTH)
    return cursor


def _error_nodes(root: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    """Give the ERROR and MISSING nodes that lie in no other, walking only where faults are."""
    waiting = [root] if root.has_error else []
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            yield node
        elif node.has_error:
            waiting.extend(node.children)


def _faults(root: tree_sitter.Node) -> list[tuple[int, int]]:
    return [(node.start_byte, node.end_byte) for node in _error_nodes(root)]


def _is_hopeless(root: tree_sitter.Node) -> bool:
    return any(node.child_count > SIBLINGS for node in _error_nodes(root))


def _too_deep(root: tree_sitter.Node) -> list[tuple[int, int]]:
    """Give the pieces that lie at DEPTH levels; only a tree with that many nodes is walked."""
    pieces: list[tuple[int, int]] = []
    if root.descendant_count <= DEPTH:
        return pieces
    cursor, depth = root.walk(), 0
    while True:
        if depth == DEPTH and cursor.node:
            pieces.append((cursor.node.start_byte, cursor.node.end_byte))
        elif cursor.goto_first_child():
            depth += 1
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return pieces
            depth -= 1


def _outermost(pieces: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the pieces in order without those that lie in another."""
    reach = -1
    for start, end in sorted(pieces, key=lambda piece: (piece[0], -piece[1])):
        if end > reach:
            yield start, end
            reach = end
