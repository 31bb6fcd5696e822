"""The words of COBOL that the reader steers by: verbs, their branches and terminators, clauses.

Collected from the COBOL-85 standard (ISO 1989:1985 with its 1989 addendum), the
2002 and 2014 standards, and the reserved-word lists of IBM Enterprise COBOL,
OS/VS COBOL, Micro Focus and GnuCOBOL.
"""

from __future__ import annotations

DIVISIONS = frozenset({"IDENTIFICATION", "ID", "ENVIRONMENT", "DATA", "PROCEDURE"})

# What starts a source unit, and the kind that its unit gets.
UNIT_HEADS = {"PROGRAM-ID": "program", "FUNCTION-ID": "function", "CLASS-ID": "class", "METHOD-ID": "method"}
UNIT_ENDS = frozenset({"PROGRAM", "FUNCTION", "CLASS", "METHOD", "FACTORY", "OBJECT"})

# Paragraphs of the identification division whose text is free prose.
REMARKS = frozenset({"AUTHOR", "INSTALLATION", "DATE-WRITTEN", "DATE-COMPILED", "DATE-MODIFIED", "SECURITY", "REMARKS"})

ENVIRONMENT_HEADS = frozenset(
    {"SOURCE-COMPUTER", "OBJECT-COMPUTER", "SPECIAL-NAMES", "REPOSITORY", "FILE-CONTROL", "I-O-CONTROL"}
)
ENVIRONMENT_SECTIONS = frozenset({"CONFIGURATION", "INPUT-OUTPUT"})
DATA_SECTIONS = frozenset(
    {"FILE", "WORKING-STORAGE", "LOCAL-STORAGE", "LINKAGE", "COMMUNICATION", "REPORT", "SCREEN", "CONSTANT"}
)

# A verb, and the words of which one at least must stand in a whole statement; empty where any operands will do.
VERBS: dict[str, frozenset[str]] = {
    verb: frozenset(needs)
    for verb, *needs in (
        ("ACCEPT",),
        ("ADD", "TO", "GIVING", "CORRESPONDING", "CORR"),
        ("ALLOCATE",),
        ("ALTER", "TO"),
        ("CALL",),
        ("CANCEL",),
        ("CHAIN",),
        ("CLOSE",),
        ("COMMIT",),
        ("COMPUTE", "=", "EQUAL"),
        ("CONTINUE",),
        ("DELETE",),
        ("DISABLE",),
        ("DISPLAY",),
        ("DIVIDE", "INTO", "BY"),
        ("ENABLE",),
        ("ENTER",),
        ("ENTRY",),
        ("EVALUATE",),
        ("EXAMINE", "TALLYING", "REPLACING"),
        ("EXHIBIT",),
        ("EXIT",),
        ("FREE",),
        ("GENERATE",),
        ("GO",),
        ("GOBACK",),
        ("IF",),
        ("INITIALIZE",),
        ("INITIATE",),
        ("INSPECT", "TALLYING", "REPLACING", "CONVERTING"),
        ("INVOKE",),
        ("JSON",),
        ("MERGE", "KEY", "ASCENDING", "DESCENDING"),
        ("MOVE", "TO"),
        ("MULTIPLY", "BY"),
        ("NOTE",),
        ("OPEN", "INPUT", "OUTPUT", "I-O", "EXTEND"),
        ("PERFORM",),
        ("PURGE",),
        ("RAISE",),
        ("READ",),
        ("READY",),
        ("RECEIVE",),
        ("RELEASE",),
        ("RESET",),
        ("RESUME",),
        ("RETURN",),
        ("REWRITE",),
        ("ROLLBACK",),
        ("SEARCH",),
        ("SEEK",),
        ("SEND",),
        ("SERVICE",),
        ("SET", "TO", "UP", "DOWN", "ON", "OFF"),
        ("SORT",),
        ("START",),
        ("STOP",),
        ("STRING", "INTO"),
        ("SUBTRACT", "FROM"),
        ("SUPPRESS",),
        ("TERMINATE",),
        ("TRANSFORM", "CHARACTERS", "FROM"),
        ("UNLOCK",),
        ("UNSTRING", "INTO"),
        ("USE",),
        ("VALIDATE",),
        ("WRITE",),
        ("XML",),
    )
}

# Verbs of one dialect that are data names in another: a statement only where one may start.
SOFT_VERBS = frozenset(
    {"ALLOCATE", "CHAIN", "COMMIT", "DISABLE", "ENABLE", "ENTER", "EXAMINE", "EXHIBIT", "FREE", "JSON", "NOTE"}
    | {"PURGE", "RAISE", "READY", "RESET", "RESUME", "ROLLBACK", "SEEK", "SERVICE", "SUPPRESS", "TRANSFORM"}
    | {"UNLOCK", "VALIDATE", "XML", "SEND", "RECEIVE", "INVOKE"}
)

# Verbs of OS/VS COBOL that today's compilers no longer know.
OBSOLETE_VERBS = frozenset({"EXAMINE", "EXHIBIT", "NOTE", "TRANSFORM", "READY", "RESET", "SEEK", "ON", "ENTER"})

# Verbs whose text runs to the period, whatever stands in it.
TO_THE_PERIOD = frozenset({"NOTE", "USE", "ENTER"})

_SIZE = ("SIZE ERROR", "NOT SIZE ERROR")
_KEY = ("INVALID KEY", "NOT INVALID KEY")
_END = ("AT END", "NOT AT END")
_EXCEPTION = ("EXCEPTION", "NOT EXCEPTION")
_OVERFLOW = ("OVERFLOW", "NOT OVERFLOW")

# The branches that a statement may open, each once; WHEN may come again until WHEN OTHER.
BRANCHES: dict[str, tuple[str, ...]] = {
    "ACCEPT": _EXCEPTION,
    "ADD": _SIZE,
    "CALL": _EXCEPTION + _OVERFLOW,
    "COMPUTE": _SIZE,
    "DELETE": _KEY,
    "DISPLAY": _EXCEPTION,
    "DIVIDE": _SIZE,
    "EVALUATE": ("WHEN",),
    "IF": ("ELSE",),
    "INVOKE": _EXCEPTION,
    "JSON": _EXCEPTION,
    "MULTIPLY": _SIZE,
    "ON": ("ELSE",),
    "PERFORM": (),
    "READ": _END + _KEY,
    "RECEIVE": ("DATA", "NO DATA"),
    "RETURN": _END,
    "REWRITE": _KEY,
    "SEARCH": ("AT END", "WHEN"),
    "START": _KEY,
    "STRING": _OVERFLOW,
    "SUBTRACT": _SIZE,
    "UNSTRING": _OVERFLOW,
    "WRITE": (*_KEY, "END-OF-PAGE", "NOT END-OF-PAGE"),
    "XML": _EXCEPTION,
}

# What begins a branch, without the NOT, ON and AT before it.
PHRASES = {
    "DATA": "DATA",
    "END": "AT END",
    "END-OF-PAGE": "END-OF-PAGE",
    "EOP": "END-OF-PAGE",
    "EXCEPTION": "EXCEPTION",
    "INVALID": "INVALID KEY",
    "OVERFLOW": "OVERFLOW",
    "SIZE": "SIZE ERROR",
}

# END-IF and its kin, each with the verb it ends.
TERMINATORS = {f"END-{verb}": verb for verb in BRANCHES if verb != "ON"}

# Words that carry on an operand, so that no statement starts after them.
CONNECTIVES = frozenset(
    {"TO", "FROM", "BY", "INTO", "OF", "IN", "GIVING", "USING", "=", "(", "+", "-", "*", "/", "<", ">", "AND", "OR"}
    | {"UPON", "THAN", "EQUAL", "NOT", "IS", "WITH", "UNTIL", "VARYING", "THRU", "THROUGH", "RETURNING", "REFERENCE"}
    | {"VALUE", "CONTENT"}
)

# Clauses of a data entry; NAMING ones are followed by a name of the programmer's.
NAMING = frozenset(
    {"REDEFINES", "RENAMES", "THRU", "THROUGH", "ON", "BY", "IS", "OF", "IN", "KEY", "LIKE", "TYPE", "SUM", "SOURCE"}
    | {"USING", "FROM", "TO", "UPON", "DEPENDING", "INDEXED", "REFERENCE", "VALUE", "VALUES", "ARE", "AS", "POINTER"}
    | {"ASCENDING", "DESCENDING", "SAME", "FINAL", "GROUP", "LENGTH", "SIZE", "CAPACITY", "OCCURS"}
)
CLAUSES = NAMING | frozenset(
    {"PIC", "PICTURE", "USAGE", "COMP", "COMPUTATIONAL", "BINARY", "PACKED-DECIMAL", "DISPLAY", "DISPLAY-1", "INDEX"}
    | {f"COMP-{digit}" for digit in "12345679X"}
    | {f"COMPUTATIONAL-{digit}" for digit in "12345679X"}
    | {"COMP-N", "NATIONAL", "PROCEDURE-POINTER", "FUNCTION-POINTER", "OBJECT", "PROGRAM-POINTER", "POINTER-32"}
    | {"BINARY-CHAR", "BINARY-SHORT", "BINARY-LONG", "BINARY-DOUBLE", "FLOAT-SHORT", "FLOAT-LONG", "FLOAT-EXTENDED"}
    | {"SIGNED", "UNSIGNED", "SIGN", "LEADING", "TRAILING", "SEPARATE", "CHARACTER", "SYNC", "SYNCHRONIZED", "LEFT"}
    | {"RIGHT", "JUST", "JUSTIFIED", "BLANK", "WHEN", "ZERO", "ZEROS", "ZEROES", "SPACE", "SPACES", "HIGH-VALUE"}
    | {"HIGH-VALUES", "LOW-VALUE", "LOW-VALUES", "QUOTE", "QUOTES", "NULL", "NULLS", "ALL", "TIMES"}
    | {"EXTERNAL", "GLOBAL", "CONSTANT", "VOLATILE", "DYNAMIC", "ALIGNED", "TYPEDEF", "STRONG", "SQL"}
    | {"ANY", "NUMERIC", "FALSE", "SET", "GROUP-USAGE", "BIT", "UNBOUNDED", "ID", "PROPERTY", "DATE", "FORMAT"}
)
