"""The text that the compiler sees: COPY, INCLUDE and REPLACE carried out.

`expand` gives a program's tokens with those of its copybooks in their places.
All texts lie behind each other in one space of offsets, the program's own at 0,
so that the other readers need not know of it; `Expansion.place` leads back to
the file. A text that is brought in twice lies there twice.

Only what can change the procedure division is brought in. A copybook of the
data division that holds no word that steers the compiler stays out. What is
missing there leaves a gap, a token that no reader understands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.copybooks import Copybooks, Inclusion, Text, conditional
from legacyctl.parse.cobol.nodes import EXEC, ODD, Source, Token
from legacyctl.parse.cobol.replacing import Replacement, clauses, pairs_of, replaced
from legacyctl.parse.cobol.words import DIVISIONS

_DEEPEST = 40  # copybooks in copybooks
_LONGEST = 8_000_000  # bytes of all texts together
_MOST = 4_000  # texts
_REPLACE = "replace"  # the kind of a token that stands for a REPLACE statement
_HEADERS = {"PROCEDURE": True, "PROGRAM-ID": False, **dict.fromkeys(DIVISIONS - {"PROCEDURE"}, False)}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asked for: the name, the path that it led to ("" when there is none), how many it might mean."""

    inclusion: Inclusion
    path: str
    choices: int


@dataclass(frozen=True, slots=True, eq=False)
class Expansion:
    """A program with its copybooks.

    `source` holds the tokens only. `bases` are the offsets at which each text
    starts, with its file in `paths` and in `through` the bytes of the program's
    own COPY that brought it in.
    """

    layout: Layout
    source: Source
    bases: list[int]
    paths: list[str]
    through: list[tuple[int, int]]

    def place(self, start: int, end: int) -> tuple[str, int, int]:
        """The file that bytes [start, end) come from, and where they lie in it."""
        number = bisect_right(self.bases, start) - 1
        return self.paths[number], start - self.bases[number], end - self.bases[number]

    def own(self, start: int, end: int) -> tuple[int, int]:
        """Where bytes [start, end) appear in the program itself: at the COPY that brought them in."""
        number = bisect_right(self.bases, start) - 1
        return self.through[number] if number else (start, end)


class Expander:
    """Carries out the COPY statements of one file; `asked` lists those of the file itself.

    `depends` has each name that was asked for at any depth, with the path that
    it led to; `cycles` the bytes at which a COPY of the file leads to a text that
    brings in itself.
    """

    def __init__(self, text: Text, books: Copybooks | None) -> None:
        self.text = text
        self.books = books
        self.bases, self.paths, self.through = [0], [text.path], [(0, 0)]
        self.layouts = [text.layout]
        self.size = len(text.layout.text) + 1
        self.rules: dict[int, tuple[str, Replacement]] = {}
        self.depends: dict[tuple[str, str], None] = {}
        self.cycles: set[int] = set()
        self.asked = [self._ask(one, text.path) for one in text.inclusions]

    def expand(self) -> Expansion | None:
        """Give the expanded text, None when it would mean the same as the text itself."""
        kept = [asked for asked in self._placed(self.text, self.asked, inside=False) if self._matters(asked)]
        if not kept and not self.text.source.replaces:
            return None
        tokens = self._spliced(self.text, kept, 0, [self.text.path])
        tokens = self._replaced(tokens) if self.rules else tokens
        layout = replace(
            self.text.layout,
            text="\n".join(one.text for one in self.layouts),
            raw=b"\n".join(one.raw for one in self.layouts),
            starts=[start + base for base, one in zip(self.bases, self.layouts, strict=True) for start in one.starts],
            free=bytearray(b"".join(one.free for one in self.layouts)),
        )
        return Expansion(layout, Source(tokens), self.bases, self.paths, self.through)

    def _ask(self, one: Inclusion, path: str) -> Asked:
        choices = self.books.library.candidates(one.name, one.library, path) if self.books else []
        self.depends[one.name, choices[0] if choices else ""] = None
        return Asked(one, choices[0] if choices else "", len(choices))

    def _placed(self, text: Text, asked: Sequence[Asked], *, inside: bool) -> list[tuple[Asked, bool]]:
        """Each with whether it stands in a procedure division; `inside` is what the text starts in."""
        if not asked:
            return []
        edges, stretches = procedure_edges(text.source.tokens, inside=inside)
        return [(one, stretches[bisect_left(edges, one.inclusion.before)]) for one in asked]

    def _matters(self, placed: tuple[Asked, bool]) -> bool:
        """Whether an inclusion of the file itself may change its procedure division."""
        asked, inside = placed
        return inside or (self.books is not None and bool(asked.path) and self.books.steers(asked.path))

    def _spliced(self, text: Text, kept: Iterable[tuple[Asked, bool]], base: int, around: Sequence[str]) -> list[Token]:
        """The tokens of a text with others in the places of their inclusions."""
        out: list[Token] = []
        at = 0
        events: list[tuple[int, int, tuple[Asked, bool] | None]] = [
            *((placed[0].inclusion.before, placed[0].inclusion.start, placed) for placed in kept),
            *self._rules(text, base),
        ]
        events.sort(key=lambda event: event[:2])
        for before, start, placed in events:
            out += _moved(text.source.tokens[at:before], base)
            at = before
            if placed is None:
                out.append(Token(_REPLACE, "", start + base, start + base))
            else:
                out += self._included(text, placed, base, around)
                at += placed[0].inclusion.swallowed
        out += _moved(text.source.tokens[at:], base)
        return out

    def _rules(self, text: Text, base: int) -> list[tuple[int, int, None]]:
        """Note the REPLACE statements of a text; give before which tokens they stand, and where."""
        places = []
        for remark in text.source.replaces:
            words = clauses(text.layout, remark.start, remark.end)
            form = words[1].text if len(words) > 1 and words[1].text in {"ALSO", "LAST"} else ""
            self.rules[remark.start + base] = form, pairs_of(words, 2 if form else 1)
            before = bisect_left(text.source.tokens, remark.start, key=lambda token: token.start)
            places.append((before, remark.start, None))
        return places

    def _included(self, text: Text, placed: tuple[Asked, bool], base: int, around: Sequence[str]) -> list[Token]:
        """The tokens that an inclusion brings in; a gap where some are not to be had."""
        asked, inside = placed
        one = asked.inclusion
        through = self.through[-1] if base else (one.start, one.end)
        gap = [Token(ODD, "", one.start + base, one.end + base)] if inside else []
        if asked.path in around:
            self.cycles.add(through[0])
            return gap
        found = self.books.text(asked.path) if self.books and asked.path else None
        if found is None or len(around) > _DEEPEST or self._is_full(found):
            return gap
        new_base = self._add(found, through)
        inner = self._placed(found, [self._ask(each, found.path) for each in found.inclusions], inside=inside)
        tokens = self._spliced(found, inner, new_base, [*around, asked.path])
        tokens = gap + tokens if conditional(found.layout) else tokens
        if not one.replacing:
            return tokens
        words = clauses(text.layout, one.start, one.end)
        first = next((number for number, word in enumerate(words) if word.text == "REPLACING"), len(words))
        return self._changed(tokens, pairs_of(words, first + 1))

    def _is_full(self, text: Text) -> bool:
        """Whether a text would be one too many, so that texts that bring in others twice do not grow without end."""
        return len(self.bases) > _MOST or self.size + len(text.layout.text) > _LONGEST

    def _add(self, text: Text, through: tuple[int, int]) -> int:
        base = self.size
        self.bases.append(base)
        self.paths.append(text.path)
        self.through.append(through)
        self.layouts.append(text.layout)
        self.size += len(text.layout.text) + 1
        return base

    def _replaced(self, tokens: list[Token]) -> list[Token]:
        """Carry out the REPLACE statements, each up to the next."""
        out: list[Token] = []
        piece: list[Token] = []
        holding = [Replacement(())]
        for token in [*tokens, Token(_REPLACE, "", -1, -1)]:
            if token.kind != _REPLACE:
                piece.append(token)
                continue
            out += self._changed(piece, holding[-1])
            piece = []
            form, rule = self.rules.get(token.start, ("", holding[0]))
            if form == "ALSO":
                holding += [] if holding[-1].large else [Replacement(rule.pairs + holding[-1].pairs)]
            elif form != "LAST":
                holding = [holding[0], rule]
            elif len(holding) > 1:
                holding.pop()
        return out

    def _changed(self, tokens: list[Token], rule: Replacement) -> list[Token]:
        """Tokens after replacement; a block EXEC ... END-EXEC that should be changed becomes a gap."""
        if not rule.pairs or not tokens:
            return tokens
        if rule.large:
            return [tokens[0]._replace(kind=ODD, text=""), *tokens]
        sought = [pair.before[0] for pair in rule.pairs]
        tokens = [
            token._replace(kind=ODD, text="") if token.kind == EXEC and self._holds(token, sought) else token
            for token in tokens
        ]
        return replaced(tokens, rule)

    def _holds(self, token: Token, sought: Iterable[str]) -> bool:
        number = bisect_right(self.bases, token.start) - 1
        base = self.bases[number]
        block = self.layouts[number].text[token.start - base : token.end - base]
        return any(text in block for text in sought)


def procedure_edges(tokens: Sequence[Token], *, inside: bool) -> tuple[list[int], list[bool]]:
    """The numbers of the tokens at which a procedure division begins or ends.

    And for the stretch before each, and behind the last, whether it is one;
    `inside` says it of the first.
    """
    edges: list[int] = []
    stretches = [inside]
    for number in [number for number, token in enumerate(tokens) if token.text in _HEADERS]:
        word, following = tokens[number].text, tokens[number + 1].text if number + 1 < len(tokens) else ""
        if _HEADERS[word] != stretches[-1] and (following == "DIVISION" or word == "PROGRAM-ID"):
            edges.append(number)
            stretches.append(_HEADERS[word])
    return edges, stretches


def _moved(tokens: list[Token], base: int) -> list[Token]:
    if not base:
        return tokens
    return [Token(kind, text, start + base, end + base) for kind, text, start, end in tokens]
