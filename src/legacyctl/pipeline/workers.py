"""Worker processes that read files, a batch at a time; one that hangs, swells or dies costs one file.

A process and no thread, because the parsers hold the interpreter's lock, and
because what hangs inside a parser can only be killed. The start method is fork
on Linux, where it takes a millisecond, and spawn elsewhere, where fork is not
safe; nothing here may start a thread, which would make it unsafe there too.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple, Self

from legacyctl.errors import UsageError
from legacyctl.pipeline import worker
from legacyctl.pipeline.worker import Fault, Make, Reply

Context = multiprocessing.context.ForkContext | multiprocessing.context.SpawnContext
CONTEXT: Context = (
    multiprocessing.get_context("fork") if sys.platform == "linux" else multiprocessing.get_context("spawn")
)
# A batch is closed at this many bytes; a file counts for at least COST, since opening it takes time too.
BATCH = 128 * 1024
COST = 2 * 1024
# How often a worker that says nothing is looked at, and how long one may take to end, in seconds.
LOOK = 0.1
GOING = 5.0


class Item(NamedTuple):
    """A file to read: its path, its size in bytes, and the digest it had at the last scan, or ""."""

    path: str
    size: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: `seconds`, and `memory` in MB."""

    seconds: float = 20
    memory: int = 1024


def usable_processors() -> int:
    """Give how many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Pool:
    """At most `jobs` workers, started when they are needed; each calls `make` once and then what that gave per file.

    Close it by leaving its `with`: that kills the workers, which hold nothing that could be lost.
    """

    def __init__(self, make: Make, *, jobs: int, limits: Limits, context: Context = CONTEXT) -> None:
        self._make, self._jobs, self._limits, self._context = make, jobs, limits, context
        self._workers: list[_Worker] = []
        self._paths: Sequence[str] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Kill the workers and wait until they are gone."""
        while self._workers:
            self._workers.pop().kill()

    def start(self) -> None:
        """Start a worker ahead of need, so that it gets ready meanwhile."""
        begun = self._context.RawValue("q", 0)
        settings = worker.Settings(self._make, self._limits.seconds, self._limits.memory, begun)
        self._workers.append(_Worker(self._context, settings, [one.connection for one in self._workers]))

    def begin(self, item: Item) -> None:
        """Give the first file to a worker that waits; its reply comes with those of `read`."""
        if not self._workers:
            self.start()
        self._workers[0].give([item])

    def tell(self, paths: Sequence[str]) -> None:
        """Say which paths there are in the repository: some files bring in others by name."""
        self._paths = paths

    def read(self, items: Iterable[Item]) -> Iterator[tuple[Item, Reply | str]]:
        """Read the files and give each with its reply, or with the reason why there is none, in any order.

        Raises what a worker raised for the user, and UsageError when no worker gets as far as a first file.
        """
        batches = _Batches(items)
        while True:
            self._hand_out(batches)
            busy = [one for one in self._workers if one.waiting]
            if not busy:
                return
            batches.look_ahead(len(busy))
            said = wait([one.connection for one in busy], LOOK)
            for one in busy:
                if one.connection in said:
                    yield from self._heard(one, batches)
                elif one.looked_at() > self._limits.seconds:
                    yield self._lost(one, batches, f"took more than {self._limits.seconds:g} s (scan.seconds)")

    def _hand_out(self, batches: _Batches) -> None:
        for one in [one for one in self._workers if not one.waiting]:
            if batch := batches.next():
                one.give(batch, self._paths)
        while len(self._workers) < self._jobs and (batch := batches.next()):
            self.start()
            self._workers[-1].give(batch, self._paths)

    def _heard(self, one: _Worker, batches: _Batches) -> list[tuple[Item, Reply | str]]:
        try:
            heard: Sequence[Reply | str] | Fault = one.connection.recv()
        except (EOFError, OSError):
            return [self._lost(one, batches, "")]
        if isinstance(heard, Fault):
            raise heard.error()
        return one.answered(heard)

    def _lost(self, one: _Worker, batches: _Batches, reason: str) -> tuple[Item, str]:
        """Give the file that cost a worker, and its other files to the others."""
        exit_code = one.end() if not reason else one.kill()
        self._workers.remove(one)
        culprit = one.current()
        if culprit is None:
            raise UsageError(
                f"a worker process ended ({worker.ending(exit_code, self._limits.memory)}) before it read anything",
                way_out="Raise scan.memory in legacyctl.toml, or lower --jobs.",
            )
        one.waiting.remove(culprit)
        batches.put_back(one.waiting)
        return culprit, reason or worker.ending(exit_code, self._limits.memory)


class _Worker:
    """A process with its line to us and the files that it was given, in order."""

    def __init__(self, context: Context, settings: worker.Settings, others: Sequence[Connection[Any, Any]]) -> None:
        self.waiting: deque[Item] = deque()
        self._answered = 0
        self._told = False
        self._seen, self._since, self._stood = 0, time.monotonic(), 0.0
        self._begun = settings.begun
        self.connection, theirs = context.Pipe()
        # a forked child would hold the lines of the others, and ours, open after our end
        inherited = [self.connection, *others] if context.get_start_method() == "fork" else []
        self._process = context.Process(target=worker.serve, args=(theirs, settings, inherited), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, batch: Sequence[Item], paths: Sequence[str] = ()) -> None:
        """Hand files to a worker that waits for them, once with the paths of the repository.

        One that is gone is noticed when its answer is read.
        """
        self.waiting.extend(batch)
        with suppress(OSError):
            if paths and not self._told:
                self._told = True
                self.connection.send(worker.Paths(tuple(paths)))
            self.connection.send([(item.path, item.sha256) for item in batch])

    def answered(self, replies: Sequence[Reply | str]) -> list[tuple[Item, Reply | str]]:
        """Put the replies, which come in order, to their files."""
        self._answered += len(replies)
        return [(self.waiting.popleft(), reply) for reply in replies]

    def looked_at(self) -> float:
        """Give how long the worker was seen at its present file, in seconds.

        The time in which nobody looked counts for little: all processes may have been stopped meanwhile.
        """
        now = time.monotonic()
        begun = self._begun.value
        if begun == self._seen and begun > self._answered:
            self._stood += min(now - self._since, 5 * LOOK)
        else:
            self._stood = 0.0
        self._seen, self._since = begun, now
        return self._stood

    def current(self) -> Item | None:
        """Give the file that the worker was at, None when it had not begun."""
        index = self._begun.value - self._answered - 1
        return self.waiting[index] if 0 <= index < len(self.waiting) else None

    def end(self) -> int:
        """Wait for a process that closed its line, and give its exit code, negative for a signal."""
        self._process.join(GOING)
        return self.kill()

    def kill(self) -> int:
        """End the process if it still runs, and give its exit code."""
        self._process.kill()
        self._process.join()
        self.connection.close()
        return self._process.exitcode or 0


class _Batches:
    """Files in batches, made as they are asked for."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = iter(items)
        self._ready: deque[list[Item]] = deque()

    def next(self) -> list[Item]:
        """Give the next batch, empty at the end."""
        return self._ready.popleft() if self._ready else self._made()

    def look_ahead(self, count: int) -> None:
        """Have that many batches ready, while the workers are busy anyway."""
        while len(self._ready) < count and (batch := self._made()):
            self._ready.append(batch)

    def put_back(self, items: Iterable[Item]) -> None:
        """Take files back that a worker did not get to."""
        if batch := list(items):
            self._ready.appendleft(batch)

    def _made(self) -> list[Item]:
        batch: list[Item] = []
        size = 0
        for item in self._items:
            batch.append(item)
            size += max(item.size, COST)
            if size >= BATCH:
                break
        return batch
