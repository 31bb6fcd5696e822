"""Facts of one SQL statement in a file: its tables, and what rules ask of it."""

from __future__ import annotations

from legacyctl.parse.sql.expressions import Expressions
from legacyctl.parse.sql.source import LITERAL, Facts, Source
from legacyctl.parse.sql.tables import of_words, reading
from legacyctl.parse.sql.vocabulary import QUERY

_SEQUENCE = frozenset(("NEXTVAL", "CURRVAL"))
_PROBES = frozenset(("EXISTS", "COUNT"))


class Queries:
    """Reads the SQL statements of one file."""

    def __init__(self, source: Source, expressions: Expressions) -> None:
        self.source = source
        self.texts = source.texts
        self.expressions = expressions

    def quoted(self, at: int, first: int, last: int) -> None:
        """Read literal `at` of the statement [first, last] as SQL."""
        text = self.source.raw(self.source.starts[at], self.source.ends[at])
        for name, access in reading(_content(text), self.source.dialect).tables:
            self.source.note("table", first, last, name, {"kind": "sql", "access": access})

    def read(self, first: int, last: int) -> None:
        """Read tokens [first, last) as one statement."""
        if first >= last:
            return
        source, words = self.source, self.texts[first:last]
        verb = words[0]
        for name, access in of_words(words, source.dialect).tables:
            source.note("table", first, last - 1, name, {"kind": "sql", "access": access})
        facts: Facts = {
            "verb": verb.lower(),
            "star": _has_star(words),
            "outer_plus": _has(words, "(", "+", ")"),
            "columns": verb != "INSERT" or _names_columns(words),
        }
        if verb in QUERY:
            source.note("query", first, last - 1, verb, facts)
        for at in range(first + 2, last):
            if self.texts[at] in _SEQUENCE and self.texts[at - 1] == ".":
                source.note("sequence", at - 2, at, source.name(at - 2, at - 2))
        self.expressions.read(first, last, sql=True)


def _content(literal: str) -> str:
    """Give what stands in a literal: '...', N'...' or q'[...]'."""
    opening, _, rest = literal.partition("'")
    if opening.upper().endswith("Q"):
        return rest[1:-2]
    return rest.removesuffix("'").replace("''", "'")


def _has(words: list[str], *wanted: str) -> bool:
    """Say whether the words hold others in a row."""
    size = len(wanted)
    return wanted[1] in words and any(
        tuple(words[at : at + size]) == wanted for at, word in enumerate(words) if word == wanted[0]
    )


def _has_star(words: list[str]) -> bool:
    """Say whether a SELECT takes all columns: `SELECT *` or `SELECT t.*`, not behind EXISTS."""
    if "*" not in words:
        return False
    for at, word in enumerate(words):
        if word != "SELECT" or (at > 1 and words[at - 2] == "EXISTS"):
            continue
        following = words[at + 1 : at + 4]
        if following[:1] == ["*"] or following[1:] == [".", "*"]:
            return True
    return False


def _names_columns(words: list[str]) -> bool:
    """Say whether an INSERT names its columns; one of several tables is left alone."""
    at = words.index("INTO") + 1 if "INTO" in words else 1
    if words[1:2] in (["ALL"], ["FIRST"]) or at >= len(words):
        return True
    while words[at + 1 : at + 2] == ["."]:
        at += 2
    behind = next(
        (at for at in range(at + 1, len(words)) if words[at] in {"(", "VALUES", "SELECT", "WITH"}), len(words)
    )
    if behind == len(words) or words[behind] != "(":
        # INSERT ... VALUES a_record has no columns to name.
        return words[behind + 1 : behind + 2] != ["("] if words[behind : behind + 1] == ["VALUES"] else False
    return words[behind + 1 : behind + 2] not in (["SELECT"], [LITERAL], ["WITH"])
