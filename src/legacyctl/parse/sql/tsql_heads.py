"""CREATE and ALTER of T-SQL: the heads of units, which last to the end of their batch, and tables."""

from __future__ import annotations

from legacyctl.parse.sql.batches import Batches
from legacyctl.parse.sql.columns import note_columns
from legacyctl.parse.sql.context import Context, is_word
from legacyctl.parse.sql.frames import Frame

_UNITS = {"PROC": "procedure", "PROCEDURE": "procedure", "FUNCTION": "function", "TRIGGER": "trigger", "VIEW": "view"}
_MODIFIERS = frozenset(("OR", "ALTER", "REPLACE", "UNIQUE", "CLUSTERED", "NONCLUSTERED", "EXTERNAL"))


class TsqlHeads:
    """Reads heads; a unit that it opens is a frame."""

    def __init__(self, context: Context, batches: Batches) -> None:
        self.context = context
        self.source = context.source
        self.texts = context.texts
        self.batches = batches

    def unit(self, at: int) -> int:
        """Open the unit whose CREATE or ALTER stands at `at`; give the place of its body, -1 when it makes no unit."""
        place = self._kind(at)
        kind = _UNITS.get(self.context.word(place))
        return -1 if kind is None or not is_word(self.context.word(place + 1)) else self._unit(at, place, kind)

    def other(self, at: int, end: int) -> None:
        """Read CREATE or ALTER of anything else, tokens [at, end)."""
        place = self._kind(at)
        if self.texts[at] == "CREATE" and self.context.word(place) == "TABLE":
            self._table(at, place, end)
        self.context.expressions.read(place, end, sql=True)

    def _kind(self, at: int) -> int:
        at += 1
        while self.context.word(at) in _MODIFIERS:
            at += 1
        return at

    def _table(self, at: int, place: int, end: int) -> None:
        """CREATE TABLE, unless it is a temporary one."""
        name = self.context.dotted(place + 1)
        shown = self.source.name(name, name)
        if shown[:1] not in {"#", "@", ""}:
            self.source.note("unit.table", at, end - 1, shown)
            note_columns(self.context, name + 1, end)

    def _unit(self, at: int, place: int, kind: str) -> int:
        name = self.context.dotted(place + 1)
        head = self._head(name + 1)
        facts = {"out": self._parameters(name + 1, head)}
        shown = self.source.name(name, name)
        self.context.frames.push(Frame("unit", at, "body", kind, shown, dict(facts)))
        if kind == "trigger" and self.context.word(name + 1) == "ON":
            last = self.context.dotted(name + 2)
            target = self.source.name(max(name + 2, last - 2), last).upper()
            self.source.note("table", at, last, target, {"kind": "sql", "access": ""})
        return head + (self.context.word(head) == "AS")

    def _head(self, at: int) -> int:
        """Give the AS before the body of a unit, or its BEGIN; the end of the batch where none stands."""
        depth = 0
        for place in range(at, self.context.total):
            text = self.texts[place]
            depth += (text == "(") - (text == ")")
            if depth <= 0 and text == "BEGIN":
                return place
            if depth <= 0 and text == "AS" and self._opens_body(place):
                return place
            if text == "GO" and self.batches.is_go(place):
                return place
        return self.context.total

    def _opens_body(self, at: int) -> bool:
        """Say whether AS at `at` is followed by the body: `@p AS int` and EXECUTE AS OWNER are not."""
        following = self.context.word(at + 1)
        if self.context.word(at - 1) in {"EXECUTE", "EXEC"}:
            return False
        return self.batches.starts(at + 1) or following in {
            "WITH",
            "EXTERNAL",
            "(",
            ";",
            "SELECT",
            "SET",
            "BEGIN",
            "RETURN",
        }

    def _parameters(self, at: int, head: int) -> bool:
        """Note the parameters of a unit; say whether any goes out."""
        out = False
        for place in range(at, min(head, self.context.total)):
            text = self.texts[place]
            if text[0] == "@" and (place == at or self.texts[place - 1] in {",", "("} or place == at + 1):
                self.source.note("parameter", place, place, self.source.name(place, place))
            out = out or text in {"OUT", "OUTPUT"}
        return out
