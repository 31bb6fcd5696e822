"""Grades add up from gates, "not evaluated" never counts, and a failure spares the dearer gates."""

import pytest

from legacyctl.config import VerifyConfig
from legacyctl.model import FileChange, GateResult, Grade, Outcome, Patch, Task, Verdict
from legacyctl.verify import GATES, Context, grade_of, raised, verify
from verify.harness import SESSION, context, put

P, F, U = Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN


def results(*outcomes: tuple[Grade, Outcome]) -> list[GateResult]:
    return [GateResult(f"gate-{number}", grade, outcome) for number, (grade, outcome) in enumerate(outcomes)]


def ready(root, *changes: FileChange, needs: Grade = Grade.E1, **more) -> tuple[Patch, Context]:
    for change in changes:
        put(root, change.path, change.before)
    task = Task("t-1", "Test", changes[0].path, "python", ("PY01",), (), needs, codemod="python2to3")
    return Patch("t-1", changes, "codemod:python2to3"), context(root, task, **more)


def outcomes(verdict: Verdict) -> dict[str, Outcome]:
    return {result.gate: result.outcome for result in verdict.results}


@pytest.mark.parametrize(
    ("found", "grade"),
    [
        pytest.param([], Grade.NONE, id="nothing"),
        pytest.param([(Grade.E0, P)], Grade.E0, id="e0"),
        pytest.param([(Grade.E0, P), (Grade.E1, P)], Grade.E1, id="e1"),
        pytest.param([(Grade.E0, P), (Grade.E1, P), (Grade.E1, U)], Grade.E0, id="unknown-is-no-pass"),
        pytest.param([(Grade.E0, P), (Grade.E1, F)], Grade.E0, id="fail"),
        pytest.param([(Grade.E0, U), (Grade.E1, P)], Grade.NONE, id="a-gap-below"),
        pytest.param([(Grade.E0, P), (Grade.E2, P)], Grade.E0, id="a-grade-without-gates"),
        pytest.param([(Grade.E0, P), (Grade.E1, P), (Grade.E2, P)], Grade.E2, id="e2"),
    ],
)
def test_the_grade_is_the_highest_of_which_all_passed(found, grade):
    assert grade_of(results(*found)) is grade


def test_every_gate_of_e0_and_e1_is_asked(tmp_path):
    verdict = verify(*ready(tmp_path, FileChange("a.py", b"print 'a'\n", b"print('a')\n")))
    assert [result.gate for result in verdict.results] == [gate.name for row in GATES for gate in row]
    assert (verdict.grade, verdict.accepted, verdict.reason) == (Grade.E1, True, "")
    assert all(result.evidence for result in verdict.results)


def test_after_a_failure_the_dearer_gates_are_spared(tmp_path):
    verdict = verify(*ready(tmp_path, FileChange("a.py", b"print 'a'\n", b"print(\n")))
    assert outcomes(verdict) == {"applies": P, "markers": P, "parses": F}
    assert verdict.grade is Grade.NONE


def test_the_worst_file_of_a_patch_decides(tmp_path):
    good, other = (
        FileChange("a.py", b"print 'a'\n", b"print('a')\n"),
        FileChange("b.py", b"print 'b'\n", b"print('b')\n"),
    )
    verdict = verify(*ready(tmp_path, good, other))
    assert verdict.reason == "scope: b.py: b.py is not the file of this task"


def test_an_empty_patch_is_rejected(tmp_path):
    assert verify(*ready(tmp_path, FileChange("a.py", b"x\n", b"x\n"))).reason == "applies: nothing changes"
    patch, given = ready(tmp_path, FileChange("a.py", b"x\n", b"y\n"))
    assert verify(Patch("t-1", (), patch.origin), given).reason == "applies: nothing changes"


def test_tests_are_run_only_where_the_task_needs_them(tmp_path):
    change = FileChange("a.py", b"print 'a'\n", b"print('a')\n")
    more = {"config": VerifyConfig(test="true"), "allow_run": True}
    assert "tests" not in outcomes(verify(*ready(tmp_path, change, **more)))
    verdict = verify(*ready(tmp_path, change, needs=Grade.E2, **more))
    assert (verdict.grade, verdict.accepted) == (Grade.E2, True)


def test_a_task_that_needs_tests_is_not_accepted_without(tmp_path):
    verdict = verify(*ready(tmp_path, FileChange("a.py", b"print 'a'\n", b"print('a')\n"), needs=Grade.E2))
    assert (verdict.grade, verdict.accepted) == (Grade.E1, False)
    assert verdict.reason == "needs E2, reached E1; not evaluated: tests"


@pytest.mark.parametrize(
    ("outcome", "grade", "accepted"),
    [
        pytest.param(P, Grade.E2, True, id="raised"),
        pytest.param(U, Grade.E1, True, id="not-evaluated"),
        pytest.param(F, Grade.E1, True, id="the-others-may-be-to-blame"),
    ],
)
def test_a_verdict_is_raised_by_tests_of_all_changes_together(outcome, grade, accepted):
    verdict = Verdict("t-1", tuple(results((Grade.E0, P), (Grade.E1, P))), Grade.E1, Grade.E1)
    new = raised(verdict, GateResult("tests", Grade.E2, outcome, "words"))
    assert (new.grade, new.accepted, len(new.results)) == (grade, accepted, 3)
    assert "words" in new.results[-1].evidence


def test_earlier_changes_of_the_run_count_as_the_file(tmp_path):
    patch, given = ready(tmp_path, FileChange("a.py", b"print 'b'\n", b"print('b')\n"))
    put(tmp_path, "a.py", b"print 'a'\n")
    assert verify(patch, given).reason == "applies: a.py is no longer as it was when the change was made"
    later = context(tmp_path, given.task, accepted={"a.py": b"print 'b'\n"}, session=SESSION)
    assert verify(patch, later).accepted


def test_the_users_tree_is_only_read(tmp_path):
    patch, given = ready(tmp_path, FileChange("a.py", b"print 'a'\n", b"print('a')\n"), needs=Grade.E2)
    verify(patch, given)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.py", b"print 'a'\n")]
