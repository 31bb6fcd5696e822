"""A reader for BMS maps of CICS: macros of the assembler that describe screens.

A macro has its label from column 1, its operands up to column 71, and goes on
from column 16 of the next line when column 72 is not blank. DFHMSD starts and
ends a mapset, DFHMDI starts a map, DFHMDF is a field, with or without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from legacyctl.catalog import Language
from legacyctl.model import SourceFile
from legacyctl.parse.jcl.nodes import Statement
from legacyctl.parse.jcl.operands import BLANK, FIELD, parts, plain, split
from legacyctl.parse.marked import Lines, MarkedTree, in_order, merged
from legacyctl.parse.tree import Mark
from legacyctl.parse.width import bytes_of
from legacyctl.source import is_ebcdic, working_bytes

CONTINUATION = 71  # offset of column 72
GOES_ON = 15  # offset of column 16, where a continued operand starts
_MACROS = frozenset(("DFHMSD", "DFHMDI", "DFHMDF"))
# Partitions, and what the assembler itself understands.
_OTHERS = frozenset(
    (
        *("DFHPSD", "DFHPDI", "COPY", "PRINT", "TITLE", "EJECT", "SPACE", "PUNCH", "MNOTE", "ICTL", "LTORG", "ORG"),
        *("CSECT", "DSECT", "EQU", "SETA", "SETB", "SETC", "GBLA", "GBLB", "GBLC", "AIF", "AGO", "ANOP", "PUSH", "POP"),
    )
)
_MACRO = re.compile(r"([^\s*]\S*)?[ \t]+(\S+)[ \t]*", re.ASCII)
_NO_TEXT = str.maketrans("\r\0\x1a\f\v", "     ")
_STRING = re.compile(r"'[^']*+(?>(?:''[^']*+)*)'")  # a doubled quote stands for one


def parse_bms(file: SourceFile, language: Language) -> MarkedTree:
    """Read the mapsets, maps and fields of a file; never raises on what stands in it."""
    text = working_bytes(file).decode("latin-1")
    reader = _Reader(text, utf8=file.encoding.lower().startswith("utf"))
    reader.read()
    lines = Lines(file)
    marks = [*_Maps(lines, reader.macros).marks(), *_texts(file, reader, lines)]
    if not is_ebcdic(file.encoding) and not file.data.isascii():
        marks = [_decoded(mark, file.encoding) for mark in marks]
    unparsed = tuple(lines.span(start, end) for start, end in merged(reader.unparsed))
    return MarkedTree(file, language, unparsed, found=in_order(marks))


class _Reader:
    """Goes through the lines once; `at` is the line that comes next."""

    def __init__(self, text: str, *, utf8: bool) -> None:
        mark = 3 if utf8 and text.startswith("\xef\xbb\xbf") else 0
        self.utf8 = utf8
        self.lines = (" " * mark + text[mark:]).translate(_NO_TEXT).split("\n")
        self.lines[0] = self.lines[0][mark:]
        self.starts = list(accumulate((len(line) + 1 for line in self.lines), initial=mark))
        self.at = 0
        self.macros: list[Statement] = []
        self.comments: list[tuple[int, int]] = []
        self.unparsed: list[tuple[int, int]] = []

    def read(self) -> None:
        """Read all lines."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.startswith(("*", ".*")):
                self.comments.append(self._whole(self.at))
            elif line.strip(BLANK):
                self._macro(line)
                continue
            self.at += 1

    def _whole(self, number: int) -> tuple[int, int]:
        start = self.starts[number]
        return start, start + len(self.lines[number].rstrip(BLANK))

    def _macro(self, line: str) -> None:
        found = _MACRO.match(line, 0, self._cut(line))
        operation = found[2].upper() if found else ""
        if not found or operation not in _MACROS | _OTHERS | {"END"}:
            self.unparsed.append(self._whole(self.at))
            self.at += 1
            return
        start = self.starts[self.at]
        macro = Statement(found[1] or "", operation, start, start + len(line[: self._cut(line)].rstrip(BLANK)))
        self.macros.append(macro)
        more: int | None = found.end()
        opened = False
        texts: list[str] = []
        while more is not None:
            opened = self._operands(macro, texts, more, opened=opened)
            more = self._next(texts[-1], opened=opened)
        macro.operands = "".join(texts)
        macro.parameters = split(macro.operands)

    def _operands(self, macro: Statement, texts: list[str], first: int, *, opened: bool) -> bool:
        """Take the operand field of a line; say whether a string is open at its end."""
        line, start = self.lines[self.at], self.starts[self.at]
        end = min(len(line), self._cut(line))
        quote = line.find("'", first, end) if opened else first - 1
        field = FIELD.match(line, quote + 1, end) if quote >= 0 or not opened else None
        close = max(first, field.end() if field else end)
        macro.take(texts, line[first:close], start + first)
        macro.end = max(macro.end, start + close)
        if line[close:end].strip(BLANK):
            remark = line[close:end]
            begin = start + close + len(remark) - len(remark.lstrip(BLANK))
            self.comments.append((begin, start + close + len(remark.rstrip(BLANK))))
        return field is None or bool(field[1])

    def _next(self, text: str, *, opened: bool) -> int | None:
        """Go to the next line and give where the operands go on behind `text`; None when they do not."""
        cut = self._cut(self.lines[self.at])
        says_so = bool(self.lines[self.at][cut : cut + 1].strip(BLANK))
        self.at += 1
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        if line[:GOES_ON].strip(BLANK) or not line.strip(BLANK) or not (says_so or text.endswith(",")):
            return None
        more = line[GOES_ON : self._cut(line)]
        if opened or not text or text.endswith(",") or more[:1].strip(BLANK):
            return GOES_ON if opened else GOES_ON + len(more) - len(more.lstrip(BLANK))
        self.comments.append(self._whole(self.at))  # a remark that goes on
        self.at += 1
        return None

    def _cut(self, line: str) -> int:
        """Give the place of column 72 in a line."""
        return bytes_of(line, CONTINUATION, utf8=self.utf8)


class _Maps:
    """From macros to marks: what stands in which map, and maps in which mapset."""

    def __init__(self, lines: Lines, macros: list[Statement]) -> None:
        self.lines = lines
        self.macros = macros
        self.mapset: Statement | None = None
        self.map: Statement | None = None

    def marks(self) -> Iterator[Mark]:
        """Give units and fields, in no order."""
        end = 0
        for macro in self.macros:
            final = macro.operation == "DFHMSD" and macro.value("TYPE").upper() == "FINAL"
            if macro.operation in ("DFHMSD", "DFHMDI", "END"):
                yield from self._close("map", end)
            if macro.operation in ("DFHMSD", "END"):
                yield from self._close("mapset", macro.end if final else end)
            self._open(macro, final=final)
            if macro.operation == "DFHMDF":
                span = self.lines.span(macro.start, macro.end)
                yield Mark("field", span, macro.name, _facts(macro))
            elif macro.operation == "COPY":
                yield Mark("include", self.lines.span(macro.start, macro.end), macro.operands, {"kind": "copy"})
            end = macro.end
        yield from self._close("map", end)
        yield from self._close("mapset", end)

    def _open(self, macro: Statement, *, final: bool) -> None:
        if macro.operation == "DFHMSD" and not final:
            self.mapset = macro
        elif macro.operation == "DFHMDI":
            self.map = macro

    def _close(self, kind: str, end: int) -> Iterator[Mark]:
        """Give the unit that ends here, if one is open."""
        opened = self.map if kind == "map" else self.mapset
        if kind == "map":
            self.map = None
        else:
            self.mapset = None
        if opened:
            yield Mark(f"unit.{kind}", self.lines.span(opened.start, end), opened.name)


def _facts(field: Statement) -> dict[str, str | int | bool]:
    """Give where a field stands, how long it is, how it behaves and what it shows at first."""
    facts: dict[str, str | int | bool] = {}
    place = parts(field.value("POS"))
    if len(place) == 2 and all(word.isdecimal() and len(word) < 4 for word in place):
        facts["row"], facts["column"] = int(place[0]), int(place[1])
    length = field.value("LENGTH")
    if length.isdecimal() and len(length) < 6:
        facts["length"] = int(length)
    facts["attributes"] = ",".join(parts(field.value("ATTRB")))
    facts["initial"] = plain(field.value("INITIAL")).replace("&&", "&")
    return facts


def _texts(file: SourceFile, reader: _Reader, lines: Lines) -> Iterator[Mark]:
    """Give comments and strings; their text comes from the file itself, where the euro sign is whole."""
    for tag, places in (("comment", reader.comments), ("string", _strings(reader.macros))):
        for start, end in places:
            yield Mark(tag, lines.span(start, end), file.data[start:end].decode(file.encoding, "replace"))


def _strings(macros: list[Statement]) -> Iterator[tuple[int, int]]:
    for macro in macros:
        for found in _STRING.finditer(macro.operands):
            yield macro.offset(found.start()), macro.offset(found.end() - 1) + 1


def _decoded(mark: Mark, encoding: str) -> Mark:
    """Give a mark whose texts are in the letters of the file, not in its bytes."""
    if mark.tag in ("comment", "string"):
        return mark
    initial = mark.attributes.get("initial")
    known = dict(mark.attributes)
    if isinstance(initial, str):
        known["initial"] = initial.encode("latin-1").decode(encoding, "replace")
    return replace(mark, text=mark.text.encode("latin-1").decode(encoding, "replace"), attributes=known)
