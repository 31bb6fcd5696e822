"""EXEC SQL, CICS and DLI blocks: the tables, files, programs, maps and members that they name."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from legacyctl.parse.cobol.columns import JOIN

Facts = dict[str, str | int | bool]

_ARGUMENT = r" ?\( ?(?:['\"]([^'\"]*)['\"]|([A-Z0-9@#$-]+))"
_OPTIONS: Mapping[str, re.Pattern[str]] = {
    option: re.compile(rf"\b{words}{_ARGUMENT}")
    for option, words in (
        ("PROGRAM", "PROGRAM"),
        ("TRANSID", "TRANSID"),
        ("MAP", "MAP"),
        ("MAPSET", "MAPSET"),
        ("FILE", "(?:FILE|DATASET)"),
    )
}
_CALLS = {
    "LINK": ("PROGRAM", "link"),
    "XCTL": ("PROGRAM", "xctl"),
    "START": ("TRANSID", "start"),
    "RUN": ("TRANSID", "start"),
    "RETURN": ("TRANSID", "transid"),
}
_ACCESS = {
    **dict.fromkeys(("READ", "READNEXT", "READPREV", "STARTBR", "RESETBR", "ENDBR"), "read"),
    **dict.fromkeys(("WRITE", "DELETE"), "write"),
    "REWRITE": "update",
}
_SQL = re.compile(r"\s*+EXEC(?>(?:UTE)?)\s++SQL\s++(?>(?:AT\s++\S++\s++)?)(.*?)(?:\s*END-EXEC)?\Z", re.DOTALL)
_INCLUDE = re.compile(r"INCLUDE\s++([A-Z0-9_#@$.-]++)")
_INDIRECT = re.compile(
    r"(?:CALL\s++:\s*+([A-Z0-9_-]++)|EXECUTE\s++IMMEDIATE\s++(?::\s*+([A-Z0-9_-]++))?|PREPARE\s++\S++\s++(?:INTO\s++\S++\s++)?"
    r"FROM\s++(?::\s*+([A-Z0-9_-]++))?)"
)

Tables = Callable[[str, str], list[tuple[str, str]]]
Calls = Callable[[str], list[str]]
Value = Callable[[str], str]


def _unknown(_name: str) -> str:
    """Give the literal that an item holds where nothing is known of items."""
    return ""


class Named(NamedTuple):
    """Something that a block names: the mark's tag, the name, and its attributes."""

    tag: str
    name: str
    attributes: Facts


def command(text: str) -> tuple[str, str]:
    """The two words behind EXEC: the language of the block and its command."""
    words = text.split(maxsplit=3)
    return (words[1] if len(words) > 1 else ""), (words[2] if len(words) > 2 else "")


def named(text: str, value: Value = _unknown) -> Iterator[Named]:
    """What an EXEC block (in upper case, END-EXEC included) names; `value` gives the literal of a constant, or ""."""
    text = text.replace(JOIN, " ")
    language, verb = command(text)
    if language == "SQL":
        yield from _sql(text, verb)
    elif language == "CICS":
        yield from _cics(" ".join(text.split()), verb, value)


@cache
def _reader() -> tuple[Tables, Calls]:
    """The reader of SQL, loaded with the first block that needs it."""
    module = importlib.import_module("legacyctl.parse.sql.tables")
    return module.tables, module.calls


def _sql(text: str, verb: str) -> Iterator[Named]:
    found = _SQL.match(text)
    body = found[1] if found else ""
    if member := _INCLUDE.match(body):
        yield Named("include", member[1].rstrip("."), {"kind": "sql"})
        return
    tables, calls = _reader()
    for name, access in tables(body, "db2") if verb != "FETCH" else ():
        yield Named("table", name, {"kind": "sql", "access": access})
    if indirect := _INDIRECT.match(body):
        yield Named("call", next(filter(None, indirect.groups()), ""), {"kind": "sql", "dynamic": True})
    elif verb == "CALL":
        yield from (Named("call", name, {"kind": "sql"}) for name in calls(body))


def _cics(text: str, verb: str, value: Value) -> Iterator[Named]:
    option, kind = _CALLS.get(verb, ("", ""))
    if option:
        name, dynamic = _argument(text, option, value)
        if name:
            yield Named("call", name, {"kind": kind, "dynamic": dynamic})
    elif verb in {"SEND", "RECEIVE"}:
        yield from _map(text, value)
    else:
        name, dynamic = _argument(text, "FILE", value)
        if name:
            access = "update" if verb == "READ" and " UPDATE" in text else _ACCESS.get(verb, "")
            yield Named("file", name, {"kind": "cics", "dynamic": dynamic, "access": access})


def _map(text: str, value: Value) -> Iterator[Named]:
    """SEND MAP and RECEIVE MAP: the map within its set, which has the name of the map where none is said."""
    name, dynamic = _argument(text, "MAP", value)
    within, unknown = _argument(text, "MAPSET", value)
    if name:
        whole = f"{within}.{name}" if within else name
        yield Named("include", whole, {"kind": "map", "dynamic": dynamic or unknown})


def _argument(text: str, option: str, value: Value) -> tuple[str, bool]:
    """What an option names, and whether only the run tells."""
    found = _OPTIONS[option].search(text)
    if not found:
        return "", False
    if found[1] is not None:
        return found[1].strip(), False
    constant = value(found[2])
    return constant or found[2], not constant
