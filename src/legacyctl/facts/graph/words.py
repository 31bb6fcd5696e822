"""Which languages share their rules, and which units of theirs are things of the estate."""

from __future__ import annotations

import re

SQL = frozenset(("sql", "plsql", "tsql", "oracle", "db2"))
JAVA = frozenset(("java", "groovy", "jsp", "scala", "kotlin"))
DOTNET = frozenset(("csharp", "c_sharp", "vbnet", "vb_dotnet", "vb-dotnet"))
VB = frozenset(("vb", "vb6", "vba"))
# Here a file is the thing that others refer to; its classes and functions lie inside it.
BY_FILE = frozenset(
    (
        *("c", "cpp", "php", "javascript", "typescript", "tsx", "perl", "bash", "ksh", "shell", "r"),
        *("html", "css", "jsp", "yaml", "xml", "xslt", "json"),
    )
)
# Upper and lower case are one in names.
FOLDED = frozenset(
    (
        *(
            "cobol",
            "jcl",
            "bms",
            "csd",
            "fortran",
            "pascal",
            "delphi",
            "ada",
            "rpg",
            "natural",
            "powerbuilder",
            "rexx",
            "pli",
        ),
        *("php",),
        *SQL,
        *VB,
        *("vbnet", "vb_dotnet", "vb-dotnet"),
    )
)
# A name that a compiler looks up in everything that is linked together.
GLOBAL_CALLS = frozenset(
    (
        *("c", "cpp", "php", "fortran", "perl", "bash", "ksh", "shell", "r", "rpg", "natural", "powerbuilder"),
        *("pascal", "delphi", "ada", "javascript", "typescript"),
        *VB,
    )
)

# Things of the estate, wherever they stand.
ALWAYS = frozenset(("job", "step", "proc", "program", "mapset", "map", "transaction"))
# Things of the estate unless they stand inside another one.
OUTERMOST = frozenset(
    (
        *(
            "class",
            "interface",
            "enum",
            "record",
            "annotation",
            "struct",
            "trait",
            "object",
            "form",
            "module",
            "package",
        ),
        *("type", "trigger", "view", "table", "library", "subsystem", "dataarea", "window", "menu", "datawindow"),
    )
)
# In SQL these are things too where they stand alone.
SQL_OUTERMOST = frozenset(("procedure", "function", "sequence", "synonym"))
# The body of a package or type belongs to what declares it.
_BODIES = {"body": "package", "package body": "package", "type body": "type"}
_QUOTES = re.compile(r"[\[\]\"`]")


def kind_of(kind: str, language: str) -> str:
    """Give the kind of node that a unit of this kind is."""
    return _BODIES.get(kind, kind) if language in SQL else kind


def is_scope(kind: str, language: str) -> bool:
    """Whether a unit is no node: a Java package, a namespace, the module that is the file itself."""
    whole_file = kind in {"module", "script"} and language in BY_FILE
    return whole_file or kind == "namespace" or (kind == "package" and language in JAVA)


def is_thing(kind: str, language: str, *, inside: bool) -> bool:
    """Whether a unit is a thing of the estate; `inside` says that it stands in another thing."""
    if kind in ALWAYS:
        return True
    if inside or language in BY_FILE:
        return False
    return kind in OUTERMOST or (language in SQL and kind in SQL_OUTERMOST)


def folded(name: str, language: str) -> str:
    """Give the name as its language compares it."""
    if language in SQL:
        name = _QUOTES.sub("", name)
    return name.upper() if language in FOLDED else name
