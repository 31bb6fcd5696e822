"""The few git commands that a run needs, started plainly and without surprises.

No hook runs, nothing asks for a password or a signature, and a calling git
(a hook that started us) does not redirect us to its own repository.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legacyctl.errors import UsageError

# Set by a git that calls us; they would point us at another repository or index.
REDIRECTIONS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")
QUIET = ("-c", f"core.hooksPath={os.devnull}", "-c", "advice.detachedHead=false", "-c", "core.quotePath=false")
# Only where the user has none; a reserved domain, so that it is nobody's address.
FALLBACK = ("-c", "user.name=legacyctl", "-c", "user.email=legacyctl@localhost.invalid")


@dataclass(frozen=True, slots=True)
class Git:
    """A git work tree; `root` may be a folder inside it, paths are relative to `root`."""

    root: Path

    def run(self, *arguments: str, stdin: bytes = b"", extra: Mapping[str, str] | None = None) -> bytes:
        """Give the output of a git command; raises UsageError with git's own words when it fails."""
        done = self._start(arguments, stdin, extra or {})
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise UsageError(f"git {arguments[0]} failed in {self.root}: {said}")
        return done.stdout

    def line(self, *arguments: str, stdin: bytes = b"", extra: Mapping[str, str] | None = None) -> str:
        """Give the output as text without its line end."""
        return os.fsdecode(self.run(*arguments, stdin=stdin, extra=extra)).rstrip("\n")

    def ask(self, *arguments: str) -> str | None:
        """Give the output as text, or None when git says no."""
        done = self._start(arguments, b"", {})
        return None if done.returncode != 0 else os.fsdecode(done.stdout).rstrip("\n")

    def _start(
        self, arguments: Sequence[str], stdin: bytes, extra: Mapping[str, str]
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {name: value for name, value in os.environ.items() if name not in REDIRECTIONS}
        environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **extra}
        command = ["git", *QUIET, *arguments]
        try:
            return subprocess.run(
                command, cwd=self.root, env=environment, input=stdin, capture_output=True, check=False
            )
        except FileNotFoundError:
            raise UsageError(
                "git is not installed", way_out="Install git, or leave --apply out and take the patch files."
            ) from None

    def identity(self) -> tuple[str, ...]:
        """Give the options that name a committer where the user has set none."""
        known = os.environ.get("GIT_COMMITTER_EMAIL") or self.ask("config", "user.email")
        return () if known else FALLBACK

    def dirty(self) -> tuple[str, ...]:
        """Give tracked files of the whole work tree that differ from the last commit; untracked ones do not count."""
        status = os.fsdecode(self.run("status", "--porcelain=v1", "--untracked-files=no", "--no-renames", "-z"))
        return tuple(entry[3:] for entry in status.split("\0") if entry)

    def modes(self) -> dict[str, str]:
        """Give the mode of every tracked path under `root`, such as "100644" for a plain file."""
        entries = os.fsdecode(self.run("ls-files", "--stage", "-z")).split("\0")
        return {path: entry.partition(" ")[0] for entry, _, path in (line.partition("\t") for line in entries) if path}
