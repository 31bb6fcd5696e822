"""Tabs beside blanks in the indentation, which Python 2 read as steps of 8 and Python 3 refuses."""

from __future__ import annotations

from fissix.pgen2 import token, tokenize

_STEP = 8


def expanded(text: str) -> str:
    """Give the text with tabs in indentation as blanks; lines inside a string are none and stay.

    Raises one of `fixers.UNREADABLE` when the text cannot be taken apart.
    """
    lines = text.split("\n")
    for number in _logical_lines(text):
        line = lines[number]
        body = line.lstrip(" \t")
        lines[number] = line[: len(line) - len(body)].expandtabs(_STEP) + body
    return "\n".join(lines)


def _logical_lines(text: str) -> list[int]:
    """Give the lines, counted from 0, at which a statement or a comment starts."""
    reader = iter([f"{line}\n" for line in text.split("\n")])
    found = []
    fresh = True
    for kind, _, (line, _), _, _ in tokenize.generate_tokens(lambda: next(reader, "")):
        if kind in (token.INDENT, token.DEDENT, token.ENDMARKER):
            continue
        if fresh or kind == tokenize.COMMENT:
            found.append(line - 1)
        fresh = kind in (token.NEWLINE, tokenize.NL)
    return found
