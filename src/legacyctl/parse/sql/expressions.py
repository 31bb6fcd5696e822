"""What stands in an expression or a SQL statement: calls, AND and OR, CASE; one loop over its tokens.

A bracket opens a list of operators that wait for the end of their operand, so
that `a AND (b OR c)` nests as it is read, without recursion.
"""

from __future__ import annotations

from typing import NamedTuple

from legacyctl.parse.sql.source import Source
from legacyctl.parse.sql.vocabulary import BEFORE_TABLE, BUILT_IN, COLLECTION, XML_METHODS

# Behind a dot stands a method of what came before it: f(x).g(y).
_NO_CALL_BEHIND = frozenset((":", "%", "..", "."))
_OPERATORS = {"AND": "and", "OR": "or", "NOT": ""}
# The first argument of TO_DATE is looked through up to this many tokens.
_DATE_TOKENS = 100


class Call(NamedTuple):
    """A name before a bracket, or alone as a statement: tokens [first, last] and where its arguments end."""

    first: int
    last: int
    sure: bool


class Expressions:
    """Reads expressions of one file; `variables` are names that were declared in it, `calls` what looks like a call."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.texts = source.texts
        self.variables: set[str] = set()
        self.calls: list[Call] = []
        self._first = self._last = 0
        self._sql = False
        # By open bracket the operators whose operand goes on; the open CASEs; BETWEENs without their AND.
        self._waiting: list[list[int]] = []
        self._cases: list[int] = []
        self._ranges = 0

    def read(self, first: int, last: int, *, sql: bool = False) -> None:
        """Read tokens [first, last); in SQL only CASE branches, AND and OR filter rows."""
        self._first, self._last, self._sql = first, last, sql
        self._waiting, self._cases, self._ranges = [[]], [], 0
        texts, actions = self.texts, _ACTIONS
        for at in range(first, last):
            action = actions.get(texts[at])
            if action is not None:
                action(self, at)
        for left in self._waiting:
            self._settle(left, last - 1)
        for opened in self._cases:
            self.source.note("flow", opened, last - 1, "case")

    def call(self, last: int, least: int, *, sql: bool = False, sure: bool = False) -> None:
        """Take the name that ends with token `last` as a call, unless it is none; `sure` where it is a statement."""
        name = self.texts[last] if last >= least else ""
        if not name or (name in BUILT_IN and self.source.word(last - 1) != ".") or not _is_word(name):
            return
        # `t.c (+)` is an outer join, and `a - (b)` lacks its sign here, which is no token.
        if self.source.word(last + 2) == "+" or self.source.gap(last):
            return
        first = self._start(last, least)
        before = self.texts[first - 1] if first > least else ""
        if before in _NO_CALL_BEHIND or (sql and before in BEFORE_TABLE):
            return
        if not self._is_data(first, last, sure=sure):
            self.calls.append(Call(first, last, sure or first < last))

    def _start(self, last: int, least: int) -> int:
        """Give the first token of the dotted name that ends with token `last`."""
        first = last
        while first - 2 >= least and self.texts[first - 1] == "." and _is_word(self.texts[first - 2]):
            first -= 2
        return first

    def _is_data(self, first: int, last: int, *, sure: bool) -> bool:
        """Say whether a name before a bracket is an element or method of data, such as l_names.exists(1)."""
        head, name = self.texts[first], self.texts[last]
        if head[0] == "@" or head == "SYS" or (name in XML_METHODS and first < last):
            return True
        if first == last:
            return False
        own = head in self.variables
        return (own and (not sure or name in COLLECTION)) or (not sure and last - first > 2 and name in COLLECTION)

    def bracket(self, at: int) -> None:
        """An opening bracket, of a call or not."""
        self._waiting.append([])
        self.call(at - 1, self._first, sql=self._sql)
        if self.texts[at - 1] == "TO_DATE":
            self._date(at)

    def close(self, at: int) -> None:
        """A closing bracket."""
        if len(self._waiting) > 1:
            self._settle(self._waiting.pop(), at - 1)

    def operator(self, at: int) -> None:
        """AND, OR, NOT; the AND of a BETWEEN is none."""
        text = self.texts[at]
        if self._ranges and text == "AND":
            self._ranges -= 1
        elif not self._sql and (text != "NOT" or self.source.word(at + 1) == "("):
            self._waiting[-1].append(at)

    def between(self, _: int) -> None:
        """BETWEEN has an AND of its own."""
        self._ranges += 1

    def boundary(self, at: int) -> None:
        """A comma, THEN or ELSE ends the operands before it."""
        self._settle(self._waiting[-1], at - 1)

    def case(self, at: int) -> None:
        """CASE."""
        self._cases.append(at)

    def when(self, at: int) -> None:
        """WHEN, which is a decision in a CASE only."""
        self.boundary(at)
        if self._cases:
            self.source.note("decision", at, at, "when")

    def end(self, at: int) -> None:
        """END of a CASE."""
        self.boundary(at)
        if self._cases:
            self.source.note("flow", self._cases.pop(), at, "case")

    def link(self, at: int) -> None:
        """A table or procedure in another database: name@link."""
        link = self.source.word(at + 1)
        if link and _is_word(link):
            self.source.note("dblink", at, at + 1, self.source.name(at + 1, at + 1))

    def _settle(self, operators: list[int], last: int) -> None:
        """Note operators whose operand ends with token `last`."""
        for at in operators:
            word = _OPERATORS[self.texts[at]]
            self.source.note("boolean" if word else "boolean.not", at, last, word)
        operators.clear()

    def _date(self, at: int) -> None:
        """TO_DATE: whether it says how the text is to be read."""
        depth = 0
        for place in range(at, min(self._last, at + _DATE_TOKENS)):
            text = self.texts[place]
            depth += (text == "(") - (text == ")")
            if depth == 0 or (text == "," and depth == 1):
                self.source.note("to_date", at - 1, place, facts={"format": depth == 1})
                return


def _is_word(text: str) -> bool:
    """Say whether a token is a name: a word, or one in quotes."""
    return text[0].isalpha() or text[0] in '_"&[#`@'


_ACTIONS = {
    "(": Expressions.bracket,
    ")": Expressions.close,
    **dict.fromkeys(_OPERATORS, Expressions.operator),
    "BETWEEN": Expressions.between,
    **dict.fromkeys((",", "THEN", "ELSE"), Expressions.boundary),
    "CASE": Expressions.case,
    "WHEN": Expressions.when,
    "END": Expressions.end,
    "@": Expressions.link,
}
