"""REPLACING and REPLACE: which words become which, and the text after it.

Words are compared as tokens in upper case, so that line ends, blanks and the
separators , and ; make no difference. A pair whose first text is a single
`:TAG:` is also replaced inside words, as compilers do that see a colon as the
end of a word; LEADING and TRAILING replace one end of a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import NUMBER, PERIOD, WORD, Remark, Token
from legacyctl.parse.cobol.tokens import tokenize

_PSEUDO = "=="
_FORMS = frozenset({"LEADING", "TRAILING"})
# Far more than people write; they bound the time that one word of the text can take.
_MOST_PAIRS, _MOST_ALIKE = 1_000, 300
_GLUED = frozenset({WORD, NUMBER})


class Pair(NamedTuple):
    """What becomes what; `form` is LEADING, TRAILING, TAG (inside words) or "" for whole words."""

    form: str
    before: tuple[str, ...]
    after: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """The pairs that hold together, in their order; the first that fits is taken."""

    pairs: tuple[Pair, ...]
    whole: dict[str, list[Pair]] = field(init=False, default_factory=dict)
    partial: list[Pair] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Sort the pairs by the first word that they look for."""
        for pair in self.pairs:
            if pair.form:
                self.partial.append(pair)
            if pair.form in {"", "TAG"}:
                self.whole.setdefault(pair.before[0], []).append(pair)

    @property
    def large(self) -> bool:
        """Whether there is too much to look for, so that it is not carried out."""
        alike = (sum(len(pair.before) for pair in pairs) for pairs in self.whole.values())
        return len(self.pairs) > _MOST_PAIRS or len(self.partial) > _MOST_ALIKE or any(n > _MOST_ALIKE for n in alike)


def clauses(layout: Layout, start: int, end: int) -> list[Token]:
    """The tokens of a COPY or REPLACE statement, bytes [start, end) of a file."""
    tokens, _ = tokenize(Layout(layout.text[start:end], layout.raw[start:end], [0], bytearray(1), list[Remark]()))
    return [token._replace(start=token.start + start, end=token.end + start) for token in tokens]


def pairs_of(tokens: Sequence[Token], at: int) -> Replacement:
    """The pairs `text BY text ...` from token `at`."""
    found = []
    while at < len(tokens) and tokens[at].kind != PERIOD:
        form = ""
        if tokens[at].text in _FORMS:
            form = tokens[at].text
            at += 1
        before, at = _operand(tokens, at)
        if at >= len(tokens) or tokens[at].text != "BY":
            break
        after, at = _operand(tokens, at + 1)
        words = tuple(token.text for token in before)
        if words:
            words = ("".join(words),) if form else words
            found.append(Pair(form or _tag(words), words, tuple(after)))
    return Replacement(tuple(found))


def _tag(words: Sequence[str]) -> str:
    """Whether what is sought is a part that stands inside words, between colons."""
    alone = len(words) == 1 and len(words[0]) > 1
    return "TAG" if alone and words[0].startswith(":") and words[0].endswith(":") else ""


def _operand(tokens: Sequence[Token], at: int) -> tuple[list[Token], int]:
    """A pseudo-text, literal, or name with its qualifiers and subscripts; and the number of the token behind it."""
    first = at
    if at < len(tokens) and tokens[at].text == _PSEUDO:
        at += 1
        while at < len(tokens) and tokens[at].text != _PSEUDO:
            at += 1
        return list(tokens[first + 1 : at]), at + 1
    at += 2 if at < len(tokens) and tokens[at].text in {"+", "-"} else 1
    while at + 1 < len(tokens) and tokens[at].text in {"OF", "IN"}:
        at += 2
    if at < len(tokens) and tokens[at].text == "(":
        while at < len(tokens) and tokens[at].text != ")":
            at += 1
        at += 1
    return list(tokens[first:at]), at


def replaced(tokens: Sequence[Token], replacement: Replacement) -> list[Token]:
    """The text after replacement; what was put in lies where the text that it replaces lay."""
    out: list[Token] = []
    whole, partial = replacement.whole, replacement.partial
    at, glue = 0, -1
    while at < len(tokens):
        token = tokens[at]
        pair = _fitting(tokens, at, whole[token.text]) if token.text in whole else None
        if pair is not None:
            last = tokens[at + len(pair.before) - 1]
            new = [one._replace(start=token.start, end=last.end) for one in pair.after]
            at += len(pair.before)
        else:
            new = [_in_part(token, partial) if partial and token.kind == WORD else token]
            last, at = token, at + 1
        if new and out and token.start == out[-1].end and (pair is not None or token.start == glue):
            _join(out, new)
        out += new
        glue = last.end if pair is not None or (token.text == "-" and token.start == glue) else -1
    return out


def _fitting(tokens: Sequence[Token], at: int, pairs: Sequence[Pair]) -> Pair | None:
    for pair in pairs:
        end = at + len(pair.before)
        if end <= len(tokens) and all(a.text == b for a, b in zip(tokens[at:end], pair.before, strict=True)):
            return pair
    return None


def _in_part(token: Token, pairs: Sequence[Pair]) -> Token:
    """A word with one part of it replaced."""
    text = token.text
    for form, before, after in pairs:
        part, new = before[0], "".join(one.text for one in after)
        if form == "LEADING" and text.startswith(part):
            return token._replace(text=new + text[len(part) :])
        if form == "TRAILING" and text.endswith(part):
            return token._replace(text=text[: -len(part)] + new)
        if form == "TAG" and part in text:
            text = text.replace(part, new)
    return token if text == token.text else token._replace(text=text)


def _join(out: list[Token], new: list[Token]) -> None:
    """Make one word of two that touch: the last of `out` and the first of `new`."""
    left, right = out[-1], new[0]
    if left.kind in _GLUED and right.kind in _GLUED:
        out.pop()
        new[0] = Token(WORD, left.text + right.text, left.start, right.end)
    elif left.text == "-" and right.kind in _GLUED and len(out) > 1 and out[-2].end == left.start:
        out.pop()
        before = out.pop()
        new[0] = Token(WORD, f"{before.text}-{right.text}", before.start, right.end)
