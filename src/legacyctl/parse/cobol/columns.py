"""Reference format: from the bytes of a file to its code, every byte at its own offset.

In fixed form columns 1-6 hold a sequence number, 7 an indicator, 8-72 the code
and 73-80 an identification; in variable form the code runs to the end of the
line, in free form all columns hold code. `lay_out` gives a text as long as the
file in which everything that is no code is blank, so that an offset in it is an
offset in the file. A line end that a continuation line joins is JOIN instead of
a line feed.

A tab goes to the next multiple of eight columns, as in GnuCOBOL and Micro Focus.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from legacyctl.parse.cobol import formats
from legacyctl.parse.cobol.conditions import Conditions
from legacyctl.parse.cobol.formats import FIXED, FREE, VARIABLE
from legacyctl.parse.cobol.nodes import Remark

JOIN = "\x01"
TAB = 8
INDICATOR, AREA_A, AREA_B, IDENTIFICATION = 6, 7, 11, 72
_NO_CODE = {"*": "comment", "/": "comment", "D": "debugging", "$": "directive"}
_DEEPEST = 500  # columns; the first word of a line never stands farther in
_AREA = " " * AREA_A

_NO_TEXT = b"\r\x00\x1a\f\v\x01"
_TABLE = bytes(b" "[0] if byte in _NO_TEXT else byte for byte in bytes(range(256)).upper())
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_DEBUGGING = re.compile(r"\bDEBUGGING\s++MODE\b")
_FIRST_DIVISION = re.compile(r"^[ \d]*+(?:IDENTIFICATION|ID)[ \t]++DIVISION\b", re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A file's code by column.

    `text` is the code in upper case, blank elsewhere; `raw` the working bytes in
    their own case; `starts` the offsets of the lines; `free` holds 1 for each
    line in free form; `remarks` lists the lines without code that are not blank.
    """

    text: str = field(repr=False)
    raw: bytes = field(repr=False)
    starts: list[int] = field(repr=False)
    free: bytearray = field(repr=False)
    remarks: list[Remark] = field(repr=False)

    def line(self, offset: int) -> int:
        """The number of the line at `offset`, from 0."""
        return bisect_right(self.starts, offset) - 1

    def leads(self, offset: int) -> bool:
        """Whether nothing but blanks stands before `offset` on its line."""
        start = self.starts[bisect_right(self.starts, offset) - 1]
        if offset - start > _DEEPEST:
            return False
        return start == offset or self.text[start:offset].isspace()

    def in_area_a(self, offset: int) -> bool:
        """Whether a line in fixed form starts its code at `offset`, in columns 8 to 11."""
        number = self.line(offset)
        if self.free[number] or not self.leads(offset):
            return False
        return AREA_A <= width(self.raw[self.starts[number] : offset].decode("latin-1")) < AREA_B


def width(text: str) -> int:
    """Columns that `text` takes from the start of a line, tabs expanded."""
    return len(text.expandtabs(TAB)) if "\t" in text else len(text)


def lay_out(data: bytes, *, utf8: bool) -> Layout:
    """Read the columns of a file; `utf8` says that a character may take several bytes."""
    lined = _LONE_RETURN.sub(b"\n", data) if data.count(b"\r") > data.count(b"\r\n") else data
    return _Reader(data, lined.translate(_TABLE).decode("latin-1"), utf8=utf8).read()


class _Reader:
    """Goes through the lines once; the format may change on the way."""

    def __init__(self, data: bytes, text: str, *, utf8: bool) -> None:
        self.data, self.utf8 = data, utf8
        self.mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
        text = " " * self.mark + text[self.mark :]
        self.lines = text.split("\n")
        self.starts = [0, *accumulate([len(line) + 1 for line in self.lines[:-1]])]
        self.debugging = "DEBUGGING" in text and bool(_DEBUGGING.search(text))
        self.directives = formats.directives(text, self.lines, self.starts)
        told = any(formats.told(self.lines[number]) for number in self.directives)
        self.format = FIXED if told else formats.guess(text[self.mark :], self.lines)
        self.options_until = self._division(text) if self.directives else 0
        self.unusual = {n for n, line in enumerate(self.lines) if not line.isascii() or "\t" in line} | self.directives
        if self.mark:
            self.unusual.add(0)
        self.conditions = Conditions()
        self.parts: list[str] = []
        self.last_code = self.joined = -1
        self.remarks: list[Remark] = []

    def read(self) -> Layout:
        """Give the layout."""
        forms = bytearray(len(self.lines))
        parts, unusual = self.parts, self.unusual
        cards = self.format == FIXED
        for number, line in enumerate(self.lines):
            body = line[AREA_A:IDENTIFICATION]
            if cards and number not in unusual and line[INDICATOR:AREA_A] == " " and body and not body.isspace():
                parts.append(f"{_AREA}{body}{' ' * (len(line) - IDENTIFICATION)}\n")
                self.last_code = number
                continue
            self._line(number, line)
            cards = self.format == FIXED and self.conditions.active
            forms[number] = self.format == FREE
        return Layout("".join(parts)[:-1], self.data, self.starts, forms, self.remarks)

    @staticmethod
    def _division(text: str) -> int:
        """Where the first program starts; compiler options stand before it."""
        found = _FIRST_DIVISION.search(text)
        return found.start() if found else 0

    def _line(self, number: int, line: str) -> None:
        """Read a line of any kind."""
        code = self._code(number, line)
        if code and not code.isspace():
            self.last_code = number
        elif code is not None and line and not line.isspace():
            self._remark("margin", number, 0)
        self.parts.append((" " * len(line) if code is None else code) + "\n")

    def _code(self, number: int, line: str) -> str | None:
        """The line with its other columns blank; None for a line without code."""
        if number in self.directives and self._directive(number, line):
            return None
        if not self.conditions.active:
            if line.strip():
                self._remark("inactive", number, 0)
            return None
        if self.format == FREE:
            return self._free(number, line)
        if number in self.unusual:
            start = self.starts[number]
            raw = self.data[start : start + len(line)]
            return self._fixed(number, line, *columns_of(raw, utf8=self.utf8))
        if len(line) <= INDICATOR:
            return " " * len(line)
        return self._fixed(number, line, INDICATOR, INDICATOR + 1, min(len(line), IDENTIFICATION))

    def _fixed(self, number: int, line: str, place: int, first: int, last: int) -> str | None:
        """Bytes [first, last) of a line with its indicator at `place`, -1 where a tab runs over it."""
        indicator = line[place] if place >= 0 else " "
        kind = _NO_CODE.get(indicator)
        if kind and not (kind == "debugging" and self.debugging):
            self._remark(kind, number, 0)
            return None
        if indicator == "-":
            self._join(number)
        last = len(line) if self.format == VARIABLE else last
        return " " * first + line[first:last] + " " * (len(line) - last)

    def _free(self, number: int, line: str) -> str | None:
        bare = line.lstrip()
        if not bare.startswith("*"):
            return line
        indent = len(line) - len(bare)
        if indent > INDICATOR and not bare.startswith("*>"):
            return line
        self._remark("comment", number, indent)
        return None

    def _directive(self, number: int, line: str) -> bool:
        """Take a directive, unless it is a comment or code that looks like one."""
        if not formats.is_directive(line, free=self.format == FREE):
            return False
        if formats.is_options(line) and self.starts[number] > self.options_until:
            return False
        if self._is_debugging(line):
            self._remark("debugging", number, 0)
            return True
        self.conditions.take(line)
        if self.conditions.active:
            self.format = formats.told(line) or self.format
        self._remark("directive", number, 0)
        return True

    @staticmethod
    def _is_debugging(line: str) -> bool:
        """Whether a line is the debugging line of free form, >>D."""
        return line.lstrip().startswith((">>D ", ">>D\t"))

    def _remark(self, kind: str, number: int, first: int) -> None:
        start = self.starts[number]
        end = len(self.lines[number].rstrip())
        self.remarks.append(Remark(kind, start + first, start + max(end, first)))

    def _join(self, number: int) -> None:
        """Let the last line with code run on into this one."""
        if self.last_code < 0:
            return
        self.parts[self.last_code] = self.parts[self.last_code][:-1] + JOIN
        for between in range(max(self.last_code + 1, self.joined), number):
            self.parts[between] = self.parts[between][:-1] + " "
        self.joined = number


def columns_of(line: bytes, *, utf8: bool) -> tuple[int, int, int]:
    """Offsets in a line of its indicator (-1 where a tab runs over it), of the first byte of code, of column 73."""
    if not utf8:
        return _places(line.decode("latin-1"))
    shown = line.decode("utf-8", "surrogateescape")
    place, first, last = (
        len(shown[:place].encode("utf-8", "surrogateescape")) if place > 0 else place for place in _places(shown)
    )
    return place, first, last


def _places(text: str) -> tuple[int, int, int]:
    """Places in `text` of column 7 (-1 where a tab runs over it), of the first code after it, of column 73."""
    column, place, first = 0, -1, len(text)
    for index, char in enumerate(text):
        if column == INDICATOR and char != "\t":
            place = index
        if column > INDICATOR:
            first = min(first, index)
        if column >= IDENTIFICATION:
            return place, first, index
        if char != "\ufeff":
            column += TAB - column % TAB if char == "\t" else 1
    return place, first, len(text)
