"""Writes accepted changes as numbered patch files that `git apply` takes in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from legacyctl.apply.files import write_file
from legacyctl.errors import UsageError
from legacyctl.model import Run, Status, TaskResult
from legacyctl.patch import unified

FIRST_LINE = b"# legacyctl patch\n"  # by which we know our own files again
SLUG_LENGTH = 40


def write_patches(run: Run, folder: Path) -> tuple[Path, ...]:
    """Write a patch file for each accepted result, in order, and give their paths.

    Patch files of an earlier run in `folder` are replaced. Raises UsageError
    when the folder holds anything else, or cannot be written.
    """
    try:
        old = _ours(folder)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError(f"{folder}: cannot be used: {fault.strerror}", way_out="Choose another folder.") from None
    written = tuple(write_file(folder / name, data) for name, data in _files(run))
    for stale in old - set(written):
        stale.unlink()
    return written


def _ours(folder: Path) -> set[Path]:
    """Give the patch files of an earlier run; raises UsageError for anything else in the folder."""
    if not folder.exists():
        return set()
    if not folder.is_dir():
        raise UsageError(f"{folder}: is a file", way_out="Name a folder for the patches.")
    found = set(folder.iterdir())
    for path in sorted(found):
        if path.is_symlink() or not path.is_file() or not _is_patch(path):
            raise UsageError(
                f"{folder}: holds {path.name}, which is no patch of legacyctl; nothing was written",
                way_out="Name an empty or new folder.",
            )
    return found


def _is_patch(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(FIRST_LINE)) == FIRST_LINE


def _files(run: Run) -> Iterator[tuple[str, bytes]]:
    accepted = [result for result in run.results if result.status is Status.ACCEPTED and result.patch]
    for number, result in enumerate(accepted, start=1):
        name = f"{number:04}-{_slug(result.task.id)}-{_slug(result.task.title)}.patch"
        assert result.patch is not None  # noqa: S101 - filtered above
        yield name, header(result, run.id) + unified(result.patch)


def header(result: TaskResult, run_id: str) -> bytes:
    """Give the comment lines above the diff; `git apply` skips everything before "diff --git"."""
    grade = result.verdict.grade if result.verdict else "none"
    origin = result.patch.origin if result.patch else ""
    lines = {"Task": f"{result.task.id} {result.task.title}", "Origin": origin, "Evidence": grade, "Run": run_id}
    text = "".join(f"# {key}: {one_line(str(value))}\n" for key, value in lines.items())
    return FIRST_LINE + text.encode("utf-8", "replace") + b"\n"


def one_line(text: str) -> str:
    """Fold all white space, so that text from elsewhere cannot start a line of its own."""
    return " ".join(text.split())


def _slug(text: str) -> str:
    """Give letters, digits and hyphens only: safe as part of a file name anywhere."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:SLUG_LENGTH].strip("-") or "change"
