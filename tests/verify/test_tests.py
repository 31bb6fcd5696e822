"""Gate E2: the project's own tests, before and twice after, in copies."""

import sys

import pytest

from legacyctl.config import VerifyConfig
from legacyctl.model import FileChange, Grade, Outcome, Task
from legacyctl.verify import tests_gate as gate
from legacyctl.verify.case import Session
from legacyctl.verify.sandbox import Ran
from legacyctl.verify.tests import compare, count_tests
from verify.harness import context, put

COMMAND = f"{sys.executable} -m unittest discover -s tests"
SUITE = b"""
import sys, unittest
sys.path.insert(0, ".")
class T(unittest.TestCase):
    def test_twice(self):
        from rekenen import twice
        self.assertEqual(twice(2), 4)
    def test_once(self):
        self.assertTrue(True)
"""
OLD = b"def twice(x):\n    return x * 2\n"


def ran(exit_code: int, output: str) -> Ran:
    return Ran(exit_code, output, timed_out=False, seconds=1.0, isolation="network: off")


def judged(root, after: bytes, *, before: bytes = OLD, command: str = COMMAND, path: str = "rekenen.py", **more):
    put(root, "rekenen.py", before)
    put(root, "tests/test_rekenen.py", SUITE)
    task = Task("t-1", "Test", "rekenen.py", "python", (), (), Grade.E2)
    fixed = {"config": VerifyConfig(test=command, timeout=60), "allow_run": True, "session": Session()} | more
    return gate([FileChange(path, before, after)], context(root, task, **fixed))


def test_tests_pass_before_and_twice_after(tmp_path):
    result = judged(tmp_path, b"def twice(x):\n    return x + x\n")
    assert (result.gate, result.grade, result.outcome) == ("tests", Grade.E2, Outcome.PASS)
    assert result.evidence.startswith("before: 2 tests passed; after: 2 tests passed, 2 times; network: ")


def test_a_test_that_fails_after(tmp_path):
    result = judged(tmp_path, b"def twice(x):\n    return x * 3\n")
    assert result.outcome is Outcome.FAIL
    assert "after: exit 1" in result.evidence


def test_code_that_could_not_run_before(tmp_path):
    result = judged(tmp_path, OLD, before=b"def twice(x):\n    print 'x'\n    return x * 2\n")
    assert result.outcome is Outcome.PASS
    assert "before: could not pass (exit 1)" in result.evidence


def test_the_command_never_sees_the_users_tree(tmp_path):
    assert judged(tmp_path, b"X = 1\n", command="rm -rf rekenen.py tests; echo x > made").outcome is Outcome.PASS
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rekenen.py", "tests"]


def test_the_second_run_must_pass_too(tmp_path):
    # Passes once for each copy of the tree, and remembers that outside of it: a flaky test.
    (tmp_path / "state").mkdir(mode=0o777)
    mark = tmp_path / "state" / "ran"
    root = tmp_path / "repo"
    command = f"test -e new || exit 0; test ! -e {mark} && touch {mark}"
    result = judged(root, b"", command=command, path="new")
    if not mark.exists():
        pytest.skip("the isolation of this machine keeps a test from remembering anything")
    assert "the first run passed, the second did not" in result.evidence


@pytest.mark.parametrize(
    ("more", "words"),
    [
        pytest.param({"allow_run": False}, "running code of the project was not allowed", id="not-allowed"),
        pytest.param({"command": ""}, "there is no test command (verify.test)", id="no-command"),
    ],
)
def test_it_is_not_evaluated(tmp_path, more, words):
    result = judged(tmp_path, OLD + b"#\n", **more)
    assert (result.outcome, result.evidence) == (Outcome.UNKNOWN, f"not evaluated: {words}")


def test_a_change_of_tests_is_no_independent_witness(tmp_path):
    result = judged(tmp_path, SUITE + b"# more\n", path="tests/test_rekenen.py")
    assert result.outcome is Outcome.UNKNOWN
    assert "1 test files changed with it, such as tests/test_rekenen.py" in result.evidence


def test_the_run_before_is_made_once(tmp_path):
    session = Session()
    log = tmp_path / "log"
    log.mkdir(mode=0o777)
    command = f"test -e new && exit 0; mktemp -p {log}"
    for after in (b"1", b"2"):
        judged(tmp_path / "repo", after, command=command, path="new", session=session)
    assert len(list(log.iterdir())) <= 1


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        pytest.param("Ran 5 tests", "Ran 5 tests", Outcome.PASS, id="same"),
        pytest.param("Ran 5 tests", "Ran 6 tests", Outcome.PASS, id="more"),
        pytest.param("Ran 5 tests", "Ran 4 tests", Outcome.FAIL, id="fewer"),
        pytest.param("Ran 5 tests", "Ran 5 tests\nOK (skipped=2)", Outcome.FAIL, id="skipped"),
        pytest.param("Ran 5 tests", "", Outcome.FAIL, id="not-counted-any-more"),
        pytest.param("", "", Outcome.PASS, id="never-counted"),
        pytest.param("Ran 0 tests", "Ran 0 tests", Outcome.FAIL, id="none-ran"),
    ],
)
def test_the_number_of_tests_may_not_fall(before, after, outcome):
    assert compare(ran(0, before), [ran(0, after), ran(0, after)]).outcome is outcome


@pytest.mark.parametrize(
    ("output", "count"),
    [
        pytest.param("Ran 12 tests in 0.1s\n\nOK (skipped=2)", 10, id="unittest"),
        pytest.param("===== 7 passed, 2 skipped in 0.10s =====", 7, id="pytest"),
        pytest.param("Tests run: 3\n[INFO] Tests run: 8, Failures: 0, Errors: 0, Skipped: 1", 7, id="maven"),
        pytest.param("all is well", None, id="unknown"),
    ],
)
def test_tests_are_counted(output, count):
    assert count_tests(output) == count
