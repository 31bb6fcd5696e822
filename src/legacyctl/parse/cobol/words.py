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
        ("BIND",),
        ("CALL",),
        ("CANCEL",),
        ("CHAIN",),
        ("CLOSE",),
        ("COMMIT",),
        ("COMPUTE", "=", "EQUAL"),
        ("CONNECT",),
        ("CONTINUE",),
        ("DELETE",),
        ("DESTROY",),
        ("DISABLE",),
        ("DISCONNECT",),
        ("DISPLAY",),
        ("DIVIDE", "INTO", "BY"),
        ("ENABLE",),
        ("ENTER",),
        ("ENTRY",),
        ("ERASE",),
        ("EVALUATE",),
        ("EXAMINE", "TALLYING", "REPLACING"),
        ("EXHIBIT",),
        ("EXIT",),
        ("FIND",),
        ("FINISH",),
        ("FREE",),
        ("GET",),
        ("GENERATE",),
        ("GO",),
        ("GOBACK",),
        ("IF",),
        ("INITIALIZE",),
        ("INITIALISE",),
        ("INITIATE",),
        ("INQUIRE",),
        ("INSPECT", "TALLYING", "REPLACING", "CONVERTING"),
        ("INVOKE",),
        ("JSON",),
        ("KEEP",),
        ("MERGE", "KEY", "ASCENDING", "DESCENDING"),
        ("MODIFY",),
        ("MOVE", "TO"),
        ("MULTIPLY", "BY"),
        ("NOTE",),
        ("OBTAIN",),
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
        ("STORE",),
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

# Verbs of IDMS, which read and write a network database.
DATABASE_VERBS = frozenset(
    {"BIND", "CONNECT", "DISCONNECT", "ERASE", "FIND", "FINISH", "GET", "KEEP", "MODIFY", "OBTAIN", "STORE"}
)

# Verbs of one dialect that are data names in another: a statement only where one may start.
SOFT_VERBS = DATABASE_VERBS | frozenset(
    {"ALLOCATE", "CHAIN", "COMMIT", "DISABLE", "ENABLE", "ENTER", "EXAMINE", "EXHIBIT", "FREE", "JSON", "NOTE"}
    | {"PURGE", "RAISE", "READY", "RESET", "RESUME", "ROLLBACK", "SEEK", "SERVICE", "SUPPRESS", "TRANSFORM"}
    | {"UNLOCK", "VALIDATE", "XML", "SEND", "RECEIVE", "INVOKE", "DESTROY", "INITIALISE", "INQUIRE"}
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
    | {"ASCENDING", "DESCENDING", "SAME", "FINAL", "GROUP", "LENGTH", "SIZE", "CAPACITY", "OCCURS", "USAGE", "LIMIT"}
)
CLAUSES = NAMING | frozenset(
    {"PIC", "PICTURE", "COMP", "COMPUTATIONAL", "BINARY", "PACKED-DECIMAL", "DISPLAY", "DISPLAY-1", "INDEX"}
    | {f"COMP-{digit}" for digit in "0123456789NX"}
    | {f"COMPUTATIONAL-{digit}" for digit in "0123456789NX"}
    | {"COMP-10", "COMP-15", "NATIONAL", "PROCEDURE-POINTER", "FUNCTION-POINTER", "OBJECT", "PROGRAM-POINTER"}
    | {"POINTER-32", "BINARY-CHAR", "BINARY-SHORT", "BINARY-LONG", "BINARY-DOUBLE", "BINARY-INT", "BINARY-C-LONG"}
    | {"BINARY-LONG-LONG", "FLOAT-SHORT", "FLOAT-LONG", "FLOAT-EXTENDED", "FLOAT-BINARY-32", "FLOAT-BINARY-64"}
    | {"FLOAT-BINARY-128", "FLOAT-DECIMAL-7", "FLOAT-DECIMAL-16", "FLOAT-DECIMAL-34", "FLOAT", "DOUBLE", "STRING"}
    | {"SIGNED", "UNSIGNED", "SIGN", "LEADING", "TRAILING", "SEPARATE", "CHARACTER", "SYNC", "SYNCHRONIZED", "LEFT"}
    | {"SIGNED-INT", "SIGNED-SHORT", "SIGNED-LONG", "UNSIGNED-INT", "UNSIGNED-SHORT", "UNSIGNED-LONG", "HANDLE"}
    | {"RIGHT", "JUST", "JUSTIFIED", "BLANK", "WHEN", "ZERO", "ZEROS", "ZEROES", "SPACE", "SPACES", "HIGH-VALUE"}
    | {"HIGH-VALUES", "LOW-VALUE", "LOW-VALUES", "QUOTE", "QUOTES", "NULL", "NULLS", "ALL", "TIMES", "TABLE"}
    | {"EXTERNAL", "GLOBAL", "CONSTANT", "VOLATILE", "DYNAMIC", "ALIGNED", "TYPEDEF", "STRONG", "SQL", "BASED"}
    | {"ANY", "NUMERIC", "FALSE", "SET", "GROUP-USAGE", "BIT", "UNBOUNDED", "ID", "PROPERTY", "DATE", "FORMAT"}
    | {"PREFIXED", "SYMBOL", "INITIALIZED", "SYNCHRONISED", "CHARACTERS", "SQLSTATE"}
)

# Clauses of a screen, a report group and a communication description beyond those.
SCREEN_CLAUSES = frozenset(
    {"LINE", "LINES", "COL", "COLS", "COLUMN", "COLUMNS", "NUMBER", "PLUS", "MINUS", "SCREEN", "BELL", "BEEP", "BLINK"}
    | {"HIGHLIGHT", "LOWLIGHT", "REVERSE-VIDEO", "REVERSE", "REVERSED", "UNDERLINE", "UNDERLINED", "OVERLINE"}
    | {"FOREGROUND-COLOR", "BACKGROUND-COLOR", "FOREGROUND-COLOUR", "BACKGROUND-COLOUR", "COLOR", "COLOUR", "FULL"}
    | {"REQUIRED", "SECURE", "AUTO", "AUTO-SKIP", "AUTOTERMINATE", "PROMPT", "ERASE", "EOL", "EOS", "LEFTLINE", "GRID"}
    | {"NO-ECHO", "UPDATE", "EMPTY-CHECK", "LENGTH-CHECK", "ZERO-FILL", "CONTROL", "HIGH", "LOW", "STANDARD", "END"}
    | {"NO", "ECHO", "INITIAL", "SCROLL", "TAB", "UPPER", "LOWER", "CURSOR", "REMAINDER", "BOLD", "PROTECTED"}
)
REPORT_CLAUSES = SCREEN_CLAUSES | frozenset(
    {"REPORT", "HEADING", "FOOTING", "PAGE", "DETAIL", "RH", "RF", "PH", "PF", "CH", "CF", "DE", "NEXT", "INDICATE"}
    | {"RESET", "PRESENT", "AFTER", "BEFORE", "FUNCTION", "OR", "AND", "NOT", "SUPPRESS", "NEW", "FIRST", "LAST"}
    | {"STEP", "ROUNDED", "MODE", "VARYING", "CENTER", "UNLESS", "EVERY"}
)

# Clauses of FD, SD, RD and CD entries.
FILE_CLAUSES = frozenset(
    {"BLOCK", "CONTAINS", "RECORDS", "RECORD", "CHARACTERS", "VARYING", "LABEL", "STANDARD", "OMITTED", "OF", "DATA"}
    | {"LINAGE", "LINES", "LINE", "WITH", "FOOTING", "AT", "TOP", "BOTTOM", "CODE-SET", "REPORT", "REPORTS", "MODE"}
    | {"RECORDING", "EXTERNAL", "GLOBAL", "CONTROL", "CONTROLS", "PAGE", "LIMIT", "LIMITS", "HEADING", "FIRST", "LAST"}
    | {"DETAIL", "CODE", "FOR", "INITIAL", "INPUT", "OUTPUT", "I-O", "SYMBOLIC", "QUEUE", "SUB-QUEUE-1", "SUB-QUEUE-2"}
    | {"SUB-QUEUE-3", "MESSAGE", "TIME", "SOURCE", "TEXT", "LENGTH", "END", "KEY", "STATUS", "COUNT", "DESTINATION"}
    | {"TABLE", "OCCURS", "TIMES", "INDEXED", "ERROR", "TERMINAL", "NAME", "FILE-ID", "IDENTIFICATION", "AREAS", "F"}
    | {"V", "U", "S", "FIXED", "VARIABLE", "SIZE", "DEPENDING", "COLUMNS", "FILE", "ID", "OFF", "RESERVE", "TYPE"}
)

# Words with which a copybook may start that goes on in the middle of an entry.
FRAGMENT_STARTS = frozenset(
    {"VALUE", "VALUES", "USAGE", "OCCURS", "REDEFINES", "COMP", "COMP-3", "BINARY", "LABEL", "BLOCK", "RECORD"}
    | {"RECORDING", "DATA", "LINAGE", "CODE-SET", "REPORT", "REPORTS", "SAME", "RERUN", "MULTIPLE", "APPLY"}
    | {"DECIMAL-POINT", "CURRENCY", "ALPHABET", "SYMBOLIC", "CONSOLE", "CRT", "FUNCTION"}
)
FRAGMENT_CLAUSES = (
    CLAUSES
    | FILE_CLAUSES
    | FRAGMENT_STARTS
    | {"AREA", "SORT", "SORT-MERGE", "COMMA", "EVERY", "TAPE", "STATUS", "POSITION", "CLASS", "INTRINSIC"}
)
