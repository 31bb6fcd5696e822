"""The reader for languages without a grammar: patterns of the adapter, laid over the whole file.

It finds units, calls and what else the patterns name, and makes no claim about
the rest: unparsed is only what shows that it lost its way, which is a unit or
control structure that never closes, an end without a beginning and, where the
adapter says what lines begin with, a line that begins otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from legacyctl.catalog import Language
from legacyctl.catalog.lines import BRACE, NEAR, LineMark, LinePatterns
from legacyctl.model import SourceFile
from legacyctl.parse.marked import Lines, MarkedTree, in_order, merged
from legacyctl.parse.tree import UNIT, Mark
from legacyctl.source import working_bytes

_FULL_LINE = re.compile(r"[^\r\n]*[^\s\0\x1a][^\r\n]*")
_CODE = re.compile(r"[^\r\n]")
_ORDER = {"comment": 0, "string": 1, "skip": 2}


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns of a language, compiled."""

    pieces: re.Pattern[str] | None
    marks: tuple[tuple[LineMark, re.Pattern[str]], ...]
    ends: Mapping[str, re.Pattern[str]]
    not_after: Mapping[str, re.Pattern[str]]
    statement: re.Pattern[str] | None
    continued: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something opens (or, without a mark, closes): offsets, its pattern, its name, what ends it."""

    start: int
    end: int
    mark: LineMark | None
    text: str
    closer: str


@cache
def _rules(patterns: LinePatterns) -> _Rules:
    kinds = [(kind, getattr(patterns, kind)) for kind in _ORDER]
    pieces = "|".join(f"(?P<{kind}__>{'|'.join(f'(?:{one})' for one in found)})" for kind, found in kinds if found)
    return _Rules(
        pieces=re.compile(pieces, re.MULTILINE) if pieces else None,
        marks=tuple((mark, re.compile(mark.pattern)) for mark in patterns.marks),
        ends={mark.end: re.compile(mark.end) for mark in patterns.marks if mark.end not in ("", BRACE)},
        not_after={mark.not_after: re.compile(mark.not_after) for mark in patterns.marks if mark.not_after},
        statement=re.compile(patterns.statement) if patterns.statement else None,
        continued=re.compile(patterns.continued) if patterns.continued else None,
    )


def parse_lines(file: SourceFile, language: Language) -> MarkedTree:
    """Read a file with the patterns of its language; never raises on what stands in it."""
    scan = _Scan(file, language.lines)
    scan.read()
    unparsed = tuple(scan.lines.span(start, end) for start, end in merged(scan.unparsed))
    return MarkedTree(file, language, unparsed, found=in_order(scan.marks))


class _Scan:
    """One file: its text without comments, and where its strings are."""

    def __init__(self, file: SourceFile, patterns: LinePatterns) -> None:
        self.file = file
        self.lines = Lines(file)
        self.marks: list[Mark] = []
        self.unparsed: list[tuple[int, int]] = []
        self._unit = patterns.unit
        self._rules = _rules(patterns)
        self._strings: list[tuple[int, int]] = []
        self._text = working_bytes(file).decode("latin-1")
        self._code = self._text  # comments, strings and skipped pieces blanked
        self._text = self._without_pieces()  # comments and skipped pieces blanked

    def read(self) -> None:
        """Fill `marks` and `unparsed`."""
        if self._unit:
            self._add(f"{UNIT}{self._unit}", 0, len(self._text))
        blocks = [*self._single_marks(), *self._closers()]
        self._nest(sorted(blocks, key=lambda place: (place.start, place.mark is not None)))
        self._check_lines()

    def _without_pieces(self) -> str:
        """Mark comments and strings; give the text with comments and skipped pieces blanked."""
        if self._rules.pieces is None:
            return self._text
        kept, code, at = list[str](), list[str](), 0
        for found in self._rules.pieces.finditer(self._text):
            kind = next(kind for kind in _ORDER if found.groupdict().get(f"{kind}__") is not None)
            start, end = found.span()
            blank = _CODE.sub(" ", found[0])
            kept += [self._text[at:start], found[0] if kind == "string" else blank]
            code += [self._text[at:start], blank]
            at = end
            if kind != "skip":
                self._add(kind, start, end, self._decoded(start, end))
            if kind == "string":
                self._strings.append((start, end))
        tail = self._text[at:]
        self._code = "".join([*code, tail])
        return "".join([*kept, tail])

    def _single_marks(self) -> Iterator[_Place]:
        """Add the marks that are a place; give those that reach further."""
        for mark, pattern in self._rules.marks:
            for found in pattern.finditer(self._text):
                if self._is_none(mark, found):
                    continue
                start, end = _trimmed(found)
                name = self._name(found)
                if mark.end or mark.tag.startswith(UNIT):
                    yield _Place(start, end, mark, name, mark.end)
                else:
                    self._add(mark.tag, start, end, name, mark)

    def _is_none(self, mark: LineMark, found: re.Match[str]) -> bool:
        """Say whether a match is to be passed over: it starts in a string, or behind what it may not follow."""
        if not mark.in_strings and self._is_in_string(found):
            return True
        forbidden = self._rules.not_after.get(mark.not_after)
        line = self._text[max(0, found.start() - NEAR) : found.start()].rpartition("\n")[2]
        return bool(forbidden and forbidden.search(line))

    def _closers(self) -> Iterator[_Place]:
        """Give the ends of units and control structures, and the braces when they close any."""
        for word, pattern in self._rules.ends.items():
            for found in pattern.finditer(self._text):
                if not self._is_in_string(found):
                    yield _Place(*_trimmed(found), None, "", word)

    def _nest(self, places: Sequence[_Place]) -> None:
        """Close what was opened, innermost first."""
        waiting: list[_Place] = []
        braces = _braces(self._code) if any(place.closer == BRACE for place in places) else {}
        for place in places:
            if place.mark is None:
                self._close(place, waiting)
            elif place.closer == BRACE:
                self._add_block(place, braces)
            elif place.closer:
                waiting.append(place)
            else:
                self._close_unended(waiting, place.start)
                waiting.append(place)
        self._close_unended(waiting, len(self._text))
        for place in waiting:
            self.unparsed.append((place.start, place.end))
            self._finish(place, len(self._text))

    def _close(self, closer: _Place, waiting: list[_Place]) -> None:
        if all(place.closer != closer.closer for place in waiting):
            self.unparsed.append((closer.start, closer.end))
            return
        while (place := waiting.pop()).closer != closer.closer:
            if place.closer:
                self.unparsed.append((place.start, place.end))
            self._finish(place, closer.start)
        self._finish(place, closer.end)

    def _close_unended(self, waiting: list[_Place], at: int) -> None:
        """Close the unit that reaches to the next one of its kind."""
        if waiting and not waiting[-1].closer:
            self._finish(waiting.pop(), at)

    def _add_block(self, place: _Place, braces: Mapping[int, int]) -> None:
        opening = self._code.find("{", place.end - 1)
        if opening < 0 or opening not in braces:
            self.unparsed.append((place.start, place.end))
        else:
            self._finish(place, braces[opening] + 1)

    def _finish(self, place: _Place, end: int) -> None:
        if place.mark:
            self._add(place.mark.tag, place.start, max(end, place.end), place.text, place.mark)

    def _check_lines(self) -> None:
        """Note the lines that do not begin as the adapter says."""
        statement, continued = self._rules.statement, self._rules.continued
        if statement is None:
            return
        goes_on = False
        for line in _FULL_LINE.finditer(self._text):
            if not goes_on and not statement.match(line[0]):
                self.unparsed.append(_trimmed(line))
            goes_on = bool(continued and continued.search(line[0]))

    def _is_in_string(self, found: re.Match[str]) -> bool:
        at = _trimmed(found)[0]
        index = bisect_right(self._strings, (at, len(self._text))) - 1
        return index >= 0 and self._strings[index][0] <= at < self._strings[index][1]

    def _name(self, found: re.Match[str]) -> str:
        if "name" not in found.re.groupindex or found["name"] is None:
            return ""
        return self._decoded(*found.span("name")).strip()

    def _decoded(self, start: int, end: int) -> str:
        return self.file.data[start:end].decode(self.file.encoding, "replace")

    def _add(self, tag: str, start: int, end: int, text: str = "", mark: LineMark | None = None) -> None:
        facts: dict[str, str | int | bool] = {}
        if mark and mark.how:
            facts["kind"] = mark.how
        if mark and mark.access:
            facts["access"] = mark.access
        if mark and mark.dynamic:
            facts["dynamic"] = True
        self.marks.append(Mark(tag, self.lines.span(start, end), text, facts))


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Give the place of a match without the white space around it."""
    text = found[0]
    start = found.start() + len(text) - len(text.lstrip())
    return start, max(start, found.end() - (len(text) - len(text.rstrip())))


def _braces(code: str) -> dict[int, int]:
    """Give for each opening brace the one that closes it."""
    pairs, waiting = {}, list[int]()
    for found in re.finditer(r"[{}]", code):
        if found[0] == "{":
            waiting.append(found.start())
        elif waiting:
            pairs[waiting.pop()] = found.start()
    return pairs
