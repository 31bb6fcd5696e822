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
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, partial
from operator import itemgetter

import tree_sitter

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span
from legacyctl.parse import queries
from legacyctl.parse.recoded import parse_recoded
from legacyctl.parse.tree import Mark, Tree, with_node
from legacyctl.source import is_ebcdic, line_starts, working_bytes

SECONDS = 10.0
DEPTH = 60_000
SIBLINGS = 20_000
MATCHES = 2_000
# A file of at most this many bytes is parsed in one go (a second at the very worst, and its query is faster).
SMALL = 1 << 16
_CHUNK = 1 << 10
BOOLEANS = frozenset(("and", "or", "&&", "||"))


_Captures = dict[str, list[tree_sitter.Node]]
# Start, end (negative, so that the larger comes first), number of the pattern, tag; then what the match captured.
_Found = tuple[int, int, int, str, _Captures]
_PLACE = itemgetter(0, 1, 2, 3)


class TreeSitterTree:
    """A file as its grammar read it; `root` is None when nothing of it is to be looked at.

    A MISSING node, which the grammar only imagined, is an unparsed piece of no bytes.
    """

    def __init__(self, file: SourceFile, language: Language, root: tree_sitter.Node | None) -> None:
        self.file = file
        self.language = language
        self._starts = line_starts(file)
        found = None if root is None else _found(language, root)
        self._root = None if found is None else root
        marks = map(self._mark, found or ())
        # A grammar may have one node for all binary operators; only and / or are wanted.
        self._marks = tuple(mark for mark in marks if mark.tag != "boolean" or mark.text.casefold() in BOOLEANS)

    @cached_property
    def unparsed(self) -> Sequence[Span]:
        """Outermost ERROR and MISSING nodes and what lies too deep, in order."""
        whole = [(0, len(self.file.data))] if self.file.data else []
        pieces = whole if self._root is None else [*_faults(self._root), *_too_deep(self._root)]
        return tuple(self._span(start, end) for start, end in _outermost(pieces))

    def marks(self) -> Sequence[Mark]:
        """All marks in order of start, the larger first."""
        return self._marks

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `query` or `node` points at, by rule pattern and place.

        A query that needs more than MATCHES open matches misses places; that takes thousands of levels.
        Raises CatalogError for a query that the grammar does not know.
        """
        yield from with_node(self.marks(), rules)
        asked = tuple(rule for rule in rules if rule.match.query)
        if self._root is None or not asked:
            return
        query = queries.findings(self.language.grammar, tuple((rule.path, rule.match.query) for rule in asked))
        seen: set[tuple[int, int, int]] = set()
        for pattern, captures in _cursor(query.query).matches(self._root):
            owner = query.owners[pattern]
            for node in captures.get(queries.FINDING, ()):
                place = (owner, node.start_byte, node.end_byte)
                if place not in seen:
                    seen.add(place)
                    yield asked[owner], self._span(node.start_byte, node.end_byte)

    def _mark(self, found: _Found) -> Mark:
        start, negative_end, _, tag, captures = found
        name = ".".join(map(self._text, _name_nodes(captures)))
        attributes = queries.DYNAMIC if queries.DYNAMIC_MARK in captures else queries.PLAIN
        return Mark(tag, self._span(start, -negative_end), name, attributes)

    def _span(self, start: int, end: int) -> Span:
        first = bisect_right(self._starts, start)
        return Span(start, end, first, max(first, bisect_right(self._starts, end - 1)))

    def _text(self, node: tree_sitter.Node) -> str:
        return self.file.data[node.start_byte : node.end_byte].decode(self.file.encoding, "replace")


def parse_treesitter(file: SourceFile, language: Language, *, seconds: float = SECONDS) -> Tree:
    """Parse a file; one that takes longer than `seconds` comes back with all of it unparsed.

    Raises CatalogError when the grammar of the language is not installed.
    """
    if is_ebcdic(file.encoding) or not (file.encoding == "utf-8" or file.data.isascii()):
        return parse_recoded(file, language, partial(parse_treesitter, seconds=seconds))
    root = _root(tree_sitter.Parser(queries.grammar(language.grammar)), working_bytes(file), seconds)
    return TreeSitterTree(file, language, None if root is None or _is_hopeless(root) else root)


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


def _found(language: Language, root: tree_sitter.Node) -> list[_Found] | None:
    """Give what the query of the language marks, in order; None when that would take too much.

    On one node the first pattern of the .scm stands, per family of tags; it may name several things.
    """
    query = queries.marks(language)
    cursor = _cursor(query.query)
    matches = cursor.matches(root)
    if cursor.did_exceed_match_limit:
        return None
    found: dict[tuple[int, str], list[_Found]] = {}
    for pattern, captures in matches:
        for tag, node in ((tag, node) for tag, nodes in captures.items() for node in nodes if tag in query.families):
            place = (node.start_byte, -node.end_byte, pattern, tag, captures)
            alike = found.setdefault((node.id, query.families[tag]), [place])
            if pattern < alike[0][2]:
                alike[:] = [place]
            elif pattern == alike[0][2] and _named_otherwise(captures, alike):
                alike.append(place)
    return sorted((place for alike in found.values() for place in alike), key=_PLACE)


def _named_otherwise(captures: _Captures, alike: Sequence[_Found]) -> bool:
    """Say whether a match names something new on a node, as the second name of `import a, b` does."""
    return all(captures.get(queries.NAME) != place[4].get(queries.NAME) for place in alike)


def _name_nodes(captures: _Captures) -> Iterator[tree_sitter.Node]:
    """Give the nodes that name a match: each @name, and of each @name.FIELD the child in that field."""
    for word, nodes in captures.items():
        if word == queries.NAME:
            yield from nodes
        elif word.startswith(queries.NAME_FIELD):
            children = (node.child_by_field_name(word.removeprefix(queries.NAME_FIELD)) for node in nodes)
            yield from filter(None, children)


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
