"""sqlglot on one statement: which names are tables where common table expressions are about."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

# It warns of every construct that it keeps as text; what it cannot read is told by None.
logging.getLogger("sqlglot").setLevel(logging.CRITICAL)

_DIALECTS = {"oracle": "oracle", "tsql": "tsql", "mysql": "mysql", "postgres": "postgres"}
# A query that names itself without the word RECURSIVE means a table in these two, itself in the others.
_NEED_RECURSIVE = frozenset(("mysql", "postgres"))
_STARTS = frozenset(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "("))
_ISOLATION = frozenset(("UR", "CS", "RS", "RR"))


def real_tables(words: Sequence[str], dialect: str) -> frozenset[str] | None:
    """Give the names in a statement that are tables and no common table expressions; None when it cannot be read."""
    text = " ".join(_prepared(words, keep_into=dialect == "tsql"))
    try:
        root = sqlglot.parse_one(text, read=_DIALECTS.get(dialect))
        if isinstance(root, exp.Command):
            return None
        return frozenset(_real(root, itself=dialect not in _NEED_RECURSIVE))
    except (SqlglotError, RecursionError):
        return None


def _prepared(words: Sequence[str], *, keep_into: bool) -> Iterator[str]:
    """Leave out what is of the host language: DECLARE ... FOR, INTO with its variables, isolation at the end."""
    start = next((at for at, word in enumerate(words) if word in _STARTS), 0)
    end = len(words)
    while end > start and words[end - 1] == ";":
        end -= 1
    if end - start > 2 and words[end - 1] in _ISOLATION and words[end - 2] == "WITH":
        end -= 2
    skipping = False
    for at in range(start, end):
        word = words[at]
        if word == "INTO" and not keep_into and words[at - 1] not in {"INSERT", "MERGE"}:
            skipping = True
        elif word == "FROM":
            skipping = False
        if not skipping:
            yield word


def _real(root: exp.Expr, *, itself: bool) -> Iterator[str]:
    for table in root.find_all(exp.Table):
        name = table.name.upper()
        if table.db:
            yield f"{table.db.upper()}.{name}"
        elif name and not _is_query(table, name, itself=itself):
            yield name


def _is_query(table: exp.Table, name: str, *, itself: bool) -> bool:
    """Say whether a common table expression of that name is in force where the table stands."""
    below: exp.Expr = table
    around = table.parent
    while around is not None:
        queries = around if isinstance(around, exp.With) else around.args.get("with_")
        if isinstance(queries, exp.With) and queries is not below:
            names = [query.alias.upper() for query in queries.expressions]
            own = next((at for at, query in enumerate(queries.expressions) if query is below), len(names))
            reach = len(names) if queries.recursive else own + itself
            if name in names[:reach]:
                return True
        below, around = around, around.parent
    return False
