"""The words of one SQL statement that was cut out of something: EXEC SQL, a string, PL/SQL.

Comments go, a literal becomes '', a host variable or placeholder of any language
(:X:IND, ?, %s, #x#, #{x}, ${x}) becomes ?, and everything else is in upper case.
"""

from __future__ import annotations

import re

HOST = "?"
LITERAL = "''"
# Every repetition is possessive or atomic, so that the time is linear whatever the text.
_WORD = re.compile(
    r"--[^\n]*+"
    r"|/\*[^*]*+(?>(?:\*(?!/)[^*]*+)*)(?:\*/|\Z)"
    r"|[NXG]?'[^']*+(?>(?:''[^']*+)*)'?"
    r"|(?<![:\w]):\s?[A-Z_\d][\w$#@-]*+(?>(?:\.[A-Z_][\w$#-]*+)*)(?>(?:\s*+(?:INDICATOR\s*+)?:\s*+[\w.$#-]++)?)"
    r"|[$#]\{[^}]*+\}|#\w++#|%\(\w*+\)s|%[sdif](?!\w)|\?\d*+"
    r"|\"[^\"\n]*+\"|`[^`\n]*+`|\[[A-Z_#][\w #$.-]*+\]"
    r"|(?:[^\W\d]|[$#&]|@@?)[\w$#&]*+"
    r"|\d[\w]*+"
    r"|\S",
    re.IGNORECASE,
)
_SPACE = ("--", "/*")
_QUOTES = {'"': '"', "`": "`", "[": "]"}
_NAME_STARTS = frozenset('_#@&"`[')
_HOST_MARKS = frozenset(":?%$#")


def words_of(text: str) -> list[str]:
    """Give the words of a statement, in upper case."""
    return [_folded(word) for word in _WORD.findall(text.upper()) if not word.startswith(_SPACE)]


def _folded(word: str) -> str:
    first = word[0]
    if "'" in word[:2]:
        return LITERAL
    if first in _HOST_MARKS and len(word) > 1 and (first in ":%?" or word[1] == "{" or word[-1] == "#"):
        return HOST
    return word


def plain(name: str) -> str:
    """Give a name without its quotes."""
    return name[1:-1].strip() if len(name) > 1 and _QUOTES.get(name[0]) == name[-1] else name


def is_name(word: str) -> bool:
    """Say whether a word is a name or keyword and no sign, number, literal or host variable."""
    return word[0].isalpha() or (word[0] in _NAME_STARTS and len(word) > 1)
