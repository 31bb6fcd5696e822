"""The columns of CREATE TABLE."""

from __future__ import annotations

from legacyctl.parse.sql.context import Context, is_word
from legacyctl.parse.sql.source import Facts

_NO_COLUMN = frozenset(
    (
        *("CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "SUPPLEMENTAL", "KEY", "INDEX", "LIKE", "PERIOD"),
        *("SCOPE", "REF", "EXCLUDE", "FULLTEXT", "SPATIAL"),
    )
)
_OBSOLETE = {"oracle": frozenset(("LONG", "CHAR")), "tsql": frozenset(("TEXT", "NTEXT", "IMAGE", "TIMESTAMP"))}


def note_columns(context: Context, at: int, end: int) -> None:
    """Note each column in the brackets at `at` with its type, and whether that type is obsolete."""
    if context.word(at) != "(":
        return
    obsolete = _OBSOLETE.get(context.source.dialect, frozenset())
    close = context.close_bracket(at, end)
    depth, fresh = 0, False
    for place in range(at, close):
        text = context.texts[place]
        if fresh and is_word(text) and text not in _NO_COLUMN:
            kind = context.word(place + 1)
            facts: Facts = {"type": kind.strip('[]"').lower(), "obsolete": kind.strip('[]"') in obsolete}
            context.source.note("column", place, place + 1, context.source.name(place, place), facts)
        fresh = (text == "(" and depth == 0) or (text == "," and depth == 1)
        depth += (text == "(") - (text == ")")
