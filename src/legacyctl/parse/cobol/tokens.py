"""From code to tokens: one pass of one pattern, every token with its byte offsets.

Every repetition in the pattern is possessive or atomic, so that the time is
linear in the length of the text, whatever stands in it. Groups are atomic,
`(?>(?:...)*)`: in the possessive form, `(?:...)*+`, Python before 3.11.5 does
not step back from a last round that failed.

A continuation line goes on where the line before it ended, in the middle of a
word, a number or a picture as well. Those places are closed up first, and the
offsets counted back. A literal keeps its line ends.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from itertools import accumulate, repeat

from legacyctl.parse.cobol.columns import JOIN, Layout
from legacyctl.parse.cobol.nodes import NUMBER, ODD, PERIOD, PICTURE, SIGN, STRING, WORD, Remark, Token

_CHAR = r"[A-Z0-9_#@$\x80-\xff-]"
_WORD = rf"(?:[A-Z0-9_#@$\x80-\xff]|:[A-Z0-9_-]++:){_CHAR}*+(?>(?::[A-Z0-9_-]++:{_CHAR}*+)*)"
_COMMENT = "comment"


def _literal(quote: str) -> str:
    """A literal: doubled quotes stand for one, a continuation line starts with a quote again."""
    inside = f"[^{quote}\n{JOIN}]*+(?>(?:{quote}{quote}[^{quote}\n{JOIN}]*+)*)"
    return f"{quote}{inside}(?>(?:{JOIN}[ \t]*+{quote}{inside})*){quote}"


_LITERAL = rf"(?:NX|BX|[XNZGBUH])?(?:{_literal(chr(34))}|{_literal(chr(39))})"
_SEPARATOR = rf"[\s,;{JOIN}]*+"
# What stands before a token, and the token. Most are words, which come first.
_TOKEN = re.compile(
    rf"({_SEPARATOR})("
    rf"(?!PIC[\sT{JOIN}]|[BGHNUXZ]?X?[\"']){_WORD}(?![.,][0-9])"
    rf"|PIC(?>(?:TURE)?)[\s{JOIN}]++(?>(?:IS[\s{JOIN}]++)?)[^\s={JOIN}]*[^\s.,;={JOIN}]"
    rf"|{_LITERAL}"
    rf"|(?:[0-9]|(?<![A-Z0-9)\"'])\.[0-9])[0-9]*+(?>(?:[.,][0-9]++)*)(?>(?:E[+-]?[0-9]++)?)(?!{_CHAR})"
    rf"|{_WORD}|\."
    rf"|[\"'][^\n]*+"
    rf"|\*>[^\n{JOIN}]*+"
    r"|==|\*\*|<=|>=|<>|[^\n]|\Z)"
)
_WHOLE_LITERAL = re.compile(_LITERAL)
_NUMBER = re.compile(r"\.?[0-9]+(?:[.,][0-9]+)*|[0-9]*[.,][0-9]+E[+-]?[0-9]+")
_BLANK = re.compile(r"\s")
_BLANKS = re.compile(rf"[ \t{JOIN}]*+")
_SIGNS = dict.fromkeys(("==", "**", "<=", ">=", "<>", *"()=<>+*/&:-"), SIGN) | {".": PERIOD}
_KEPT = 50_000  # texts whose kind is remembered
_LONGEST_KEPT = 40


class _Kinds(dict[str, str]):
    """The kind of a token by its text, worked out once for each."""

    def __missing__(self, text: str) -> str:
        """Work it out."""
        kind = _kind(text)
        if len(text) <= _LONGEST_KEPT and len(self) < _KEPT:
            self[text] = kind
        return kind


def _kind(text: str) -> str:
    if text.startswith("*>"):
        return _COMMENT
    if '"' in text or "'" in text:
        return STRING if _WHOLE_LITERAL.fullmatch(text) else ODD
    if text.startswith("PIC") and _BLANK.search(text):
        return PICTURE
    if _NUMBER.fullmatch(text):
        return NUMBER
    first = text[0]
    return WORD if first.isalnum() or first in "_#@$" or first >= "\x80" or len(text) > 1 else ODD


_KINDS = _Kinds(_SIGNS)


def tokenize(layout: Layout) -> tuple[list[Token], list[Remark]]:
    """Give the tokens and the comments that stand behind code on a line."""
    breaks = _breaks(layout.text) if JOIN in layout.text else []
    # In turn nothing, what stands before a token, and the token. No step is a loop in Python:
    # an estate has a hundred million tokens.
    parts = _TOKEN.split(_closed_up(layout.text, breaks))
    places = list(accumulate(map(len, parts)))
    texts = list(map(sys.intern, parts[2::3]))
    while texts and not texts[-1]:
        texts.pop()
    kinds = list(map(_KINDS.__getitem__, texts))
    tokens = list(map(tuple.__new__, repeat(Token), zip(kinds, texts, places[1::3], places[2::3], strict=False)))
    comments = [_comment(token) for token in tokens if token[0] == _COMMENT] if _COMMENT in kinds else []
    if comments:
        tokens = [token for token in tokens if token[0] != _COMMENT]
    return _counted_back(tokens, comments, breaks) if breaks else (tokens, comments)


def _comment(token: Token) -> Remark:
    return Remark(_COMMENT, token.start, token.start + len(token.text.rstrip()))


def _breaks(text: str) -> list[tuple[int, int]]:
    """Where a word goes on in a continuation line: from behind its last letter to its next.

    Before a quote there is none, and behind a comment nothing goes on.
    """
    found = []
    at, behind = text.find(JOIN), 0
    while at >= 0:
        start = max(text.rfind("\n", behind, at), behind)
        code = text[start:at].rstrip(" \t")
        blanks = _BLANKS.match(text, at)
        behind = blanks.end() if blanks else at + 1
        if "*>" not in code and text[behind : behind + 1] not in {'"', "'", "\n", ""}:
            found.append((start + len(code), behind))
        at = text.find(JOIN, behind)
    return found


def _closed_up(text: str, breaks: list[tuple[int, int]]) -> str:
    """The text without its breaks."""
    if not breaks:
        return text
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return "".join([text[start:end] for start, end in zip(starts, ends, strict=True)])


def _counted_back(
    tokens: list[Token], comments: list[Remark], breaks: list[tuple[int, int]]
) -> tuple[list[Token], list[Remark]]:
    """Tokens and comments with their places in the text that has the breaks."""
    taken = [0, *accumulate(end - start for start, end in breaks)]
    places = [start - before for (start, _), before in zip(breaks, taken, strict=False)]

    def spread(start: int, end: int) -> tuple[int, int]:
        return start + taken[bisect_right(places, start)], end + taken[bisect_left(places, end)]

    found = [Token(token.kind, token.text, *spread(token.start, token.end)) for token in tokens]
    return found, [Remark(one.kind, *spread(one.start, one.end)) for one in comments]
