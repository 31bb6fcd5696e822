"""The audit trail shows every change that can be shown, and keeps no content."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legacyctl.audit import AuditEntry, _canonical, _with_hash, record, verify
from legacyctl.errors import UsageError


def entry(task="task-1", **more):
    return AuditEntry(
        run_id="run-1",
        task_id=task,
        backend="embedded",
        sovereignty="own",
        sensitivity="S1",
        allowed=True,
        rule="own.S1: allow",
        counts={"BSN": 2},
        **more,
    )


@pytest.fixture
def trail(tmp_path):
    path = tmp_path / "state" / "audit.jsonl"
    for number in range(5):
        record(path, entry(f"task-{number}"))
    return path


def lines_of(path):
    return path.read_bytes().splitlines(keepends=True)


def texts(faults):
    return [str(fault) for fault in faults]


def test_a_whole_trail_has_no_faults(trail):
    assert verify(trail) == []


def test_no_trail_has_no_faults(tmp_path):
    assert verify(tmp_path / "audit.jsonl") == []


def test_a_line_says_what_happened_and_when(trail):
    line = json.loads(lines_of(trail)[2])
    assert (line["seq"], line["task_id"], line["counts"]) == (3, "task-2", {"BSN": 2})
    assert line["time"].endswith("+00:00")


def test_record_gives_the_hash_of_its_line(trail):
    assert record(trail, entry("last")) == json.loads(lines_of(trail)[-1])["hash"]


def test_an_entry_has_no_place_for_content():
    fields = set(AuditEntry.__dataclass_fields__)
    assert not fields & {"prompt", "code", "text", "messages", "key", "headers", "values"}


TAMPERED = {
    "first dropped": lambda ls: ls[1:],
    "middle dropped": lambda ls: ls[:2] + ls[3:],
    "two swapped": lambda ls: [ls[0], ls[2], ls[1], *ls[3:]],
    "one twice": lambda ls: [*ls[:3], ls[2], *ls[3:]],
    "inserted": lambda ls: [*ls[:3], b"{}\n", *ls[3:]],
    "empty line": lambda ls: [*ls[:3], b"\n", *ls[3:]],
    "word changed": lambda ls: [*ls[:3], ls[3].replace(b"embedded", b"elsewher"), ls[4]],
    "blank added": lambda ls: [*ls[:3], ls[3].replace(b":", b": ", 1), ls[4]],
    "last dropped": lambda ls: ls[:-1],
    "last two dropped": lambda ls: ls[:-2],
    "all dropped": lambda _: [],
    "end cut": lambda ls: [*ls[:-1], ls[-1][:-10]],
    "line feed cut": lambda ls: [*ls[:-1], ls[-1][:-1]],
    "not UTF-8": lambda ls: [ls[0], b"\xff\xfe\n", *ls[2:]],
}


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_found(trail, change):
    trail.write_bytes(b"".join(change(lines_of(trail))))
    assert verify(trail)


def test_a_changed_line_with_a_new_hash_breaks_the_chain_behind_it(tmp_path):
    """The strongest single change: a line that is right in itself."""
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    for number in range(3):
        record(one, entry(f"task-{number}"))
        record(other, entry(f"other-{number}"))
    mixed = [lines_of(other)[0], *lines_of(one)[1:]]
    one.write_bytes(b"".join(mixed))
    assert texts(verify(one)) == ["line 2: does not follow the line before it"]


def test_a_changed_last_line_with_a_new_hash_does_not_match_the_head(tmp_path):
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    record(one, entry("task"))
    record(other, entry("other"))
    one.write_bytes(other.read_bytes())
    assert texts(verify(one)) == ["one.head does not belong to these lines"]


def test_a_forged_line_with_a_wrong_number(tmp_path):
    path = tmp_path / "audit.jsonl"
    digest = record(path, entry())
    path.write_bytes(path.read_bytes() + _canonical(_with_hash({"seq": 7, "prev": digest})))
    assert texts(verify(path)) == ["line 2: does not follow the line before it"]


def test_more_lines_than_a_crash_leaves_behind_the_head(trail):
    head = trail.with_suffix(".head")
    before = head.read_bytes()
    record(trail, entry("task-6"))
    record(trail, entry("task-7"))
    head.write_bytes(before)
    assert texts(verify(trail)) == ["audit.head does not belong to these lines"]


def test_a_missing_head_is_said(trail):
    trail.with_suffix(".head").unlink()
    assert "cannot be seen" in texts(verify(trail))[0]


def test_a_deleted_trail_is_found_by_its_head(trail):
    trail.unlink()
    assert texts(verify(trail)) == ["audit.jsonl is missing"]


def test_an_anchor_finds_what_the_head_cannot(trail):
    """Both files set back: only a hash that was kept elsewhere shows it."""
    head = trail.with_suffix(".head")
    before = trail.read_bytes(), head.read_bytes()
    anchor = record(trail, entry("to be hidden"))
    trail.write_bytes(before[0])
    head.write_bytes(before[1])
    assert verify(trail) == []
    assert verify(trail, anchor=anchor)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_edit_of_lines_is_found(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("trail") / "audit.jsonl"
    for number in range(data.draw(st.integers(2, 5))):
        record(path, entry(f"task-{number}"))
    before = lines_of(path)
    after = data.draw(st.lists(st.sampled_from([*before, b"\n", b"{}\n"]), max_size=7))
    path.write_bytes(b"".join(after))
    assert bool(verify(path)) == (after != before)


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_any_changed_byte_is_found(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("trail") / "audit.jsonl"
    record(path, entry())
    record(path, entry("task-2"))
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != content[place]))
    path.write_bytes(bytes(content))
    assert verify(path)


def test_a_line_that_a_crash_cut_short_is_dropped_by_the_next_one(trail):
    with trail.open("ab") as file:
        file.write(b'{"seq":6,"task_')
    assert texts(verify(trail)) == ["line 6: is cut short"]
    record(trail, entry("after the crash"))
    assert verify(trail) == []


def test_a_crash_between_line_and_head_is_no_fault(trail):
    head = trail.with_suffix(".head")
    before = head.read_bytes()
    record(trail, entry("task-6"))
    head.write_bytes(before)
    assert verify(trail) == []
    record(trail, entry("task-7"))
    assert verify(trail) == []


@pytest.mark.parametrize("change", ["line feed cut", "last dropped", "word changed"])
def test_a_changed_end_is_not_built_upon(trail, change):
    lines = lines_of(trail)
    if change == "word changed":
        lines[-1] = lines[-1].replace(b'"hash":"', b'"hash":"f')
    trail.write_bytes(b"".join(lines) if change == "word changed" else b"".join(TAMPERED[change](lines)))
    with pytest.raises(UsageError, match="somebody changed it"):
        record(trail, entry())


WRITER = """
import sys
from pathlib import Path
from legacyctl.audit import AuditEntry, record
for number in range(20):
    task = f"{sys.argv[2]}-{number}"
    record(Path(sys.argv[1]), AuditEntry("run", task, "replay", "own", "S0", True, "own.S0: allow"))
"""


def test_writers_in_several_processes_do_not_mix(tmp_path):
    path = tmp_path / "audit.jsonl"
    command = [sys.executable, "-c", WRITER, str(path)]
    for process in [subprocess.Popen([*command, str(name)]) for name in range(3)]:
        assert process.wait() == 0
    assert len(lines_of(path)) == 60
    assert verify(path) == []


def test_it_writes_beside_itself_only(trail):
    assert sorted(p.name for p in Path(trail.parent).iterdir()) == ["audit.head", "audit.jsonl"]
