"""How the tests of the COBOL codemods make a program, rewrite it, compile it and run it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from legacyctl.codemods import rewrite
from legacyctl.model import Grade, Patch, SourceFile, Task
from legacyctl.source import working_bytes

SCOPE, SENTENCE = "cobol-scope-terminators", "cobol-next-sentence"
HEAD = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PROEF.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  A PIC 9 VALUE 1.
       01  B PIC 9 VALUE 2.
       01  N PIC 999 VALUE 0.
       PROCEDURE DIVISION.
       MAIN-LINE.
"""
needs_cobc = pytest.mark.skipif(shutil.which("cobc") is None, reason="cobc is not installed")


def patch_of(data: bytes, codemod: str, encoding: str = "utf-8", newline: str = "\n") -> Patch:
    file = SourceFile("src/PROEF.cbl", "cobol", encoding, newline, data, len(data))
    task = Task("t-1", "to COBOL 2002", file.path, "cobol", (), (), Grade.E1, codemod=codemod)
    return rewrite(file, task)


def rewritten(text: str, codemod: str) -> str:
    """The text after the codemod, which must give the same when it runs again."""
    after = patch_of(text.encode(), codemod).changes[0].after
    assert patch_of(after, codemod).changes[0].after == after
    return after.decode()


def body(lines: str, codemod: str) -> str:
    """The lines of a paragraph after the codemod; the rest of the program must stay."""
    after = rewritten(HEAD + lines, codemod)
    assert after.startswith(HEAD)
    return after.removeprefix(HEAD)


def notes(lines: str, codemod: str) -> list[str]:
    """The reasons of the notes, for a program that must stay as it is."""
    patch = patch_of((HEAD + lines).encode(), codemod)
    assert patch.empty
    return [note.rpartition(": ")[2] for note in patch.notes]


def latin(data: bytes, encoding: str) -> str:
    """Bytes of any encoding as text, line feeds at the line ends."""
    return working_bytes(SourceFile("a", "cobol", encoding, "\n", data, len(data))).decode("latin-1")


def run(text: str, folder: Path, *options: str) -> str:
    """Compile a program with GnuCOBOL, run it and give what it displays."""
    folder.mkdir(exist_ok=True)
    (folder / "proef.cbl").write_text(text)
    compiler = ["cobc", "-x", "-O0", *options, "-o", "proef", "proef.cbl"]
    made = subprocess.run(compiler, cwd=folder, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return subprocess.run(["./proef"], cwd=folder, capture_output=True, text=True, check=True, timeout=60).stdout
