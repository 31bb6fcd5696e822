"""Patterns of a language that has no grammar: the tables `lines` and `marks` of its adapter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legacyctl.tables import TableReader

BRACE = "brace"
NEAR = 200


@dataclass(frozen=True, slots=True)
class LineMark:
    """One kind of mark: `tag` as parse/tree.py lists it, at every match of `pattern`.

    The group `name` gives its text. A unit or control structure reaches to the
    match of `end` that closes it, where they nest, or with "brace" to the brace
    that closes the first one behind the match; without `end` a unit reaches to
    the next one of its kind. `how` and `access` go into the link. `in_strings`
    lets the match start in a string. There is no mark where `not_after` is found
    in the line before the match (its last NEAR characters).
    """

    tag: str
    pattern: str
    end: str = ""
    how: str = ""
    access: str = ""
    dynamic: bool = False
    in_strings: bool = False
    not_after: str = ""


@dataclass(frozen=True, slots=True)
class LinePatterns:
    """How the files of a language are scanned.

    `comment`, `string` and `skip` (what looks like code and is none, such as
    forward declarations) are recognised in one pass from left to right.
    `statement` is what a line with code begins with, "" where lines do not tell;
    `continued` is what ends a line that goes on in the next. `unit` is the kind
    that the file itself has, "" for none.
    """

    unit: str = ""
    comment: tuple[str, ...] = ()
    string: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    statement: str = ""
    continued: str = ""
    marks: tuple[LineMark, ...] = ()


NO_PATTERNS = LinePatterns()


def line_patterns(reader: TableReader) -> LinePatterns:
    """Take the tables `lines` and `marks`; every pattern must compile."""
    lines, marks = reader.table("lines"), reader.table("marks")
    return LinePatterns(
        unit=lines.text("unit", ""),
        comment=_patterns(lines, "comment"),
        string=_patterns(lines, "string"),
        skip=_patterns(lines, "skip"),
        statement=_pattern(lines, "statement"),
        continued=_pattern(lines, "continued"),
        marks=tuple(_mark(marks.table(name)) for name in marks.keys()),  # noqa: SIM118 - a reader, no mapping
    )


def _mark(reader: TableReader) -> LineMark:
    mark = LineMark(
        tag=reader.text("tag"),
        pattern=_pattern(reader, "pattern", None),
        end=_pattern(reader, "end"),
        how=reader.text("how", ""),
        access=reader.text("access", "", among=("read", "write", "update")),
        dynamic=reader.flag("dynamic", default=False),
        in_strings=reader.flag("in_strings", default=False),
        not_after=_pattern(reader, "not_after"),
    )
    if mark.tag.startswith("flow") and "." not in mark.tag and not mark.end:
        reader.problem("end", "is missing: a control structure must end somewhere")
    return mark


def _pattern(reader: TableReader, key: str, default: str | None = "") -> str:
    pattern = reader.text(key, default)
    return next(iter(_compiling(reader, key, (pattern,))), "")


def _patterns(reader: TableReader, key: str) -> tuple[str, ...]:
    return _compiling(reader, key, reader.texts(key, ()))


def _compiling(reader: TableReader, key: str, patterns: Sequence[str]) -> tuple[str, ...]:
    """Give the patterns that compile and note the others."""
    sound = []
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as fault:
            reader.problem(key, f"{pattern!r}: {fault}")
        else:
            sound.append(pattern)
    return tuple(sound)
