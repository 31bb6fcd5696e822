"""What every codemod promises: idempotent, byte for byte where nothing applies, lazily loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from legacyctl.codemods import CODEMODS, rewrite
from legacyctl.errors import UsageError
from legacyctl.model import SourceFile

from .conftest import source, task

COBOL_HEAD = b"""\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PROEF.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  A PIC 9.
       PROCEDURE DIVISION.
       MAIN.
"""
PYTHON = (b"print 1\nx = d.keys()\nx.sort()\nimport urllib2\n", b"print(1)\nx = sorted(d.keys())\n")
SCOPE = (
    COBOL_HEAD + b"           IF A = 1 DISPLAY 'A'.\n           STOP RUN.\n",
    COBOL_HEAD + b"           IF A = 1\n             DISPLAY 'A'\n           END-IF.\n           STOP RUN.\n",
)
SENTENCE = (
    COBOL_HEAD + b"           IF A = 1 NEXT SENTENCE ELSE DISPLAY 'A'.\n           STOP RUN.\n",
    COBOL_HEAD + b"           IF A = 1 CONTINUE ELSE DISPLAY 'A' END-IF.\n           STOP RUN.\n",
)
# An old and a clean text for every codemod; a new codemod fails here until it has a pair.
SAMPLES = {"python2to3": PYTHON, "cobol-scope-terminators": SCOPE, "cobol-next-sentence": SENTENCE}


def sample(codemod: str, data: bytes) -> SourceFile:
    if codemod == "python2to3":
        return source(data)
    return SourceFile("src/PROEF.cbl", "cobol", "utf-8", "\n", data, len(data))


def test_every_codemod_has_a_sample():
    assert sorted(SAMPLES) == sorted(CODEMODS)


def test_the_table_is_sorted():
    assert list(CODEMODS) == sorted(CODEMODS)


@pytest.mark.parametrize("codemod", CODEMODS)
def test_changes_what_is_old(codemod):
    patch = rewrite(sample(codemod, SAMPLES[codemod][0]), task(codemod))
    assert not patch.empty
    assert patch.origin == f"codemod:{codemod}"


@pytest.mark.parametrize("codemod", CODEMODS)
def test_second_run_changes_nothing(codemod):
    after = rewrite(sample(codemod, SAMPLES[codemod][0]), task(codemod)).changes[0].after
    assert rewrite(sample(codemod, after), task(codemod)).empty


@pytest.mark.parametrize("codemod", CODEMODS)
@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe\x00"], ids=["empty", "one line end", "no text"])
def test_what_holds_no_code_is_left_alone(codemod, data):
    assert rewrite(sample(codemod, data), task(codemod)).empty


@pytest.mark.parametrize("codemod", CODEMODS)
def test_clean_input_comes_back_byte_for_byte(codemod):
    data = SAMPLES[codemod][1]
    patch = rewrite(sample(codemod, data), task(codemod))
    assert [(change.before, change.after) for change in patch.changes] in ([], [(data, data)])


def test_unknown_codemod_names_the_known_ones():
    with pytest.raises(UsageError, match="no codemod 'cobol2python'") as caught:
        rewrite(source(b""), task("cobol2python"))
    assert "python2to3" in caught.value.way_out


def test_the_table_loads_no_library():
    code = "import sys, legacyctl.codemods; print(sorted({'libcst', 'fissix', 'tree_sitter'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
