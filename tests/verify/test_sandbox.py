"""Commands run in a copy, with limits, without the user's secrets, and without network where that can be had."""

import os
import sys
from pathlib import Path

import pytest

from legacyctl.model import FileChange
from legacyctl.verify import sandbox
from legacyctl.verify.sandbox import Limits, box, run, scratch_copy, working_isolation

ISOLATED = pytest.mark.skipif("off" not in working_isolation().name, reason="this machine has no namespaces for us")


def python(code: str, *, seconds: float = 20, **limits: int) -> sandbox.Ran:
    with box() as made:
        return run((sys.executable, "-c", code), made, limits=Limits(seconds=seconds, **limits))


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_it_gives_exit_code_and_output():
    ran = python("import sys; print('a'); print('b', file=sys.stderr); sys.exit(3)")
    assert (ran.exit_code, sorted(ran.output.split()), ran.timed_out) == (3, ["a", "b"], False)


def test_a_command_that_is_not_there():
    with box() as made:
        ran = run(("no-such-command",), made)
    assert ran.exit_code == 127
    assert "no-such-command: No such file" in ran.output


def test_only_the_tail_of_the_output_is_kept():
    with box() as made:
        ran = run((sys.executable, "-c", "print('x' * 100_000 + 'end')"), made, keep=10)
    assert ran.output == "xxxxxxend\n"


def test_the_environment_holds_no_secret(monkeypatch):
    monkeypatch.setenv("API_KEY", "geheim")
    ran = python("import os; print(sorted(os.environ), os.environ['HOME'], sorted(os.listdir(os.environ['HOME'])))")
    assert "API_KEY" not in ran.output
    assert os.environ.get("HOME", "/root") + "'" not in ran.output
    assert ran.output.strip().endswith("[]")


def test_standard_input_is_empty():
    assert python("import sys; print(repr(sys.stdin.read()))").output == "''\n"


def test_time_is_limited():
    ran = python("import time; print('start', flush=True); time.sleep(60)", seconds=1)
    assert (ran.timed_out, ran.output) == (True, "start\n")


def test_a_child_in_the_background_holds_nothing_up():
    with box() as made:
        ran = run(("sh", "-c", "sleep 60 & echo done"), made, limits=Limits(seconds=20))
    assert (ran.exit_code, ran.output, ran.timed_out) == (0, "done\n", False)


@ISOLATED
def test_a_child_that_left_the_group_is_ended_too():
    with box() as made:
        run(("sh", "-c", "setsid sh -c 'sleep 2; touch late' & sleep 1"), made, limits=Limits(seconds=5))
        again = run(("sh", "-c", "sleep 2.5; ls"), made, limits=Limits(seconds=10))
    assert again.output == ""


def test_memory_is_limited():
    if sys.platform != "linux":
        pytest.skip("only Linux holds a process to it")
    assert "MemoryError" in python("bytearray(3 << 30)", memory=1 << 30).output


def test_the_size_of_a_file_is_limited():
    ran = python("open('big', 'wb').write(bytes(10_000)); print('written')", file=1000)
    assert "written" not in ran.output


@ISOLATED
def test_there_is_no_network_but_loopback():
    code = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
    print("loopback")
try:
    socket.create_connection(("192.0.2.1", 80), timeout=5)
except OSError as fault:
    print(type(fault).__name__, "unreachable" in str(fault))
"""
    ran = python(code)
    assert ran.output.split() == ["loopback", "OSError", "True"]
    assert ran.isolation.startswith("network: off")


def test_the_tree_is_copied_without_what_is_not_code(tmp_path):
    for path in ("src/a.py", "src/__pycache__/a.pyc", ".git/config", ".legacyctl/store", "b.txt", "src/map/leeg.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    with scratch_copy(tmp_path) as made:
        assert names(made.tree) == ["b.txt", "src", "src/a.py", "src/map", "src/map/leeg.txt"]


def test_changes_are_made_in_the_copy_only(tmp_path):
    (tmp_path / "a.py").write_bytes(b"old")
    with scratch_copy(tmp_path, [FileChange("a.py", b"old", b"new")]) as made:
        assert (made.tree / "a.py").read_bytes() == b"new"
        (made.tree / "a.py").write_bytes(b"written by a test")
    assert (tmp_path / "a.py").read_bytes() == b"old"
    assert not made.base.exists()


def test_links_that_lead_out_stay_behind(tmp_path):
    root = tmp_path / "repo"
    (root / "map").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret")
    (root / "a.txt").write_text("a")
    (root / "map" / "inside").symlink_to("../a.txt")
    (root / "absolute").symlink_to(root / "map")
    (root / "outside").symlink_to(tmp_path / "secret")
    (root / "broken").symlink_to("/nowhere")
    with scratch_copy(root) as made:
        assert names(made.tree) == ["a.txt", "absolute", "map", "map/inside"]
        (made.tree / "map" / "inside").write_text("written")
        assert (made.tree / "absolute").resolve() == made.tree / "map"
    assert (root / "a.txt").read_text() == "a"


def test_a_pipe_in_the_tree_is_no_trap(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with scratch_copy(tmp_path) as made:
        assert names(made.tree) == []
