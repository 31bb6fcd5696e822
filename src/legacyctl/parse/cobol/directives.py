"""What the compiler's first pass takes out: COPY, REPLACE and EXEC blocks.

`fold` gives the tokens that are left, with each EXEC ... END-EXEC as one token.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import EXEC, ODD, PERIOD, STRING, WORD, Copy, Remark, Source, Token
from legacyctl.parse.cobol.words import CONNECTIVES

_FOLDED = frozenset({"COPY", "REPLACE", "EXEC", "EXECUTE"})
_LIBRARIAN = re.compile(r"(?:\+\+INCLUDE|-INC)\s+([A-Z0-9@#$_-]+)")
_FORMS = frozenset({"LEADING", "TRAILING"})
_END_EXEC = "END-EXEC"
_PSEUDO = "=="
_CLOSING = frozenset({_END_EXEC, _PSEUDO, ")"})


def fold(layout: Layout, tokens: list[Token]) -> Source:
    """Take COPY and REPLACE out of `tokens` and make one token of each EXEC block."""
    source = _Folder(layout, tokens).fold()
    starts = [token.start for token in source.tokens]
    for remark in layout.remarks:
        if remark.kind == "directive" and (found := _LIBRARIAN.search(_upper(layout, remark))):
            copy = Copy(found[1], "", replacing=False, start=remark.start, end=remark.end, before=0)
            source.copies.append(_placed(copy, bisect_left(starts, remark.start)))
    source.copies.sort(key=lambda copy: copy.start)
    return source


def _upper(layout: Layout, remark: Remark) -> str:
    return layout.raw[remark.start : remark.end].decode("latin-1").upper()


def _placed(copy: Copy, before: int) -> Copy:
    return Copy(copy.name, copy.library, copy.replacing, copy.start, copy.end, before)


class _Folder:
    """One pass over the tokens; `at` never goes back."""

    def __init__(self, layout: Layout, tokens: list[Token]) -> None:
        self.layout = layout
        self.tokens = tokens
        self.at = 0
        self.out: list[Token] = []
        self.source = Source(self.out)
        # Where each closing word stands for the last time, so that none is sought in vain.
        self.last = {token.text: number for number, token in enumerate(tokens) if token.text in _CLOSING}

    def fold(self) -> Source:
        """Give what is left, with what was taken out beside it."""
        tokens, out = self.tokens, self.out
        for number, token in enumerate(tokens):
            if number < self.at:
                continue
            self.at = number
            if token.text not in _FOLDED or token.kind != WORD or not self._take(token.text):
                out.append(token)
        return self.source

    def _take(self, word: str) -> bool:
        """Take what starts here, if it is what its first word says."""
        if word == "COPY":
            return self._copy()
        if word == "REPLACE":
            return self._replace()
        return self._exec()

    def _peek(self, ahead: int) -> Token:
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else Token(ODD, "", 0, 0)

    def _copy(self) -> bool:
        """COPY name [OF library] [SUPPRESS] [REPLACING ...] with its own period."""
        first, name = self._peek(0), self._peek(1)
        if name.kind not in {WORD, STRING} or (self.out and self.out[-1].text in CONNECTIVES):
            return False
        ahead, library = 2, ""
        if self._peek(ahead).text in {"OF", "IN"}:
            library = self._name(self._peek(ahead + 1))
            ahead += 2
        while self._peek(ahead).text in {"SUPPRESS", "PRINTING"}:
            ahead += 1
        replacing = self._peek(ahead).text == "REPLACING"
        if replacing:
            ahead = self._pairs(ahead + 1)
        if self._peek(ahead).kind == PERIOD:
            ahead += 1
        end = max(self._peek(ahead - 1).end, name.end)
        self.source.copies.append(Copy(self._name(name), library, replacing, first.start, end, len(self.out)))
        self.at += ahead
        return True

    def _name(self, token: Token) -> str:
        """A library text's name: as written when it stands in quotes, else in upper case."""
        if token.kind != STRING:
            return token.text
        return self.layout.raw[token.start : token.end].decode("latin-1").strip("\"'")

    def _pairs(self, ahead: int) -> int:
        """Pass over `operand BY operand` as often as it comes."""
        while self._peek(ahead).kind not in {PERIOD, ODD} or self._peek(ahead).text == _PSEUDO:
            after = self._operand(ahead)
            if self._peek(after).text != "BY":
                return after
            ahead = self._operand(after + 1)
        return ahead

    def _operand(self, ahead: int) -> int:
        """Pass over ==pseudo text==, a literal, or a name with its qualifiers and subscripts."""
        if self._peek(ahead).text in _FORMS | {"+", "-"}:
            ahead += 1
        if self._peek(ahead).text == _PSEUDO:
            return self._until(_PSEUDO, ahead + 1)
        ahead += 1
        while self._peek(ahead).text in {"OF", "IN"}:
            ahead += 2
        return self._until(")", ahead + 1) if self._peek(ahead).text == "(" else ahead

    def _until(self, text: str, ahead: int) -> int:
        """Pass over everything up to and with `text`; over nothing when it does not come."""
        if self.at + ahead > self.last.get(text, -1):
            return ahead
        while self._peek(ahead).text != text:
            ahead += 1
        return ahead + 1

    def _replace(self) -> bool:
        """REPLACE ==..== BY ==..== ... or REPLACE OFF, with its period."""
        first, after = self._peek(0), self._peek(1)
        if after.text == "OFF":
            ahead = 2
        elif after.text in {_PSEUDO, "ALSO", "LAST", *_FORMS}:
            ahead = self._pairs(2 if after.text in {"ALSO", "LAST"} else 1)
        else:
            return False
        if self._peek(ahead).kind == PERIOD:
            ahead += 1
        end = max(self._peek(ahead - 1).end, first.end)
        self.source.replaces.append(Remark("replace", first.start, end))
        self.at += ahead
        return True

    def _exec(self) -> bool:
        """EXEC ... END-EXEC as one token, whose text is that of the two words after EXEC."""
        ahead = self._until(_END_EXEC, 1)
        if ahead == 1:
            return False
        text = f"{self._peek(1).text} {self._peek(2).text}"
        self.out.append(Token(EXEC, text, self._peek(0).start, self._peek(ahead - 1).end))
        self.at += ahead
        return True
