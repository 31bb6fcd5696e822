"""EXEC SQL, CICS and DLI blocks: the tables, files, programs and members that they name.

A plain reading of the clauses that name something; a statement that is built at
run time names nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from legacyctl.parse.cobol.columns import JOIN

_NAME = r"[A-Z_#@$][A-Z0-9_#@$.]*"
_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_FROM = re.compile(
    r"\bFROM (.+?)(?= (?:WHERE|ORDER|GROUP|HAVING|FOR|FETCH|UNION|WITH|SET|INNER|LEFT|RIGHT|JOIN)\b|\)|$)"
)
_JOINED = re.compile(rf"\bJOIN ({_NAME})")
_WRITTEN = re.compile(rf"\b(?:INSERT INTO|MERGE INTO|DELETE FROM|(?<!FOR )UPDATE(?! OF\b)|LOCK TABLE) ({_NAME})")
_DECLARED = re.compile(rf"\bDECLARE ({_NAME}) TABLE\b")
_INCLUDE = re.compile(r"\bSQL INCLUDE ([A-Z0-9_#@$.-]+)")
_PROGRAM = re.compile(r"\bPROGRAM ?\( ?(?:['\"]([^'\"]*)['\"]|([A-Z0-9-]+))")
_DATASET = re.compile(r"\b(?:FILE|DATASET) ?\( ?(?:['\"]([^'\"]*)['\"]|([A-Z0-9-]+))")
_NOT_A_TABLE = frozenset({"FINAL", "OLD", "NEW", "TABLE", "SYSIBM.SYSDUMMY1"})


class Named(NamedTuple):
    """Something that a block names: the mark's tag, the name, and its attributes."""

    tag: str
    name: str
    attributes: dict[str, str | int | bool]


def command(text: str) -> tuple[str, str]:
    """The two words behind EXEC: the language of the block and its command."""
    words = text.split(maxsplit=3)
    return (words[1] if len(words) > 1 else ""), (words[2] if len(words) > 2 else "")


def named(text: str) -> Iterator[Named]:
    """What an EXEC block (in upper case, END-EXEC included) names."""
    folded = " ".join(text.replace(JOIN, " ").split())
    language, verb = command(folded)
    if language == "SQL":
        yield from _sql(folded.removesuffix(" END-EXEC"), verb)
    elif language == "CICS":
        yield from _cics(folded, verb)


def _sql(text: str, verb: str) -> Iterator[Named]:
    if member := _INCLUDE.search(text):
        yield Named("include", member[1].rstrip("."), {"kind": "sql"})
        return
    bare = _LITERAL.sub("''", text)
    for table in dict.fromkeys(found[1] for found in _WRITTEN.finditer(bare)):
        yield Named("table", table, {"access": "write"})
    for table in dict.fromkeys(found[1] for found in _DECLARED.finditer(bare)):
        yield Named("table", table, {"access": "declare"})
    if verb != "FETCH":
        for table in dict.fromkeys(_read_tables(bare)):
            yield Named("table", table, {"access": "read"})


def _read_tables(text: str) -> Iterator[str]:
    """The tables behind FROM and JOIN; DELETE FROM was taken as a write."""
    for found in _FROM.finditer(text):
        if text[: found.start()].endswith("DELETE "):
            continue
        for part in found[1].split(","):
            words = part.split()
            if words and re.fullmatch(_NAME, words[0]) and words[0] not in _NOT_A_TABLE:
                yield words[0]
    for found in _JOINED.finditer(text):
        yield found[1]


def _cics(text: str, verb: str) -> Iterator[Named]:
    if verb in {"LINK", "XCTL"} and (program := _PROGRAM.search(text)):
        dynamic = program[1] is None
        yield Named("call", (program[2] if dynamic else program[1]).strip(), {"kind": verb.lower(), "dynamic": dynamic})
    elif data := _DATASET.search(text):
        dynamic = data[1] is None
        yield Named("file", (data[2] if dynamic else data[1]).strip(), {"kind": "cics", "dynamic": dynamic})
