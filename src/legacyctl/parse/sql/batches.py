"""Where a statement of T-SQL ends: its dialect has no terminator, so the word that starts the next one tells."""

from __future__ import annotations

from bisect import bisect_left

from legacyctl.parse.sql.source import Source

# Words that start a statement wherever they stand outside of brackets and CASE.
ALWAYS = frozenset(
    (
        *("BEGIN", "END", "WHILE", "PRINT", "RAISERROR", "RETURN", "BREAK", "CONTINUE", "DECLARE", "GOTO", "TRUNCATE"),
        *("WAITFOR", "KILL", "DBCC", "RECONFIGURE", "CHECKPOINT", "OPEN", "CLOSE", "DEALLOCATE", "COMMIT", "ROLLBACK"),
        *("SAVE", "RESTORE", "BACKUP", "USE", "THROW", "REVERT", "BULK", "ELSE", "SHUTDOWN"),
    )
)
_QUERIES = frozenset(("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE"))
STARTS = ALWAYS | _QUERIES | frozenset(("SET", "EXEC", "EXECUTE", "IF", "FETCH"))
STARTS |= frozenset(("CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "DENY"))
_STEERING = STARTS | {"(", ")", ";", "CASE", "GO", "VALUES"}

# Behind these words a word does not start a statement.
_NOT_BEHIND = {
    "SELECT": frozenset(("UNION", "ALL", "EXCEPT", "INTERSECT", "FOR", "GRANT", "DENY", "REVOKE", ",", "AS")),
    "INSERT": frozenset(("THEN", ",", "FOR", "AFTER", "OF", "GRANT", "DENY", "REVOKE", "BULK")),
    "UPDATE": frozenset(("THEN", ",", "FOR", "AFTER", "OF", "GRANT", "DENY", "REVOKE", "ON")),
    "DELETE": frozenset(("THEN", ",", "FOR", "AFTER", "OF", "GRANT", "DENY", "REVOKE", "ON")),
    "MERGE": frozenset(("INNER", "LEFT", "RIGHT", "FULL", "OUTER", "CROSS")),
    "SET": frozenset(("UPDATE", "DELETE")),
    "FETCH": frozenset(("ROWS", "ROW")),
    "EXEC": frozenset(("GRANT", "DENY", "REVOKE", "WITH", ",")),
    "EXECUTE": frozenset(("GRANT", "DENY", "REVOKE", "WITH", ",")),
    "CREATE": frozenset(("GRANT", "DENY", "REVOKE", ",")),
    "ALTER": frozenset(("GRANT", "DENY", "REVOKE", ",", "OR")),
    "BEGIN": frozenset((".",)),
    "ROLLBACK": frozenset(("WITH",)),
    "USE": frozenset(("OPTION", "(")),
    "END": frozenset((".",)),
}
# Words that the statement of that verb has once in itself.
_PART_OF = {
    "WITH": _QUERIES,
    "INSERT": frozenset(("SELECT", "EXEC", "EXECUTE")),
    "UPDATE": frozenset(("SET",)),
    "ALTER": frozenset(("SET",)),
}
_PARTS_OF_TABLE = frozenset(("COLUMN", "CONSTRAINT"))
# What DROP ... IF EXISTS drops.
_DROPPED = frozenset(("TABLE", "VIEW", "PROCEDURE", "PROC", "FUNCTION", "INDEX", "COLUMN", "TRIGGER", "TYPE", "SCHEMA"))


class Batches:
    """Finds the ends of the statements of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.texts = source.texts
        self._steering = [at for at, text in enumerate(source.texts) if text in _STEERING]

    def is_go(self, at: int) -> bool:
        """Say whether token `at` is GO, alone on its line but for a count."""
        if self.source.word(at) != "GO" or not self.source.opens_line(at):
            return False
        behind = self.source.line_end(at) - at
        return behind == 1 or (behind == 2 and self.texts[at + 1][0].isdigit())

    def end(self, at: int) -> int:
        """Give the place behind the statement that starts at `at`: its semicolon, GO, or the next statement."""
        verb, taken = self.texts[at], False
        depth = cases = 0
        for index in range(bisect_left(self._steering, at + 1), len(self._steering)):
            place = self._steering[index]
            text = self.texts[place]
            if self.is_go(place):
                return place
            depth += (text == "(") - (text == ")")
            cases += text == "CASE"
            if depth > 0 or cases:
                cases -= text == "END" and cases > 0
            elif text == ";":
                return place
            elif text == "VALUES":
                taken = taken or verb == "INSERT"
            elif not taken and text in _PART_OF.get(verb, ()):
                verb, taken = (text, False) if verb == "WITH" and text in _PART_OF else (verb, True)
            elif self.starts(place):
                return place
        return len(self.texts)

    def starts(self, at: int) -> bool:
        """Say whether token `at`, outside of brackets, starts a statement."""
        text, before, behind = self.source.word(at), self.source.word(at - 1), self.source.word(at + 1)
        if text not in STARTS or before in _NOT_BEHIND.get(text, ()) or before == "." or behind in {".", "="}:
            return False
        if text == "IF":
            return behind != "EXISTS" or before not in _DROPPED
        if text in {"ALTER", "DROP"}:
            return behind not in _PARTS_OF_TABLE
        return text != "UPDATE" or behind != "("
