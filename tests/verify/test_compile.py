"""What a compiler says after a change is held against what it said before; never a pass without a compiler."""

import shutil
import sys

import pytest

from legacyctl.model import FileChange, Grade, Outcome, Patch, Task
from legacyctl.verify.case import Case, Session
from legacyctl.verify.compile import compare, judge
from legacyctl.verify.compilers import COMPILERS, Compiler, Diagnosis
from legacyctl.verify.compilers.base import Job, survey
from legacyctl.verify.compilers.cobol import without_exec
from legacyctl.verify.compilers.java import source_roots
from verify.harness import context, put

FINE = Diagnosis()
SYNTAX, OTHER = Diagnosis(frozenset({"s"})), Diagnosis(frozenset(), frozenset({"o"}))
BOTH = Diagnosis(frozenset({"s"}), frozenset({"o"}))
COBOL = """
       IDENTIFICATION DIVISION.
       PROGRAM-ID. TOESLAG.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01 WS-A PIC 9(3).
       PROCEDURE DIVISION.
       BEGIN-PAR.
           MOVE 1 TO WS-A.
           STOP RUN.
"""


def judged(root, language: str, path: str, before: str, after: str, **more):
    put(root, path, before.encode())
    task = Task("t-1", "Test", path, language, (), (), Grade.E1)
    change = FileChange(path, before.encode(), after.encode())
    case = Case(context(root, task, **more), Patch("t-1", (change,), "codemod:test"), change)
    return judge(case)


def needs(program: str) -> None:
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        pytest.param(FINE, FINE, Outcome.PASS, id="clean"),
        pytest.param(SYNTAX, FINE, Outcome.PASS, id="mended"),
        pytest.param(OTHER, OTHER, Outcome.PASS, id="same-unresolved"),
        pytest.param(OTHER, FINE, Outcome.PASS, id="resolved"),
        pytest.param(FINE, SYNTAX, Outcome.FAIL, id="new-syntax"),
        pytest.param(FINE, OTHER, Outcome.FAIL, id="new-unresolved"),
        pytest.param(OTHER, BOTH, Outcome.FAIL, id="unresolved-and-new-syntax"),
        pytest.param(SYNTAX, Diagnosis(frozenset({"t"})), Outcome.FAIL, id="other-syntax"),
        pytest.param(SYNTAX, SYNTAX, Outcome.UNKNOWN, id="stopped-both-times"),
        pytest.param(BOTH, BOTH, Outcome.UNKNOWN, id="stopped-with-others"),
        pytest.param(SYNTAX, OTHER, Outcome.UNKNOWN, id="hidden-by-syntax"),
        pytest.param(BOTH, OTHER, Outcome.PASS, id="syntax-mended-others-known"),
    ],
)
def test_compare(before, after, outcome):
    assert compare("tool", before, after).outcome is outcome


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        pytest.param("x = 1\n", "x = 2\n", Outcome.PASS, id="fine"),
        pytest.param("print 'a'\n", "print('a')\n", Outcome.PASS, id="python-2-converted"),
        pytest.param("x = 1\n", "x = (\n", Outcome.FAIL, id="broken"),
        pytest.param("def f():\n    return 1\n", "def f():\nreturn 1\n", Outcome.FAIL, id="indentation"),
        pytest.param("x = 1\n", "return 1\n", Outcome.FAIL, id="only-the-compiler-sees-it"),
        pytest.param("x = '\\d'\n", "y = '\\d'\n", Outcome.PASS, id="a-warning-is-no-error"),
    ],
)
def test_python(tmp_path, before, after, outcome):
    assert judged(tmp_path, "python", "a.py", before, after).outcome is outcome


def test_python_2_before_and_after_is_not_evaluated_without_python_2(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    answer = judged(tmp_path, "python", "a.py", "print 'a'\n", "print 'b'\n", session=Session())
    assert answer.outcome is Outcome.UNKNOWN
    assert "cannot check this file" in answer.evidence


def test_a_latin_1_file_is_read_by_its_own_coding_line(tmp_path):
    text = "# -*- coding: latin-1 -*-\nx = '\u00e9'\n"
    put(tmp_path, "a.py", text.encode("latin-1"))
    change = FileChange("a.py", text.encode("latin-1"), text.replace("x", "y").encode("latin-1"), "latin-1")
    task = Task("t-1", "Test", "a.py", "python", (), (), Grade.E1)
    assert judge(Case(context(tmp_path, task), Patch("t-1", (change,), "x"), change)).outcome is Outcome.PASS


@pytest.mark.parametrize(("language", "path"), [("java", "A.java"), ("cobol", "a.cbl")])
def test_an_absent_compiler_is_never_a_pass(tmp_path, monkeypatch, language, path):
    monkeypatch.setenv("PATH", "")
    answer = judged(tmp_path, language, path, "x", "y", session=Session())
    assert answer.outcome is Outcome.UNKNOWN
    assert answer.evidence == f"not evaluated: {COMPILERS[language][0].name} is not installed"


def test_a_language_without_a_compiler_is_never_a_pass(tmp_path):
    assert judged(tmp_path, "jcl", "a.jcl", "x", "y").evidence == "not evaluated: no compiler is known for jcl"


def test_a_stub_that_does_not_start_is_not_installed(tmp_path, monkeypatch):
    (tmp_path / "cobc").write_text("#!/bin/sh\nexit 127\n")
    (tmp_path / "cobc").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not COMPILERS["cobol"][0].installed()


def test_before_is_compiled_once_in_a_session(tmp_path, monkeypatch):
    asked = []

    def ask(job, _):
        asked.append(job.files[0].after)
        return FINE

    monkeypatch.setitem(COMPILERS, "python", (Compiler("fake", sys.executable, ("-c", ""), ask),))
    session = Session()
    for after in ("x = 2", "x = 3"):
        judged(tmp_path, "python", "a.py", "x = 1", after, session=session)
    assert asked == [b"x = 1", b"x = 2", b"x = 3"]


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        pytest.param("int n = 1;", "int n = 2;", Outcome.PASS, id="fine"),
        pytest.param("int n = 1;", 'int n = "a";', Outcome.FAIL, id="wrong-type"),
        pytest.param("int n = 1;", "int n = 1", Outcome.FAIL, id="no-semicolon"),
        pytest.param("Onbekend o = null;", "\n\nOnbekend o = null;", Outcome.PASS, id="missing-library-twice"),
        pytest.param("Onbekend o = null;", "Onbekend o = nul;", Outcome.FAIL, id="new-error-beside-a-missing-library"),
        pytest.param("int enum = 1;", "int enum = 2;", Outcome.UNKNOWN, id="java-1.4-word"),
    ],
)
def test_java(tmp_path, old, new, outcome):
    needs("javac")
    put(tmp_path, "src/b/Ander.java", b"package b; public class Ander { public static int een() { return 1; } }")
    text = "package a;\nimport weg.Weg;\nclass A {{ int f() {{ {} return b.Ander.een(); }} }}\n"
    answer = judged(tmp_path, "java", "src/a/A.java", text.format(old), text.format(new))
    assert answer.outcome is outcome, answer
    assert not list(tmp_path.rglob("*.class"))


def test_java_finds_where_packages_start(tmp_path):
    put(tmp_path, "core/src/a/b/C.java", b"/* x */\npackage a.b;\n")
    put(tmp_path, "D.java", b"class D {}")
    put(tmp_path, "odd/place/E.java", b"package somewhere.other;")
    job = Job(tmp_path, "D.java", "utf-8", (FileChange("web/src/a/F.java", b"", b"package a;"),), survey(tmp_path))
    assert source_roots(job) == ["web/src", ".", "core/src", "odd/place"]


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        pytest.param("MOVE 1 TO WS-A.", "MOVE 2 TO WS-A.", Outcome.PASS, id="fine"),
        pytest.param("MOVE 1 TO WS-A.", "MOVE 1 TO WS-B.", Outcome.FAIL, id="undefined"),
        pytest.param("MOVE 1 TO WS-A.", "IF WS-A = 1 MOVE 1 TO.", Outcome.FAIL, id="syntax"),
        pytest.param("MOVE 1 TO WS-C.", "\n           MOVE 1 TO WS-C.", Outcome.PASS, id="undefined-twice"),
        pytest.param("EXHIBIT NAMED.", "EXHIBIT  NAMED.", Outcome.UNKNOWN, id="stopped-both-times"),
        pytest.param("EXEC CICS RETURN END-EXEC.", "EXEC CICS  RETURN END-EXEC.", Outcome.PASS, id="cics"),
        pytest.param("EXEC CICS RETURN END-EXEC.", "EXEC CICS RETURN END-EXEC MOVE.", Outcome.FAIL, id="beside-cics"),
    ],
)
def test_cobol(tmp_path, before, after, outcome):
    needs("cobc")
    text = COBOL.replace("MOVE 1 TO WS-A.", before), COBOL.replace("MOVE 1 TO WS-A.", after)
    assert judged(tmp_path, "cobol", "a.cbl", *text).outcome is outcome


def test_cobol_in_free_format_with_a_copybook(tmp_path):
    needs("cobc")
    put(tmp_path, "copy/VELDEN.cpy", b"01 WS-A PIC 9(3).\n")
    text = "identification division.\nprogram-id. vrij.\ndata division.\nworking-storage section.\ncopy VELDEN.\n"
    text += "procedure division.\nmove 1 to ws-a.\nstop run.\n"
    answer = judged(tmp_path, "cobol", "src/a.cob", text, text.replace("1", "2"))
    assert answer.evidence == "cobc: no errors"


@pytest.mark.parametrize(
    ("after", "outcome"),
    [
        pytest.param("           MOVE 2 TO WS-A.\n", Outcome.PASS, id="fine"),
        pytest.param("           MOVE 2 TO WS-B.\n", Outcome.FAIL, id="undefined-in-the-program"),
    ],
)
def test_a_copybook_is_checked_in_the_programs_that_copy_it(tmp_path, after, outcome):
    needs("cobc")
    put(tmp_path, "src/TOESLAG.CBL", COBOL.replace("MOVE 1 TO WS-A.", "COPY STAPPEN.").encode())
    answer = judged(tmp_path, "cobol", "copy/STAPPEN.cpy", "           MOVE 1 TO WS-A.\n", after)
    assert answer.outcome is outcome, answer


def test_a_copybook_that_nobody_copies_is_not_evaluated(tmp_path):
    needs("cobc")
    answer = judged(
        tmp_path, "cobol", "copy/STAPPEN.cpy", "           MOVE 1 TO WS-A.\n", "           MOVE 2 TO WS-A.\n"
    )
    assert answer.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("01 A. EXEC SQL INCLUDE B END-EXEC. 01 C.", "01 A. 01 C.", id="declaration"),
        pytest.param(
            "PROCEDURE DIVISION. exec cics return end-exec. X", "PROCEDURE DIVISION. CONTINUE. X", id="statement"
        ),
        pytest.param(
            "PROCEDURE DIVISION. IF A EXEC SQL X\nY END-EXEC ELSE", "PROCEDURE DIVISION. IF A CONTINUE ELSE", id="in-if"
        ),
        pytest.param("IF A = DFHRESP(NORMAL)\nX", "IF A = 0 X", id="response"),
        pytest.param("MOVE EXECUTION TO B.", "MOVE EXECUTION TO B.", id="a-name"),
    ],
)
def test_embedded_statements_are_left_out_with_every_line_in_its_place(text, left):
    new = without_exec(text.encode()).decode()
    assert new.split() == left.split()
    assert (len(new), new.count("\n")) == (len(text), text.count("\n"))
