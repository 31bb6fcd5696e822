"""Divisions and programs: which reader reads what, in one pass over the tokens.

A file without a division header is a copybook; what it starts with says whether
it holds data, file entries or procedure code.
"""

from __future__ import annotations

from functools import cached_property

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.data import DataReader
from legacyctl.parse.cobol.nodes import EXEC, NUMBER, ODD, PERIOD, WORD, Remark, Source, Token, Unit
from legacyctl.parse.cobol.statements import ProcedureReader
from legacyctl.parse.cobol.words import (
    DATA_SECTIONS,
    DIVISIONS,
    ENVIRONMENT_HEADS,
    ENVIRONMENT_SECTIONS,
    REMARKS,
    SOFT_VERBS,
    UNIT_ENDS,
    UNIT_HEADS,
    VERBS,
)

_NOTHING = Token(ODD, "", 0, 0)
_DESCRIPTIONS = frozenset({"FD", "SD", "RD", "CD"})
_IDENTIFICATION = frozenset({"IDENTIFICATION", "ID"})
_HEADED = frozenset({"USING", "CHAINING", "RETURNING", "GIVING"})
_FACTORY = frozenset({"FACTORY", "OBJECT"})


def read_structure(layout: Layout, source: Source) -> None:
    """Fill `source` with its units, statements, data items and what was not understood."""
    _StructureReader(layout, source).read()


class _StructureReader:
    """Goes from entry to entry; `division` is what it is in, "" outside of any."""

    def __init__(self, layout: Layout, source: Source) -> None:
        self.layout = layout
        self.source = source
        self.tokens = source.tokens
        self.data = DataReader(layout, source)
        self.division = ""
        self.paragraph = ""
        self.open: list[Unit] = []
        self.header = -1  # the IDENTIFICATION DIVISION that no PROGRAM-ID followed yet

    @cached_property
    def nests(self) -> bool:
        """Whether the end of a program is said, so that one can stand in another."""
        return any(
            token.text == "END" and following.text in UNIT_ENDS
            for token, following in zip(self.tokens, self.tokens[1:], strict=False)
        )

    def read(self) -> None:
        """Read all tokens."""
        at = 0
        while at < len(self.tokens):
            at = self._entry(at)
        while self.open:
            self.open.pop().last = len(self.tokens) - 1

    def _peek(self, at: int) -> Token:
        return self.tokens[at] if at < len(self.tokens) else _NOTHING

    def _entry(self, at: int) -> int:
        """Read the entry at `at`; give the number of the token behind it."""
        if self.tokens[at].kind == PERIOD:
            return at + 1
        after = self._header(at)
        if after > at:
            return after
        if self.division == "ENVIRONMENT":
            return self._environment(at)
        if self.division == "DATA":
            return self._data(at)
        return self._identification(at) if self.division in _IDENTIFICATION else self._outside(at)

    def _header(self, at: int) -> int:
        """Read the header of a division, unit or section; `at` itself when there is none."""
        word, following = self.tokens[at].text, self._peek(at + 1).text
        if word in DIVISIONS and following == "DIVISION":
            return self._division(at)
        if word in UNIT_HEADS:
            return self._unit(at)
        if word == "END" and following in UNIT_ENDS:
            return self._end_unit(at)
        if following == "SECTION" and word in DATA_SECTIONS | ENVIRONMENT_SECTIONS:
            return self._section(at)
        return at

    def _past(self, at: int) -> int:
        """The number of the token behind the period that ends the entry at `at`."""
        end = self.data.end(at)
        return end + 1 if self._peek(end).kind == PERIOD else end

    def _unparsed(self, at: int) -> int:
        after = self._past(at)
        self.source.unparsed.append((self.tokens[at].start, self.tokens[after - 1].end))
        return after

    def _division(self, at: int) -> int:
        self.division = self.tokens[at].text
        self.paragraph = ""
        if self.division in _IDENTIFICATION:
            self.header = at
        if self.division != "PROCEDURE":
            return at + 3 if self._peek(at + 2).kind == PERIOD else at + 2
        return self._procedure(self._past(at + 1))

    def _procedure(self, at: int) -> int:
        self.division = "PROCEDURE"
        return ProcedureReader(self.layout, self.source).read(at)

    def _unit(self, at: int) -> int:
        """PROGRAM-ID. name [clauses]. The unit starts at its IDENTIFICATION DIVISION."""
        kind = UNIT_HEADS[self.tokens[at].text]
        name = at + 2 if self._peek(at + 1).kind == PERIOD else at + 1
        first = self.header if self.header >= 0 else at
        while self.open and not self.nests:
            self.open.pop().last = first - 1
        unit = Unit(kind, self._name(name), first)
        self.source.units.append(unit)
        self.open.append(unit)
        self.header = -1
        self.division = "IDENTIFICATION"
        return max(self._past(name), at + 1) if name < len(self.tokens) else len(self.tokens)

    def _name(self, at: int) -> str:
        token = self._peek(at)
        return self.layout.raw[token.start : token.end].decode("latin-1").strip("\"'").upper()

    def _end_unit(self, at: int) -> int:
        after = self._past(at)
        if self.open and self._peek(at + 1).text not in _FACTORY:
            self.open.pop().last = after - 1
        self.division = ""
        return after

    def _section(self, at: int) -> int:
        word = self.tokens[at].text
        self.division = "DATA" if word in DATA_SECTIONS else "ENVIRONMENT"
        self.data.enter(word)
        return at + 3 if self._peek(at + 2).kind == PERIOD else at + 2

    def _identification(self, at: int) -> int:
        if self.tokens[at].text in REMARKS:
            return self._prose(at + 1)
        if self.tokens[at].text in _FACTORY:
            return self._past(at)
        if self.tokens[at].text in ENVIRONMENT_HEADS:
            return self._environment(at)
        return self._outside(at)

    def _prose(self, at: int) -> int:
        """Pass over a comment entry, up to a line that starts with the next header."""
        first = at = at + 1 if self._peek(at).kind == PERIOD else at
        while at < len(self.tokens) and not self._ends_prose(at):
            at += 1
        if at > first:
            self.source.remarks.append(Remark("comment", self.tokens[first].start, self.tokens[at - 1].end))
        return at

    def _ends_prose(self, at: int) -> bool:
        token, following = self.tokens[at], self._peek(at + 1)
        if token.text in DIVISIONS:
            behind = self._peek(at + 2)
            header = following.text == "DIVISION" and (behind.kind == PERIOD or behind.text in _HEADED)
            return header and self.layout.leads(token.start)
        headers = token.text in REMARKS or token.text in UNIT_HEADS
        return headers and following.kind == PERIOD and self.layout.leads(token.start)

    def _environment(self, at: int) -> int:
        token = self.tokens[at]
        if token.text in ENVIRONMENT_HEADS:
            self.paragraph = token.text
            return at + 2 if self._peek(at + 1).kind == PERIOD else at + 1
        if token.text == "SELECT":
            return self.data.file(at)
        if self.paragraph and self.paragraph != "FILE-CONTROL" and token.kind == WORD:
            return self._past(at)
        return self._unparsed(at)

    def _data(self, at: int) -> int:
        token = self.tokens[at]
        if token.kind == EXEC:
            return at + 1
        if token.text in _DESCRIPTIONS:
            return self.data.description(at)
        return self.data.item(at) if self.data.starts(at) else self._unparsed(at)

    def _outside(self, at: int) -> int:
        """In a copybook, take up the division that its text belongs to."""
        token, following = self.tokens[at], self._peek(at + 1)
        if self.data.starts(at) or token.text in _DESCRIPTIONS:
            self.division = "DATA"
            return self._data(at)
        if token.text == "SELECT" or token.text in ENVIRONMENT_HEADS:
            self.division = "ENVIRONMENT"
            return self._environment(at)
        if token.kind == EXEC and following.kind in {PERIOD, NUMBER} and token.text.startswith("SQL"):
            return at + 1
        if self._is_code(at):
            return self._procedure(at)
        return self._past(at) if self.data.fragment(at) else self._unparsed(at)

    def _is_code(self, at: int) -> bool:
        token, following = self.tokens[at], self._peek(at + 1)
        if token.kind == EXEC or following.text == "SECTION":
            return True
        if token.text in VERBS:
            return token.text not in SOFT_VERBS or following.kind != PERIOD
        if token.kind not in {WORD, NUMBER} or following.kind != PERIOD:
            return False
        behind = self._peek(at + 2)
        return behind.text in VERBS or behind.kind == EXEC or behind is _NOTHING
