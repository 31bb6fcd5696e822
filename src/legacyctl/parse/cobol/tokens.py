"""From code to tokens: one pass of one pattern, every token with its byte offsets.

Every repetition in the pattern is possessive or atomic, so that the time is
linear in the length of the text, whatever stands in it. Groups are atomic,
`(?>(?:...)*)`: in the possessive form, `(?:...)*+`, Python before 3.11.5 does
not step back from a last round that failed.
"""

from __future__ import annotations

import re

from legacyctl.parse.cobol.columns import JOIN, Layout
from legacyctl.parse.cobol.nodes import NUMBER, ODD, PERIOD, PICTURE, SIGN, STRING, WORD, Remark, Token

_CHAR = r"[A-Z0-9_#@$\x80-\xff-]"


def _literal(quote: str) -> str:
    """A literal: doubled quotes stand for one, a continuation line starts with a quote again."""
    inside = f"[^{quote}\n{JOIN}]*+(?>(?:{quote}{quote}[^{quote}\n{JOIN}]*+)*)"
    return f"{quote}{inside}(?>(?:{JOIN}[ \t]*+{quote}{inside})*){quote}"


_KINDS = ("", PICTURE, STRING, NUMBER, WORD, PERIOD, ODD, "comment", SIGN, ODD)
_TOKEN = re.compile(
    rf"[\s,;{JOIN}]*+(?:"
    rf"(PIC(?>(?:TURE)?)[\s{JOIN}]++(?>(?:IS[\s{JOIN}]++)?)[^\s={JOIN}]*[^\s.,;={JOIN}])"
    rf"|((?:NX|BX|[XNZGBUH])?(?:{_literal(chr(34))}|{_literal(chr(39))}))"
    rf"|((?:[0-9]|(?<![A-Z0-9)\"'])\.[0-9])[0-9]*+(?>(?:[.,][0-9]++)*)(?!{_CHAR}))"
    rf"|((?:[A-Z0-9_#@$\x80-\xff]|:[A-Z0-9_-]++:){_CHAR}*+(?>(?::[A-Z0-9_-]++:{_CHAR}*+)*)"
    rf"(?>(?:[ \t]*+{JOIN}[ \t]*+{_CHAR}++)*))"
    r"|(\.)"
    r"|([\"'][^\n]*+)"
    r"|(\*>[^\n]*+)"
    r"|(==|\*\*|<=|>=|<>|[()=<>+*/&:-])"
    r"|(.)|\Z)"
)
_JOINED = re.compile(rf"\s*{JOIN}\s*")


def tokenize(layout: Layout) -> tuple[list[Token], list[Remark]]:
    """Give the tokens and the comments that stand behind code on a line."""
    tokens: list[Token] = []
    comments: list[Remark] = []
    for match in _TOKEN.finditer(layout.text):
        group = match.lastindex
        if group is None:
            continue
        kind = _KINDS[group]
        start, end = match.span(group)
        if kind == "comment":
            comments.append(Remark(kind, start, start + len(match[group].rstrip())))
            continue
        tokens.append(Token(kind, match[group], start, end))
    if JOIN in layout.text:
        tokens = [_joined(token) if JOIN in token.text else token for token in tokens]
    return tokens, comments


def _joined(token: Token) -> Token:
    """A continued word as one; a literal keeps its line ends."""
    if token.kind != WORD:
        return token
    return token._replace(text=_JOINED.sub("", token.text))
