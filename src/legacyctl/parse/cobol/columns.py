"""Reference format: from the bytes of a file to its code, every byte at its own offset.

In fixed form columns 1-6 hold a sequence number, 7 an indicator, 8-72 the code
and 73-80 an identification; in free form all columns hold code. `lay_out` gives
a text as long as the file in which everything that is no code is blank, so that
an offset in it is an offset in the file. A line end that a continuation line
joins is JOIN instead of a line feed.

A tab goes to the next multiple of eight columns, as in GnuCOBOL and Micro Focus.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass, field

from legacyctl.parse.cobol.nodes import Remark

JOIN = "\x01"
TAB = 8
INDICATOR, AREA_A, AREA_B, IDENTIFICATION = 6, 7, 11, 72
_NO_CODE = {"*": "comment", "/": "comment", "D": "debugging", "$": "directive"}
_DEEPEST = 500  # columns; the first word of a line never stands farther in

_NO_TEXT = b"\r\x00\x1a\f\v\x01"
_TABLE = bytes(b" "[0] if byte in _NO_TEXT else byte for byte in bytes(range(256)).upper())

# Lines that steer a compiler or a source librarian; the first word decides.
_DIRECTIVE = re.compile(
    r"^(?:[^\n]{6}[ \t][ \t]*+|[ \t]*+)(?:(?:EJECT|SKIP[123])(?:[ \t]*+\.)?(?:[ \t]++\S{1,8})?[ \t]*+$"
    r"|TITLE[ \t]++[\"']|(?:PROCESS|CBL)(?:[ \t,]|$)|\+\+INCLUDE[ \t]|-INC[ \t]|>>|\$(?:SET|IF|ELSE|END)|@OPTIONS)",
    re.MULTILINE,
)
_OPTIONS = re.compile(r"(?:[^\n]{6}[ \t][ \t]*+|[ \t]*+)(?:PROCESS|CBL)\b")
_FORMAT = re.compile(
    r"(?:>>\s*+(?>(?:SET\s++)?)SOURCE|\$\s*+SET\s++SOURCE)\s*+-?+\s*+FORMAT\s*+(?>(?:IS\s*+)?)[\"'(]?+\s*+(FREE|FIXED)"
)
_DEBUGGING = re.compile(r"\bDEBUGGING\s++MODE\b")
_FIRST_DIVISION = re.compile(r"^[ \d]*+(?:IDENTIFICATION|ID)[ \t]++DIVISION\b", re.MULTILINE)
_NO_INDICATOR = re.compile(r"^(?!\d{6})[^\n\t]{6}[^ *\-/D$\n\t]", re.MULTILINE)
_FREE_HEAD = re.compile(
    r"^ {0,6}(?:(?:IDENTIFICATION|ID|ENVIRONMENT|DATA|PROCEDURE) ++DIVISION|PROGRAM-ID)\b", re.MULTILINE
)
_FREE_COMMENT = re.compile(r"^ {0,5}\*>", re.MULTILINE)
_FILLED = re.compile(r"^[\d \t]*+[^\n]", re.MULTILINE)
_WIDE = re.compile(r"[\t\x80-\xff]")


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
        start = self.starts[self.line(offset)]
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
    plain = data if b"\n" in data else data.replace(b"\r", b"\n")
    text = plain.translate(_TABLE).decode("latin-1")
    return _Reader(data, text, utf8=utf8).read()


def is_free(text: str) -> bool:
    """Whether a file (in upper case) without a format directive is in free form.

    Fixed form has one of a few characters in column 7; a division that starts
    before column 8, or more than a tenth of the lines without an indicator, is free.
    """
    if _FREE_HEAD.search(text):
        return True
    filled = sum(1 for _ in _FILLED.finditer(text))
    odd = sum(1 for _ in _NO_INDICATOR.finditer(text)) + sum(1 for _ in _FREE_COMMENT.finditer(text))
    return odd * 10 > filled


class _Reader:
    """Goes through the lines once; the format may change on the way."""

    def __init__(self, data: bytes, text: str, *, utf8: bool) -> None:
        self.data, self.utf8 = data, utf8
        self.mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
        text = " " * self.mark + text[self.mark :]
        self.lines = text.split("\n")
        self.wide = bool(_WIDE.search(text))
        self.debugging = bool(_DEBUGGING.search(text))
        self.free = not _FORMAT.search(text) and is_free(text[self.mark :])
        division = _FIRST_DIVISION.search(text)
        self.division = division.start() if division else 0
        self.directives = {match.start() for match in _DIRECTIVE.finditer(text)}
        self.starts = [0]
        for line in self.lines[:-1]:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.ends = ["\n"] * len(self.lines)
        self.ends[-1] = ""
        self.last_code = -1
        self.remarks: list[Remark] = []

    def read(self) -> Layout:
        """Give the layout."""
        forms = bytearray(len(self.lines))
        parts: list[str] = []
        for number, line in enumerate(self.lines):
            forms[number] = self.free
            code = self._code(number, line)
            if code and not code.isspace():
                self.last_code = number
            elif code is not None and line and not line.isspace():
                self._remark("margin", number, 0, len(line))
            parts.append(" " * len(line) if code is None else code)
        text = "".join([piece for pair in zip(parts, self.ends, strict=True) for piece in pair])
        return Layout(text, self.data, self.starts, forms, self.remarks)

    def _code(self, number: int, line: str) -> str | None:
        """The line with its other columns blank; None for a line without code."""
        if self.starts[number] in self.directives and self._directive(number, line):
            return None
        if self.free:
            return self._free(number, line)
        if (self.wide and _WIDE.search(line)) or (self.mark and not number):
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
            self._remark(kind, number, 0, len(line))
            return None
        if indicator == "-":
            self._join(number)
        return " " * first + line[first:last] + " " * (len(line) - last)

    def _free(self, number: int, line: str) -> str | None:
        bare = line.lstrip()
        indent = len(line) - len(bare)
        if bare.startswith("*") and (indent <= INDICATOR or bare.startswith("*>")):
            self._remark("comment", number, indent, len(line))
            return None
        return line

    def _directive(self, number: int, line: str) -> bool:
        """Take a directive, unless it is a comment or code that looks like one."""
        if not self.free and line[INDICATOR : INDICATOR + 1] in {"*", "/"}:
            return False
        if _OPTIONS.match(line) and self.starts[number] > self.division:
            return False
        if found := _FORMAT.search(line):
            self.free = found[1] == "FREE"
        self._remark("directive", number, 0, len(line))
        return True

    def _remark(self, kind: str, number: int, first: int, last: int) -> None:
        start = self.starts[number]
        end = len(self.lines[number][:last].rstrip())
        self.remarks.append(Remark(kind, start + first, start + max(end, first)))

    def _join(self, number: int) -> None:
        """Let the last line with code run on into this one."""
        if self.last_code < 0:
            return
        self.ends[self.last_code] = JOIN
        for between in range(self.last_code + 1, number):
            self.ends[between] = " "


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
