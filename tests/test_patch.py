"""Splicing keeps every other byte, and `git apply` gives exactly the bytes that were meant."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legacyctl.model import FileChange, Patch
from legacyctl.patch import Edit, splice, unified

LINES = st.lists(
    st.sampled_from([b"a", b"b\r", b"", b"-x", b"+y", b"@@ -1 +1 @@", b"caf\xe9", b"\\ No newline"]), max_size=8
)
BYTES = st.tuples(LINES, st.booleans()).map(lambda made: b"\n".join(made[0]) + (b"\n" if made[1] else b""))


def patch(*changes: tuple[str, bytes, bytes]) -> Patch:
    return Patch("t-1", tuple(FileChange(*change) for change in changes), "codemod:test")


def applied(folder: Path, made: Patch) -> list[bytes]:
    """Let git apply the diff in an empty folder and give the bytes of the files."""
    for change in made.changes:
        (folder / change.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / change.path).write_bytes(change.before)
    environment = os.environ | {"GIT_CEILING_DIRECTORIES": str(folder.parent), "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "apply", "-"], cwd=folder, input=unified(made), check=True, env=environment)
    return [(folder / change.path).read_bytes() for change in made.changes]


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], b"0123456789", id="none"),
        pytest.param([Edit(2, 4, b"x")], b"01x456789", id="replace"),
        pytest.param([Edit(8, 10, b""), Edit(0, 1, b"")], b"1234567", id="delete-any-order"),
        pytest.param([Edit(3, 3, b"B"), Edit(3, 3, b"A")], b"012BA3456789", id="two-inserts-keep-their-order"),
        pytest.param([Edit(3, 5, b"x"), Edit(3, 3, b"A")], b"012Ax56789", id="insert-before-replace"),
        pytest.param([Edit(10, 10, b"!")], b"0123456789!", id="append"),
    ],
)
def test_splice(edits, expected):
    assert splice(b"0123456789", edits) == expected


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([Edit(2, 5, b""), Edit(4, 6, b"")], id="overlap"),
        pytest.param([Edit(9, 11, b"")], id="past-the-end"),
        pytest.param([Edit(-1, 2, b"")], id="before-the-start"),
        pytest.param([Edit(5, 4, b"")], id="backwards"),
    ],
)
def test_splice_refuses(edits):
    with pytest.raises(ValueError, match="overlaps another or lies outside"):
        splice(b"0123456789", edits)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        pytest.param("a.py", b"x\n", b"y\n", id="plain"),
        pytest.param("a.py", b"x\r\ny\r\n", b"x\r\nz\r\n", id="crlf"),
        pytest.param("a.py", b"x\ny", b"x\nz", id="no-last-newline"),
        pytest.param("a.py", b"x\ny", b"x\ny\n", id="last-newline-added"),
        pytest.param("a.py", b"x\ny\n", b"x\ny", id="last-newline-gone"),
        pytest.param("a.py", b"x\ry\r", b"x\rz\r", id="cr-only"),
        pytest.param("a.py", b"", b"x\n", id="from-empty"),
        pytest.param("a.py", b"caf\xe9\n", b"caf\xe8\n", id="latin-1"),
        pytest.param("a.py", b"x \n\n\n", b"x\n\n \n", id="white-space"),
        pytest.param("map/met spatie.py", b"x\n", b"y\n", id="space-in-name"),
        pytest.param("caf\u00e9.py", b"x\n", b"y\n", id="accent-in-name"),
        pytest.param('a"b\\c\td.py', b"x\n", b"y\n", id="quotes-and-tab-in-name"),
        pytest.param("b/b.py", b"x\n", b"y\n", id="name-like-a-prefix"),
        pytest.param("a.py", b"x\x0cy\x0b\n\x1c\n", b"x\x0cz\x0b\n\x1c\n", id="other-line-ends-of-unicode"),
    ],
)
def test_git_applies_the_diff(tmp_path, path, before, after):
    assert applied(tmp_path, patch((path, before, after))) == [after]


def test_git_applies_a_diff_of_several_files(tmp_path):
    made = patch(("a.py", b"1\n", b"2\n"), ("same.py", b"s\n", b"s\n"), ("b/c.py", b"3\n", b"4\n"))
    assert applied(tmp_path, made) == [b"2\n", b"s\n", b"4\n"]
    assert b"same.py" not in unified(made)


@given(BYTES, BYTES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_git_applies_any_diff(tmp_path, before, after):
    if before != after:
        assert applied(tmp_path, patch(("f.txt", before, after))) == [after]


def test_an_empty_patch_has_no_diff():
    assert unified(patch(("a.py", b"x\n", b"x\n"))) == b""


def test_a_large_file_is_compared_line_by_line():
    before = b"".join(b"      MOVE %d TO X.\n" % (number % 7) for number in range(20_000))
    after = before.replace(b"MOVE 3", b"MOVE 4", 5)
    assert unified(patch(("big.cbl", before, after))).count(b"\n+ ") == 5


def test_changes_far_apart_have_a_hunk_each():
    before = b"".join(b"%d\n" % number for number in range(1000))
    diff = unified(patch(("a.txt", before, before.replace(b"\n100\n", b"\nx\n").replace(b"\n900\n", b"\ny\n"))))
    assert [line for line in diff.splitlines() if line.startswith(b"@@")] == [
        b"@@ -98,7 +98,7 @@",
        b"@@ -898,7 +898,7 @@",
    ]
