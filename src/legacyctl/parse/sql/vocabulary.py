"""The words of PL/SQL and T-SQL that the readers steer by.

Collected from the language references of Oracle Database 19c and SQL Server 2019.
"""

from __future__ import annotations

from typing import Final

QUERY: Final = frozenset(("SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE"))
# Statements of SQL that stand in a script or, in part, in a block.
SQL: Final = QUERY | frozenset(
    (
        *("ALTER", "ANALYZE", "ASSOCIATE", "AUDIT", "CALL", "COMMENT", "COMMIT", "DISASSOCIATE", "DROP", "EXPLAIN"),
        *("FLASHBACK", "GRANT", "LOCK", "NOAUDIT", "PURGE", "RENAME", "REVOKE", "ROLLBACK", "SAVEPOINT", "TRUNCATE"),
        *("VALUES", "USE", "REPLACE", "REFRESH", "VACUUM", "COPY", "REINDEX", "LANGUAGE", "LABEL", "UNLOCK", "LOAD"),
        *("IMPORT", "EXPORT", "BIND", "PREP", "PRECOMPILE", "TERMINATE", "PRAGMA", "ATTACH", "DETACH", "DELIMITER"),
    )
)
SQLPLUS: Final = frozenset(
    (
        *("ACC", "ACCEPT", "APPEND", "ARCHIVE", "ATTRIBUTE", "BRE", "BREAK", "BTITLE", "CL", "CLEAR", "COL", "COLUMN"),
        *(
            "COMP",
            "COMPUTE",
            "CONN",
            "CONNECT",
            "DEF",
            "DEFINE",
            "DESC",
            "DESCRIBE",
            "DISC",
            "DISCONNECT",
            "ED",
            "EDIT",
        ),
        *("EXIT", "GET", "HELP", "HOST", "LIST", "PASSW", "PASSWORD", "PAU", "PAUSE", "PRI", "PRINT", "PRO", "PROMPT"),
        *(
            "QUIT",
            "RECOVER",
            "REM",
            "REMARK",
            "REPFOOTER",
            "REPHEADER",
            "RUN",
            "SAVE",
            "SET",
            "SHO",
            "SHOW",
            "SHUTDOWN",
        ),
        *("SPO", "SPOOL", "STARTUP", "STORE", "TIMING", "TTITLE", "UNDEF", "UNDEFINE", "VAR", "VARIABLE", "WHENEVER"),
        *("XQUERY",),
    )
)
# Words that may stand before PROCEDURE or FUNCTION in a type.
MEMBERS: Final = frozenset(
    ("MEMBER", "STATIC", "CONSTRUCTOR", "MAP", "ORDER", "OVERRIDING", "FINAL", "INSTANTIABLE", "NOT")
)
SUBPROGRAMS: Final = {"PROCEDURE": "procedure", "FUNCTION": "function"}

# Functions of SQL and PL/SQL themselves, and words that may stand before a bracket: no calls.
BUILT_IN: Final = frozenset(
    (
        *(
            "ABS",
            "ACOS",
            "ADD_MONTHS",
            "AND",
            "ANY",
            "APPENDCHILDXML",
            "AS",
            "ASCII",
            "ASCIISTR",
            "ASIN",
            "ATAN",
            "AVG",
        ),
        *("BETWEEN", "BFILENAME", "BITAND", "BULK_ROWCOUNT", "BY", "CARDINALITY", "CASE", "CAST", "CEIL", "CHAR"),
        *(
            "CHARTOROWID",
            "CHECK",
            "CHR",
            "COALESCE",
            "COLLECT",
            "COLUMNS",
            "COMPOSE",
            "CONCAT",
            "CONVERT",
            "CORR",
            "COS",
        ),
        *("COUNT", "CUBE", "CURSOR", "DATE", "DECIMAL", "DECODE", "DENSE_RANK", "DEREF", "DUMP", "ELSE", "EMPTY_BLOB"),
        *(
            "EMPTY_CLOB",
            "EXISTS",
            "EXP",
            "EXTRACT",
            "EXTRACTVALUE",
            "FIRST_VALUE",
            "FLOAT",
            "FLOOR",
            "FOR",
            "FROM",
            "GREATEST",
        ),
        *("GROUPING", "HEXTORAW", "IF", "IN", "INDEX", "INITCAP", "INSTR", "INSTRB", "INTERVAL", "INTO", "IS", "JOIN"),
        *("JSON_ARRAY", "JSON_ARRAYAGG", "JSON_EXISTS", "JSON_OBJECT", "JSON_OBJECTAGG", "JSON_QUERY", "JSON_TABLE"),
        *("JSON_VALUE", "KEEP", "KEY", "LAG", "LAST_DAY", "LAST_VALUE", "LEAD", "LEAST", "LENGTH", "LENGTHB", "LIKE"),
        *("LIMIT", "LISTAGG", "LN", "LNNVL", "LOCALTIMESTAMP", "LOG", "LOWER", "LPAD", "LTRIM", "MAX", "MEDIAN", "MIN"),
        *(
            "MINUS",
            "MOD",
            "MONTHS_BETWEEN",
            "MULTISET",
            "NANVL",
            "NCHR",
            "NEW_TIME",
            "NEXT_DAY",
            "NLSSORT",
            "NLS_LOWER",
        ),
        *("NLS_UPPER", "NOT", "NTILE", "NULLIF", "NUMBER", "NUMTODSINTERVAL", "NUMTOYMINTERVAL", "NVL", "NVL2", "OF"),
        *("ON", "OR", "OVER", "PARTITION", "PERCENTILE_CONT", "PIVOT", "POWER", "PRIOR", "RANGE", "RANK", "RAW"),
        *("RAWTOHEX", "REGEXP_COUNT", "REGEXP_INSTR", "REGEXP_LIKE", "REGEXP_REPLACE", "REGEXP_SUBSTR", "REPLACE"),
        *(
            "RAISE_APPLICATION_ERROR",
            "RETURN",
            "RETURNING",
            "ROLLUP",
            "ROUND",
            "ROW",
            "ROWIDTOCHAR",
            "ROW_NUMBER",
            "RPAD",
            "RTRIM",
            "SELECT",
            "SET",
        ),
        *(
            "SIGN",
            "SIN",
            "SINH",
            "SOME",
            "SOUNDEX",
            "SQLERRM",
            "SQRT",
            "STDDEV",
            "SUBSTR",
            "SUBSTRB",
            "SUM",
            "SYS_CONTEXT",
        ),
        *("SYS_CONNECT_BY_PATH", "SYS_EXTRACT_UTC", "SYS_GUID", "TABLE", "TAN", "THE", "THEN", "TIMESTAMP", "TO_CHAR"),
        *(
            "TO_CLOB",
            "TO_DATE",
            "TO_DSINTERVAL",
            "TO_LOB",
            "TO_MULTI_BYTE",
            "TO_NCHAR",
            "TO_NCLOB",
            "TO_NUMBER",
            "TO_RAW",
        ),
        *("TO_SINGLE_BYTE", "TO_TIMESTAMP", "TO_TIMESTAMP_TZ", "TO_YMINTERVAL", "TRANSLATE", "TREAT", "TRIM", "TRUNC"),
        *("UID", "UNION", "UNISTR", "UNPIVOT", "UPDATEXML", "UPPER", "USER", "USERENV", "USING", "VALUE", "VALUES"),
        *("VARCHAR", "VARCHAR2", "NVARCHAR2", "VARIANCE", "VSIZE", "WHEN", "WHERE", "WHILE", "WITHIN", "XMLAGG"),
        *("XMLATTRIBUTES", "XMLCAST", "XMLCDATA", "XMLCOMMENT", "XMLCONCAT", "XMLELEMENT", "XMLEXISTS", "XMLFOREST"),
        *("XMLPARSE", "XMLPI", "XMLQUERY", "XMLROOT", "XMLSEQUENCE", "XMLSERIALIZE", "XMLTABLE", "XMLTYPE", "ALL"),
    )
)
# Methods of collections, which look like functions of a package.
COLLECTION: Final = frozenset(
    ("EXISTS", "COUNT", "FIRST", "LAST", "NEXT", "PRIOR", "EXTEND", "DELETE", "TRIM", "LIMIT")
)
# Behind these a name with a bracket is a table with its columns.
BEFORE_TABLE: Final = frozenset(
    ("INTO", "INSERT", "TABLE", "UPDATE", "REFERENCES", "ON", "INDEX", "VIEW", "AS", "TYPE", "OBJECT")
)
# Methods of the type xml in T-SQL.
XML_METHODS: Final = frozenset(("VALUE", "NODES", "QUERY", "EXIST", "MODIFY"))
