"""From what a query matched to the marks of a file, in order.

On one node the first pattern of the .scm stands, per family of tags; it may name
several things, as `import a, b` does. This runs for every mark of an estate, so
it deals in plain tuples and asks a node for no more than it needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import tree_sitter

from legacyctl.model import SourceFile
from legacyctl.parse.queries import BOOLEAN, Naming, TreeQuery
from legacyctl.parse.tree import Outline, Place

# A grammar may have one node for all binary operators; only and / or are wanted.
BOOLEANS = frozenset(("and", "or", "&&", "||", "andalso", "orelse", ".and.", ".or."))
_OPERATOR = re.compile(r"\w+|&&|\|\|")

Captures = dict[str, list[tree_sitter.Node]]
# The number of the pattern, and what it captured.
Match = tuple[int, Captures]


def outlined(query: TreeQuery, matches: Iterable[Match], file: SourceFile) -> Outline:
    """Give the marks of a language's query; `matches` come in order of pattern and are those of its shapes."""
    shapes = query.shapes
    # Every letter is one byte here, so that offsets in bytes cut it.
    letters = file.data.decode("latin-1")
    places: list[Place] = []
    comments: list[tuple[int, int]] = []
    arrays: set[str] = set()
    # For each family the nodes that have a tag of it, with the pattern that gave it.
    firsts: dict[str, dict[int, int]] = {family: {} for family in query.families}
    for pattern, captures in matches:
        tags, attributes, naming, special = shapes[pattern]
        text = None if naming else ""
        if special == BOOLEAN:
            text = _operator(captures, naming, letters)
            if text.casefold() not in BOOLEANS:
                continue
        elif special:
            arrays.add(_name(captures, naming, letters).casefold())
        for capture, tag, family in tags:
            if tag == "comment":
                comments += [(node.start_byte, node.end_byte) for node in captures[capture]]
                continue
            first = firsts[family]
            for node in captures.get(capture, ()):
                if first.setdefault(node.id, pattern) != pattern:
                    continue
                if text is None:
                    text = _name(captures, naming, letters)
                end = _reach(node) if special else node.end_byte
                places.append((node.start_byte, -end, len(places), tag, text, attributes))
    repeated = len(places) > sum(map(len, firsts.values()))
    places = _sorted(places, arrays)
    return Outline(tuple(_once(places)) if repeated else places, comments)


def _name(captures: Captures, naming: Naming | None, letters: str) -> str:
    """Give the text of what names a match, with dots between several nodes."""
    text = ""
    if naming is None:
        return text
    for capture in naming.plain:
        for node in captures.get(capture, ()):
            piece = letters[node.start_byte : node.end_byte]
            text = f"{text}.{piece}" if text else piece
    for capture, field, wanted in naming.fields:
        for node in captures.get(capture, ()):
            child = node.child_by_field_name(field)
            if child is not None and (not wanted or child.type == wanted):
                piece = letters[child.start_byte : child.end_byte]
                text = f"{text}.{piece}" if text else piece
    if naming.quoted:
        text = text.strip("'\"")
    return text if text.isascii() else text.encode("latin-1").decode("utf-8", "replace")


def _operator(captures: Captures, naming: Naming | None, letters: str) -> str:
    """Give the operator of a boolean: its name, or else what stands between the first two operands."""
    if naming:
        return _name(captures, naming, letters)
    operands = captures[BOOLEAN][0].named_children[:2]
    found = operands and _OPERATOR.search(letters, operands[0].end_byte, operands[-1].start_byte)
    return found[0] if found else ""


def _reach(node: tree_sitter.Node) -> int:
    """Give the end of a boolean; where only its operator is a node, that of the expression that it stands in."""
    around = None if node.is_named else node.parent
    return around.end_byte if around else node.end_byte


def _sorted(places: list[Place], arrays: set[str]) -> list[Place]:
    """Put marks in order of start, the larger first, leaving out calls that only index an array."""
    if arrays:
        places = [place for place in places if place[3] != "call" or place[4].casefold() not in arrays]
    places.sort()
    return places


def _once(places: Sequence[Place]) -> Iterator[Place]:
    """Leave out what one pattern gave twice: the same tag and the same name at the same place."""
    seen = set()
    for place in places:
        key = (place[0], place[1], place[3], place[4])
        if key not in seen:
            seen.add(key)
            yield place
