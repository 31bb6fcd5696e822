"""Every file under a folder, in path order, without following a symbolic link.

A link that points inside the repository would be counted twice, and one that
points outside would bring foreign files in; both are named instead of read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from legacyctl.config import SourceConfig
from legacyctl.errors import UsageError
from legacyctl.source import ignore
from legacyctl.source.ignore import Ignore
from legacyctl.source.paths import shown

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SPECIAL = "not a regular file (a socket, pipe or device)"
VANISHED = "vanished during the scan"
_ALWAYS = tuple(name + end for name in ignore.ALWAYS for end in ("", "/"))


class Entry(NamedTuple):
    """A path to read, with what the file system says of the file; or one with the reason why it cannot be read."""

    path: str
    problem: str = ""
    stat: os.stat_result | None = None


class _Folder(NamedTuple):
    """A folder still to list: its path ("" or ending in a slash) and the patterns around it."""

    path: str
    ignore: Ignore | None = None


def listed(root: Path, config: SourceConfig) -> Iterator[Entry]:
    """Walk with the patterns of `legacyctl.toml`; raises ConfigError too, for a pattern that git would not take."""
    return walk(root, ignore.compiled(root, "exclude", config.exclude) if config.exclude else None)


def walk(root: Path, exclude: GitIgnoreSpec | None = None) -> Iterator[Entry]:
    """Give every file under `root` that is not left out, sorted by path.

    `exclude` goes before every `.gitignore`; a `!pattern` in it brings a file
    back. Raises UsageError when `root` itself is no readable folder.
    """
    if not root.is_dir():
        raise UsageError(f"{root} is not a folder", way_out="Name the folder of the repository.")
    top = f"{root}{os.sep}"
    waiting: list[Entry | _Folder] = [_Folder("")]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Entry):
            yield item
        else:
            waiting.extend(_listed(top, item, exclude))


def _listed(top: str, folder: _Folder, exclude: GitIgnoreSpec | None) -> list[Entry | _Folder]:
    """Give what stands in a folder, the last path first; `top` is the root with a separator."""
    base, inner = folder
    try:
        with os.scandir(top + base) as found:
            entries = {f"{one.name}/" if one.is_dir(follow_symlinks=False) else one.name: one for one in found}
    except OSError as fault:
        if not base:
            raise UsageError(f"{top} cannot be read: {fault.strerror}") from None
        return [Entry(base, f"folder not readable: {fault.strerror}")]
    for name in _ALWAYS:
        entries.pop(name, None)
    if ignore.FILE in entries and entries[ignore.FILE].is_file(follow_symlinks=False):
        inner = ignore.below(Path(top, base), base, inner)
    names = sorted(entries, reverse=True)
    if inner is not None or exclude is not None:
        names = [name for name in names if not _left_out(base + name, inner, exclude)]
    return [_Folder(base + name, inner) if name.endswith("/") else _entry(base + name, entries[name]) for name in names]


def _left_out(path: str, inner: Ignore | None, exclude: GitIgnoreSpec | None) -> bool:
    said = exclude.check_file(path).include if exclude is not None else None
    if said is None and inner is not None:
        said = inner.verdict(path)
    return bool(said)


def _entry(path: str, entry: os.DirEntry[str]) -> Entry:
    if entry.is_symlink():
        return Entry(path, link_problem(entry.path))
    try:
        known = entry.stat(follow_symlinks=False)
    except OSError:
        return Entry(path, VANISHED)
    return Entry(path, "" if stat.S_ISREG(known.st_mode) else SPECIAL, known)


def link_problem(path: str | Path) -> str:
    """Say why a symbolic link is not read."""
    try:
        target = shown(str(Path(path).readlink()))
        Path(path).stat()  # unlike exists, this raises for a loop too
    except OSError:
        return "broken symbolic link"
    return f"symbolic link to {target}, not followed"
