"""What a program does to its files: how OPEN, SORT and MERGE use each."""

from __future__ import annotations

from legacyctl.parse.cobol.nodes import Source, Statement, Token

READ, WRITE, UPDATE = "read", "write", "update"
_MODES = {"INPUT": READ, "OUTPUT": WRITE, "EXTEND": WRITE, "I-O": UPDATE}
_ROLES = {"USING": READ, "GIVING": WRITE}
# Words of OPEN, SORT and MERGE that are no file; what stands behind INPUT PROCEDURE is none either.
_OTHERS = frozenset({"WITH", "NO", "REWIND", "REVERSED", "LOCK", "SHARING", "ALL", "OTHER", "ONLY", "PROCEDURE"})


def accesses(source: Source) -> dict[str, str]:
    """For each file that is opened the access: "read", "write", or "update" for both."""
    found: dict[str, str] = {}
    for statement in source.statements:
        table = _MODES if statement.verb == "OPEN" else _ROLES if statement.verb in {"SORT", "MERGE"} else None
        if table:
            _used(found, source.tokens, statement, table)
    return found


def _used(found: dict[str, str], tokens: list[Token], statement: Statement, table: dict[str, str]) -> None:
    """Note the files of one statement, each behind a word of `table`."""
    access = ""
    for _, text, _, _ in tokens[statement.first + 1 : statement.last + 1]:
        if text in table:
            access = table[text]
        elif text in _OTHERS or text in {"INPUT", "OUTPUT"}:
            access = access if text != "PROCEDURE" else ""
        elif access:
            found[text] = access if found.get(text, access) == access else UPDATE
