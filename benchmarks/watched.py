"""Programs as they are seen from outside: seconds on the clock, seconds of processor, memory of all their processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STEP = 0.005  # seconds between two looks at the memory
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a program: seconds on the clock and of all processors, and what it printed."""

    wall: float
    cpu: float
    printed: str


def run(command: Sequence[str]) -> Run:
    """Run a program to its end; raises CalledProcessError with what it said."""
    with tempfile.TemporaryFile("w+") as printed, tempfile.TemporaryFile("w+") as told:
        before, began = os.times(), time.perf_counter()
        code = subprocess.Popen(command, stdout=printed, stderr=told).wait()
        wall, after = time.perf_counter() - began, os.times()
        printed.seek(0)
        told.seek(0)
        if code:
            raise subprocess.CalledProcessError(code, command, stderr=told.read()[-2000:])
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        return Run(wall, cpu, printed.read())


def in_turn(programs: Mapping[str, Callable[[], Run]], rounds: int) -> dict[str, Run]:
    """Run every program `rounds` times, in turn so that all see the same machine; give the median of each."""
    taken: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, program in programs.items():
            taken[name].append(program())
    return {
        name: Run(
            statistics.median(one.wall for one in runs), statistics.median(one.cpu for one in runs), runs[-1].printed
        )
        for name, runs in taken.items()
    }


def peak(command: Sequence[str]) -> float:
    """Give the most memory in MB that a program and all that it started held at one moment (resident, Linux only)."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_resident, _family(process.pid))))
        time.sleep(STEP)
    return most / 1e6


def _family(pid: int) -> list[int]:
    """Give a process and all below it."""
    found = [pid]
    for one in found:
        try:
            children = Path(f"/proc/{one}/task/{one}/children").read_text(encoding="ascii")
        except OSError:
            continue
        found += map(int, children.split())
    return found


def _resident(pid: int) -> int:
    """Give the resident memory of a process in bytes, 0 for one that is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * PAGE
    except (OSError, IndexError):
        return 0
