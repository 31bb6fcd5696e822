"""COBOL: GnuCOBOL's syntax check, in the dialect and layout in which it has least to say.

A copybook is no program: it is checked inside the programs that copy it.
GnuCOBOL knows no EXEC CICS, SQL or DLI: these are blanked, so that the rest can
be checked; what only their preprocessors define is unresolved before and after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path, PurePosixPath

from legacyctl.verify.compilers.base import Compiler, Diagnosis, Job, call, messages
from legacyctl.verify.sandbox import Box

ERROR = re.compile(r"^(?P<file>[^:\n]+):(?:\d+:)? (?:fatal )?error: (?P<error>.*)$", re.MULTILINE)
# It reads on past these; past a syntax error it only guesses where the next sentence starts.
UNRESOLVED = re.compile(r"is not defined|No such file or directory|PICTURE clause required for")
EXEC = re.compile(rb"\bEXEC(?:UTE)?\s+(?:CICS|SQL|DLI)\b.*?\bEND-EXEC\b(\s*\.)?", re.IGNORECASE | re.DOTALL)
RESPONSE = re.compile(rb"\bDFH(?:RESP|VALUE)\s*\([ \w-]*\)", re.IGNORECASE)  # a number, once CICS translated it
PROCEDURE = re.compile(rb"^.{0,20}PROCEDURE\s+DIVISION", re.IGNORECASE | re.MULTILINE)
PROGRAMS = (".cbl", ".cob", ".cobol")
COPY_OF = rb"\bCOPY\s+['\"]?%b\b"
MOST_USERS = 10  # programs in which a copybook is checked
COPYBOOKS = (".cpy", ".cbk", ".copy")
COMMAND = ("cobc", "-fsyntax-only", "-fmax-errors=1000", "-ext", "cpy", "-ext", "CPY")
DIALECTS = tuple((standard, layout) for layout in ("-fixed", "-free") for standard in ("-std=default", "-std=ibm"))


def _ask(job: Job, made: Box) -> Diagnosis:
    """Check the program, or for a copybook every program that copies it; put together what is said of each."""
    programs = users(job, made) if _is_copybook(job.path) else [job.path]
    if not programs:
        return Diagnosis(syntax=frozenset({"no program copies this copybook"}))
    answers = [_in_best_dialect(job, made, program) for program in programs]
    syntax, others = zip(*((said.syntax, said.others) for said in answers), strict=True)
    return Diagnosis(frozenset().union(*syntax), frozenset().union(*others))


def _in_best_dialect(job: Job, made: Box, program: str) -> Diagnosis:
    """Ask in one dialect after the other until one has nothing to say; give the one with least to say."""
    path = made.tree / program
    checked = made.tmp / path.name
    checked.write_bytes(without_exec(_bytes(path)))
    answers: list[Diagnosis] = []
    for dialect in DIALECTS:
        answers.append(_in_dialect(job, made, (*dialect, str(checked))))
        if answers[-1].clean:
            break
    return min(answers, key=lambda said: (len(said.syntax), len(said.others)))


def without_exec(data: bytes) -> bytes:
    """Put CONTINUE in the place of embedded statements and blanks in that of declarations; every line stays."""
    found = PROCEDURE.search(data)
    code = found.start() if found else len(data)

    def blank(block: re.Match[bytes]) -> bytes:
        empty = re.sub(rb"[^\r\n]", b" ", block[0])
        if block.start() < code:
            return empty
        end = b"." if block[1] else b" "
        return b"CONTINUE" + end + empty[len(b"CONTINUE.") :]

    return RESPONSE.sub(lambda word: b"0".ljust(len(word[0])), EXEC.sub(blank, data))


def _in_dialect(job: Job, made: Box, dialect_and_program: Sequence[str]) -> Diagnosis:
    folders = [option for folder in copybook_folders(job, made) for option in ("-I", folder)]
    errors = messages(ERROR, call((*COMMAND, *folders, *dialect_and_program), made, job.root))
    others = frozenset(error for error in errors if UNRESOLVED.search(error))
    return Diagnosis(errors - others, others)


def users(job: Job, made: Box) -> list[str]:
    """Give the first MOST_USERS programs that copy the copybook of a job, as they are in the scratch folder or tree."""
    copied = COPY_OF % re.escape(PurePosixPath(job.path).stem.encode())
    found = re.compile(copied, re.IGNORECASE)
    programs = (folder / name for folder, names in job.folders for name in names if name.lower().endswith(PROGRAMS))
    laid = (made.tree / path.relative_to(job.root) for path in programs)
    paths = (path if path.is_file() else job.root / path.relative_to(made.tree) for path in laid)
    return list(islice((str(path) for path in paths if found.search(_bytes(path))), MOST_USERS))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def copybook_folders(job: Job, made: Box) -> list[str]:
    """Give where copybooks lie: as configured, beside the program, in any folder with some; a changed one first."""
    found = [folder.relative_to(job.root) for folder, names in job.folders if any(map(_is_copybook, names))]
    names = [*job.copybooks, job.path.rpartition("/")[0] or ".", *map(str, found)]
    return list(dict.fromkeys(str(base / name) for name in names for base in (made.tree, job.root)))


def _is_copybook(name: str) -> bool:
    return name.lower().endswith(COPYBOOKS)


COBC = Compiler("cobc", "cobc", ("--version",), _ask)
