"""The margins of fixed-format COBOL: columns 1-6 and from 73 are not code, and do not go out.

They hold line numbers, but also initials, dates and change numbers. What is
sent has blanks in columns 1-6 and ends at column 72; lines of the answer that
came back unchanged get their margins again, others have none.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

LINE_END = re.compile(r"(\r\n|\n|\r)")
CODE_COLUMN, LAST_COLUMN = 6, 72
# Columns before column 8, where paragraphs start: the first line of a piece may have been cut off there.
PARAGRAPH_COLUMN = 7
INDICATORS = frozenset(" *-/dD$")
# The share of lines that must look fixed; change numbers in columns 1-6 make some look otherwise.
MOSTLY = 0.75


def blanked(code: str, language: str) -> str:
    """Give `code` with blank left margins and without right ones; other layouts come back as they are."""
    lines = LINE_END.split(code)
    if language != "cobol" or not _fixed(lines[2::2] or lines):
        return code
    cut = PARAGRAPH_COLUMN if not _looks_fixed(lines[0]) else 0
    lines[0] = _blank(lines[0], cut)
    lines[2::2] = [_blank(line, 0) for line in lines[2::2]]
    return "".join(lines)


def put_back(answer: str, sent: str, original: str) -> str:
    """Give `answer` with the lines that equal one of `sent`, in order, as they were in `original`.

    Blanks at the end of a line make no difference.
    """
    before = [line.rstrip(" ") for line in LINE_END.split(sent)[::2]]
    pieces = LINE_END.split(answer)
    after = [line.rstrip(" ") for line in pieces[::2]]
    lines = LINE_END.split(original)[::2]
    for start, at, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        pieces[2 * at : 2 * (at + size) : 2] = lines[start : start + size]
    return "".join(pieces)


def _fixed(lines: list[str]) -> bool:
    filled = [line for line in lines if line.strip()]
    return bool(filled) and sum(map(_looks_fixed, filled)) >= MOSTLY * len(filled)


def _looks_fixed(line: str) -> bool:
    """Whether columns 1-6 are blank or a number and column 7 holds an indicator."""
    margin = line[:CODE_COLUMN].replace(" ", "")
    return (not margin or margin.isdigit()) and line[CODE_COLUMN : CODE_COLUMN + 1] in INDICATORS | {""}


def _blank(line: str, cut: int) -> str:
    """Take the margins from a line that lacks its first `cut` columns; with a tab there, columns are unknown."""
    first, last = max(0, CODE_COLUMN - cut), LAST_COLUMN - cut
    if "\t" in line[:first]:
        return line
    body = line[first:last] if len(line) <= last else line[first:last].rstrip(" ")
    return " " * min(first, len(line)) + body
