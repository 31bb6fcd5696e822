"""What runs inside a worker process: read the files that come in, give back small replies.

The process is the bound: it may be killed at any moment and holds nothing that
would be lost. It ignores the interrupt of the terminal, since its parent ends it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from legacyctl import errors
from legacyctl.errors import LegacyctlError

if sys.platform != "win32":
    import resource

OUT_OF_MEMORY = 77  # the exit code of a worker that ran into its bound
# Replies are sent when they hold this many bytes, not one by one.
FLUSH = 64 * 1024
# A worker whose parent is gone ends itself this many seconds of work after its parent would have killed it.
GRACE = 10


class Reply(NamedTuple):
    """What reading a file gave, as text and bytes that the parent need not open.

    `summary` is "" for a file whose content is what the parent knows already.
    `lasting` is whether the same bytes in the same place give the same reply.
    """

    summary: str = ""
    body: bytes = b""
    sha256: str = ""
    depends: tuple[tuple[str, str], ...] = ()
    lasting: bool = True


class Paths(NamedTuple):
    """A message: the paths of the repository."""

    paths: tuple[str, ...]


Read = Callable[[str, str, Sequence[str]], Reply]
"""Reads the file at a path; also takes the digest that is known of it and the paths of the repository."""
Make = Callable[[], Read]


class Fault(NamedTuple):
    """An error for the user that a worker met, in a form that travels."""

    kind: str
    message: str
    way_out: str

    def error(self) -> LegacyctlError:
        """Give the error as it was."""
        kind: type[LegacyctlError] = getattr(errors, self.kind, LegacyctlError)
        made = kind.__new__(kind)
        LegacyctlError.__init__(made, self.message, way_out=self.way_out)
        return made


class Counted(Protocol):
    """A number that two processes see."""

    value: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker is started with; `memory` in MB.

    `begun` is memory that it shares with its parent: how many files it began.
    """

    make: Make
    seconds: float
    memory: int
    begun: Counted


def serve(line: Connection[Any, Any], settings: Settings, inherited: Sequence[Connection[Any, Any]]) -> None:
    """Answer batches until the line is closed; `inherited` are lines of others that a fork left open."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    _bound(settings.memory)
    # trees and facts hold no cycles: without the collector, reading is a tenth faster
    gc.disable()
    with suppress(EOFError, OSError):
        try:
            _answer(line, settings)
        except LegacyctlError as fault:
            line.send(Fault(type(fault).__name__, fault.message, fault.way_out))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)


def _answer(line: Connection[Any, Any], settings: Settings) -> None:
    read = _ready(settings.make)
    paths: Sequence[str] = ()
    while True:
        message = line.recv()
        if isinstance(message, Paths):
            paths = message.paths
            continue
        replies: list[Reply | str] = []
        size = 0
        for path, sha256 in message:
            settings.begun.value += 1
            _end_by_itself(settings.seconds + GRACE)
            replies.append(reply := _one(read, path, sha256, paths))
            _end_by_itself(0)
            size += len(reply.body) if isinstance(reply, Reply) else 0
            if size > FLUSH:
                line.send(replies)
                replies, size = [], 0
        gc.collect(0)
        if replies:
            line.send(replies)


def _ready(make: Make) -> Read:
    """Make what reads files; a fault of ours in that ends the run, since it would end every file."""
    try:
        return make()
    except (LegacyctlError, MemoryError):
        raise
    except Exception as fault:
        raise LegacyctlError(f"a worker process could not start: {_told(fault)}; please report it") from fault


def _one(read: Read, path: str, sha256: str, paths: Sequence[str]) -> Reply | str:
    """Read one file; a fault of ours in it is told in its place, and ends no run."""
    try:
        return read(path, sha256, paths)
    except (LegacyctlError, MemoryError):
        raise
    except Exception as fault:  # noqa: BLE001 - the door of the worker: one file must not end the run
        return f"not read, by a fault of legacyctl: {_told(fault)}; please report it"


def _told(fault: Exception) -> str:
    """Say what went wrong where, without a word of the user's code."""
    frame = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} in {Path(frame.filename).name}:{frame.lineno}"


def _bound(megabytes: int) -> None:
    """Bound the memory of this process where the system can, beyond what it has now; and let it leave no core file."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    with suppress(OSError, ValueError):
        now = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + megabytes * 1_000_000, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if not os.environ.get("LEGACYCTL_DEBUG"):
        # a parser that ends the process says so on stderr, in words that the user cannot use
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _end_by_itself(seconds: float) -> None:
    """Let the system end this process after so much work (0 never): nothing else can, once the parent is gone."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def ending(exit_code: int, megabytes: int) -> str:
    """Say why a worker ended that was not killed by us; a library that gets no memory ends its process by a signal."""
    bound = f"{megabytes} MB (scan.memory)"
    if exit_code == OUT_OF_MEMORY:
        return f"needs more memory than {bound}"
    if exit_code < 0:
        return f"its reader was ended ({signal.Signals(-exit_code).name}), as it may be when {bound} is not enough"
    return f"its reader ended with exit code {exit_code}"
