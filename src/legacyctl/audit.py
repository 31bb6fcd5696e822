"""The audit trail of model calls: an append-only file of JSON lines, chained by hashes.

Every line holds its number, the hash of the line before it and its own hash.
Beside the file stands its head: the number and hash of the last line. It holds
no text of a prompt or an answer, no value and no key; counts, sizes and digests
only.

What `verify` finds: any line that was changed, dropped, swapped, inserted or
cut short, and lines missing at the end while the head still stands.

What it cannot find, for nothing in the file is secret: somebody who may write
both files can compute a whole new chain, or cut lines off the end and set the
head back. Against that the hash that `record` gives must be kept elsewhere,
such as in a run's report or a commit; `verify(path, anchor=...)` then finds it
missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from legacyctl.errors import UsageError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Where it lies, from the root of a repository.
LOG = ".legacyctl/audit.jsonl"

START = "0" * 64

# The end of the file that is read to find the last line; a line is far shorter.
TAIL_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """What is kept of one call to a model, or of its refusal.

    `rule` is that of the policy's decision, `counts` the masked values by kind,
    `prompt_bytes` the size of what was sent, `prompt_sha256` its digest as
    sealed. Tokens are -1 where the server gave none. `status` and `grade` say
    what became of the answer.
    """

    run_id: str
    task_id: str
    backend: str
    sovereignty: str
    sensitivity: str
    allowed: bool
    rule: str
    model: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    prompt_sha256: str = ""
    prompt_bytes: int = 0
    tokens_in: int = -1
    tokens_out: int = -1
    seconds: float = 0.0
    finish: str = ""
    status: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the trail, and in which line (0 is the file as a whole)."""

    line: int
    text: str

    def __str__(self) -> str:
        """Give "line 3: ..."."""
        return f"line {self.line}: {self.text}" if self.line else self.text


def record(path: Path, entry: AuditEntry) -> str:
    """Append an entry and give the hash of its line, the new head; on disk when this returns.

    Waits for other writers. Raises UsageError when the end of the file is not
    what the head says, for then somebody else changed it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file, _locked(file):
        number, last = _end(path, file)
        line = {"seq": number + 1, "time": datetime.now(UTC).isoformat(timespec="milliseconds"), "prev": last}
        sealed = _with_hash({**line, **asdict(entry)})
        file.write(_canonical(sealed))
        file.flush()
        os.fsync(file.fileno())
        _write_head(path, number + 1, sealed["hash"])
    return str(sealed["hash"])


def verify(path: Path, *, anchor: str = "") -> list[Fault]:
    """Give every fault of the trail at `path`, in line order; none for a trail that is whole, or not there at all.

    `anchor` is the hash of a line that was kept elsewhere: it must be in the trail.
    """
    head = _head(path)
    if not path.is_file():
        return [Fault(0, f"{path.name} is missing")] if head or anchor else []
    lines = path.read_bytes().split(b"\n")
    whole, rest = lines[:-1], lines[-1]
    faults, hashes = _chain(whole)
    if rest:
        faults.append(Fault(len(lines), "is cut short"))
    faults.extend(_end_faults(path, head, hashes))
    if anchor and anchor not in hashes:
        faults.append(Fault(0, f"the line with hash {anchor} is not there"))
    return faults


def _chain(lines: list[bytes]) -> tuple[list[Fault], list[str]]:
    """Check each line and its place; gives the faults, and every line's hash as it should be."""
    faults: list[Fault] = []
    hashes: list[str] = []
    before = START
    for number, raw in enumerate(lines, 1):
        line = _parsed(raw)
        problem = _line_problem(raw, line, number, before)
        if problem:
            faults.append(Fault(number, problem))
        before = str(line.get("hash", ""))
        hashes.append(before)
    return faults, hashes


def _line_problem(raw: bytes, line: dict[str, Any], number: int, before: str) -> str:
    if not line:
        return "is not a line of an audit trail"
    content = {key: value for key, value in line.items() if key != "hash"}
    if raw + b"\n" != _canonical(_with_hash(content)):
        return "was changed"
    if line.get("seq") != number or line.get("prev") != before:
        return "does not follow the line before it"
    return ""


def _end_faults(path: Path, head: tuple[int, str] | None, hashes: list[str]) -> list[Fault]:
    """Check the end of the trail against the head.

    One line more than the head says is what a crash between the two leaves.
    """
    if head is None:
        lost = f"{_head_path(path).name} is missing: whether lines were cut off the end cannot be seen"
        return [Fault(0, lost)] if hashes else []
    number, digest = head
    if number > len(hashes):
        return [Fault(0, f"{number - len(hashes)} line(s) are missing at the end")]
    if number < 1 or hashes[number - 1] != digest or len(hashes) > number + 1:
        return [Fault(0, f"{_head_path(path).name} does not belong to these lines")]
    return []


def _end(path: Path, file: IO[bytes]) -> tuple[int, str]:
    """Give the number and hash of the last line, after dropping what a crash left half written."""
    head = _head(path) or (0, START)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - TAIL_BYTES))
    whole, _, rest = file.read().rpartition(b"\n")
    line = _parsed(whole.rpartition(b"\n")[2])
    last = (line.get("seq", 0), line.get("hash", START))
    follows = last[0] == head[0] + 1 and line.get("prev") == head[1]
    if last != head and not follows:
        raise UsageError(
            f"{path}: its end is not what {_head_path(path).name} says; somebody changed it",
            way_out="See `legacyctl audit verify`, and move both files away to begin a new trail.",
        )
    if rest:
        # A line without its end was never confirmed to anybody.
        file.truncate(size - len(rest))
    return last


def _with_hash(content: dict[str, Any]) -> dict[str, Any]:
    return {**content, "hash": hashlib.sha256(_canonical(content)).hexdigest()}


def _canonical(line: Mapping[str, Any]) -> bytes:
    """Give the one spelling of a line: keys in order, no blanks, ASCII, a line feed at its end."""
    return json.dumps(line, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _parsed(raw: bytes) -> dict[str, Any]:
    """Give the object of a line, {} when there is none."""
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return line if isinstance(line, dict) else {}


def _head_path(path: Path) -> Path:
    return path.with_suffix(".head")


def _head(path: Path) -> tuple[int, str] | None:
    """Give the number and hash that the head holds; None when there is no readable one."""
    try:
        number, _, digest = _head_path(path).read_text(encoding="ascii").strip().partition(" ")
        return int(number), digest
    except (OSError, ValueError):
        return None


def _write_head(path: Path, number: int, digest: str) -> None:
    """Put the new head in place of the old one, in one step."""
    fresh = path.with_suffix(".head.new")
    with fresh.open("w", encoding="ascii") as file:
        file.write(f"{number} {digest}\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(_head_path(path))


@contextmanager
def _locked(file: IO[bytes]) -> Iterator[None]:
    """Hold the file against other writers, in this process and others."""
    if sys.platform == "win32":
        # A byte far behind the end: a lock there does not keep readers away.
        file.seek(1 << 40)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            file.seek(1 << 40)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        return
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
