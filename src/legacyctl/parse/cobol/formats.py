"""Which reference format a file is in, and which of its lines steer a compiler or a source librarian.

A directive decides (`>>SOURCE FORMAT`, `$SET SOURCEFORMAT`); without one the
columns show it. In variable form, as in fixed form, columns 1-6 and 7 are no
code, but the code runs to the end of the line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

FIXED, VARIABLE, FREE = "fixed", "variable", "free"
_SAMPLE = 1 << 14  # bytes that are looked at
_LONGEST = 256  # characters of a directive

# Lines that steer a compiler or a source librarian; the first word decides.
_WORDS = ("EJECT", "SKIP", "TITLE", "PROCESS", "CBL", "++INCLUDE", "-INC", ">>", "$", "@OPTIONS", "BASIS")
_DIRECTIVE = (
    r"(?:(?:EJECT|SKIP[123])(?:[ \t]*+\.)?(?:[ \t]++\S{1,8})?[ \t]*+$"
    r"|TITLE[ \t]++[\"']|(?:PROCESS|CBL)(?:[ \t,]|$)|BASIS[ \t]++\S++[ \t]*+$|\+\+INCLUDE[ \t]|-INC[ \t]|>>"
    r"|\$[ \t]*+(?:SET|IF|ELSE|ELIF|END|DISPLAY|REGION|ENDREGION)\b|@OPTIONS)"
)
_IN_FREE = re.compile(rf"[ \t]*+{_DIRECTIVE}")
# In fixed form the sequence area may hold anything, and a directive may start in column 7.
_IN_FIXED = re.compile(rf"(?:[^\n]{{6}}[ \t][ \t]*+|[ \t]*+|\d{{6}}(?=[>$])){_DIRECTIVE}")
_OPTIONS = re.compile(r"(?:[^\n]{6}[ \t][ \t]*+|[ \t]*+)(?:PROCESS|CBL)\b")
_FORMAT = re.compile(
    r"(?:>>\s*+(?>(?:SET\s++)?)SOURCE|\$\s*+SET\s++(?>[^*]*?SOURCE))\s*+-?+\s*+FORMAT\s*+(?>(?:IS\s*+)?)[\"'(]?+\s*+"
    r"(FREE|FIXED|VARIABLE)"
    r"|>>\s*+SOURCE\s++(FREE|FIXED|VARIABLE)"
)

_NO_INDICATOR = re.compile(r"^(?!\d{6})[^\n\t]{6}[^ *\-/D$\n\t]", re.MULTILINE)
_FREE_HEAD = re.compile(
    r"^ {0,6}(?:(?:IDENTIFICATION|ID|ENVIRONMENT|DATA|PROCEDURE) ++DIVISION|PROGRAM-ID)\b", re.MULTILINE
)
_FREE_COMMENT = re.compile(r"^ {0,5}\*>", re.MULTILINE)
_FILLED = re.compile(r"^[\d \t]*+[^\n]", re.MULTILINE)
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_LAST = 71  # the place of column 72
_CARDS = 3  # lines that run on behind column 72 without being cards
_ENOUGH = 200  # lines with something behind column 72 that are looked at


def directives(text: str, lines: Sequence[str], starts: Sequence[int]) -> set[int]:
    """Numbers of the lines of a file (in upper case) that are a directive in fixed or free form."""
    found: set[int] = set()
    for word in _WORDS:
        at = text.find(word)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            if _IN_FIXED.match(lines[number]) or _IN_FREE.match(lines[number]):
                found.add(number)
            at = text.find(word, starts[number + 1]) if number + 1 < len(starts) else -1
    return found


def is_directive(line: str, *, free: bool) -> bool:
    """Whether a line is a directive in this form; a comment that speaks of one is not."""
    return bool((_IN_FREE if free else _IN_FIXED).match(line))


def is_options(line: str) -> bool:
    """Whether a line holds compiler options, which is so before the program only."""
    return bool(_OPTIONS.match(line))


def told(line: str) -> str:
    """The format that a directive sets, "" when it is about something else."""
    found = _FORMAT.search(line, 0, _LONGEST)
    return (found[1] or found[2]).lower() if found else ""


def guess(text: str, lines: Sequence[str]) -> str:
    """The format that a file (in upper case) without a format directive shows."""
    if is_free(text):
        return FREE
    return VARIABLE if _runs_on(lines) else FIXED


def is_free(text: str) -> bool:
    """Whether a file (in upper case) without a format directive is in free form.

    Fixed form has one of a few characters in column 7; a division that starts
    before column 8, or more than a tenth of the lines without an indicator, is free.
    """
    sample = text[:_SAMPLE]
    if _FREE_HEAD.search(sample):
        return True
    filled = sum(1 for _ in _FILLED.finditer(sample))
    odd = sum(1 for _ in _NO_INDICATOR.finditer(sample)) + sum(1 for _ in _FREE_COMMENT.finditer(sample))
    return odd * 10 > filled


def _runs_on(lines: Sequence[str]) -> bool:
    """Whether code runs on behind column 72: literals that column 72 would cut, and fewer cards than those."""
    across = cut = 0
    for number, line in enumerate(lines):
        if len(line) <= _LAST + 1 or line[_LAST + 1] <= " " or line[6] in "*/":
            continue
        across += 1
        cut += _is_cut(lines, number)
        if across == _ENOUGH:
            break
    return cut >= _CARDS and cut * 2 > across


def _is_cut(lines: Sequence[str], number: int) -> bool:
    """Whether a literal is open in column 72, and no continuation line ends it."""
    line = lines[number]
    if not (line.count('"', 0, _LAST + 1) | line.count("'", 0, _LAST + 1)) & 1:
        return False
    left = _QUOTED.sub("", line[6 : _LAST + 1]).partition("*>")[0]
    following = lines[number + 1][6:7] if number + 1 < len(lines) else ""
    return following != "-" and ('"' in left or "'" in left)
