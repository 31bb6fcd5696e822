"""Tables and procedures of one SQL statement, whatever host language it was cut from.

`scan` goes over the words with a stack of brackets. Where a statement has common
table expressions, sqlglot is asked which names they hide; when it cannot read the
statement, every name of such an expression is taken to hide a table. On 7,004
statements of public COBOL, PL/SQL and T-SQL sqlglot alone took at least four times as
long and could not read 822 of them; for the others both named the same tables, but for
aliases and temporary tables of T-SQL, which sqlglot gives as tables.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from legacyctl.parse.sql.scan import UPDATE, Scan, scan
from legacyctl.parse.sql.words import plain, words_of

KEPT: Final = 4096
# Longer statements are generated; sqlglot recurses and takes a millisecond for 200 characters.
MOST_WORDS: Final = 4000
_PART = r"(?:[^\W\d][\w$#]*+|\"[^\"\n]++\"|\[[^\]\n]++\])"
_CALL = re.compile(
    rf"\s*+\{{?\s*+(?>(?:[:?@][\w-]*+\s*+=\s*+)?)(?:CALL|EXEC(?:UTE)?)\s++(?>(?:@\w++\s*+=\s*+)?)"
    rf"({_PART}(?>(?:\s*+\.\s*+{_PART})*))",
    re.IGNORECASE,
)
_NO_PROCEDURE = frozenset(("IMMEDIATE", "AS", "SQL", "CICS", "DLI", "PROCEDURE"))


class Reading(NamedTuple):
    """The tables of a statement and how they were told apart: "scan" or "sqlglot"."""

    tables: tuple[tuple[str, str], ...]
    how: str


def tables(text: str, dialect: str = "") -> list[tuple[str, str]]:
    """Give the tables of one statement, each once: (TABLE or SCHEMA.TABLE in upper case, access).

    The access is "read", "write" (INSERT, DELETE, TRUNCATE, LOCK), "update"
    (UPDATE, MERGE, or both read and written) or "" (DECLARE x TABLE). `dialect`
    is "oracle", "tsql", "db2", "mysql", "postgres" or "" for any.
    """
    return list(reading(text, dialect).tables)


@lru_cache(maxsize=KEPT)
def reading(text: str, dialect: str = "") -> Reading:
    """Give the tables of one statement and how they were told apart."""
    return of_words(words_of(text), dialect)


def of_words(words: Sequence[str], dialect: str = "") -> Reading:
    """Read a statement that was cut into words already, in upper case."""
    found = scan(words, into_writes=dialect == "tsql")
    doubtful = any(name in found.queries for name, _ in found.named)
    real = _real_tables(words, dialect) if doubtful and len(words) <= MOST_WORDS else None
    hidden = found.queries if real is None else found.queries - real
    return Reading(_merged(found, hidden), "scan" if real is None else "sqlglot")


def calls(text: str) -> list[str]:
    """Give the procedure that one CALL or EXEC statement names, as written without quotes; nothing for a variable."""
    found = _CALL.match(text)
    parts = [plain(part.strip()) for part in re.findall(_PART, found[1])] if found else []
    return [".".join(parts)] if parts and parts[0].upper() not in _NO_PROCEDURE else []


def _merged(found: Scan, hidden: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Give each table once, without the hidden ones; read and written makes "update"."""
    access: dict[str, str] = {}
    for name, how in found.named:
        if name not in hidden:
            access[name] = how if access.get(name, how) == how else UPDATE
    return tuple(access.items())


def _real_tables(words: Sequence[str], dialect: str) -> frozenset[str] | None:
    """Ask sqlglot, which is loaded with the first statement that needs it (0.15 s)."""
    found: frozenset[str] | None = importlib.import_module("legacyctl.parse.sql.glot").real_tables(words, dialect)
    return found
