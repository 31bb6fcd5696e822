"""Copybooks as tokens: read once in a process, the ones last used are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from legacyctl.model import SourceFile
from legacyctl.parse.cobol.columns import Layout, lay_out
from legacyctl.parse.cobol.directives import fold
from legacyctl.parse.cobol.nodes import Source
from legacyctl.parse.cobol.tokens import tokenize
from legacyctl.parse.library import Library
from legacyctl.source import is_wide, legible, working_bytes

_KEPT = 64  # copybooks
# A text without any of these words changes nothing but the data of the program that it is brought into.
_STEERING = re.compile(rb"(?i)\b(?:REPLACE|DIVISION|DECLARATIVES|PROCEDURE|COPY|INCLUDE)\b|-INC\b|PROGRAM-ID")
_CONDITIONAL = re.compile(r"(?is)(?:.{6})??[ \t]*+(?:>>|\$)[ \t]*+(?:IF|ELSE|ELIF|EVALUATE|WHEN)\b")
_MEMBER = re.compile(r"INCLUDE\s+([A-Z0-9_#@$.-]+)")


class Inclusion(NamedTuple):
    """A COPY, ++INCLUDE, -INC or EXEC SQL INCLUDE: bytes [start, end), before token `before`.

    `swallowed` counts the tokens from there that are the statement itself.
    """

    name: str
    library: str
    replacing: bool
    start: int
    end: int
    before: int
    swallowed: int


@dataclass(frozen=True, eq=False)
class Text:
    """A file, as the compiler's first pass sees it."""

    path: str
    layout: Layout = field(repr=False)
    source: Source = field(repr=False)

    @cached_property
    def inclusions(self) -> list[Inclusion]:
        """What is brought in, in order."""
        found = [
            Inclusion(copy.name, copy.library, copy.replacing, copy.start, copy.end, copy.before, 0)
            for copy in self.source.copies
        ]
        tokens = self.source.tokens
        for number in [number for number, token in enumerate(tokens) if token.text == "SQL INCLUDE"]:
            token = tokens[number]
            member = _MEMBER.search(self.layout.text, token.start, token.end)
            name = member[1].rstrip(".") if member else ""
            found.append(Inclusion(name, "", False, token.start, token.end, number, 1))
        return sorted(found, key=lambda one: one.start)


class Copybooks:
    """The texts of a library, on demand."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.text = lru_cache(maxsize=_KEPT)(self._text)
        self.steers = lru_cache(maxsize=None)(self._steers)
        self._lines = lru_cache(maxsize=1)(self._read)

    def _read(self, path: str) -> SourceFile:
        """The file at a path, in lines of one byte a character or of UTF-8."""
        file = self.library.read(path)
        if not file.record and not is_wide(file.encoding):
            return file
        return replace(file, data=legible(file).encode("utf-8", "replace"), encoding="utf-8", record=0)

    def _text(self, path: str) -> Text | None:
        """Read the text at a path; None when it cannot be read."""
        file = self._lines(path)
        if file.problem:
            return None
        layout = lay_out(working_bytes(file), utf8=file.encoding.lower().startswith("utf"))
        return Text(path, layout, fold(layout, tokenize(layout)[0]))

    def _steers(self, path: str) -> bool:
        """Whether the text at a path may change what the procedure division of its includer means."""
        return bool(_STEERING.search(working_bytes(self._lines(path))))


def conditional(layout: Layout) -> list[int]:
    """Where the directives of conditional compilation stand in a text."""
    return [
        remark.start
        for remark in layout.remarks
        if remark.kind == "directive" and _CONDITIONAL.match(layout.raw[remark.start : remark.end].decode("latin-1"))
    ]


@lru_cache(maxsize=1)
def copybooks(library: Library) -> Copybooks:
    """Give the texts of a library; a process works on one library at a time."""
    return Copybooks(library)
