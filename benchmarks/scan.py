"""`legacyctl scan` on real repositories, beside bare tree-sitter and other tools, on the same files in one run.

python benchmarks/scan.py [--java FOLDER] [--python2 FOLDER...] [--cobol FOLDER] [--lizard PROGRAM]
                          [--referee PYTHON] [--rounds N] [FOLDER...]

A plain FOLDER gets a row with what a scan makes of it. For the others the files of the language are copied to a
scratch folder, and every program runs there N times in turn with two processes; the medians are printed. `--lizard`
is the program lizard, `--referee` the interpreter of an environment with cobol-parser (AGPL, so a program of its own).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from importlib.metadata import version
from pathlib import Path

from watched import Run, in_turn, peak, run

from legacyctl import __version__, catalog

HERE = Path(__file__).parent
SCAN = [sys.executable, "-m", "legacyctl", "scan", "--jobs", "2"]
COLUMNS = "{:<28} {:>6} {:>6} {:>7} {:>8} {:>9} {:>9} {:>7} {:>8}"
# Nine kinds of nodes each, as a tool that only counts would ask for.
NINE = {
    "java": """(class_declaration name: (_) @a) (interface_declaration name: (_) @a) (if_statement) @a
        (method_declaration name: (_) @a) (constructor_declaration name: (_) @a) (method_invocation name: (_) @a)
        (object_creation_expression type: (_) @a) (import_declaration) @a (package_declaration) @a""",
    "python": """(function_definition name: (_) @a) (class_definition name: (_) @a) (call function: (_) @a)
        (import_statement) @a (import_from_statement) @a (future_import_statement) @a (print_statement) @a
        (exec_statement) @a (except_clause) @a""",
}
ENDINGS = {"java": (".java",), "python": (".py",), "cobol": (".cbl", ".cob", ".cpy")}
# A change must show: file systems tell times in ticks.
TICK = 0.05


def main() -> None:
    """Print a section for everything that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", metavar="FOLDER")
    parser.add_argument("--java")
    parser.add_argument("--python2", nargs="+")
    parser.add_argument("--cobol")
    parser.add_argument("--lizard", default=shutil.which("lizard"))
    parser.add_argument("--referee")
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    machine = f"{platform.machine()}, {len(os.sched_getaffinity(0))} processors"
    print(
        f"legacyctl {__version__}, tree-sitter {version('tree-sitter')}, Python {platform.python_version()}, {machine}"
    )
    if asked.folders:
        repositories(asked.folders)
    for language, folders in (("java", [asked.java]), ("python", asked.python2 or [])):
        if any(folders):
            with copied(folders, ENDINGS[language]) as (folder, files):
                beside_bare(language, Path(folder), files, asked)
    if asked.cobol:
        with copied([asked.cobol], ENDINGS["cobol"]) as (folder, files):
            beside_referee(Path(folder), files, asked)


def repositories(folders: Iterable[str]) -> None:
    """Scan each folder as it is, without a store, and print what was found."""
    print(COLUMNS.format("folder", "files", "read", "units", "findings", "unparsed", "fidelity", "s", "peak MB"))
    for folder in folders:
        seen = run([*SCAN, "--no-cache", "--json", folder])
        totals = json.loads(seen.printed)["totals"]
        row = (totals["files"], totals["files_read"], totals["units"], totals["findings"], totals["unparsed_bytes"])
        memory = peak([*SCAN, "--no-cache", folder])
        shown = f"{totals['fidelity']:.4%}", f"{seen.wall:.2f}", f"{memory:.0f}"
        print(COLUMNS.format(Path(folder).name, *row, *shown))


class copied:  # noqa: N801 - used as a verb, in a `with`
    """The files of a language in a scratch folder, which goes at the end."""

    def __init__(self, folders: Iterable[str], endings: tuple[str, ...]) -> None:
        self._scratch = tempfile.TemporaryDirectory()
        files = []
        for source in map(Path, folders):
            for path in sorted(source.rglob("*")):
                if path.suffix.lower() in endings and path.is_file() and not path.is_symlink():
                    target = Path(self._scratch.name, source.name, path.relative_to(source))
                    target.parent.mkdir(parents=True, exist_ok=True)
                    files.append(Path(shutil.copyfile(path, target)))
        self._files = files

    def __enter__(self) -> tuple[str, list[Path]]:
        return self._scratch.name, self._files

    def __exit__(self, *_: object) -> None:
        self._scratch.cleanup()


def beside_bare(language: str, folder: Path, files: list[Path], asked: argparse.Namespace) -> None:
    """Print the times of the least that must be done, of lizard, and of ours: cold, unchanged, after one change."""
    size = sum(path.stat().st_size for path in files)
    print(f"\n{language}: {len(files):,} files, {size / 1e6:.1f} MB; median of {asked.rounds} in turn, two processes")
    with tempfile.TemporaryDirectory() as scratch:
        programs = {
            "bare, nine kinds of nodes": partial(bare, language, NINE[language], files, Path(scratch, "nine.scm")),
            "bare, our own queries": partial(bare, language, ours(language), files, Path(scratch, "ours.scm")),
            **our_scans(folder, files),
        }
        taken = in_turn(programs, asked.rounds)
    if asked.lizard:
        told = run([asked.lizard, "--version"]).printed.strip()
        taken[f"lizard {told} -t 2"] = run([*asked.lizard.split(), "-t", "2", "-i", "-1", "-l", language, str(folder)])
    else:
        print("  lizard: not there")
    for name, seen in taken.items():
        print(f"  {name:<28} {seen.wall:7.2f} s   {seen.cpu:7.2f} s of processor   {size / 1e6 / seen.wall:8.1f} MB/s")
    verdicts(taken)
    memory(folder)


def verdicts(taken: dict[str, Run]) -> None:
    """Print the ratios that matter."""
    cold, again, changed = (taken[name].wall for name in ("cold", "unchanged", "one file changed"))
    ratio("cold / bare, nine kinds", cold / taken["bare, nine kinds of nodes"].wall, most=1.8)
    ratio("cold / bare, our queries", cold / taken["bare, our own queries"].wall)
    ratio("the same in processor", taken["cold"].cpu / taken["bare, nine kinds of nodes"].cpu)
    ratio("cold / unchanged", cold / again, least=10)
    ratio("one file changed / unchanged", changed / again, most=1.3)
    for name, seen in taken.items():
        if name.startswith("lizard"):
            ratio("lizard / cold", seen.wall / cold, least=4)


def ratio(name: str, value: float, *, most: float | None = None, least: float | None = None) -> None:
    """Print a ratio, and whether it is where we want it."""
    wanted = f"at most {most:g}" if most is not None else f"at least {least:g}" if least is not None else ""
    missed = (most is not None and value > most) or (least is not None and value < least)
    print(f"  {name:<28} {value:7.2f}     {wanted}{'   MISSED' if missed else ''}")


def memory(folder: Path) -> None:
    """Print the most memory that all processes of a cold scan hold together."""
    shutil.rmtree(folder / ".legacyctl", ignore_errors=True)
    ratio("peak MB of all processes", peak([*SCAN, str(folder)]), most=600)


def bare(language: str, query: str, files: list[Path], scratch: Path) -> Run:
    """Run the bare program over the files."""
    scratch.write_text(query, encoding="utf-8")
    listed = scratch.with_suffix(".txt")
    listed.write_text("\n".join(map(str, files)), encoding="utf-8")
    grammar = catalog.languages()[language].grammar
    return run(["/bin/sh", "-c", f"{sys.executable} {HERE}/bare.py {grammar} {scratch} < {listed}"])


def ours(language: str) -> str:
    """Give the query of our adapter with those of our rules."""
    rules = [rule.match.query for rule in catalog.rules().values() if rule.language == language]
    return "\n".join((catalog.languages()[language].query, *rules))


def our_scans(folder: Path, files: list[Path]) -> dict[str, Callable[[], Run]]:
    """Give our three scans; they stand in this order, each on the store that the one before left."""
    scan = [*SCAN, str(folder)]
    turns = iter(range(1 << 30))

    def cold() -> Run:
        shutil.rmtree(folder / ".legacyctl", ignore_errors=True)
        time.sleep(TICK)
        return run(scan)

    def changed() -> Run:
        turn = next(turns)
        # the first, the last and what is between: where it stands in the walk must not matter
        path = files[(turn * 7919) % len(files)]
        path.write_bytes(path.read_bytes() + b"\n")
        time.sleep(TICK)
        return run(scan)

    return {"cold": cold, "unchanged": partial(run, scan), "one file changed": changed}


def beside_referee(folder: Path, files: list[Path], asked: argparse.Namespace) -> None:
    """Print the speed of our COBOL with all facts in two processes, and of the referee for a process."""
    size = sum(path.stat().st_size for path in files)
    print(f"\ncobol: {len(files):,} files, {size / 1e6:.1f} MB; median of {asked.rounds}, two processes")
    taken = in_turn(our_scans(folder, files), asked.rounds)
    for name, seen in taken.items():
        print(f"  {name:<28} {seen.wall:7.2f} s   {seen.cpu:7.2f} s of processor   {size / 1e6 / seen.wall:8.2f} MB/s")
    ratio("cold, MB/s", size / 1e6 / taken["cold"].wall, least=2)
    if asked.referee:
        against(files, size / 1e6 / taken["cold"].cpu, asked.referee)
    else:
        print("  cobol-parser: not there")
    memory(folder)


def against(files: list[Path], own_speed: float, referee: str) -> None:
    """Print the referee's speed on the programs among the files, per second of processor, and ours beside it."""
    programs = [path for path in files if path.suffix.lower() != ".cpy"]
    told = subprocess.run(
        [referee, str(HERE / "referee_cobol.py")],
        input="\n".join(map(str, programs)),
        capture_output=True,
        text=True,
        check=True,
    )
    seen = json.loads(told.stdout)
    read = [path for path in programs if seen["counts"].get(str(path)) is not None]
    speed = sum(path.stat().st_size for path in programs) / 1e6 / seen["seconds"]
    print(
        f"  cobol-parser {seen['version']}: {len(read):,} of {len(programs):,} programs, {speed:.2f} MB/s of a process"
    )
    ratio("ours / referee, a process", own_speed / speed, least=3)


if __name__ == "__main__":
    main()
