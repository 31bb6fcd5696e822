"""Patch files that git takes, a branch with a commit a task, and the way back; never anything half."""

import os
import subprocess
from pathlib import Path

import pytest

from legacyctl.apply import apply_on_branch, undo, write_file, write_patches
from legacyctl.errors import UsageError
from legacyctl.model import (
    Assessment,
    Debt,
    FileChange,
    GateResult,
    Grade,
    Outcome,
    Patch,
    Run,
    Status,
    Task,
    TaskResult,
    Verdict,
)

OLD, NEW = b"een\r\ntwee\r\n", b"een\r\n2\r\n"


@pytest.fixture
def repo(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = tmp_path / "repo"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "user.name", "J. Jansen")
    git(root, "config", "user.email", "j.jansen@voorbeeld.example")
    for path in ("a.py", "map/b.py"):
        put(root, path, OLD)
    commit(root, "begin")
    return root


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(root: Path, message: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", message)


def put(root: Path, path: str, data: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def result(number: int, *changes: FileChange, status: Status = Status.ACCEPTED, title: str = "Print statement"):
    task = Task(f"T{number}", title, changes[0].path, "python", (), (), Grade.E1)
    patch = Patch(task.id, changes, "codemod:python2to3", ("line 3 was left alone",))
    gates = (GateResult("applies", Grade.E0, Outcome.PASS),)
    return TaskResult(task, status, patch=patch, verdict=Verdict(task.id, gates, Grade.E1, Grade.E1))


def run(*results: TaskResult, name: str = "r1") -> Run:
    return Run(name, Assessment((), (), Debt("", 0, 0, 0, 0, 0)), results)


def change(path: str = "a.py", before: bytes = OLD, after: bytes = NEW) -> FileChange:
    return FileChange(path, before, after)


# ---- files ----


def test_a_file_is_written_whole_with_its_folders(tmp_path):
    assert write_file(tmp_path / "x" / "y", b"z").read_bytes() == b"z"
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["y"]


def test_a_link_is_replaced_and_never_followed(tmp_path):
    (tmp_path / "far").write_bytes(b"far")
    (tmp_path / "link").symlink_to(tmp_path / "far")
    write_file(tmp_path / "link", b"near")
    assert ((tmp_path / "far").read_bytes(), (tmp_path / "link").read_bytes()) == (b"far", b"near")


def test_a_folder_in_the_way_is_reported(tmp_path):
    (tmp_path / "x" / "y").mkdir(parents=True)
    with pytest.raises(UsageError, match="cannot be written"):
        write_file(tmp_path / "x", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


# ---- patch files ----


def test_patches_are_numbered_and_say_where_they_come_from(tmp_path):
    results = (result(1, change()), result(2, change("b.py"), title="GOTO, in één keer\n\ndiff --git weg"))
    one, two = write_patches(run(*results), tmp_path / "out")
    assert (one.name, two.name) == ("0001-t1-print-statement.patch", "0002-t2-goto-in-n-keer-diff-git-weg.patch")
    assert one.read_bytes().splitlines()[:6] == [
        b"# legacyctl patch",
        b"# Task: T1 Print statement",
        b"# Origin: codemod:python2to3",
        b"# Evidence: E1",
        b"# Run: r1",
        b"",
    ]


def test_patches_apply_one_after_the_other(repo, tmp_path):
    again = change(before=NEW, after=b"een\r\n2\r\ndrie")
    for path in write_patches(run(result(1, change()), result(2, again, change("map/b.py"))), tmp_path / "out"):
        git(repo, "apply", str(path))
    assert (repo / "a.py").read_bytes() == b"een\r\n2\r\ndrie"
    assert (repo / "map/b.py").read_bytes() == NEW


def test_only_accepted_results_are_written(tmp_path):
    results = (result(1, change(), status=Status.REJECTED), result(2, change()))
    assert [path.name for path in write_patches(run(*results), tmp_path)] == ["0001-t2-print-statement.patch"]


def test_patches_of_an_earlier_run_are_replaced(tmp_path):
    write_patches(run(result(1, change()), result(2, change())), tmp_path)
    write_patches(run(result(3, change())), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["0001-t3-print-statement.patch"]


@pytest.mark.parametrize("name", ["notes.txt", "0001-of-someone-else.patch"])
def test_a_folder_with_other_files_is_left_alone(tmp_path, name):
    write_patches(run(result(1, change())), tmp_path)
    (tmp_path / name).write_text("mine")
    with pytest.raises(UsageError, match=f"holds {name}, which is no patch of legacyctl"):
        write_patches(run(result(2, change())), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["0001-t1-print-statement.patch", name])


def test_a_file_is_no_folder_for_patches(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(UsageError, match="is a file"):
        write_patches(run(result(1, change())), tmp_path / "out")


# ---- branch ----


def test_each_task_is_a_commit_with_trailers(repo):
    applied = apply_on_branch(repo, run(result(1, change()), result(2, change("map/b.py"))))
    assert (applied.branch, applied.base) == ("legacyctl/r1", "main")
    assert str(applied) == "legacyctl/r1 (2 committed)"
    assert git(repo, "symbolic-ref", "--short", "HEAD") == "legacyctl/r1"
    assert (repo / "a.py").read_bytes() == NEW
    assert git(repo, "status", "--porcelain") == ""
    assert git(repo, "log", "--format=%H", "-2").split() == [made for _, made in reversed(applied.commits)]
    assert git(repo, "show", "--format=%B", "--name-only", "HEAD~1").split("\n") == [
        "Print statement",
        "",
        "- line 3 was left alone",
        "",
        "Legacyctl-Task: T1",
        "Legacyctl-Origin: codemod:python2to3",
        "Legacyctl-Evidence: E1",
        "Legacyctl-Run: r1",
        "",
        "",
        "a.py",
    ]
    trailers = git(repo, "log", "-1", "--format=%(trailers:key=Legacyctl-Task,valueonly,separator=%x20) %an")
    assert trailers == "T2 J. Jansen"


def test_changes_of_one_file_follow_each_other(repo):
    applied = apply_on_branch(repo, run(result(1, change()), result(2, change(before=NEW, after=b"drie"))))
    assert len(applied.commits) == 2
    assert (repo / "a.py").read_bytes() == b"drie"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        pytest.param(change(before=b"anders"), "is no longer as it was", id="other-bytes"),
        pytest.param(change("new.py"), "is not a plain file that git tracks", id="untracked"),
        pytest.param(change("link.py"), "is not a plain file that git tracks", id="link"),
        pytest.param(change("../a.py"), "leads outside the repository", id="outside"),
        pytest.param(change("/etc/hosts"), "leads outside the repository", id="absolute"),
        pytest.param(change(".git/config"), "is not a plain file that git tracks", id="git-itself"),
    ],
)
def test_a_task_that_does_not_fit_is_left_out_whole(repo, bad, reason):
    (repo / "link.py").symlink_to("a.py")
    commit(repo, "link")
    put(repo, "new.py", OLD)
    applied = apply_on_branch(repo, run(result(1, change("map/b.py"), bad), result(2, change())))
    assert [task for task, _ in applied.commits] == ["T2"]
    assert applied.conflicts[0][0] == "T1"
    assert reason in applied.conflicts[0][1]
    assert (repo / "map/b.py").read_bytes() == OLD
    assert (repo / "new.py").read_bytes() == OLD


def test_when_nothing_fits_there_is_no_branch(repo):
    applied = apply_on_branch(
        repo, run(result(1, change(before=b"anders")), result(2, change(), status=Status.REJECTED))
    )
    assert (applied.branch, applied.commits) == ("main", ())
    assert git(repo, "branch", "--list", "legacyctl/*") == ""


def test_in_a_folder_of_the_repository(repo):
    applied = apply_on_branch(repo / "map", run(result(1, change("b.py"))))
    assert len(applied.commits) == 1
    assert git(repo, "show", "--format=", "--name-only", "HEAD") == "map/b.py"
    assert undo(repo / "map", "r1") == "main"


def test_the_mode_of_a_file_is_kept(repo):
    (repo / "a.py").chmod(0o755)
    commit(repo, "mode")
    apply_on_branch(repo, run(result(1, change())))
    assert os.access(repo / "a.py", os.X_OK)


@pytest.mark.parametrize(("path", "data"), [("b.py", b"x"), ("caf\u00e9 1.py", OLD), ('q"\\.py', OLD)])
def test_odd_names(repo, path, data):
    put(repo, path, data)
    commit(repo, "odd")
    assert apply_on_branch(repo, run(result(1, change(path, data, b"new\n")))).conflicts == ()
    assert (repo / path).read_bytes() == b"new\n"


def test_line_ends_of_git_are_respected(repo):
    git(repo, "config", "core.autocrlf", "true")
    put(repo, ".gitattributes", b"*.txt text eol=crlf\n")
    put(repo, "c.txt", OLD)
    commit(repo, "crlf")
    apply_on_branch(repo, run(result(1, change("c.txt"))))
    assert (repo / "c.txt").read_bytes() == NEW
    assert git(repo, "status", "--porcelain") == ""


def test_hooks_and_signing_are_left_out(repo):
    for name in ("pre-commit", "commit-msg", "post-checkout"):
        put(repo, f".git/hooks/{name}", b'#!/bin/sh\necho hook >> "$(git rev-parse --git-dir)/ran"; exit 1\n')
        (repo / ".git/hooks" / name).chmod(0o755)
    git(repo, "config", "commit.gpgSign", "true")
    assert len(apply_on_branch(repo, run(result(1, change()))).commits) == 1
    assert not (repo / ".git/ran").exists()


def test_without_an_identity_the_commit_has_ours(repo):
    git(repo, "config", "--unset", "user.name")
    git(repo, "config", "--unset", "user.email")
    apply_on_branch(repo, run(result(1, change())))
    assert git(repo, "log", "-1", "--format=%ae %ce") == " ".join(["legacyctl@localhost.invalid"] * 2)


def test_untracked_files_are_no_changes(repo):
    put(repo, "extra.txt", b"x")
    assert len(apply_on_branch(repo, run(result(1, change()))).commits) == 1
    assert (repo / "extra.txt").read_bytes() == b"x"


@pytest.mark.parametrize("staged", [False, True], ids=["modified", "staged"])
def test_a_dirty_tree_is_refused(repo, staged):
    put(repo, "map/b.py", b"mine")
    if staged:
        git(repo, "add", "map/b.py")
    with pytest.raises(UsageError, match=r"the work tree has changes: map/b\.py"):
        apply_on_branch(repo, run(result(1, change())))
    assert git(repo, "branch", "--list", "legacyctl/*") == ""


def test_a_folder_without_git_is_refused_with_the_way_out(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="is no git work tree") as caught:
        apply_on_branch(tmp_path, run(result(1, change())))
    assert "git init" in caught.value.way_out


def test_a_repository_without_a_commit_is_refused(repo):
    git(repo, "checkout", "--quiet", "--orphan", "empty")
    with pytest.raises(UsageError, match="has no commit yet"):
        apply_on_branch(repo, run(result(1, change())))


def test_a_run_is_applied_once(repo):
    apply_on_branch(repo, run(result(1, change())))
    with pytest.raises(UsageError, match="the branch legacyctl/r1 exists"):
        apply_on_branch(repo, run(result(1, change())))


def test_a_run_id_that_is_no_branch_name_is_refused(repo):
    with pytest.raises(UsageError, match="cannot be the name of a branch"):
        apply_on_branch(repo, run(result(1, change()), name="a..b"))


def test_a_failing_checkout_leaves_everything_as_it_was(repo):
    put(repo, ".git/index.lock", b"")
    with pytest.raises(UsageError, match="git switch failed"):
        apply_on_branch(repo, run(result(1, change())))
    (repo / ".git/index.lock").unlink()
    assert (git(repo, "branch", "--list", "legacyctl/*"), git(repo, "status", "--porcelain")) == ("", "")
    assert git(repo, "symbolic-ref", "--short", "HEAD") == "main"


# ---- undo ----


def test_undo_goes_back_and_takes_the_branch_away(repo):
    apply_on_branch(repo, run(result(1, change())))
    assert undo(repo, "r1") == "main"
    assert (repo / "a.py").read_bytes() == OLD
    assert git(repo, "branch", "--format=%(refname:short)") == "main"
    assert "legacyctl" not in (repo / ".git/config").read_text()


def test_undo_from_another_branch_leaves_that_one_checked_out(repo):
    apply_on_branch(repo, run(result(1, change())))
    git(repo, "switch", "--quiet", "-c", "other", "main")
    undo(repo, "r1")
    assert git(repo, "symbolic-ref", "--short", "HEAD") == "other"


def test_undo_of_a_run_from_a_detached_head(repo):
    git(repo, "checkout", "--quiet", "--detach")
    begin = git(repo, "rev-parse", "HEAD")
    apply_on_branch(repo, run(result(1, change())))
    assert undo(repo, "r1") == begin
    assert git(repo, "rev-parse", "HEAD") == begin


@pytest.mark.parametrize("arguments", [("--allow-empty",), ("--amend",)], ids=["added", "amended"])
def test_undo_refuses_when_the_user_committed(repo, arguments):
    apply_on_branch(repo, run(result(1, change())))
    git(repo, "commit", "--quiet", *arguments, "-m", "mine")
    with pytest.raises(UsageError, match="holds commits that are not of this run"):
        undo(repo, "r1")
    assert git(repo, "symbolic-ref", "--short", "HEAD") == "legacyctl/r1"


def test_undo_refuses_a_dirty_tree(repo):
    apply_on_branch(repo, run(result(1, change())))
    put(repo, "a.py", b"mine")
    with pytest.raises(UsageError, match=r"has changes: a\.py"):
        undo(repo, "r1")


@pytest.mark.parametrize("name", ["r2", "main", "../main"])
def test_undo_of_what_was_never_applied(repo, name):
    with pytest.raises(UsageError, match="there is no branch legacyctl/"):
        undo(repo, name)
