"""From bytes to statements: lists of tokens with their offsets, comments and continued lines taken out.

A statement ends at the end of its line, unless ` _` continues it, or at a colon.
The tail of a one-line `If` stays in the statement of its `If`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from legacyctl.model import SourceFile
from legacyctl.parse.vb.words import STATEMENTS
from legacyctl.source import working_bytes

_TOKEN = re.compile(
    r"""
    (?P<space>(?:[ \t\f\v\0\x1a\xa0]|(?<=[ \t])_[ \t]*(?:\r\n|\n|\r))+)
    | (?P<word>[A-Za-z_\x80-\xff][\w\x80-\xff]*[$%!@]?|\[[^\]\r\n]*\])
    | (?P<end>\r\n|\n|\r)
    | (?P<comment>'[^\r\n]*(?:(?<=[ \t]_)(?:\r\n|\n|\r)[^\r\n]*)*)
    | (?P<string>"(?:[^"\r\n]|"")*(?:"|(?=[\r\n])|\Z))
    | (?P<date>\#[ \t]*\d[^\#\r\n]*\#)
    | (?P<number>(?:&[hHoO][0-9A-Fa-f]+[&%]?|\d+(?:\.\d*)?(?:[eEdD][+-]?\d+)?|\.\d+)[!\#&@%]?)
    | (?P<sign>:=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_REM = re.compile(r"[^\r\n]*(?:(?<=[ \t]_)(?:\r\n|\n|\r)[^\r\n]*)*")


class Token(NamedTuple):
    """A word (upper case, without type mark), a literal or a sign, at its byte offsets."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Lexed:
    """The statements of a file, each with at least one token, and its comments as (start, end)."""

    statements: list[list[Token]] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)


def lex(file: SourceFile) -> Lexed:
    """Cut a file into statements; one letter of the text is one byte of the file."""
    text = working_bytes(file).decode("latin-1")
    found, statement = Lexed(), list[Token]()
    fresh = True  # whether the statement is the first of its line
    start = 3 if text.startswith("\xef\xbb\xbf") else 0
    for token in _tokens(text, start, found.comments):
        colon = token.text == ":" and token.kind == "sign"
        if token.kind != "end" and not (colon and not _keeps_colon(statement)):
            statement.append(token)
            continue
        if statement and not (colon and fresh and _is_label(statement)):
            found.statements.append(statement)
        statement, fresh = [], not colon
    if statement:
        found.statements.append(statement)
    return found


def _tokens(text: str, at: int, comments: list[tuple[int, int]]) -> Iterator[Token]:
    """Give all tokens but white space and comments."""
    fresh = True  # at the start of a statement, where Rem is a comment
    size = len(text)
    match = _TOKEN.match
    while at < size:
        found = match(text, at)
        if found is None:  # cannot be: the last alternative takes any letter
            return
        kind, at = found.lastgroup or "sign", found.end()
        if kind == "space":
            continue
        if kind == "comment":
            comments.append(found.span())
            continue
        word = found[0].upper() if kind == "word" else found[0]
        if fresh and word == "REM":
            at = _end_of_remark(text, at)
            comments.append((found.start(), at))
            continue
        fresh = kind == "end" or word in {":", "THEN", "ELSE"}
        yield Token(kind, word.rstrip("$%!@") if kind == "word" else word, found.start(), found.end())


def _end_of_remark(text: str, at: int) -> int:
    found = _REM.match(text, at)
    return found.end() if found else at


def _is_label(statement: list[Token]) -> bool:
    """Say whether what stands before the first colon of a line is a label."""
    return len(statement) == 1 and statement[0].text not in STATEMENTS


def _keeps_colon(statement: list[Token]) -> bool:
    """Say whether a colon stands in the tail of a one-line `If`, which goes on to the end of the line."""
    if not statement or statement[0].text not in {"IF", "ELSEIF"}:
        return False
    return any(token.text == "THEN" for token in statement)
