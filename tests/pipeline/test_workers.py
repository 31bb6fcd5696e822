"""A worker that hangs, swells, dies or cannot start costs one file at most, and never the run."""

import ctypes
import faulthandler
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from legacyctl.errors import CatalogError, LegacyctlError, UsageError
from legacyctl.pipeline.scan import _reader
from legacyctl.pipeline.worker import Reply
from legacyctl.pipeline.workers import BATCH, CONTEXT, Item, Limits, Pool

pytestmark = pytest.mark.skipif(CONTEXT.get_start_method() != "fork", reason="the readers below cannot be sent along")
LIMITS = Limits(seconds=0.5, memory=200)
OTHERS = [f"{number}.py" for number in range(50)]


def hang():
    """Hang with the interpreter's lock held, as a parser does; no signal handler of Python would run."""
    ctypes.PyDLL(None).sleep(60)


DEEDS = {
    "hang": hang,
    "swell": lambda: b"x" * 1_000_000_000,
    "abort": os.abort,
    "segfault": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "exit": lambda: os._exit(9),
    "fault": lambda: {}["the user's text"],
}


def reader():
    """Give a reader that does what the name of a file says."""
    faulthandler.disable()  # pytest's, which would tell of every death

    def read(path, sha256, paths):
        DEEDS.get(path.removesuffix(".py"), int)()
        return Reply(summary=f"{path} {sha256} {len(paths)}", body=b"x" * 1000)

    return read


def read_all(items, make=reader, *, jobs=2, limits=LIMITS):
    with Pool(make, jobs=jobs, limits=limits) as pool:
        return {item.path: reply for item, reply in pool.read([Item(path, BATCH // 20) for path in items])}


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_file_is_read_once(jobs):
    found = read_all(OTHERS, jobs=jobs)
    assert sorted(found) == sorted(OTHERS)
    assert all(isinstance(reply, Reply) for reply in found.values())


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        ("hang", "took more than 0.5 s (scan.seconds)"),
        ("swell", "needs more memory than 200 MB (scan.memory)"),
        ("abort", "its reader was ended (SIGABRT), as it may be when 200 MB (scan.memory) is not enough"),
        ("segfault", "its reader was ended (SIGSEGV)"),
        ("exit", "its reader ended with exit code 9"),
        ("fault", "not read, by a fault of legacyctl: KeyError in test_workers.py:"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_one_file_is_lost_and_told_and_all_others_are_read(deed, told, jobs):
    files = [*OTHERS[:25], f"{deed}.py", *OTHERS[25:]]
    found = read_all(files, jobs=jobs)
    assert sorted(found) == sorted(files)
    assert [path for path, reply in found.items() if isinstance(reply, str)] == [f"{deed}.py"]
    assert found[f"{deed}.py"].startswith(told)


def test_the_text_of_the_user_is_in_no_message():
    assert "user" not in read_all(["fault.py"])["fault.py"]


def test_files_that_kill_one_after_the_other():
    found = read_all(["exit.py", "abort.py", "segfault.py", "1.py"], jobs=1)
    assert [isinstance(reply, str) for _, reply in sorted(found.items())] == [False, True, True, True]


def test_what_is_known_of_a_file_and_the_paths_reach_the_reader():
    with Pool(reader, jobs=1, limits=LIMITS) as pool:
        pool.begin(Item("a.py", 1, "one"))
        pool.tell(["a.py", "b.py"])
        found = {item.path: reply.summary for item, reply in pool.read([Item("b.py", 1, "two")])}
    assert found == {"a.py": "a.py one 0", "b.py": "b.py two 2"}


def fails(error):
    raise error


def test_what_the_user_must_mend_ends_the_run_as_it_was():
    error = CatalogError(Path("x.toml"), ["line 1: wrong"])
    with pytest.raises(CatalogError, match="line 1: wrong"):
        read_all(OTHERS, partial(fails, error))


def test_a_reader_that_cannot_be_made_ends_the_run():
    with pytest.raises(LegacyctlError, match=r"could not start: KeyError in test_workers\.py"):
        read_all(OTHERS, partial(fails, KeyError("x")))


def test_a_worker_that_dies_before_it_reads_ends_the_run():
    with pytest.raises(UsageError, match="before it read anything"):
        read_all(OTHERS, partial(os._exit, 5))


def pids():
    """Give a reader that says which process it is in."""
    return lambda _path, _sha256, _paths: Reply(summary=str(os.getpid()))


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_no_worker_outlives_its_pool():
    found = read_all(OTHERS, pids)
    assert not any(is_alive(int(reply.summary)) for reply in found.values())


def test_a_worker_ignores_the_interrupt_of_the_terminal():
    def make():
        return lambda _path, _sha256, _paths: Reply(summary=str(os.kill(os.getpid(), signal.SIGINT)))

    assert read_all(["a.py"], make)["a.py"] == Reply(summary="None")


ORPHAN = """
import os, sys, time
from legacyctl.pipeline.worker import Reply
from legacyctl.pipeline.workers import Item, Limits, Pool

def make():
    return lambda path, sha256, paths: Reply(summary=str(os.getpid()))

pool = Pool(make, jobs=2, limits=Limits())
print(*{reply.summary for _, reply in pool.read([Item(str(n), 10**6) for n in range(9)])}, flush=True)
os._exit(0)
"""


def test_workers_end_when_their_parent_is_gone():
    """The parent leaves without closing anything, as one that was killed."""
    done = subprocess.run([sys.executable, "-c", ORPHAN], capture_output=True, text=True, check=True, timeout=60)
    workers = list(map(int, done.stdout.split()))
    until = time.monotonic() + 30
    while any(map(is_alive, workers)) and time.monotonic() < until:
        time.sleep(0.01)
    assert workers
    assert not any(map(is_alive, workers))


def test_the_start_method_of_other_systems_reads_too(project):
    """Everything that a worker is started with can be sent to a new interpreter."""
    made = project({"a.py": "print 1\n", "B.java": "class B { }\n"})
    context = multiprocessing.get_context("spawn")
    with Pool(partial(_reader, made), jobs=2, limits=Limits(), context=context) as pool:
        found = {item.path: reply for item, reply in pool.read([Item("a.py", BATCH), Item("B.java", BATCH)])}
    assert [isinstance(reply, Reply) and bool(reply.body) for reply in found.values()] == [True, True]
