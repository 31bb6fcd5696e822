"""The operand field of a statement: parameters, lists in brackets, values in quotes."""

from __future__ import annotations

import re

from legacyctl.parse.jcl.nodes import Parameter

# White space in a text with a letter for each byte: bytes of UTF-8 must not count as such, nor as letters.
BLANK = " \t"
# What stands up to the first blank outside of quotes; group 1 is a quote that is still open at the end of the line.
FIELD = re.compile(r"(?>(?:[^'\s]+|'[^']*')*)('[^']*\Z)?", re.ASCII)
_PIECE = re.compile(r"'[^']*'?|[(),]|[^'(),]+")
_KEYWORD = re.compile(r"([A-Za-z@#$][\w@#$]*(?:\.[\w@#$]+)?)=", re.ASCII)


def split(text: str) -> list[Parameter]:
    """Cut an operand field at its commas, those in brackets and quotes left alone."""
    found: list[Parameter] = []
    start = depth = 0
    for piece in _PIECE.finditer(text):
        match piece[0]:
            case "(":
                depth += 1
            case ")":
                depth = max(0, depth - 1)
            case "," if not depth:
                found.append(_parameter(text, start, piece.start()))
                start = piece.end()
    if start < len(text):
        found.append(_parameter(text, start, len(text)))
    return found


def parts(value: str) -> list[str]:
    """Give the values of a list such as `(NEW,CATLG)`, of one value itself; quotes are kept."""
    inner = value[1:-1] if value.startswith("(") and value.endswith(")") else value
    return [
        parameter.value if not parameter.keyword else inner[parameter.start : parameter.end]
        for parameter in split(inner)
    ]


def first(value: str) -> str:
    """Give the first value of a list, without quotes; "" when it is left out."""
    return plain(next(iter(parts(value)), ""))


def plain(value: str) -> str:
    """Give a value without its quotes."""
    if len(value) > 1 and value.startswith("'") and value.endswith("'"):
        return value[1:-1].replace("''", "'")
    return value


def _parameter(text: str, start: int, end: int) -> Parameter:
    found = _KEYWORD.match(text, start, end)
    if not found:
        return Parameter("", text[start:end], start, end)
    return Parameter(found[1].upper(), text[found.end() : end], start, end)
