"""Runs a command of the project in a scratch copy, away from the user's tree, network and secrets.

The strongest isolation that works on this machine is taken and named in every
result, so that evidence can say what held: bubblewrap, else Linux namespaces
through `unshare`, else none but limits and a clean environment.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from legacyctl.config import STATE_FOLDER
from legacyctl.errors import UsageError
from legacyctl.model import FileChange

LEFT_OUT = frozenset({".git", ".hg", ".svn", STATE_FOLDER, "__pycache__"})
LARGEST_TREE = 2_000_000_000  # bytes; a larger one is not copied for every test run
TAIL = 4096  # bytes of output that are kept
# What a toolchain needs to be found; everything else may hold a secret and stays outside.
KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "JAVA_HOME", "VIRTUAL_ENV", "PYENV_ROOT", "PYENV_VERSION")
LAUNCHER = Path(__file__).with_name("launch.py")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may use: wall clock and processor seconds, bytes of memory and of one file, processes."""

    seconds: float = 600.0
    memory: int = 4 << 30
    file: int = 1 << 30
    processes: int = 4096

    def as_json(self) -> str:
        """Give the limits as `launch.py` reads them."""
        seconds = max(1, round(self.seconds))
        words = {"cpu": seconds, "memory": self.memory, "file": self.file, "processes": self.processes, "core": 0}
        return json.dumps(words)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended: exit code (negative is a signal), the tail of its output, and what isolated it."""

    exit_code: int
    output: str
    timed_out: bool
    seconds: float
    isolation: str


@dataclass(frozen=True, slots=True)
class Box:
    """A scratch folder with three rooms: `tree` to work in, an empty `home`, and `tmp`."""

    base: Path

    @property
    def tree(self) -> Path:
        """The copy of the project, where commands run."""
        return self.base / "tree"

    @property
    def home(self) -> Path:
        """The empty home folder."""
        return self.base / "home"

    @property
    def tmp(self) -> Path:
        """The folder for temporary files."""
        return self.base / "tmp"


@dataclass(frozen=True, slots=True)
class Isolation:
    """A way to shut a command in: words for the evidence, and what is put before the command.

    In `prefix`, "{base}" stands for the scratch folder; `reveal` is added to it
    for a folder "{path}" that the command must be able to read.
    """

    name: str
    prefix: tuple[str, ...]
    reveal: tuple[str, ...] = ()

    def around(self, command: Sequence[str], made: Path, reads: Path | None = None) -> list[str]:
        """Give the command with all that goes before it."""
        revealed = [part.replace("{path}", str(reads)) for part in self.reveal] if reads else []
        end = ["--"] if self.prefix else []
        return [*(part.replace("{base}", str(made)) for part in self.prefix), *revealed, *end, *command]


UNSHARE = ("unshare", "--map-current-user", "--keep-caps", "--net", "--pid", "--fork", "--kill-child")
ISOLATIONS = (
    Isolation(
        "network: off, other folders read-only (bubblewrap)",
        (
            *("bwrap", "--die-with-parent", "--unshare-all", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"),
            *("--tmpfs", "/tmp", "--bind", "{base}", "{base}"),  # noqa: S108 - the sandbox's own /tmp
        ),
        ("--ro-bind", "{path}", "{path}"),
    ),
    Isolation("network: off (namespace)", (*UNSHARE, "--mount-proc")),
    Isolation("network: off (namespace)", UNSHARE),
)
NOT_ISOLATED = Isolation("network: not isolated", ())


@contextmanager
def box() -> Iterator[Box]:
    """Give an empty scratch folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="legacyctl-", ignore_cleanup_errors=True) as name:
        made = Box(Path(name).resolve())
        for room in (made.tree, made.home, made.tmp):
            room.mkdir()
        yield made


@contextmanager
def scratch_copy(root: Path, changes: Sequence[FileChange] = ()) -> Iterator[Box]:
    """Give a scratch folder with a copy of `root` in which `changes` are made.

    Version control, our own state, sockets, devices and symbolic links that
    lead out of `root` stay behind. Raises UsageError when the tree is too large
    to copy, OSError when the disk is.
    """
    with box() as made:
        _copy(root.resolve(), made)
        lay(changes, made.tree)
        yield made


def lay(changes: Sequence[FileChange], folder: Path) -> None:
    """Write the new bytes of `changes` under `folder`, a scratch folder of ours."""
    for change in changes:
        target = folder / change.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(change.after)


def run(
    command: Sequence[str], made: Box, *, limits: Limits | None = None, keep: int = TAIL, reads: Path | None = None
) -> Ran:
    """Run `command` in the tree of a box and give how it ended; never raises for what the command does.

    Standard input is empty, standard output and error are read as one, of which
    the last `keep` bytes are kept. At the time limit the whole process group is
    killed. `reads` is a folder outside the box that the command needs. Raises
    UsageError where the system has no process limits (Windows).
    """
    if os.name != "posix":
        raise UsageError("code of the project runs only where process limits exist (Linux, macOS)")
    wanted, isolation = limits or Limits(), working_isolation()
    started = time.monotonic()
    process = subprocess.Popen(
        isolation.around(_launched(command, wanted), made.base, reads),
        cwd=made.tree,
        env=_environment(made),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output, timed_out = _follow(process, started + wanted.seconds, keep)
    finally:
        _kill(process)
    text = output.decode("utf-8", "replace")
    return Ran(process.returncode, text, timed_out, time.monotonic() - started, isolation.name)


@cache
def working_isolation() -> Isolation:
    """Give the strongest isolation that works on this machine, tried once."""
    for isolation in ISOLATIONS:
        program = shutil.which(isolation.prefix[0])
        found = replace(isolation, prefix=(program or "", *isolation.prefix[1:]))
        if program and _works(found):
            return found
    return NOT_ISOLATED


def _works(isolation: Isolation) -> bool:
    """Try it with our own launcher: an isolation may hide the interpreter that runs us."""
    with tempfile.TemporaryDirectory(prefix="legacyctl-") as name:
        command = isolation.around(_launched(("true",), Limits()), Path(name))
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0


def _launched(command: Sequence[str], limits: Limits) -> list[str]:
    """Put the launcher, which sets the limits, before a command."""
    return [sys.executable, "-I", "-S", str(LAUNCHER), limits.as_json(), *command]


def _environment(made: Box) -> dict[str, str]:
    """Give the few variables that a toolchain needs, with a home and a place for files in the box."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    ours = {"HOME": str(made.home), "TMPDIR": str(made.tmp), "PYTHONDONTWRITEBYTECODE": "1"}
    return {"PATH": os.defpath, "LANG": "C.UTF-8"} | kept | ours


def _follow(process: subprocess.Popen[bytes], deadline: float, keep: int) -> tuple[bytes, bool]:
    """Read the output until the command ends or `deadline` passes; give its tail, and whether it was late."""
    assert process.stdout is not None  # noqa: S101 - opened as a pipe just above
    channel, tail = process.stdout.fileno(), b""
    while (left := deadline - time.monotonic()) > 0:
        ready, _, _ = select.select([channel], [], [], min(left, 0.05))
        chunk = os.read(channel, 65536) if ready else b""
        tail = (tail + chunk)[-keep:]
        # A child left in the background may hold the pipe open: the command's own end counts.
        if not chunk and (ready or process.poll() is not None):
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
            return tail, process.returncode is None
    return tail, True


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End whatever is left of the process group, and collect the process."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _copy(root: Path, made: Box) -> None:
    """Copy the tree file by file: a hard link would let a test write into the user's own file."""
    total = 0
    for folder, names, files in os.walk(root):
        here = Path(folder)
        names[:] = [name for name in names if name not in LEFT_OUT and here / name != made.base]
        target = made.tree / here.relative_to(root)
        target.mkdir(exist_ok=True)
        for name in (*files, *(name for name in names if (here / name).is_symlink())):
            total += _copy_one(here / name, target / name, root)
            if total > LARGEST_TREE:
                raise UsageError(f"the tree is larger than {LARGEST_TREE // 10**9} GB and was not copied")


def _copy_one(source: Path, target: Path, root: Path) -> int:
    """Copy a plain file or a link that stays inside; give its bytes, 0 for what was left behind."""
    if source.is_symlink():
        inside = source.resolve()
        if inside.is_relative_to(root):
            target.symlink_to(os.path.relpath(inside, source.parent.resolve()))
        return 0
    if not source.is_file():
        return 0
    # An unreadable file is no part of what the user can test either.
    with suppress(PermissionError):
        shutil.copy2(source, target)
        return target.stat().st_size
    return 0
