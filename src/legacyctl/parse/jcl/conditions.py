"""Conditions of JCL: the relational expression of IF, and the tests of COND=."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legacyctl.parse.jcl.operands import BLANK, parts

_OPERATOR = re.compile(r"[()&|]|\b(?:AND|OR|NOT)\b|(?:\xc2?\xac|!)(?=\s*\()", re.IGNORECASE | re.ASCII)
_MEANING = {"&": "and", "|": "or", "AND": "and", "OR": "or"}


def operators(expression: str) -> Iterator[tuple[str, int, int]]:
    """Give each and / or ("" for a negation) with the place of it and the end of what it holds together."""
    around: list[list[tuple[str, int]]] = [[]]
    for found in _OPERATOR.finditer(expression):
        text = found[0].upper()
        if text == "(":
            around.append([])
        elif text != ")":
            around[-1].append((_MEANING.get(text, ""), found.start()))
        elif len(around) > 1:
            yield from ((word, at, found.start()) for word, at in around.pop())
    end = len(expression.rstrip(BLANK))
    yield from ((word, at, end) for left in around for word, at in left)


def count_tests(cond: str) -> int:
    """Give the number of tests in a COND= value: `(4,LT)` is one, `((4,LT,A),EVEN)` two."""
    words = parts(cond)
    return len(words) if words and words[0].startswith("(") else 1
