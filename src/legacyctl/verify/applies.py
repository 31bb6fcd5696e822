"""Gate `applies`: the change fits the file as it is, and keeps its encoding, line ends and last line end."""

from __future__ import annotations

import os
import subprocess

from legacyctl.model import FileChange, Patch
from legacyctl.patch import unified
from legacyctl.source.decode import newline_of
from legacyctl.verify.case import Answer, Case, failed, passed, unknown
from legacyctl.verify.sandbox import box

ENDS = ("\n", "\r", "\x85")
BYTE_ORDER_MARK = "\ufeff"


def judge(case: Case) -> Answer:
    """Check the bytes, then let git apply the diff in an empty folder and compare what comes out."""
    fault = _fault_of_place(case) or _fault_of_bytes(case.change)
    if fault:
        return failed(fault)
    try:
        made = git_applies(case.patch)
    except FileNotFoundError:
        return unknown("git is not installed")
    return passed("git apply gives the same bytes") if made else failed("git apply does not give the same bytes")


def _fault_of_place(case: Case) -> str:
    change = case.change
    if change.before == change.after:
        return "nothing changes"
    now = case.context.now(change.path)
    if now is None:
        return f"{change.path} cannot be read"
    if now != change.before:
        return f"{change.path} is no longer as it was when the change was made"
    old, new = case.place, case.new_place
    if change.before[old.start : old.end].strip() and not change.after[new.start : new.end].strip():
        return "the new code is empty"
    return ""


def _fault_of_bytes(change: FileChange) -> str:
    try:
        before, after = change.before.decode(change.encoding), change.after.decode(change.encoding)
    except (UnicodeDecodeError, LookupError):
        return f"the result is not {change.encoding}, the file's encoding"
    if "\0" in after and "\0" not in before:
        return "the result holds a NUL"
    if before.startswith(BYTE_ORDER_MARK) != after.startswith(BYTE_ORDER_MARK):
        return "the byte order mark is not kept"
    old, new = newline_of(change.before, change.encoding), newline_of(change.after, change.encoding)
    if new != old and old not in ("", "mixed"):
        return f"line ends were {old!r} and become {new!r}"
    if before and after and before.endswith(ENDS) != after.endswith(ENDS):
        return "the end of the last line is not kept"
    return ""


def git_applies(patch: Patch) -> bool:
    """Whether `git apply` makes the new bytes out of the old; raises FileNotFoundError without git."""
    with box() as made:
        for change in patch.changes:
            target = made.tree / change.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(change.before)
        # The user's settings, or a repository around the temporary folder, would have their say too.
        ours = {"GIT_CEILING_DIRECTORIES": str(made.base), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", "apply", "--whitespace=nowarn", "-"],
            cwd=made.tree,
            env=kept | ours,
            input=unified(patch),
            capture_output=True,
            check=False,
        )
        same = all((made.tree / change.path).read_bytes() == change.after for change in patch.changes)
        return done.returncode == 0 and same
