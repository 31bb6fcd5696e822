"""SQL in the string literals of other languages: the tables and procedures that it names.

A literal that starts like a statement is taken with the literals that are
concatenated behind it; what stands between them (a variable) becomes a
placeholder. Text of a screen may start with the same words, so a statement must
also have its second word: SELECT its FROM, UPDATE its SET, and so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legacyctl.model import SourceFile, Span
from legacyctl.parse.sql.tables import calls, tables
from legacyctl.parse.tree import Mark

_START = re.compile(
    r"\s*+\(?+\{?+\s*+(SELECT|INSERT|UPDATE|DELETE|MERGE|REPLACE|CALL|EXEC|EXECUTE|WITH|\?\s*=\s*CALL)\b", re.IGNORECASE
)
_NEEDS = {
    "SELECT": re.compile(r"\bFROM\s+[\w\"`\[(#$?:.{]", re.IGNORECASE),
    "WITH": re.compile(r"\bAS\s*+\(\s*+SELECT\b", re.IGNORECASE),
    "INSERT": re.compile(
        r"INSERT\s+(?:IGNORE\s+)?INTO\s++\S{1,200}\s*+(?:\(|\bVALUES\b|\bSELECT\b|\bSET\b)", re.IGNORECASE
    ),
    "REPLACE": re.compile(r"REPLACE\s+INTO\s++\S{1,200}\s*+(?:\(|\bVALUES\b|\bSELECT\b|\bSET\b)", re.IGNORECASE),
    "UPDATE": re.compile(r"\bSET\b[^=]{0,500}=", re.IGNORECASE | re.DOTALL),
    "DELETE": re.compile(r"DELETE\s+FROM\s+[\w\"`\[?.]+\s*(?:\Z|;|\bWHERE\b)", re.IGNORECASE),
    "MERGE": re.compile(r"\bUSING\b", re.IGNORECASE),
    "CALL": re.compile(r"CALL\s+[\w.\"\[\]]+\s*(?:\(|\}|\Z)", re.IGNORECASE),
    "EXEC": re.compile(r"EXEC(?:UTE)?\s+(?:@\w+\s*=\s*)?[\w\[]*[_.\]][\w.\[\]]*", re.IGNORECASE),
}
# A sign of SQL, or its words in capitals: what a sentence on a screen has not.
_LOOKS_SQL = re.compile(r"[*=?()]|\bSELECT\b|\bFROM\b|\bJOIN\b|\w_\w|\w\.\w|(?i:\bwhere\b|\border\s+by\b)")
_PROSE = frozenset(("THE", "A", "AN", "THIS", "THAT", "YOUR", "OUR", "MY", "HERE", "WHERE", "AND", "OF"))
# Select and Call with one capital may start a sentence, which then has its end.
_SENTENCE = re.compile(r"[.!?](?:\s|\Z)")
_OPENING = re.compile(r"[A-Za-z@$]{0,3}(\"\"\"|'''|[\"'`])")
_ESCAPE = re.compile(r"\\(?:([nrt])|(\r?\n)|(.))", re.DOTALL)
# What may stand between two literals of one text: signs that join, and names.
_JOIN = re.compile(r"[\s+&.|_]*+(?:[\w.$\[\]()>:-]{1,120}?[\s+&.|_]*+)?")
_LONGEST_JOIN = 200
_MOST_PIECES = 400


def sql_marks(file: SourceFile, marks: Sequence[Mark]) -> list[Mark]:
    """Give `table` and `call` marks for the SQL in the literals among `marks`, each on the whole of its text."""
    strings = [mark.span for mark in marks if mark.tag == "string"]
    found: list[Mark] = []
    at = 0
    while at < len(strings):
        text, last = _statement(file, strings, at)
        if text:
            first, behind = strings[at], strings[last]
            found += _named(text, Span(first.start, behind.end, first.first_line, behind.last_line))
        at = last + 1
    return found


def _statement(file: SourceFile, strings: Sequence[Span], first: int) -> tuple[str, int]:
    """Give the text that starts with literal `first`, "" when that is no SQL, and the number of its last literal."""
    text = _content(file, strings[first])
    if not _START.match(text):
        return "", first
    pieces, last = [text], first
    while last + 1 < len(strings) and len(pieces) < _MOST_PIECES:
        between = file.data[strings[last].end : strings[last + 1].start]
        if len(between) > _LONGEST_JOIN:
            break
        gap = between.decode(file.encoding, "replace")
        if not _JOIN.fullmatch(gap):
            break
        last += 1
        pieces.append("" if not gap.strip(" \t\r\n+&.|_") else " ? ")
        pieces.append(_content(file, strings[last]))
    return "".join(pieces), last


def _content(file: SourceFile, span: Span) -> str:
    """Give what a literal says, without prefix and quotes."""
    text = file.data[span.start : span.end].decode(file.encoding, "replace")
    opening = _OPENING.match(text)
    if not opening:
        return text
    quote = opening[1]
    inside = text[opening.end() :].removesuffix(quote)
    return _ESCAPE.sub(lambda found: " " if found[1] or found[2] else found[3], inside).replace(quote * 2, quote)


def _named(text: str, span: Span) -> Iterator[Mark]:
    """Give what a text names that starts like SQL, if it is SQL."""
    start = _START.match(text)
    word = start[1].upper() if start else ""
    verb = {"EXECUTE": "EXEC"}.get(word, "CALL" if word.endswith("CALL") else word)
    prose = start is not None and start[1].istitle() and _SENTENCE.search(text)
    if prose or not _NEEDS[verb].search(text) or not _LOOKS_SQL.search(text):
        return
    if verb in {"CALL", "EXEC"}:
        yield from (Mark("call", span, name, {"kind": "sql"}) for name in calls(text))
        return
    named = tables(text)
    if not any(name in _PROSE for name, _ in named):
        yield from (Mark("table", span, name, {"kind": "sql", "access": access}) for name, access in named)
