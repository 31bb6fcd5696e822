"""Which files may hold SQL in their literals, told at the cost of one search; what reads it is loaded for those."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import itemgetter

from legacyctl.model import SourceFile
from legacyctl.parse.tree import Lean, Mark, Outline, Tree

# One expression for each quote: a search that starts with a plain letter is several times as fast.
_WORTH = tuple(
    re.compile(
        quote
        + rb"\s*+\(?\{?\s*+(?:SELECT|INSERT|UPDATE|DELETE|MERGE|REPLACE|CALL|EXEC|EXECUTE|WITH|\?\s*=\s*CALL)[\s(]",
        re.IGNORECASE,
    )
    for quote in (b'"', b"'", b"`")
)
# Readers that look into SQL themselves.
_OWN = frozenset(("sql", "cobol"))
_PLACE = itemgetter(0, 1, 2)


def with_sql(tree: Tree, seen: Outline) -> Outline:
    """Give the outline of a tree with the tables and procedures that its literals name; mostly the same object.

    `seen` is what the facts are made of. Only a file that may hold SQL in a
    literal is looked at; one in an encoding of two bytes a letter is not.
    """
    if tree.language.parser in _OWN or not any(one.search(tree.file.data) for one in _WORTH):
        return seen
    read: Callable[[SourceFile, Sequence[Mark]], list[Mark]]
    read = importlib.import_module("legacyctl.parse.sql.strings").sql_marks
    found = read(tree.file, tree.strings() if isinstance(tree, Lean) else tree.marks())
    if not found:
        return seen
    count = len(seen.places)
    places = [
        (mark.span.start, -mark.span.end, count + at, mark.tag, mark.text, mark.attributes)
        for at, mark in enumerate(found)
    ]
    return replace(seen, places=sorted([*seen.places, *places], key=_PLACE))
