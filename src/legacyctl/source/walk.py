"""Every file under a folder, in path order, without following a symbolic link.

A link that points inside the repository would be counted twice, and one that
points outside would bring foreign files in; both are named instead of read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from legacyctl.errors import UsageError
from legacyctl.source import ignore
from legacyctl.source.ignore import Ignore
from legacyctl.source.paths import shown

SPECIAL = "not a regular file (a socket, pipe or device)"


@dataclass(frozen=True, slots=True)
class Entry:
    """A path to read, or one with the reason why it cannot be read."""

    path: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder still to list: its path ("" or ending in a slash) and the patterns around it."""

    path: str
    ignore: Ignore | None = None


def walk(root: Path, exclude: GitIgnoreSpec) -> Iterator[Entry]:
    """Give every file under `root` that is not left out, sorted by path.

    `exclude` goes before every `.gitignore`; a `!pattern` in it brings a file
    back. Raises UsageError when `root` itself is no readable folder.
    """
    if not root.is_dir():
        raise UsageError(f"{root} is not a folder", way_out="Name the folder of the repository.")
    waiting: list[Entry | _Folder] = [_Folder("")]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Entry):
            yield item
        else:
            waiting.extend(reversed(_listed(root, item, exclude)))


def _listed(root: Path, folder: _Folder, exclude: GitIgnoreSpec) -> list[Entry | _Folder]:
    """Give what stands in a folder, sorted so that whole paths come in order."""
    try:
        with os.scandir(root / folder.path) as found:
            entries = sorted(found, key=_name)
    except OSError as fault:
        if not folder.path:
            raise UsageError(f"{root} cannot be read: {fault.strerror}") from None
        return [Entry(folder.path, f"folder not readable: {fault.strerror}")]
    inner = folder.ignore
    if any(entry.name == ignore.FILE and entry.is_file(follow_symlinks=False) for entry in entries):
        inner = ignore.below(root / folder.path, folder.path, folder.ignore)
    kept = (entry for entry in entries if not _left_out(folder.path + _name(entry), inner, exclude))
    return [_item(entry, folder.path, inner) for entry in kept]


def _name(entry: os.DirEntry[str]) -> str:
    """Give the name, with a slash behind that of a folder."""
    return f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name


def _left_out(path: str, inner: Ignore | None, exclude: GitIgnoreSpec) -> bool:
    if path.rstrip("/").rpartition("/")[2] in ignore.ALWAYS:
        return True
    said = exclude.check_file(path).include
    if said is None and inner is not None:
        said = inner.verdict(path)
    return bool(said)


def _item(entry: os.DirEntry[str], base: str, inner: Ignore | None) -> Entry | _Folder:
    path = base + entry.name
    if entry.is_symlink():
        return Entry(path, link_problem(entry.path))
    if entry.is_dir(follow_symlinks=False):
        return _Folder(f"{path}/", inner)
    return Entry(path, "" if entry.is_file(follow_symlinks=False) else SPECIAL)


def link_problem(path: str | Path) -> str:
    """Say why a symbolic link is not read."""
    try:
        target = shown(str(Path(path).readlink()))
        Path(path).stat()  # unlike exists, this raises for a loop too
    except OSError:
        return "broken symbolic link"
    return f"symbolic link to {target}, not followed"
