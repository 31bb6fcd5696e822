"""Every error that a user may meet, as one tree; each has a slug and an exit code.

LegacyctlError
├── UsageError            exit 2   wrong command line, wrong path, wrong state of the tree
│   ├── ConfigError       exit 2   legacyctl.toml: every wrong key at once, with its line
│   ├── CatalogError      exit 2   an adapter or rule file that does not say what it must
│   └── RecordError       exit 2   a line that does not fit the fixed records of its file
├── RefusedError          exit 4   something must not happen
│   ├── GuardError        exit 4   the guard could not prove a text clean or an answer whole
│   └── PolicyError       exit 4   the policy does not allow this task on this backend
└── BackendError          exit 5   a model endpoint did not give a usable answer; a run can resume

Exit codes of the program: 0 fine, 1 findings or a rejected change, 2 wrong use,
3 our own bug, 4 refused, 5 backend unavailable, 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

EXIT_FINE = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_BUG = 3
EXIT_REFUSED = 4
EXIT_BACKEND = 5
EXIT_INTERRUPTED = 130


class LegacyctlError(Exception):
    """Anything that legacyctl can explain to its user.

    `slug` is a stable name for scripts and documentation, `exit_code` what the
    program ends with, `way_out` the next thing that the user can do.
    """

    slug = "error"
    exit_code = EXIT_BUG

    def __init__(self, message: str, *, way_out: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.way_out = way_out

    def __str__(self) -> str:
        """Give the message and, on a line of its own, the way out."""
        return f"{self.message}\n{self.way_out}" if self.way_out else self.message


class UsageError(LegacyctlError):
    """The command cannot start: wrong arguments, path, or state of the tree."""

    slug = "usage"
    exit_code = EXIT_USAGE


class ConfigError(UsageError):
    """`legacyctl.toml` is wrong; `problems` holds a line for every wrong key."""

    slug = "config"

    def __init__(self, path: Path, problems: Sequence[str]) -> None:
        listed = "\n".join(f"  {problem}" for problem in problems)
        super().__init__(f"{path}: {len(problems)} problem(s)\n{listed}")
        self.path = path
        self.problems = tuple(problems)


class CatalogError(ConfigError):
    """An adapter or rule file is wrong; `problems` holds a line for every fault."""

    slug = "catalog"


class RecordError(UsageError):
    """A line is longer than the fixed records of the file that it is for."""

    slug = "record"


class RefusedError(LegacyctlError):
    """Something was stopped on purpose; nothing left this machine."""

    slug = "refused"
    exit_code = EXIT_REFUSED


class GuardError(RefusedError):
    """The guard could not prove a text clean, or an answer whole."""

    slug = "guard"


class PolicyError(RefusedError):
    """The policy does not let this task go to this backend."""

    slug = "policy"


class BackendError(LegacyctlError):
    """A model endpoint gave no usable answer.

    `retryable` says whether the same call may succeed later.
    """

    slug = "backend"
    exit_code = EXIT_BACKEND

    def __init__(self, message: str, *, way_out: str = "", retryable: bool = False) -> None:
        super().__init__(message, way_out=way_out)
        self.retryable = retryable
