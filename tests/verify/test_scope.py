"""Read-only files, and where the cases' data does not reach."""

import pytest

from legacyctl.config import VerifyConfig
from legacyctl.model import FileChange, Finding, Grade, Outcome, Patch, Severity, Task
from legacyctl.verify import verify
from legacyctl.verify.case import Case
from legacyctl.verify.scope import judge
from verify.harness import context, failing, put


def judged(root, path: str, *, codemod: str = "", task_path: str = "", **more):
    task = Task("t-1", "Test", task_path or path, "python", (), (), Grade.E1, codemod=codemod)
    change = FileChange(path, b"x = 1\n", b"x = 2\n")
    return judge(Case(context(root, task, **more), Patch("t-1", (change,), "x"), change))


@pytest.mark.parametrize(
    ("path", "codemod", "outcome"),
    [
        pytest.param("a.py", "", Outcome.PASS, id="model-source"),
        pytest.param("tests/a.py", "", Outcome.FAIL, id="model-tests"),
        pytest.param("map/test_a.py", "", Outcome.FAIL, id="model-test-by-name"),
        pytest.param("tests/a.py", "python2to3", Outcome.PASS, id="codemod-tests"),
    ],
)
def test_a_model_leaves_tests_alone(tmp_path, path, codemod, outcome):
    assert judged(tmp_path, path, codemod=codemod).outcome is outcome


def test_read_only_is_configured(tmp_path):
    answer = judged(tmp_path, "vast/a.py", config=VerifyConfig(read_only=("vast/**",)))
    assert answer.evidence == "vast/a.py is read-only (verify.read_only)"


def test_another_file_than_the_tasks(tmp_path):
    answer = judged(tmp_path, "b.py", codemod="python2to3", task_path="a.py")
    assert answer.evidence == "b.py is not the file of this task"


@pytest.mark.parametrize(("metric", "gates"), [("lines", []), ("", ["scope", "api"])], ids=["too-long", "other"])
def test_a_long_paragraph_may_be_split(tmp_path, metric, gates):
    before = (
        b"       IDENTIFICATION DIVISION.\n       PROGRAM-ID. LANG.\n       PROCEDURE DIVISION.\n"
        b"       EEN.\n           DISPLAY 'A'.\n           DISPLAY 'B'.\n"
    )
    after = before.replace(
        b"           DISPLAY 'B'.\n", b"           PERFORM TWEE.\n       TWEE.\n           DISPLAY 'B'.\n"
    )
    put(tmp_path, "a.cbl", before)
    case = Case(
        context(tmp_path, Task("t-1", "Test", "a.cbl", "cobol", (), (), Grade.E1)),
        Patch("t-1", (FileChange("a.cbl", before, after),), "model:x"),
        FileChange("a.cbl", before, after),
    )
    unit = next(unit for unit in case.before.facts.units if unit.name == "EEN")
    found = Finding("COB12", "a.cbl", "cobol", unit.span, "", Severity.MINOR, 1, "EEN", "", metric)
    task = Task("t-1", "Test", "a.cbl", "cobol", ("COB12",), (found,), Grade.E1, unit=unit)
    assert failing(verify(case.patch, context(tmp_path, task))) == gates
