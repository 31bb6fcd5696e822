"""Whatever lies in a repository, `legacyctl scan` ends, names it, and leaves no traceback and no process."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

DEEP = 100_000
LARGE = "[source]\nmax_bytes = 100_000_000\n[scan]\n"
# A parser of today reads some 20 MB in a second, and takes fifteen times that in memory.
JAVA_40_MB = b"class A { void f() {\n" + b"  x.call(1, 2, 3);\n" * 2_000_000 + b"} }\n"


def start(root, *arguments, **how):
    command = [sys.executable, "-m", "legacyctl", "scan", str(root), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)


def scanned(root, *arguments):
    """Scan and give what was found by path; nothing may be printed but the progress."""
    process = start(root, "--json", *arguments)
    printed, told = process.communicate(timeout=300)
    assert all(line.startswith("scan: ") for line in told.splitlines()), told
    assert process.returncode == 0
    return {file["path"]: file for file in json.loads(printed)["files"]}


@pytest.fixture
def tree(tmp_path):
    """Give a function that writes files, bytes by path, beside one that is in order."""

    def write(files):
        for path, content in {"good.py": b"print 1\n", **files}.items():
            target = Path(tmp_path, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return tmp_path

    return write


def problems(found):
    """Give the problems by path; the file that is in order must have been read."""
    assert found["good.py"]["lines"] == 1
    return {path: file["problem"] for path, file in found.items() if file["problem"]}


def test_a_file_that_takes_too_long_is_given_up(tree):
    root = tree({"Slow.java": JAVA_40_MB, "legacyctl.toml": f"{LARGE}seconds = 1\n".encode()})
    assert problems(scanned(root)) == {"Slow.java": "took more than 1 s (scan.seconds)"}
    # it is not held against the file: with more time it is read
    tree({"Slow.java": b"class A { }\n"})
    assert problems(scanned(root)) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="the bound on memory is Linux's")
def test_a_file_that_takes_too_much_memory_is_given_up(tree):
    root = tree({"Large.java": JAVA_40_MB, "legacyctl.toml": f"{LARGE}memory = 256\n".encode()})
    (problem,) = problems(scanned(root)).values()
    assert "256 MB (scan.memory)" in problem


def test_a_gigabyte_is_refused_unread(tree):
    root = tree({"huge.py": b""})
    os.truncate(root / "huge.py", 1 << 30)
    assert problems(scanned(root)) == {"huge.py": "larger than max_bytes (1,073,741,824 > 4,000,000 bytes)"}


def _doubled(number):
    """Give an XML entity that is twice the one before it."""
    return b'<!ENTITY e%d "&e%d;&e%d;">' % (number + 1, number, number)


NESTS = {
    "deep.py": b"x = " + b"(" * DEEP + b"1" + b")" * DEEP + b"\n",
    "blocks.py": b"".join(b" " * depth + b"if x:\n" for depth in range(1_500)) + b" " * 1_500 + b"pass\n",
    "Deep.java": b"class D { int x = " + b"(" * DEEP + b"1" + b")" * DEEP + b"; }\n",
    "Blocks.java": b"class D { void f() " + b"{" * DEEP + b"}" * DEEP + b" }\n",
    "Open.java": b"class D { void f() " + b"{(" * DEEP,
    "DEEP.cbl": b"       PROCEDURE DIVISION.\n       P1.\n" + b"           IF A = 1\n" * (DEEP // 10),
    "deep.xml": b"<a>" * DEEP + b"</a>" * DEEP,
    "bomb.xml": b"<!DOCTYPE a [<!ENTITY e0 'x'>%s]><a>&e99;</a>" % b"".join(map(_doubled, range(99))),
    "deep.json": b"[" * DEEP,
}  # fmt: skip


def test_no_nesting_is_too_deep(tree):
    found = scanned(tree(NESTS))
    assert set(found) == {"good.py", *NESTS}
    # the grammar for Java ends its process on this one, which costs that file only
    assert set(problems(found)) <= {"Open.java"}
    assert all(found[path]["bytes"] == len(content) for path, content in NESTS.items())


ODD = {
    "two\nlines.py": b"print 2\n",
    "latin.py": b"x = 'caf\xe9'\n",
    "none.py": b"\xc3\x28\xa0\xa1\xe2\x28\xa1\xf8",
    "nul.py": b"x = 1\0\0\0\n",
    "empty.py": b"",
    "end.py": b"x = (",
    "archive.zip": b"PK\x03\x04" + b"\0" * 999,
}


def test_odd_names_and_bytes(tree):
    found = scanned(tree(ODD))
    assert set(found) == {"good.py", "two\\x0alines.py", *ODD} - {"two\nlines.py"}
    assert set(problems(found)) == {"archive.zip", "nul.py"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_links_and_pipes_are_named(tree):
    root = tree({"inner/a.py": b"x = 1\n"})
    (root / "inner/loop").symlink_to(root, target_is_directory=True)
    (root / "self.py").symlink_to("self.py")
    os.mkfifo(root / "pipe.py")
    told = problems(scanned(root))
    assert set(told) == {"inner/loop", "pipe.py", "self.py"}
    assert told["pipe.py"] == "not a regular file (a socket, pipe or device)"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tree):
    root = tree({"shut.py": b"", "closed/a.py": b""})
    (root / "shut.py").chmod(0)
    (root / "closed").chmod(0)
    told = problems(scanned(root))
    (root / "closed").chmod(0o700)
    assert set(told) == {"closed/", "shut.py"}


@contextmanager
def rewritten(path):
    """Rewrite a file all the time."""
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            path.write_bytes(b"x = 1\n" * (number % 9_999))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def test_a_file_that_changes_all_the_time_is_told_and_never_believed(tree):
    root = tree({"busy.py": b"x = 1\n", **{f"{number}.py": b"y = 2\n" for number in range(300)}})
    with rewritten(root / "busy.py"):
        for _ in range(3):
            found = scanned(root)
            assert len(found) == 302
            assert set(problems(found)) <= {"busy.py"}
    assert scanned(root) == scanned(root, "--no-cache")


def test_fifty_thousand_small_files_in_one_folder(tree):
    root = tree({"many/.keep": b""})
    for number in range(50_000):
        with open(f"{root}/many/{number}.{'txt' if number % 50 else 'py'}", "wb") as file:  # noqa: PTH123 - as fast as can be
            file.write(b"x\n")
    found = scanned(root)
    assert len(found) == 50_002
    assert problems(found) == {}
    assert sum(file["language"] == "python" for file in found.values()) == 1_001


def test_two_scans_at_once_do_not_meet(tree):
    root = tree({f"{number}.java": b"class A { void f() { x.call(); } }\n" * 50 for number in range(100)})
    processes = [start(root, "--json") for _ in range(3)]
    printed = {process.communicate(timeout=300)[0] for process in processes}
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert printed == {start(root, "--json", "--no-cache").communicate(timeout=300)[0]}


def is_alive(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX")
def test_an_interrupt_ends_all_processes(tree):
    root = tree({f"{number}.java": b"class A { void f() { x.call(); } }\n" * 2_000 for number in range(100)})
    process = start(root, "--jobs", "2", start_new_session=True)
    # the store is made when the first worker is under way
    until = time.monotonic() + 60
    while not (root / ".legacyctl/store.sqlite").exists() and time.monotonic() < until:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in told
    # the last worker may still be ending
    until = time.monotonic() + 30
    while is_alive(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(process.pid)


@pytest.mark.parametrize("name", ["nowhere", "good.py"])
def test_what_is_no_folder_is_wrong_use(tree, name):
    process = start(tree({}) / name)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "not a folder" in told
