"""How well and how fast legacyctl reads each language on code of others: fidelity, units beside a search, MB/s.

python benchmarks/parse.py [--root FOLDER] [--referee PYTHON] [--lizard PYTHON] [--write FILE] [LANGUAGE=FOLDER...]

`--root` holds clones of the repositories that `corpora.py` lists; the others add to them. `--referee` is the
interpreter of an environment with cobol-parser, `--lizard` one with lizard; both run as programs of their own.
`--write` keeps what was measured in a TOML file, from which the page of languages is made.
"""

from __future__ import annotations

import argparse
import gc
import json
import platform
import resource
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path

from corpora import CORPORA, COUNTS

from legacyctl import __version__, facts, parse, pipeline, source
from legacyctl.model import FileFacts, SourceFile
from legacyctl.pipeline.copybooks import library

COLUMNS = "{:<12} {:<26} {:>6} {:>8} {:>9} {:>8} {:>7}  {}"
LIZARD = {"java": "java", "javascript": "javascript", "php": "php", "python": "python", "typescript": "typescript"}


@dataclass(slots=True)
class Measured:
    """What was seen of a language: files, bytes and CPU seconds; per count what we and what the search found."""

    language: str
    corpus: list[str] = field(default_factory=list)
    files: int = 0
    clean: int = 0
    size: int = 0
    unparsed: int = 0
    seconds: float = 0.0
    ours: Counter[str] = field(default_factory=Counter)
    search: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    paragraphs: dict[str, int] = field(default_factory=dict)

    @property
    def speed(self) -> float:
        """MB a CPU second, with facts."""
        return self.size / 1e6 / self.seconds if self.seconds else 0.0


def main(arguments: list[str]) -> None:
    """Measure every language that was given a folder, and print a row for each."""
    options = _options(arguments)
    print(f"legacyctl {__version__}, Python {platform.python_version()}, {platform.machine()}, one process;")
    print(", ".join(f"{name} {version(name)}" for name in ("tree-sitter", "lxml", "sqlglot")))
    print(COLUMNS.format("language", "corpus", "files", "clean", "unparsed", "MB", "MB/s", "counted: ours / search"))
    measured = []
    for language, folders in _asked(options).items():
        seen = Measured(language)
        for folder in folders:
            _measure(folder, seen)
        if not seen.files:
            print(f"{language:<12} no file found")
            continue
        measured.append(seen)
        _print(seen)
        _beside(seen, folders, options)
    if options.write:
        _write(options.write, measured)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", metavar="LANGUAGE=FOLDER")
    parser.add_argument("--root", type=Path)
    parser.add_argument("--referee", default="")
    parser.add_argument("--lizard", default="")
    parser.add_argument("--write", type=Path)
    return parser.parse_args(arguments)


def _asked(options: argparse.Namespace) -> dict[str, list[Path]]:
    """Give the folders of each language, those that are there."""
    asked: dict[str, list[Path]] = {}
    for language, names in CORPORA.items() if options.root else ():
        there = [options.root / name for name in names if (options.root / name).is_dir()]
        if there:
            asked[language] = there
    for word in options.folders:
        language, _, folder = word.partition("=")
        asked.setdefault(language, []).append(Path(folder))
    return asked


def _measure(folder: Path, seen: Measured) -> None:
    """Add what the files of a language in a folder give."""
    project = pipeline.open_project(folder)
    files = list(source.discover(project.root, project.config.source, project.languages))
    shelf = library(project, [file.path for file in files]) if seen.language == "cobol" else None
    found = False
    for file in files:
        if file.language != seen.language or file.vendored or (file.problem and not file.data):
            continue
        found = True
        gc.disable()
        began = time.process_time()
        tree = parse.parse(file, project.languages[seen.language], shelf)
        known, unparsed = facts.collect(tree), tree.unparsed
        seen.seconds += time.process_time() - began
        gc.enable()
        _add(seen, file, known, clean=not unparsed)
        seen.paragraphs[str(project.root / file.path)] = sum(unit.kind == "paragraph" for unit in known.units)
    if found:
        seen.corpus.append(folder.name)


def _add(seen: Measured, file: SourceFile, known: FileFacts, *, clean: bool) -> None:
    seen.files += 1
    seen.clean += clean
    seen.size += file.size
    seen.unparsed += known.unparsed
    seen.problems[known.problem] += bool(known.problem)
    text = source.legible(file)
    for count in COUNTS.get(seen.language, ()):
        seen.search[count.what] += count.in_text(text)
        seen.ours[count.what] += sum(unit.kind in count.kinds for unit in known.units)
        links = (link for link in known.links if link.kind == count.links and count.how in ("", link.how))
        seen.ours[count.what] += sum(1 for _ in links) if count.links else 0


def _print(seen: Measured) -> None:
    counts = "; ".join(f"{what} {seen.ours[what]} / {seen.search[what]}" for what in seen.search)
    corpus = ", ".join(seen.corpus)
    row = (f"{seen.clean / seen.files:.1%}", f"{seen.unparsed / max(seen.size, 1):.2%}", f"{seen.size / 1e6:.2f}")
    short = corpus if len(corpus) <= 26 else corpus[:23] + "..."
    print(COLUMNS.format(seen.language, short, seen.files, *row, f"{seen.speed:.1f}", counts), flush=True)
    for problem, files in seen.problems.most_common():
        if files:
            print(f"{'':<12} {files} file(s): {problem}")


def _beside(seen: Measured, folders: list[Path], options: argparse.Namespace) -> None:
    """Print what a named program finds in the same files."""
    if seen.language == "cobol" and options.referee:
        _beside_cobol_parser(seen, folders, options.referee)
    if seen.language in LIZARD and options.lizard:
        _beside_lizard(seen.language, folders, options.lizard)


def _beside_cobol_parser(seen: Measured, folders: list[Path], python: str) -> None:
    """Compare paragraphs in the programs that the other reads, folder by folder."""
    script = Path(__file__).with_name("referee_cobol.py")
    for folder in folders:
        ours = {path: count for path, count in seen.paragraphs.items() if Path(path).is_relative_to(folder.resolve())}
        given = "\n".join(ours)
        done = subprocess.run(
            [python, str(script)], input=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True
        )
        told = json.loads(done.stdout)
        its = {path: count for path, count in told["counts"].items() if count is not None}
        same = sum(ours[path] == count for path, count in its.items())
        speed = sum(Path(path).stat().st_size for path in ours) / 1e6 / told["seconds"]
        counts = f"ours {sum(ours[path] for path in its)}, its {sum(its.values())}, the same in {same} files"
        print(
            f"{'':<12} {folder.name}: cobol-parser {told['version']} reads {len(its)} of {len(ours)} files at "
            f"{speed:.2f} MB/s; paragraphs in those: {counts}"
        )


def _beside_lizard(language: str, folders: list[Path], python: str) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [python, "-m", "lizard", "--csv", "-l", LIZARD[language], *map(str, folders)]
    rows = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{'':<12} lizard: {len(rows.splitlines())} functions in {seconds:.1f} s of CPU")


def _write(path: Path, measured: list[Measured]) -> None:
    """Keep what was measured; languages that were not measured now keep their figures."""
    known = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    for seen in measured:
        known[seen.language] = {
            "corpora": seen.corpus,
            "date": date.today(),  # noqa: DTZ011 - the day here
            "files": seen.files,
            "megabytes": round(seen.size / 1e6, 2),
            "clean": round(seen.clean / seen.files, 4),
            "unparsed": round(seen.unparsed / max(seen.size, 1), 5),
            "speed": round(seen.speed, 1),
        }
    head = "# Measured by benchmarks/parse.py --write: shares of files and bytes, and MB a CPU second with facts.\n"
    path.write_text(head + "".join(_tables(known)), encoding="utf-8")


def _tables(known: dict[str, dict[str, object]]) -> Iterator[str]:
    for language, figures in sorted(known.items()):
        lines = (f"{key} = {_toml(value)}\n" for key, value in figures.items())
        yield f"\n[{language}]\n{''.join(lines)}"


def _toml(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value)


if __name__ == "__main__":
    main(sys.argv[1:])
