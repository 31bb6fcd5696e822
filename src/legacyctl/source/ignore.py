"""What is left out: `.gitignore` files at any depth, and the patterns of `legacyctl.toml`.

The rules are git's own: the last pattern of a file that matches decides, a
deeper file goes before a higher one, and nothing below an ignored folder comes
back. They hold in a folder that is no git repository too. Not consulted are the
user's global ignore file and `.git/info/exclude`, which differ from machine to
machine, and git's index: an ignored file that was added by force stays ignored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from legacyctl.config import FILE_NAME, STATE_FOLDER
from legacyctl.errors import ConfigError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE = ".gitignore"
# Never part of the code: git's own folder (a file in a worktree or submodule), and ours.
ALWAYS = frozenset({".git", STATE_FOLDER})


@dataclass(frozen=True, slots=True)
class Ignore:
    """The patterns of one file, which hold below `base` ("" or ending in a slash), and those around it."""

    base: str
    spec: GitIgnoreSpec
    outer: Ignore | None = None

    def verdict(self, path: str) -> bool | None:
        """Say whether `path` (a folder ends in a slash) is left out; None when no pattern speaks of it."""
        level: Ignore | None = self
        while level is not None:
            said: bool | None = level.spec.check_file(path.removeprefix(level.base)).include
            if said is not None:
                return said
            level = level.outer
        return None


def compiled(root: Path, key: str, patterns: Iterable[str]) -> GitIgnoreSpec:
    """Give the patterns of a key of `legacyctl.toml`; raises ConfigError for one that git would not take."""
    try:
        return _spec(patterns)
    except ValueError as fault:
        raise ConfigError(root / FILE_NAME, [f"source.{key}: {fault}"]) from None


def below(folder: Path, base: str, outer: Ignore | None) -> Ignore | None:
    """Give the patterns that hold in `folder`: those of its own `.gitignore` before the outer ones."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        # The file itself is listed with its reason; without it git too would ignore nothing.
        return outer
    return Ignore(base, _spec(_sound(text.splitlines())), outer)


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    # a tree without any such file need not wait for the library
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    return GitIgnoreSpec.from_lines(lines)


def _sound(lines: Iterable[str]) -> Iterator[str]:
    """Leave out the lines that are no pattern, as git does."""
    for line in lines:
        try:
            _spec([line])
        except ValueError:
            continue
        yield line
