"""A change fits the file as it is, and keeps what is not text: encoding, line ends, the end of the last line."""

import pytest

from legacyctl.model import FileChange, Grade, Outcome, Patch, Task
from legacyctl.verify.applies import git_applies, judge
from legacyctl.verify.case import Case
from verify.harness import context, put


def judged(root, change: FileChange, *, on_disk: bytes | None = None):
    put(root, change.path, change.before if on_disk is None else on_disk)
    task = Task("t-1", "Test", change.path, "python", (), (), Grade.E1, codemod="x")
    return judge(Case(context(root, task), Patch("t-1", (change,), "codemod:x"), change))


@pytest.mark.parametrize(
    ("before", "after", "encoding"),
    [
        pytest.param(b"x = 1\n", b"x = 2\n", "utf-8", id="plain"),
        pytest.param(b"x\r\ny\r\n", b"x\r\nz\r\n", "utf-8", id="crlf"),
        pytest.param(b"x\r\ny\n", b"x\r\nz\n", "utf-8", id="mixed"),
        pytest.param(b"x = 1", b"x = 2", "utf-8", id="no-last-newline"),
        pytest.param(b"x = '\xe9'\n", b"y = '\xe9'\n", "latin-1", id="latin-1"),
        pytest.param("\ufeffx\n".encode(), "\ufeffy\n".encode(), "utf-8", id="byte-order-mark"),
        pytest.param("x\n".encode("utf-16-le"), "y\n".encode("utf-16-le"), "utf-16-le", id="utf-16"),
        pytest.param("x\x85y\x85".encode("cp037"), "x\x85z\x85".encode("cp037"), "cp037", id="ebcdic"),
        pytest.param(b"a\0b\n", b"a\0c\n", "utf-8", id="a-nul-of-its-own"),
    ],
)
def test_it_applies(tmp_path, before, after, encoding):
    answer = judged(tmp_path, FileChange("map/a b.py", before, after, encoding))
    assert (answer.outcome, answer.evidence) == (Outcome.PASS, "git apply gives the same bytes")


@pytest.mark.parametrize(
    ("before", "after", "encoding", "words"),
    [
        pytest.param(b"x\n", b"x\n", "utf-8", "nothing changes", id="nothing"),
        pytest.param(b"x\n", b" \n", "utf-8", "the new code is empty", id="empty"),
        pytest.param(b"x\n", b"\xe9\n", "utf-8", "not utf-8", id="not-its-encoding"),
        pytest.param(b"x\n", b"y\n", "klingon", "not klingon", id="no-such-encoding"),
        pytest.param(b"x\n", b"x\0\n", "utf-8", "holds a NUL", id="nul"),
        pytest.param(b"x\r\ny\r\n", b"x\ny\r\n", "utf-8", "line ends were '\\r\\n' and become 'mixed'", id="mixed-now"),
        pytest.param(b"x\r\ny\r\n", b"x\nz\n", "utf-8", "line ends were", id="lf-now"),
        pytest.param(b"x\ny\n", b"x\nz", "utf-8", "end of the last line", id="last-newline-gone"),
        pytest.param(b"x\ny", b"x\nz\n", "utf-8", "end of the last line", id="last-newline-added"),
        pytest.param("\ufeffx\n".encode(), b"y\n", "utf-8", "byte order mark", id="byte-order-mark-gone"),
        pytest.param(b"x\n", "\ufeffx\n".encode(), "utf-8", "byte order mark", id="byte-order-mark-added"),
    ],
)
def test_it_does_not_apply(tmp_path, before, after, encoding, words):
    answer = judged(tmp_path, FileChange("a.py", before, after, encoding))
    assert answer.outcome is Outcome.FAIL
    assert words in answer.evidence


def test_a_file_that_changed_meanwhile(tmp_path):
    answer = judged(tmp_path, FileChange("a.py", b"x\n", b"y\n"), on_disk=b"z\n")
    assert answer.evidence == "a.py is no longer as it was when the change was made"


def test_a_file_that_is_gone(tmp_path):
    task = Task("t-1", "Test", "a.py", "python", (), (), Grade.E1, codemod="x")
    change = FileChange("a.py", b"x\n", b"y\n")
    assert judge(Case(context(tmp_path, task), Patch("t-1", (change,), "x"), change)).evidence == "a.py cannot be read"


def test_git_is_asked_about_the_whole_patch():
    assert git_applies(Patch("t-1", (FileChange("a", b"x\n", b"y\n"), FileChange("b/c", b"", b"z")), "x"))


def test_without_git_it_is_not_evaluated(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    answer = judged(tmp_path, FileChange("a.py", b"x\n", b"y\n"))
    assert (answer.outcome, answer.evidence) == (Outcome.UNKNOWN, "not evaluated: git is not installed")
