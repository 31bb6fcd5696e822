"""A script around the units: statements of SQL, commands of SQL*Plus, other scripts that are started."""

from __future__ import annotations

from legacyctl.parse.sql.context import Context
from legacyctl.parse.sql.headers import Headers
from legacyctl.parse.sql.statements import Statements
from legacyctl.parse.sql.vocabulary import SQL, SQLPLUS

_HEADS = frozenset(("CREATE", "PACKAGE", "PROCEDURE", "FUNCTION", "TRIGGER", "TYPE"))
_RUNS = frozenset(("@", "START", "STA"))


class Script:
    """Reads what stands outside of units and blocks."""

    def __init__(self, context: Context, headers: Headers, statements: Statements) -> None:
        self.context = context
        self.source = context.source
        self.texts = context.texts
        self.headers = headers
        self.statements = statements

    def step(self, at: int) -> int:
        """Read what starts at `at`; give the place behind it."""
        word = self.texts[at]
        if word in {";", "/", "DO"}:  # DO stands before a block of PostgreSQL
            return at + 1
        if word in _HEADS:
            return self.headers.create(at)
        if word in {"BEGIN", "DECLARE"}:
            return self.statements.begin(at)
        if word in SQL:
            return self._sql(at)
        return self._line(at, word) if self.source.dialect == "oracle" else self._other(at, word)

    def _other(self, at: int, word: str) -> int:
        """A command of the program that runs a script of another database."""
        end = self.context.end(at)
        if word not in SQLPLUS and word not in {"EXEC", "EXECUTE", "END", "<<"}:
            self.source.lost(at, end)
        return end + 1

    def _sql(self, at: int) -> int:
        end = self.context.end(at)
        self.context.queries.read(at, end)
        return end + 1

    def _line(self, at: int, word: str) -> int:
        """A command of SQL*Plus, which ends with its line; an unknown one counts as unparsed."""
        end = self.source.line_end(at)
        if word in _RUNS:
            self._run(at, end)
        elif word in {"EXEC", "EXECUTE"}:
            last = self.context.dotted(at + 1)
            self.context.expressions.call(last, at + 1, sure=True)
            self.context.expressions.read(last + 2, end)
        elif word == "<<":
            return self.statements.label(at)
        elif word not in SQLPLUS and not (word == "." and end == at + 1):
            self.source.lost(at, end - 1)
        return end

    def _run(self, at: int, end: int) -> None:
        """@file, @@file or START file: the file as written, without its arguments."""
        while at + 1 < end and self.texts[at + 1] == "@":
            at += 1
        start = self.source.ends[at]
        line = self.source.raw(start, self.source.data.find(b"\n", start) % (len(self.source.data) + 1))
        words = line.replace('"', " ").replace("'", " ").split()
        if words:
            name = words[0].rstrip(";")
            self.source.note("include", at, max(at, end - 1), name, {"kind": "sql"})
