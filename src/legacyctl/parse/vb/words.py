"""The words of Visual Basic that the reader has to know."""

from __future__ import annotations

MODIFIERS = frozenset(("PUBLIC", "PRIVATE", "FRIEND", "STATIC", "GLOBAL", "DEFAULT"))
PROCEDURES = {"SUB": "procedure", "FUNCTION": "function", "PROPERTY": "property"}
ACCESSORS = frozenset(("GET", "LET", "SET"))
# Units that hold members, and the kind that they get.
TYPES = {"TYPE": "type", "ENUM": "enum", "CLASS": "class"}
# What END closes, and what the other closing words close.
CLOSED_BY_END = frozenset((*PROCEDURES, *TYPES, "IF", "SELECT", "WITH"))
CLOSERS = {"NEXT": "FOR", "WEND": "WHILE", "LOOP": "DO"}
DECLARES = frozenset(("DIM", "CONST", "REDIM", "EVENT", "WITHEVENTS"))
JUMPS = frozenset(("GOTO", "GOSUB", "RESUME", "RETURN"))
CONDITIONED = frozenset(("IF", "ELSEIF", "WHILE", "DO", "LOOP"))
BOOLEANS = {"AND": "and", "OR": "or", "ANDALSO": "and", "ORELSE": "or"}
CREATORS = frozenset(("CREATEOBJECT", "GETOBJECT"))
# Statements that are no call of a procedure.
STATEMENTS = frozenset(
    (
        *("APPACTIVATE", "ATTRIBUTE", "BEEP", "CASE", "CHDIR", "CHDRIVE", "CIRCLE", "CLOSE", "CLS", "DATE", "DEBUG"),
        *("DEFBOOL", "DEFBYTE", "DEFCUR", "DEFDATE", "DEFDBL", "DEFINT", "DEFLNG", "DEFOBJ", "DEFSNG", "DEFSTR"),
        *("DEFVAR", "DELETESETTING", "DOEVENTS", "ELSE", "END", "ERASE", "ERR", "ERROR", "EXECUTE", "EXIT"),
        *("FILECOPY", "GET", "IMPLEMENTS", "INPUT", "KILL", "LET", "LINE", "LOAD", "LOCK", "LSET", "MID", "MIDB"),
        *("MKDIR", "MSGBOX", "NAME", "ON", "OPEN", "OPTION", "PRINT", "PSET", "PUT", "RAISEEVENT", "RANDOMIZE"),
        *("REM", "RESET", "RMDIR", "RSET", "SAVEPICTURE", "SAVESETTING", "SEEK", "SELECT", "SENDKEYS", "SET"),
        *("SETATTR", "SHELL", "STOP", "TIME", "UNLOAD", "UNLOCK", "WIDTH", "WITH", "WRITE", "OBJECT"),
    )
)
# Words of an expression before a bracket that are no call, and functions of the language itself.
NO_CALL = frozenset(
    (
        *("AND", "AS", "BYREF", "BYVAL", "CASE", "EACH", "ELSE", "ELSEIF", "EQV", "FOR", "IF", "IMP", "IN", "IS"),
        *("LIKE", "LOOP", "ME", "MOD", "NEW", "NOT", "OF", "OR", "PRESERVE", "RETURN", "STEP", "THEN", "TO", "TYPEOF"),
        *(
            "UNTIL",
            "WEND",
            "WHILE",
            "XOR",
            "OUTPUT",
            "APPEND",
            "BINARY",
            "RANDOM",
            "ANDALSO",
            "ORELSE",
            "TRUE",
            "FALSE",
        ),
        *("ABS", "ADDRESSOF", "ARRAY", "ASC", "ASCB", "ASCW", "ATN", "CALLBYNAME", "CBOOL", "CBYTE", "CCUR", "CDATE"),
        *("CDBL", "CDEC", "CHOOSE", "CHR", "CHRB", "CHRW", "CINT", "CLNG", "CLNGLNG", "CLNGPTR", "COMMAND", "COS"),
        *("CREATEOBJECT", "CSNG", "CSTR", "CURDIR", "CVAR", "CVERR", "DATEADD", "DATEDIFF", "DATEPART", "DATESERIAL"),
        *("DATEVALUE", "DAY", "DIR", "ENVIRON", "EOF", "EXP", "FILEATTR", "FILEDATETIME", "FILELEN", "FILTER", "FIX"),
        *("FORMAT", "FORMATCURRENCY", "FORMATDATETIME", "FORMATNUMBER", "FORMATPERCENT", "FREEFILE", "GETATTR"),
        *("GETOBJECT", "GETSETTING", "HEX", "HOUR", "IIF", "INPUTB", "INPUTBOX", "INSTR", "INSTRB", "INSTRREV", "INT"),
        *("ISARRAY", "ISDATE", "ISEMPTY", "ISERROR", "ISMISSING", "ISNULL", "ISNUMERIC", "ISOBJECT", "JOIN", "LBOUND"),
        *("LCASE", "LEFT", "LEFTB", "LEN", "LENB", "LOADPICTURE", "LOADRESDATA", "LOADRESPICTURE", "LOADRESSTRING"),
        *("LOC", "LOF", "LOG", "LTRIM", "MINUTE", "MONTH", "MONTHNAME", "NOW", "OBJPTR", "OCT", "PARTITION", "QBCOLOR"),
        *(
            "REPLACE",
            "RGB",
            "RIGHT",
            "RIGHTB",
            "RND",
            "ROUND",
            "RTRIM",
            "SECOND",
            "SGN",
            "SIN",
            "SPACE",
            "SPC",
            "SPLIT",
        ),
        *("SQR", "STR", "STRCOMP", "STRCONV", "STRING", "STRPTR", "STRREVERSE", "SWITCH", "TAB", "TAN", "TIMER"),
        *("TIMESERIAL", "TIMEVALUE", "TRIM", "TYPENAME", "UBOUND", "UCASE", "VAL", "VARPTR", "VARTYPE", "WEEKDAY"),
        *("WEEKDAYNAME", "YEAR", *STATEMENTS),
    )
)
