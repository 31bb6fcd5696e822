"""Applies accepted changes on a branch of their own, one commit a task; and takes the branch away again.

Commits are made beside the work tree (an index of our own, `commit-tree`) and
the work tree is switched to the finished branch in the end. Killed at any
moment before that, the user's files and branch are as they were. No hook
runs, because the gates judged exactly these bytes and a hook may change them;
nothing is signed, because signing may ask a question.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from legacyctl.apply.git import Git
from legacyctl.apply.patches import one_line
from legacyctl.errors import UsageError
from legacyctl.model import FileChange, Run, Status, TaskResult

PREFIX = "legacyctl/"
PLAIN_MODES = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Applied:
    """What was applied: the branch that is now checked out, the one it came from, a commit a task.

    `conflicts` are tasks that were left out, with the reason.
    """

    branch: str
    base: str
    commits: tuple[tuple[str, str], ...]
    conflicts: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """Give the branch, and how many tasks are on it and were left out."""
        left_out = f", {len(self.conflicts)} left out" if self.conflicts else ""
        return f"{self.branch} ({len(self.commits)} committed{left_out})"


def apply_on_branch(root: Path, run: Run) -> Applied:
    """Commit each accepted result on the new branch `legacyctl/<run id>` and stay on that branch.

    A task whose files are not as its patch expects is left out whole and
    listed as a conflict. Raises UsageError when `root` is no git work tree, has
    no commit, has changes, or the branch exists; then nothing was changed.
    """
    git, branch = Git(root), PREFIX + run.id
    base = _ready(git, branch)
    commits: list[tuple[str, str]] = []
    conflicts: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory(prefix="legacyctl-") as scratch:
        builder = _Builder(git, Path(scratch) / "index")
        for result in run.results:
            if result.status is not Status.ACCEPTED or result.patch is None or result.patch.empty:
                continue
            reason = builder.refusal(result.patch.changes)
            if reason:
                conflicts.append((result.task.id, reason))
            else:
                commits.append((result.task.id, builder.commit(result, run.id)))
    if commits:
        _switch_to_new(git, branch, base, builder)
    return Applied(branch if commits else base, base, tuple(commits), tuple(conflicts))


def undo(root: Path, run_id: str) -> str:
    """Take the branch of a run away, back to the branch it came from, and give that one's name.

    Raises UsageError when there is no such branch, when it holds commits that
    the run did not make, or when tracked files have changes.
    """
    git, branch = Git(root), PREFIX + run_id
    _need_work_tree(git)
    tip = git.ask("rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
    base, made = git.ask("config", f"branch.{branch}.legacyctlBase"), git.ask("config", f"branch.{branch}.legacyctlTip")
    if tip is None or base is None:
        raise UsageError(
            f"there is no branch {branch} of a run", way_out="`git branch --list 'legacyctl/*'` lists them."
        )
    if tip != made:
        raise UsageError(
            f"{branch} holds commits that are not of this run",
            way_out=f"Keep them (git switch -c NAME {branch}), then `git branch -D {branch}` by hand.",
        )
    if git.ask("symbolic-ref", "--quiet", "--short", "HEAD") == branch:
        _need_clean(git)
        git.run("switch", "--quiet", *_target(git, base))
    git.run("branch", "--quiet", "-D", branch)
    return base


def _ready(git: Git, branch: str) -> str:
    """Check all that must hold before anything is made; give the name (or commit) of the present branch."""
    _need_work_tree(git)
    if git.ask("check-ref-format", "--branch", branch) is None:
        raise UsageError(f"'{branch}' cannot be the name of a branch")
    if git.ask("rev-parse", "--verify", "--quiet", "HEAD") is None:
        raise UsageError(f"{git.root}: has no commit yet", way_out="Commit the code as it is, then run again.")
    if git.ask("rev-parse", "--verify", "--quiet", f"refs/heads/{branch}") is not None:
        raise UsageError(f"the branch {branch} exists", way_out="Take it away with `legacyctl undo`, or use a new run.")
    _need_clean(git)
    return git.ask("symbolic-ref", "--quiet", "--short", "HEAD") or git.line("rev-parse", "HEAD")


def _need_work_tree(git: Git) -> None:
    if git.ask("rev-parse", "--is-inside-work-tree") != "true":
        raise UsageError(
            f"{git.root}: is no git work tree",
            way_out="Leave --apply out and take the patch files, or start with `git init` and a first commit.",
        )


def _need_clean(git: Git) -> None:
    dirty = git.dirty()
    if dirty:
        listed = ", ".join(dirty[:5]) + (f" and {len(dirty) - 5} more" if len(dirty) > 5 else "")
        raise UsageError(f"the work tree has changes: {listed}", way_out="Commit or stash them first.")


def _target(git: Git, base: str) -> tuple[str, ...]:
    """Give the words that switch to `base`: a branch, or a commit where there was none."""
    known = git.ask("rev-parse", "--verify", "--quiet", f"refs/heads/{base}") is not None
    return (base,) if known else ("--detach", base)


def _switch_to_new(git: Git, branch: str, base: str, builder: _Builder) -> None:
    """Name the finished commits and check them out; on a failure the name goes and the tree stays."""
    git.run("config", f"branch.{branch}.legacyctlBase", base)
    git.run("config", f"branch.{branch}.legacyctlTip", builder.tip)
    git.run("update-ref", f"refs/heads/{branch}", builder.tip, "")
    try:
        git.run("switch", "--quiet", branch)
    except UsageError:
        git.run("branch", "--quiet", "-D", branch)
        raise


class _Builder:
    """Stacks commits on HEAD in an index of its own, and knows the bytes that the files have by then."""

    def __init__(self, git: Git, index: Path) -> None:
        self._git = git
        self._extra = {"GIT_INDEX_FILE": str(index)}
        self._bytes: dict[str, bytes] = {}
        self._identity = git.identity()
        self._modes = git.modes()
        self._prefix = git.line("rev-parse", "--show-prefix")
        self.tip = git.line("rev-parse", "HEAD")
        git.run("read-tree", self.tip, extra=self._extra)

    def refusal(self, changes: Sequence[FileChange]) -> str:
        """Say why these changes cannot be made on top of the earlier ones; "" when they can."""
        reasons = (self._refusal(change) for change in changes)
        return next((f"{change.path}: {reason}" for change, reason in zip(changes, reasons, strict=True) if reason), "")

    def _refusal(self, change: FileChange) -> str:
        path = PurePosixPath(change.path)
        if path.is_absolute() or ".." in path.parts:
            return "leads outside the repository"
        if self._modes.get(change.path) not in PLAIN_MODES:
            return "is not a plain file that git tracks"
        if self._now(change.path) != change.before:
            return "is no longer as it was when the change was made"
        return ""

    def _now(self, path: str) -> bytes | None:
        if path in self._bytes:
            return self._bytes[path]
        try:
            return (self._git.root / path).read_bytes()
        except OSError:
            return None

    def commit(self, result: TaskResult, run_id: str) -> str:
        """Make one commit of a task's changes and give its hash."""
        assert result.patch is not None  # noqa: S101 - only accepted results with a patch come here
        for change in result.patch.changes:
            self._stage(change)
            self._bytes[change.path] = change.after
        tree = self._git.line("write-tree", extra=self._extra)
        message = _message(result, run_id).encode("utf-8", "replace")
        self.tip = self._git.line(*self._identity, "commit-tree", tree, "-p", self.tip, "-F", "-", stdin=message)
        return self.tip

    def _stage(self, change: FileChange) -> None:
        """Put the new bytes in the index, through the filters that git has for that path."""
        blob = self._git.line("hash-object", "-w", "--stdin", f"--path={change.path}", stdin=change.after)
        entry = f"{self._modes[change.path]} {blob}\t{self._prefix}{change.path}\0"
        self._git.run("update-index", "-z", "--index-info", stdin=os.fsencode(entry), extra=self._extra)


def _message(result: TaskResult, run_id: str) -> str:
    """Give the commit message: the title, the notes, and the trailers that say where it comes from."""
    assert result.patch is not None  # noqa: S101 - only accepted results with a patch come here
    notes = "".join(f"- {one_line(note)}\n" for note in result.patch.notes)
    grade = result.verdict.grade if result.verdict else "none"
    trailers = {"Task": result.task.id, "Origin": result.patch.origin, "Evidence": grade, "Run": run_id}
    listed = "".join(f"Legacyctl-{key}: {one_line(str(value))}\n" for key, value in trailers.items())
    return f"{one_line(result.task.title)}\n\n{notes}{chr(10) if notes else ''}{listed}"
