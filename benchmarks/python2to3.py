"""Python 2 to 3: the codemod beside `2to3 -f all -w -n`, on the same files in one run.

    python benchmarks/python2to3.py FOLDER... [--peer PYTHON] [--json FILE]

Every folder is copied twice; one copy goes through the codemod, the other
through lib2to3 of the interpreter `--peer` (Python 3.12 was the last to have
it). Then both are compiled in a process of their own by the interpreter that
runs this script. Printed per folder and tool:

  compiles      share of the files that compile on Python 3, before and after
  warnings      files that compile with a SyntaxWarning, after
  lines         lines changed (removed + added)
  compiled      files that compiled before and were changed all the same, and lines there
                (some of them for good reason: what they import or call is gone)
  again         files that a second run changes once more
  seconds       wall clock of the first run, one process
"""

from __future__ import annotations

import argparse
import difflib
import json
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from legacyctl.catalog import languages
from legacyctl.codemods import rewrite
from legacyctl.config import SourceConfig
from legacyctl.model import Grade, Task
from legacyctl.source import discover

# Reads paths from stdin, answers a line each: "ok", "warn" or the reason.
COMPILE = """
import sys, warnings
for path in sys.stdin.read().splitlines():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            with open(path, "rb") as file:
                compile(file.read(), path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            print(f"{type(error).__name__}: {error}".replace("\\n", " "))
        else:
            print("warn" if any(w.category is SyntaxWarning for w in caught) else "ok")
"""


@dataclass(frozen=True)
class Result:
    """The figures of one tool on one folder."""

    folder: str
    tool: str
    files: int
    compiled_before: int
    compiled_after: int
    with_warnings: int
    changed_files: int
    changed_lines: int
    changed_that_compiled: int
    lines_there: int
    changed_again: int
    notes: int
    seconds: float
    failures: tuple[str, ...]


def python_files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.py") if path.is_file())


def compiled(root: Path, files: list[str]) -> dict[str, str]:
    """Give for every file "ok", "warn" or why it does not compile."""
    stdin = "\n".join(str(root / name) for name in files)
    done = subprocess.run([sys.executable, "-c", COMPILE], input=stdin, capture_output=True, text=True, check=True)
    return dict(zip(files, done.stdout.splitlines(), strict=True))


def run_codemod(root: Path) -> int:
    """Rewrite all files in place; give the number of notes."""
    notes = 0
    files = [file for file in discover(root, SourceConfig(), languages()) if file.path.endswith(".py")]
    for file in files:
        task = Task("bench", "to Python 3", file.path, "python", (), (), Grade.E1, codemod="python2to3")
        beside = {entry.name for entry in (root / file.path).parent.iterdir()}
        patch = rewrite(file, task, beside=beside)
        notes += len(patch.notes)
        if not patch.empty:
            (root / file.path).write_bytes(patch.changes[0].after)
    return notes


def run_peer(root: Path, python: str) -> int:
    command = [python, "-W", "ignore", "-m", "lib2to3", "-f", "all", "-w", "-n", str(root)]
    subprocess.run(command, capture_output=True, check=False)
    return 0


def run(root: Path, tool: str, peer: str) -> int:
    return run_codemod(root) if tool == "legacyctl" else run_peer(root, peer)


def changed_lines(before: bytes, after: bytes) -> int:
    diff = difflib.diff_bytes(difflib.unified_diff, before.split(b"\n"), after.split(b"\n"), n=0, lineterm=b"")
    return sum(line[:1] in (b"+", b"-") and line[:3] not in (b"+++", b"---") for line in diff)


def contents(root: Path, files: list[str]) -> dict[str, bytes]:
    return {name: (root / name).read_bytes() for name in files}


def measure(folder: Path, tool: str, peer: str) -> Result:
    with tempfile.TemporaryDirectory(prefix="python2to3-") as scratch:
        root = Path(scratch, "copy")
        shutil.copytree(folder, root, ignore=shutil.ignore_patterns(".git", "*.pyc", "__pycache__"), symlinks=True)
        files = python_files(root)
        before, old = compiled(root, files), contents(root, files)
        start = time.perf_counter()
        notes = run(root, tool, peer)
        seconds = time.perf_counter() - start
        after, new = compiled(root, files), contents(root, files)
        run(root, tool, peer)
        again = contents(root, files)
    changed = [name for name in files if old[name] != new[name]]
    right = {"ok", "warn"}
    return Result(
        folder.name,
        tool,
        len(files),
        sum(state in right for state in before.values()),
        sum(state in right for state in after.values()),
        sum(state == "warn" for state in after.values()),
        len(changed),
        sum(changed_lines(old[name], new[name]) for name in changed),
        sum(before[name] in right for name in changed),
        sum(changed_lines(old[name], new[name]) for name in changed if before[name] in right),
        sum(new[name] != again[name] for name in files),
        notes,
        round(seconds, 1),
        tuple(f"{name}: {state}" for name, state in after.items() if state not in right),
    )


def has_peer(python: str) -> bool:
    try:
        done = subprocess.run([python, "-W", "ignore", "-c", "import lib2to3"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


HEAD = (
    "folder       tool       files        compiles    warnings  changed   lines"
    "  compiled  lines there  again  notes  seconds"
)


def lines_of(result: Result) -> Iterator[str]:
    share = 100 / max(result.files, 1)
    yield (
        f"{result.folder:12} {result.tool:10} {result.files:5}"
        f" {result.compiled_before * share:6.1f} -> {result.compiled_after * share:5.1f} %"
        f" {result.with_warnings:9} {result.changed_files:8} {result.changed_lines:7}"
        f" {result.changed_that_compiled:9} {result.lines_there:12}"
        f" {result.changed_again:6} {result.notes:6} {result.seconds:8.1f}"
    )
    yield from (f"    does not compile: {failure}" for failure in result.failures[:20])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--peer", default=sys.executable, help="a Python 3.12 or older, which still has lib2to3")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, fissix {version('fissix')}, libcst {version('libcst')}")
    tools = ["legacyctl"]
    if has_peer(options.peer):
        said = subprocess.run([options.peer, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        print(f"peer: lib2to3 -f all -w -n of {said}")
        tools.append("2to3")
    else:
        print(f"peer: {options.peer} has no lib2to3 (gone since Python 3.13); give --peer an older Python")
    print(HEAD)
    results = [measure(folder.resolve(), tool, options.peer) for folder in options.folders for tool in tools]
    for result in results:
        print("\n".join(lines_of(result)))
    if options.json:
        options.json.write_text(json.dumps([asdict(result) for result in results], indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
