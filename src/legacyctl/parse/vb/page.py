"""What is made of a file while its statements come by: marks, open blocks, known names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from legacyctl.model import SourceFile
from legacyctl.parse.marked import Lines
from legacyctl.parse.tree import Mark
from legacyctl.parse.vb import words
from legacyctl.parse.vb.blocks import Blocks
from legacyctl.parse.vb.calls import Calls, Names, before_equals
from legacyctl.parse.vb.lexer import Token

DEPTH = 30
Facts = Mapping[str, str | int | bool]


class Page:
    """One file: `marks` and `unparsed` grow as it is read; `statement` reads one that stands inside another."""

    def __init__(self, file: SourceFile, statement: Callable[[Page, list[Token]], None]) -> None:
        self.file = file
        self.lines = Lines(file)
        self.marks: list[Mark] = []
        self.unparsed: list[tuple[int, int]] = []
        self.blocks = Blocks(self.unparsed)
        self.names = Names()
        self.module = ""
        self._calls = Calls(self.names)
        self._read = statement
        self._depth = 0

    def statement(self, body: list[Token]) -> None:
        """Read a statement that is part of another; beyond DEPTH levels on one line it is not understood."""
        if self._depth == DEPTH:
            self.lose(body)
            return
        self._depth += 1
        self._read(self, body)
        self._depth -= 1

    def lose(self, body: Sequence[Token]) -> None:
        """Note a statement that was not understood."""
        self.unparsed.append((body[0].start, body[-1].end))

    def condition(self, body: list[Token]) -> None:
        """And, Or and Not of a condition; each holds what stands behind it."""
        for at, token in enumerate(body):
            operator = words.BOOLEANS.get(token.text, "") if token.kind == "word" else ""
            if operator:
                self.mark("boolean", token.start, body[-1].end, operator)
            elif token.text == "NOT" and at + 1 < len(body) and body[at + 1].text == "(":
                self.mark("boolean.not", token.start, body[-1].end)

    def expressions(self, body: list[Token], *, called: bool) -> None:
        """Calls in a statement; `called` says that its first name is a procedure unless something is assigned."""
        for found in self._calls.of(body, first=called and not before_equals(body)):
            first, last = found.tokens[0], found.tokens[-1]
            if found.iif:
                self.mark("decision", first.start, last.end, "iif")
                continue
            text = ".".join(self.word(token) for token in found.tokens if token.kind == "word")
            target = self.text(found.literal.start, found.literal.end).strip('"') if found.literal else text
            facts: dict[str, str | int | bool] = {"kind": found.how} if found.how else {}
            if found.dynamic:
                facts["dynamic"] = True
            self.mark("call", first.start, last.end, target, facts)
            if found.how == "createobject":
                self.mark("late-binding", first.start, last.end, target, {"how": "createobject"})

    def mark(self, tag: str, start: int, end: int, text: str = "", facts: Facts | None = None) -> None:
        """Mark bytes [start, end)."""
        self.marks.append(Mark(tag, self.lines.span(start, end), text, facts or {}))

    def text(self, start: int, end: int) -> str:
        """Decode bytes [start, end)."""
        return self.file.data[start:end].decode(self.file.encoding, "replace")

    def word(self, token: Token) -> str:
        """Give a name as it is written, without type mark and square brackets."""
        return self.text(token.start, token.end).rstrip("$%!@").strip("[]")
