"""Programs that a step runs through another one: under TSO, under IMS, from a parameter.

What IKJEFT01 runs stands in its SYSTSIN or PARM, what DFSRRC00 runs in its PARM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legacyctl.parse.jcl.operands import BLANK, parts, plain

TSO = frozenset(("IKJEFT01", "IKJEFT1A", "IKJEFT1B", "IKJTSOEV", "IRXJCL"))
TSO_INPUT = "SYSTSIN"
_IMS = frozenset(("DFSRRC00", "DFSRRC10"))
# Kinds of IMS region whose second word is an application program.
_IMS_REGIONS = frozenset(("DLI", "DBB", "BMP", "UDR", "ULU", "JBP", "JMP", "MPP"))
_FLAGS = re.IGNORECASE | re.ASCII
_RUN = re.compile(r"\bRUN\s+PROG(?:RAM)?\s*\(\s*([^\s()]+)\s*\)", _FLAGS)
_CALL = re.compile(r"\s*CALL\s+(?:'[^'()]*\(([^'()]+)\)'|[^\s'()]*\(([^'()]+)\))", _FLAGS)
_EXEC = re.compile(r"\s*EX(?:EC)?\s+'[^'()]*\(([^'()]+)\)'", _FLAGS)
_ISPF = re.compile(r"\s*ISPSTART\s+(?:PGM|CMD)\s*\(\s*%?([^\s()]+)", _FLAGS)


def run_by_tso(text: str) -> Iterator[str]:
    """Give the programs in commands of TSO; a line that ends in `-` or `+` goes on."""
    for command in _commands(text):
        yield from _RUN.findall(command)
        for pattern in (_CALL, _EXEC, _ISPF):
            found = pattern.match(command)
            if found:
                yield next(filter(None, found.groups()), "").strip(BLANK)


def run_by_parameter(program: str, parm: str) -> Iterator[str]:
    """Give the programs that a program starts because its PARM says so."""
    words = [plain(word).strip(BLANK) for word in parts(plain(parm))]
    if program in _IMS and len(words) > 1 and words[0].upper() in _IMS_REGIONS and words[1]:
        yield words[1]
    if program in TSO:
        yield from run_by_tso(plain(parm))


def _commands(text: str) -> Iterator[str]:
    """Join the lines of a command, without the sequence numbers in columns 73-80."""
    command: list[str] = []
    for line in text.split("\n"):
        body = (line[:72] if line[72:80].isdigit() else line).rstrip(BLANK)
        goes_on = body.endswith(("-", "+"))
        command.append(body[:-1] if goes_on else body)
        if not goes_on:
            yield " ".join(command)
            command = []
    if command:
        yield " ".join(command)
