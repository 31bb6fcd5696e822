"""PL/SQL: packages, types, subprograms, triggers and blocks, statement by statement.

What counts as understood: a block that its END closes; a statement that starts
with a word of PL/SQL or with a name that is called or assigned; a declaration; at
the level of the script a statement of SQL, a command of SQL*Plus, or CREATE. A
statement that starts otherwise, a stray END and the head of a block that nothing
closes count as unparsed; whether the inside of an expression is right is not asked.
"""

from __future__ import annotations

from legacyctl.parse.sql.context import Context, is_word
from legacyctl.parse.sql.frames import Frame
from legacyctl.parse.sql.headers import Headers
from legacyctl.parse.sql.script import Script
from legacyctl.parse.sql.source import Source
from legacyctl.parse.sql.statements import Statements
from legacyctl.parse.sql.vocabulary import MEMBERS, QUERY, SUBPROGRAMS

_CONTROL = {"IF": "if", "LOOP": "loop", "CASE": "case", "WHILE": "loop", "FOR": "loop", "REPEAT": "loop"}
_CHOICES = frozenset(("$IF", "$ELSIF", "$ELSE", "$END", "$ERROR"))
_TIMING = frozenset(("BEFORE", "AFTER", "INSTEAD"))
_NO_NAME = frozenset((";", "(", ".", ":=", ",", ")", ""))


def read_plsql(source: Source) -> Context:
    """Read all tokens of a file; gives what the marks are made of."""
    reader = _Reader(source)
    reader.read()
    return reader.context


class _Reader:
    """Goes from statement to statement."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.context = Context(source)
        self.texts = source.texts
        self.frames = self.context.frames
        self.headers = Headers(self.context)
        self.statements = Statements(self.context)
        self.script = Script(self.context, self.headers, self.statements)
        # At each $IF that is open, how many frames were.
        self.branches: list[int] = []

    def read(self) -> None:
        """Read all tokens."""
        at = 0
        while at < self.context.total:
            at = max(self._step(at), at + 1)
        self.frames.close_to(0, self.context.total - 1)

    def _step(self, at: int) -> int:
        word = self.texts[at]
        if word in _CHOICES:
            return self._choice(at)
        if word == "/" and self.source.dialect == "oracle":
            self.frames.close_to(0, at - 1)
            return at + 1
        frame = self.frames.top
        return self.script.step(at) if frame is None else self._inside(at, word, frame)

    def _inside(self, at: int, word: str, frame: Frame) -> int:
        """Read what starts at `at` in a unit or block."""
        if word == ";":
            return at + 1
        if word == "END":
            return self._end(at)
        if word == "CREATE" and self.headers.is_unit(at):
            self.frames.close_to(0, at - 1)
            return self.headers.create(at)
        if frame.unit == "trigger" and word in _TIMING:
            return self.headers.section(at)
        return self._declaration(at, frame) if frame.state == "declare" else self.statements.read(at)

    def _declaration(self, at: int, frame: Frame) -> int:
        word, following = self.texts[at], self.context.word(at + 1)
        if word in SUBPROGRAMS or (word in MEMBERS and self._is_member(at)):
            return self.headers.subprogram(at)
        if word == "BEGIN":
            frame.state = "body"
            return at + 1
        if word == "CURSOR":
            return self.headers.cursor(at)
        if word in QUERY and self.source.dialect != "oracle":
            return self.statements.query(at)
        end = self.context.stop(at + 1)
        whole = self.context.word(end) == ";"
        if whole and is_word(word) and following not in _NO_NAME:
            self._variable(at, end)
        else:
            self.source.lost(at, end if whole else end - 1)
        return self.context.behind(end)

    def _is_member(self, at: int) -> bool:
        """Say whether words such as NOT FINAL MEMBER lead to PROCEDURE or FUNCTION."""
        while self.context.word(at) in MEMBERS:
            at += 1
        return self.context.word(at) in SUBPROGRAMS

    def _variable(self, at: int, end: int) -> None:
        """A variable, constant, exception, type or pragma."""
        word = self.texts[at]
        if word == "PRAGMA" and self.context.word(at + 1) == "AUTONOMOUS_TRANSACTION":
            self.source.note("autonomous", at, end)
        elif word not in {"TYPE", "SUBTYPE", "PRAGMA"}:
            self.context.expressions.variables.add(word)
            self.context.expressions.read(at + 1, end)

    def _end(self, at: int) -> int:
        """END [IF|LOOP|CASE] [name];: closes what it fits; what is left open inside was misread."""
        following = self.context.word(at + 1)
        kind = _CONTROL.get(following)
        end = self.context.stop(at + 1)
        end = end if end - at <= 4 and self.context.word(end) == ";" else at + (kind is not None)
        index = self.frames.innermost(kind) if kind else self._closed(at + 1)
        if index < 0:
            self.source.lost(at, end)
            return end + 1
        self.frames.close_to(index + 1, at - 1)
        self.frames.end_handler(self.frames.stack[index], at - 1)
        self.frames.pop(end)
        return end + 1

    def _closed(self, at: int) -> int:
        """Give the number of the frame that END closes: the unit of the name behind it, or the innermost."""
        index = self.frames.innermost("block", "unit", "section")
        if not is_word(self.context.word(at)) or index < 0:
            return index
        last = self.context.dotted(at)
        name = self.source.name(last, last).upper()
        named = self.frames.named(name)
        return index if named < 0 else named

    def _choice(self, at: int) -> int:
        """Conditional compilation: all branches are read, as long as each leaves open what it found open."""
        word = self.texts[at]
        if word == "$IF":
            self.branches.append(len(self.frames.stack))
            return self.source.find("$THEN", at) + 1
        if word == "$ERROR":
            return self.source.find("$END", at) + 1
        if not self.branches:
            self.source.lost(at, at)
        elif word == "$END":
            self.branches.pop()
        elif len(self.frames.stack) != self.branches[-1]:
            return self._skipped(at)
        return at + 1 if word != "$ELSIF" else self.source.find("$THEN", at) + 1

    def _skipped(self, at: int) -> int:
        """Give the place of the $END of the innermost $IF."""
        depth = 0
        for place in range(at, self.context.total):
            text = self.texts[place]
            depth += (text == "$IF") - (text == "$END")
            if depth < 0:
                return place
        return self.context.total
