"""What the control flow of COBOL says beside what a compiled program does, on the NIST COBOL-85 suite.

python benchmarks/cobol_flow.py NIST_FOLDER [PROGRAM...]

Every program is made fit for GnuCOBOL (lines of other options become comments,
implementor names are filled in; no line or column moves), compiled with a trace
and run with an empty standard input, in a scratch folder. A paragraph that was
called dead must never be entered, nor a statement run that was called unreached.
"""

from __future__ import annotations

import platform
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.parse.cobol.tracing import Said, Trace, compiled, said_of, traced, tree_in

DIALECTS = ("default", "cobol85", "ibm", "mf")
OPTION = re.compile(rb"^(.{6})[A-CE-Z]", re.MULTILINE)
NAMES = {
    b"XXXXX084": b"STANDARD",
}


def main(folder: Path, only: list[str]) -> int:
    """Compile, run and compare; 1 when a run contradicts what was said."""
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        names = prepared(folder, work)
        built = {name: build(work, name) for name in names if not only or name in only}
        figures: Counter[str] = Counter(programs=len(built), compiled=sum(map(bool, built.values())))
        traces = {name: traced(work, f"./{Path(name).stem}", seconds=10) for name, kind in built.items() if kind == "x"}
        figures["ran"] = sum(1 for trace in traces.values() if trace.statements)
        total = Trace()
        for trace in traces.values():
            total.add(trace)
        faults = [
            fault
            for name, kind in built.items()
            if kind
            for fault in count(said_of(tree_in(work, name)), total, figures)
        ]
    print(f"Python {platform.python_version()}, {platform.machine()}")
    for name, figure in figures.items():
        print(f"{name:<40} {figure:>7}")
    paragraphs = figures["sections and paragraphs"]
    print(f"{'entered, of all':<40} {figures['entered'] / max(paragraphs, 1):>7.1%}")
    print(*faults, sep="\n")
    return 1 if faults else 0


def prepared(folder: Path, work: Path) -> list[str]:
    """Copy the suite, fit for the compiler; give the names of its programs."""
    for path in sorted(folder.iterdir()):
        if path.suffix in {".CBL", ".CPY"}:
            data = OPTION.sub(rb"\1*", path.read_bytes())
            for old, new in NAMES.items():
                data = data.replace(old, new)
            (work / path.name).write_bytes(data)
    return sorted(path.name for path in work.glob("*.CBL"))


def build(work: Path, name: str) -> str:
    """Compile a program: "x" for one that runs, "m" for one that others call, "" for neither."""
    for kind in "xm":
        out = Path(name).stem + (".so" if kind == "m" else "")
        if not all(compiled(work / name, f"-{kind}", f"-std={dialect}", "-o", out) for dialect in DIALECTS):
            return kind
    return ""


def count(said: Said, trace: Trace, figures: Counter[str]) -> list[str]:
    """Add up what was said of a program and what was seen of it; give the contradictions."""
    figures["not understood whole"] += bool(said.unclear)
    entered = said.entered(trace)
    for place, (_, dead) in said.labels.items():
        figures["sections and paragraphs"] += 1
        figures["called dead"] += dead
        figures["entered"] += place in entered
        figures["dead and entered"] += dead and place in entered
        figures["neither dead nor entered"] += not dead and place not in entered
    if said.counted(trace):
        for place, reached in said.statements.items():
            ran = place in trace.statements
            figures["lines with statements"] += 1
            figures["lines called unreached"] += not reached
            figures["lines run"] += ran
            figures["unreached and run"] += ran and not reached
    return said.contradicted(trace)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
