"""What a compiler is asked and what it answers, the same for every language."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from legacyctl.model import FileChange
from legacyctl.verify.sandbox import LEFT_OUT, Box, Limits, Ran, box, lay, run

LIMITS = Limits(seconds=120)
KEEP = 1 << 20  # bytes of messages that are compared


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a compiler said: `syntax` errors, past which it may not see; `others`, such as unresolved names.

    Messages are without line numbers, because a change shifts those.
    """

    syntax: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    @property
    def clean(self) -> bool:
        """Whether it had nothing to say."""
        return not self.syntax and not self.others


@dataclass(frozen=True, slots=True)
class Job:
    """What is compiled: `path`, after `files` are laid in a scratch folder; all else is read from `root`.

    `folders` is the tree as `survey` gives it, `copybooks` the folders that the
    configuration names.
    """

    root: Path
    path: str
    encoding: str
    files: tuple[FileChange, ...]
    folders: tuple[tuple[Path, tuple[str, ...]], ...] = field(default=(), repr=False)
    copybooks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiler:
    """A compiler: the program that must be there, what shows that it starts, and how it is asked.

    `alone` says that it looks at no other file than the one it is given.
    """

    name: str
    program: str
    trial: tuple[str, ...]
    ask: Callable[[Job, Box], Diagnosis]
    alone: bool = False

    def installed(self) -> bool:
        """Whether it starts here; the stub of a version manager is on the PATH without doing so."""
        if not shutil.which(self.program):
            return False
        with box() as made:
            return call((self.program, *self.trial), made).exit_code == 0

    def diagnose(self, job: Job) -> Diagnosis:
        """Give what it says of a job; nothing is written outside a scratch folder."""
        with box() as made:
            lay(job.files, made.tree)
            return self.ask(job, made)


def call(command: Sequence[str], made: Box, reads: Path | None = None) -> Ran:
    """Run a compiler that may read a folder, with its time limit, and keep all that it says."""
    return run(command, made, limits=LIMITS, keep=KEEP, reads=reads)


def messages(pattern: re.Pattern[str], ran: Ran) -> frozenset[str]:
    """Take "FILE: ERROR" out of the output, and one line more when it failed without any."""
    found = {f"{Path(hit['file']).name}: {hit['error'].strip()}" for hit in pattern.finditer(ran.output)}
    if ran.exit_code != 0 and not found:
        found.add(f"ended with {ran.exit_code}: {ran.output.strip()[-200:]}")
    return frozenset(found)


def survey(root: Path) -> tuple[tuple[Path, tuple[str, ...]], ...]:
    """Give every folder of the tree with the names of its files, in path order."""
    found: list[tuple[Path, tuple[str, ...]]] = []
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if name not in LEFT_OUT)
        found.append((Path(folder), tuple(sorted(files))))
    return tuple(found)
