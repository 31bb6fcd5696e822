"""Which places of a piece of code are comment, string, or code, also when the piece does not parse by itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

COMMENT, STRING, CODE = "comment", "string", "code"

_STRINGS = r"(?P<string>\"(?:\\.|[^\"\\\n])*\"?|'(?:\\.|[^'\\\n])*'?)"
_TRIPLE = r"\"\"\"(?:\\.|[^\\])*?(?:\"\"\"|\Z)|'''(?:\\.|[^\\])*?(?:'''|\Z)"

# Columns 1-6 are blank in what was sent; a comment in COBOL has its mark in column 7.
LEXERS = {
    "python": re.compile(rf"(?P<comment>#[^\n]*)|(?P<block>{_TRIPLE})|{_STRINGS}", re.DOTALL),
    "cobol": re.compile(r"(?P<comment>(?m:^).{6}[*/][^\n]*|\*>[^\n]*)|(?P<string>\"[^\"\n]*\"?|'[^'\n]*'?)"),
}
OTHERS = re.compile(rf"(?P<comment>(?://|--)[^\n]*|/\*.*?(?:\*/|\Z))|{_STRINGS}", re.DOTALL)


def zones(code: str, language: str) -> Callable[[int], str]:
    """Give a function from a character offset in `code` to "comment", "string" or "code"."""
    found = [(m.start(), m.end(), m.lastgroup) for m in LEXERS.get(language, OTHERS).finditer(code)]
    starts = [start for start, _, _ in found]

    def zone(offset: int) -> str:
        at = bisect_right(starts, offset) - 1
        if at < 0 or offset >= found[at][1]:
            return CODE
        return COMMENT if found[at][2] == COMMENT else STRING

    return zone
