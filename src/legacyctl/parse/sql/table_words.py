"""The words around tables in a statement of SQL, of all dialects together."""

from __future__ import annotations

# Statements in which FROM, UPDATE and SELECT do not name tables.
SILENT = frozenset(
    ("GRANT", "REVOKE", "COMMENT", "PREPARE", "EXECUTE", "FETCH", "CLOSE", "CALL", "CONNECT", "AUDIT", "DENY", "EXEC")
)
VERBS = frozenset(("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "TRUNCATE", "LOCK", "ALTER", "DROP"))
ALSO_FUNCTIONS = frozenset(("REPLACE", "INSERT", "TRUNCATE"))
TABLE_VERBS = frozenset(("LOCK", "ALTER", "DROP"))
# Words that end a list of tables; the soft ones are also names, where a table was announced.
SOFT = frozenset(
    (
        *("START", "LIMIT", "OFFSET", "WINDOW", "OPTION", "MODEL", "ADD", "MODIFY", "RENAME", "REUSE", "CASCADE"),
        *("QUALIFY", "OUTPUT", "DEFAULT", "APPLY"),
    )
)
ENDS = SOFT | frozenset(
    (
        *("WHERE", "GROUP", "ORDER", "HAVING", "UNION", "INTERSECT", "EXCEPT", "MINUS", "CONNECT", "SET", "FETCH"),
        *("FOR", "VALUES", "RETURNING", "WHEN", "IN", "INTO", "SELECT"),
    )
)
# What may stand behind a table and is no alias of it.
NO_ALIAS = ENDS | frozenset(
    (
        *("ON", "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "OUTER", "NATURAL", "USING", "WITH", "AS", "FROM"),
        *("PARTITION", "SUBPARTITION", "SAMPLE", "TABLESAMPLE", "PIVOT", "UNPIVOT", "STRAIGHT_JOIN", "LATERAL"),
        *("AND", "OR", "USE", "FORCE", "IGNORE", "VERSIONS", "MATCH_RECOGNIZE", "OPTIMIZE", "QUERYNO", "END"),
    )
)
AFTER_INSERT = frozenset(("INTO", "ALL", "FIRST", "IGNORE", "OVERWRITE", "OR", "WHEN", "LOW_PRIORITY", "DELAYED"))
# Words between the word that announces a table and the table.
BEFORE_NAME = frozenset(("ONLY", "LATERAL", "TABLE", "IF", "EXISTS", "LOW_PRIORITY", "QUICK", "IGNORE", "INTO"))
CHANGED_ROWS = frozenset(("FINAL", "OLD", "NEW"))
OLD_HINTS = frozenset(("NOLOCK", "UPDLOCK", "ROWLOCK", "HOLDLOCK", "TABLOCK", "TABLOCKX", "READPAST", "XLOCK", "INDEX"))
NO_TABLES = frozenset(
    ("DUAL", "SYS.DUAL", "SYSDUMMY1", "SYSIBM.SYSDUMMY1", "INSERTED", "DELETED", "UNNEST", "SYSDUMMYU", "VALUES")
)
