"""What a COBOL program does when it runs, by the trace of GnuCOBOL, beside what its control flow says."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import Library, parse
from legacyctl.parse.cobol import CobolTree

Place = tuple[str, int]
"""A file's name without its folder, and a line."""

_SOURCE = re.compile(r"Source: +'(?:.*/)?([^/]*)'\n")
_LABEL = re.compile(r"Program-Id: +\S+ +(?:Section|Paragraph): +(\S+) +Line: +(\d+)\n")
_STATEMENT = re.compile(r"Program-Id: +\S+ +[A-Z][A-Z /-]*? +Line: +(\d+)\n")


@dataclass
class Trace:
    """Where a run came: names of sections and paragraphs with the places of their headers, and statements."""

    labels: set[tuple[str, Place]] = field(default_factory=set)
    statements: set[Place] = field(default_factory=set)

    def add(self, other: Trace) -> None:
        self.labels |= other.labels
        self.statements |= other.statements


@dataclass
class Said:
    """What the control flow of a file says of its sections, paragraphs and statements.

    `labels` has the name and deadness of what stands at a place, `statements`
    whether any statement that starts there is reached.
    """

    labels: dict[Place, tuple[str, bool]] = field(default_factory=dict)
    statements: dict[Place, bool] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)

    def dead(self) -> list[str]:
        return [name for name, dead in self.labels.values() if dead]

    def entered(self, trace: Trace) -> set[Place]:
        """The places of the labels that a run came by.

        GnuCOBOL loses count of the lines behind a REPLACE; then the name tells.
        """
        by_name: dict[str, list[Place]] = {}
        for place, (name, _) in self.labels.items():
            by_name.setdefault(name, []).append(place)
        found = set()
        for name, place in trace.labels:
            there = by_name.get(name.upper(), [])
            if place in there:
                found.add(place)
            elif len(there) == 1 and there[0][0] == place[0]:
                found.add(there[0])
        return found

    def counted(self, trace: Trace) -> bool:
        """Whether the lines of a trace are those of the file."""
        files = {place[0] for place in self.labels}
        return all(place in self.labels for _, place in trace.labels if place[0] in files)

    def contradicted(self, trace: Trace) -> list[str]:
        """Every place that was called dead and came by in a run."""
        entered = [(place, *self.labels[place]) for place in self.entered(trace)]
        dead = [f"{place[0]}:{place[1]} {name}" for place, name, is_dead in entered if is_dead]
        if self.counted(trace):
            dead += [f"{name}:{line}" for name, line in trace.statements if not self.statements.get((name, line), True)]
        return sorted(dead)


def compiled(program: Path, *options: str) -> str:
    """Compile a program beside its source, with a trace; give what the compiler has against it, "" for nothing."""
    command = ["cobc", "-ftraceall", "-w", "-I", ".", "-ext", "CPY", *options, program.name]
    done = subprocess.run(command, cwd=program.parent, capture_output=True, text=True, timeout=120, check=False)
    return done.stderr or "not compiled" if done.returncode else ""


def traced(folder: Path, *command: str, seconds: float = 20, **environment: str) -> Trace:
    """Run a program and give its trace, up to where it was when its time was over."""
    log = folder / "trace.log"
    log.unlink(missing_ok=True)
    switches = {"COB_SET_TRACE": "Y", "COB_TRACE_FILE": str(log), "COB_LIBRARY_PATH": str(folder)}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **switches, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return read_trace(log)


def read_trace(log: Path) -> Trace:
    """Read a trace; every line holds for the source that was named last."""
    trace, name = Trace(), ""
    if not log.exists():
        return trace
    with log.open(encoding="latin-1") as lines:
        for line in lines:
            if found := _SOURCE.fullmatch(line):
                name = found[1]
            elif found := _LABEL.fullmatch(line):
                trace.labels.add((found[1], (name, int(found[2]))))
            elif found := _STATEMENT.fullmatch(line):
                trace.statements.add((name, int(found[1])))
    return trace


def tree_in(folder: Path, name: str) -> CobolTree:
    """The tree of a program whose copybooks stand in the same folder or below it."""

    def read(path: str) -> SourceFile:
        data = (folder / path).read_bytes()
        return SourceFile(path, "cobol", "utf-8", "\n", data, len(data))

    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    library = Library(paths, (), read)
    tree = parse(read(name), languages()["cobol"], library)
    assert isinstance(tree, CobolTree)
    return tree


def said_of(tree: CobolTree) -> Said:
    """What the control flow of a file says of every place in it and in its copybooks."""
    done, said = tree.completed, Said()
    layout = done.expansion.layout if done.expansion else tree.layout
    tokens = done.source.tokens

    def place(first: int) -> Place:
        start = tokens[first].start
        if done.expansion is None:
            return Path(tree.file.path).name, layout.line(start) + 1
        path, offset, _ = done.expansion.place(start, start)
        return Path(path).name, layout.line(start) - layout.line(start - offset) + 1

    for flow in done.flows:
        said.unclear += [flow.unclear] if flow.unclear else []
        for passage in flow.passages:
            said.labels[place(passage.unit.first)] = passage.unit.name, passage.dead
    unreached = frozenset().union(*(flow.unreached for flow in done.flows))
    for number, statement in enumerate(done.source.statements):
        where = place(statement.first)
        said.statements[where] = said.statements.get(where, False) or number not in unreached
    return said
