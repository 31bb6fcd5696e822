"""No more of a file is unreadable after a change than before."""

import pytest

from legacyctl.model import FileChange, Grade, Outcome, Patch, Task
from legacyctl.verify.case import Case
from legacyctl.verify.parses import judge
from verify.harness import context


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        pytest.param("x = 1\n", "x = 2\n", Outcome.PASS, id="fine"),
        pytest.param("print 'a'\n", "print('a')\n", Outcome.PASS, id="python-2"),
        pytest.param("x = )\ny = 1\n", "x = )\ny = 2\n", Outcome.PASS, id="as-broken-as-before"),
        pytest.param("x = )\ny = 1\n", "x = 0\ny = 1\n", Outcome.PASS, id="mended"),
        pytest.param("x = 1\n", "x = )\n", Outcome.FAIL, id="broken"),
        pytest.param("x = )\ny = 1\n", "x = )\ny = )\n", Outcome.FAIL, id="one-more"),
        pytest.param("f(1)\n", "f(1\n", Outcome.FAIL, id="something-missing"),
    ],
)
def test_parses(tmp_path, before, after, outcome):
    task = Task("t-1", "Test", "a.py", "python", (), (), Grade.E1)
    change = FileChange("a.py", before.encode(), after.encode())
    assert judge(Case(context(tmp_path, task), Patch("t-1", (change,), "x"), change)).outcome is outcome


def test_a_sign_that_the_parser_imagined_has_no_bytes_but_counts(tmp_path):
    task = Task("t-1", "Test", "A.java", "java", (), (), Grade.E1)
    change = FileChange("A.java", b"class A { int x = 1; }\n", b"class A { int x = 1 }\n")
    case = Case(context(tmp_path, task), Patch("t-1", (change,), "x"), change)
    assert case.after.facts.unparsed == 0
    assert judge(case).outcome is Outcome.FAIL
