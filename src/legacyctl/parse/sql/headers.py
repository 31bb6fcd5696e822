"""CREATE and the heads of units: packages, types, subprograms, triggers, views, tables and the rest of the schema."""

from __future__ import annotations

from legacyctl.parse.sql.columns import note_columns
from legacyctl.parse.sql.context import Context, is_word
from legacyctl.parse.sql.frames import Frame
from legacyctl.parse.sql.vocabulary import MEMBERS, SUBPROGRAMS

# Between CREATE and the kind of thing that is made.
_MODIFIERS = frozenset(
    (
        *("OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE", "FORCE", "NOFORCE", "NO", "GLOBAL", "TEMPORARY", "TEMP"),
        *(
            "PUBLIC",
            "PRIVATE",
            "UNIQUE",
            "BITMAP",
            "MATERIALIZED",
            "LOCAL",
            "SHARED",
            "IF",
            "NOT",
            "EXISTS",
            "EDITIONING",
        ),
        *("AND", "COMPILE", "RESOLVE", "UNLOGGED", "EXTERNAL", "IMMUTABLE", "BLOCKCHAIN", "ALTER", "DUPLICATED"),
    )
)
_BODY = frozenset(("IS", "AS"))
_UNITS = frozenset(("PACKAGE", "PROCEDURE", "FUNCTION", "TRIGGER", "TYPE"))
_KINDS = _UNITS | {"VIEW", "TABLE", "INDEX", "SYNONYM", "SEQUENCE"}
_ELSEWHERE = frozenset(("LANGUAGE", "EXTERNAL"))


class Headers:
    """Reads heads; every method takes the place of the first token and gives the place behind the head."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.source = context.source
        self.texts = context.texts
        self.frames = context.frames

    def kind(self, at: int) -> int:
        """Give the place of the word behind CREATE and its modifiers that says what is made."""
        at += self.context.word(at) == "CREATE"
        while self.context.word(at) in _MODIFIERS:
            at += 1
        return at

    def is_unit(self, at: int) -> bool:
        """Say whether CREATE at `at` makes a unit of PL/SQL, which stands in no block."""
        return self.context.word(self.kind(at)) in _UNITS

    def create(self, at: int) -> int:
        """Read CREATE, or the head of a unit without it."""
        place = self.kind(at)
        word = self.context.word(place)
        if word == "PACKAGE":
            return self._container(at, place, "package")
        if word == "TYPE":
            return self._type(at, place)
        if word in SUBPROGRAMS:
            return self.subprogram(place, first=at)
        if word == "TRIGGER":
            return self._trigger(at, place)
        if word in _KINDS:
            return self._schema(at, place)
        return self.context.behind(self.context.end(at))

    def _container(self, at: int, place: int, kind: str) -> int:
        """PACKAGE [BODY] or TYPE BODY: opens a unit whose declarations follow."""
        body = self.context.word(place + 1) == "BODY"
        kind = "body" if body else kind
        name = self.context.dotted(place + 1 + body)
        if self.context.word(name + 1) == "WRAPPED":
            return self._wrapped(at, kind, name)
        stop = self.context.stop(name)
        head = self.context.until(_BODY, name, stop)
        self.frames.push(Frame("unit", at, "declare", kind, self.source.name(name, name)))
        if head == stop:
            self.source.lost(at, name)
            return stop
        return head + 1

    def _wrapped(self, at: int, kind: str, name: int) -> int:
        """A unit whose text was made unreadable; nothing of it up to the slash is looked at."""
        end = self.source.find("/", name)
        self.source.note(f"unit.{kind}", at, end - 1, self.source.name(name, name))
        self.source.note("wrapped", at, name + 1, self.source.name(name, name))
        self.source.lost(name + 1, end - 1)
        return end

    def subprogram(self, at: int, *, first: int = -1) -> int:
        """Read [MEMBER ...] PROCEDURE or FUNCTION up to IS, AS, BEGIN or its semicolon."""
        first = at if first < 0 else first
        while self.context.word(at) in MEMBERS:
            at += 1
        kind = SUBPROGRAMS[self.texts[at]]
        name = self.context.dotted(at + 1)
        if not is_word(self.context.word(at + 1)):
            self.source.lost(first, at)
            return at + 1
        if self.context.word(name + 1) == "WRAPPED":
            return self._wrapped(first, kind, name)
        stop = self.context.stop(name)
        facts = self._parameters(name + 1, stop)
        head = self.context.until(_BODY, name + 1, stop)
        if self.context.word(head + 1) == "RESULT":  # RETURN SELF AS RESULT, of a constructor
            head = self.context.until(_BODY, head + 1, stop)
        frame = Frame("unit", first, "declare", kind, self.source.name(name, name), dict(facts))
        external = self.context.word(head + 1) in _ELSEWHERE
        if external or (head == stop and self.context.word(stop) != "BEGIN"):
            end = self.source.find(";", head) if external else stop
            self._whole(frame, min(end, self.context.total - 1), declared=not external)
            return self.context.behind(end)
        self.frames.push(frame)
        if head == stop:
            frame.state = "body"
            return stop + 1
        return head + 1

    def _whole(self, frame: Frame, end: int, *, declared: bool) -> None:
        """A head that ends with its semicolon."""
        end = end if self.context.word(end) == ";" else end - 1
        frame.facts["declared"] = declared
        self.source.note(f"unit.{frame.unit}", frame.first, end, frame.name, frame.facts)
        if self.context.word(end) != ";":
            self.source.lost(frame.first, end)

    def _parameters(self, at: int, stop: int) -> dict[str, str | int | bool]:
        """Note the parameters in the brackets at `at`; say whether any but SELF goes out."""
        out, name = False, ""
        close = self.context.close_bracket(at, stop) if self.context.word(at) == "(" else at
        depth, fresh = 0, False
        for place in range(at, close):
            text = self.texts[place]
            if fresh and is_word(text):
                name = text
                self.source.note("parameter", place, place, self.source.name(place, place))
                self.context.expressions.variables.add(text)
            fresh = (text == "(" and depth == 0) or (text == "," and depth == 1)
            depth += (text == "(") - (text == ")")
            out = out or (text == "OUT" and depth == 1 and name != "SELF")
        return {"out": out}

    def cursor(self, at: int) -> int:
        """CURSOR name [(parameters)] [RETURN type] [IS query];."""
        end = self.context.stop(at)
        head = self.context.until(_BODY, at, end)
        self.source.note("cursor", at, end, self.source.name(at + 1, at + 1))
        self.context.expressions.variables.add(self.context.word(at + 1))
        if head < end:
            self.context.queries.read(head + 1, end)
        return self.context.behind(end)

    def _type(self, at: int, place: int) -> int:
        """TYPE BODY; TYPE as an object with its members, as a collection, or without content."""
        if self.context.word(place + 1) == "BODY":
            return self._container(at, place, "type")
        name = self.context.dotted(place + 1)
        if self.context.word(name + 1) == "WRAPPED":
            return self._wrapped(at, "type", name)
        end = min(self.context.end(name), self.context.total - 1)
        self._members(name + 1, end)
        self.source.note("unit.type", at, end, self.source.name(name, name))
        if not is_word(self.context.word(place + 1)):
            self.source.lost(at, place)
        return end + (self.context.word(end) != "/")

    def _members(self, first: int, last: int) -> None:
        """Note the subprograms of an object type, which commas separate."""
        depth, start, head = 0, -1, -1
        for at in range(first, last + 1):
            text = self.texts[at]
            if text in SUBPROGRAMS and depth == 1:
                head = at
            elif depth == 1 and text in MEMBERS and start < 0:
                start = at
            depth += (text == "(") - (text == ")")
            if head >= 0 and (depth == 0 or (text == "," and depth == 1)):
                self._member(start if start >= 0 else head, head, at - 1)
                head = -1
            if depth <= 1 and text in {",", "("}:
                start = start if head >= 0 else -1

    def _member(self, first: int, head: int, last: int) -> None:
        if is_word(self.context.word(head + 1)):
            facts = self._parameters(head + 2, last + 1)
            facts["declared"] = True
            self.source.note(
                f"unit.{SUBPROGRAMS[self.texts[head]]}", first, last, self.source.name(head + 1, head + 1), facts
            )

    def _trigger(self, at: int, place: int) -> int:
        """TRIGGER name ... ON table ... DECLARE or BEGIN, COMPOUND TRIGGER, or CALL."""
        name = self.context.dotted(place + 1)
        stop = self.context.stop(name)
        table = self.context.until(frozenset(("ON",)), name, stop)
        while self.context.word(table + 1) in {"NESTED", "TABLE", "OF"}:
            table += 1
        if is_word(self.context.word(table + 1)) and self.context.word(table + 1) not in {"DATABASE", "SCHEMA"}:
            last = self.context.dotted(table + 1)
            target = self.source.name(table + 1, last).upper()
            self.source.note("table", at, last, target, {"kind": "sql", "access": ""})
        frame = self.frames.push(Frame("unit", at, "declare", "trigger", self.source.name(name, name)))
        compound = self.context.until(frozenset(("COMPOUND", "CALL")), name, stop)
        if self.context.word(compound) == "COMPOUND":
            return compound + 2
        if self.context.word(compound) == "CALL":
            frame.state = "body"
            self.frames.pop(stop)
            self.context.expressions.call(self.context.dotted(compound + 1), compound + 1, sure=True)
            return self.context.behind(stop)
        self.context.expressions.read(name + 1, stop)
        if self.context.word(stop) not in {"BEGIN", "DECLARE"}:
            return stop
        frame.state = "declare" if self.context.word(stop) == "DECLARE" else "body"
        return stop + 1

    def section(self, at: int) -> int:
        """BEFORE STATEMENT IS and its kin in a compound trigger."""
        head = self.context.until(_BODY, at, self.context.stop(at))
        self.frames.push(Frame("section", at, "declare"))
        return head + 1

    def _schema(self, at: int, place: int) -> int:
        """VIEW, TABLE, INDEX, SYNONYM or SEQUENCE."""
        word = self.texts[place]
        while self.context.word(place + 1) in {"IF", "NOT", "EXISTS"}:
            place += 1
        name = self.context.dotted(place + 1)
        end = self.context.end(at)
        shown = self.source.name(name, name)
        if word in {"VIEW", "TABLE"}:
            self.source.note(f"unit.{word.lower()}", at, end, shown)
        else:
            self.source.note(word.lower(), at, end, shown)
        if word == "TABLE":
            note_columns(self.context, name + 1, end)
        self._references(word, name + 1, end)
        query = self.context.until(frozenset(("SELECT", "WITH")), name, end)
        self.context.queries.read(query, end)
        return self.context.behind(end)

    def _references(self, word: str, first: int, end: int) -> None:
        """Note the tables that an index is on, a key refers to, or a synonym stands for."""
        behind = {"TABLE": "REFERENCES", "INDEX": "ON", "SYNONYM": "FOR"}.get(word)
        for at in range(first, end):
            if self.texts[at] == behind and is_word(self.context.word(at + 1)):
                last = self.context.dotted(at + 1)
                name = self.source.name(max(at + 1, last - 2), last).upper()
                self.source.note("table", at, last, name, {"kind": "sql", "access": ""})
