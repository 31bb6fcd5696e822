"""What the compiler's first pass takes out: COPY, REPLACE and EXEC blocks.

`fold` gives the tokens that are left, with each EXEC ... END-EXEC as one token.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import EXEC, ODD, PERIOD, STRING, WORD, Copy, Remark, Source, Token
from legacyctl.parse.cobol.words import CONNECTIVES, VERBS

_FOLDED_HEADS = ("COPY", "REPLACE", "EXEC")
_FOLDED = frozenset({*_FOLDED_HEADS, "EXECUTE"})
_LIBRARIAN = re.compile(r"(\+\+INCLUDE|-INC|BASIS)\s+([A-Z0-9@#$_-]+)")
_HOW = {"++INCLUDE": "panvalet", "-INC": "librarian", "BASIS": "basis"}
_EXEC = frozenset({"EXEC", "EXECUTE"})
_LANGUAGES = frozenset({"SQL", "CICS", "DLI", "ADABAS", "SQLIMS", "DLIMS", "HTML", "ORACLE", "TOOLS"})
_FORMS = frozenset({"LEADING", "TRAILING"})
_AFTER_NAME = frozenset({"OF", "IN", "REPLACING", "SUPPRESS"})
_END_EXEC = "END-EXEC"
_PSEUDO = "=="
_CLOSING = frozenset({_END_EXEC, _PSEUDO, ")"})


def fold(layout: Layout, tokens: list[Token]) -> Source:
    """Take COPY and REPLACE out of `tokens` and make one token of each EXEC block."""
    source = _Folder(layout, tokens).fold()
    members = [(remark, _member(layout, remark)) for remark in layout.remarks if remark.kind == "directive"]
    for remark, found in members:
        if found:
            before = bisect_left(source.tokens, remark.start, key=_start)
            source.copies.append(Copy(found[2], "", False, remark.start, remark.end, before, _HOW[found[1]]))
    if members:
        source.copies.sort(key=lambda copy: copy.start)
    return source


def _start(token: Token) -> int:
    return token.start


def _member(layout: Layout, remark: Remark) -> re.Match[str] | None:
    """The words of a librarian's directive: what it is, and the member that it brings in."""
    return _LIBRARIAN.search(layout.raw[remark.start : remark.end].decode("latin-1").upper())


class _Folder:
    """One pass over the tokens; `at` never goes back."""

    def __init__(self, layout: Layout, tokens: list[Token]) -> None:
        self.layout = layout
        self.tokens = tokens
        self.at = 0
        self.out: list[Token] = []
        self.source = Source(self.out)
        # Where each closing word stands for the last time, so that none is sought in vain.
        self.last: dict[str, int] = {}

    def fold(self) -> Source:
        """Give what is left, with what was taken out beside it."""
        tokens, out = self.tokens, self.out
        found = self._candidates()
        if not found:
            out += tokens
            return self.source
        self.last = {text: number for number, (_, text, _, _) in enumerate(tokens) if text in _CLOSING}
        for number in found:
            if number < self.at:
                continue
            out += tokens[self.at : number]
            self.at = number
            if not self._take(tokens[number].text):
                out.append(tokens[number])
                self.at += 1
        out += tokens[self.at :]
        return self.source

    def _candidates(self) -> list[int]:
        """The numbers of the tokens that may start something to take out."""
        text, tokens = self.layout.text, self.tokens
        found = []
        for word in _FOLDED_HEADS:
            at = text.find(word)
            while at >= 0:
                number = bisect_left(tokens, at, key=_start)
                if number < len(tokens) and tokens[number].start == at and tokens[number].text in _FOLDED:
                    found.append(number)
                at = text.find(word, at + 1)
        return sorted(found)

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
        if name.kind not in {WORD, STRING}:
            return False
        # behind a connective, only a whole statement is no data name
        if self.out and self.out[-1].text in CONNECTIVES and self._peek(2).kind != PERIOD:
            return False
        text, ahead = self._member(name)
        library = ""
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
        self.source.copies.append(Copy(text, library, replacing, first.start, end, len(self.out)))
        self.at += ahead
        return True

    def _member(self, name: Token) -> tuple[str, int]:
        """A library text's name, with the extension of a file; and how many tokens were passed."""
        period, extension, behind = self._peek(2), self._peek(3), self._peek(4)
        glued = name.end == period.start and period.end == extension.start and extension.text not in VERBS
        goes_on = behind.kind == PERIOD or behind.text in _AFTER_NAME
        if glued and goes_on and (name.kind, period.kind, extension.kind) == (WORD, PERIOD, WORD):
            return f"{name.text}.{extension.text}", 4
        return self._name(name), 2

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
        if self.last.get(_END_EXEC, -1) < self.at:
            return False
        ahead = 1
        while self._peek(ahead).text != _END_EXEC:
            if self._peek(ahead).text in _EXEC and self._peek(ahead + 1).text in _LANGUAGES:
                return False  # the END-EXEC belongs to the next block
            ahead += 1
        text = f"{self._peek(1).text} {self._peek(2).text}"
        self.source.blocks.append(len(self.out))
        self.out.append(Token(EXEC, text, self._peek(0).start, self._peek(ahead).end))
        self.at += ahead + 1
        return True
