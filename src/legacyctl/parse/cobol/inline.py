"""Whether a PERFORM has its statements in line, or does a procedure by its name."""

from __future__ import annotations

from collections.abc import Sequence

from legacyctl.parse.cobol.nodes import EXEC, Token
from legacyctl.parse.cobol.words import SOFT_VERBS, VERBS

_LOOPS = frozenset({"UNTIL", "VARYING", "WITH", "TEST", "FOREVER"})
_STARTS = _LOOPS | (VERBS.keys() - SOFT_VERBS)
_LONGEST_SUBSCRIPT = 60  # tokens


def is_inline(tokens: Sequence[Token], at: int) -> bool:
    """Whether no procedure name stands at token `at`: a loop word, a count with TIMES, or a statement."""
    if at >= len(tokens):
        return False
    if tokens[at].text in _STARTS or tokens[at].kind == EXEC:
        return True
    at += 1
    while _text(tokens, at) in {"OF", "IN"}:
        at += 2
    if _text(tokens, at) == "(":
        last = at + _LONGEST_SUBSCRIPT
        while at < last and _text(tokens, at) != ")":
            at += 1
        at += 1
    return _text(tokens, at) == "TIMES"


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""
