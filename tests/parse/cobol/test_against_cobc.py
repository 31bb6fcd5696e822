"""What the control flow says beside what programs do that GnuCOBOL compiled: no label called dead is ever entered."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .random_flow import driver, random_programs
from .tracing import Trace, compiled, read_trace, said_of, traced, tree_in
from .tricky import PROGRAMS
from .tricky_whole import WHOLE

EXAMPLE = Path(__file__).parents[3] / "examples" / "bijstand-cobol"
pytestmark = pytest.mark.skipif(not shutil.which("cobc"), reason="cobc is not installed; scripts/setup does it")


def written(folder, program):
    (folder / "PROEF.cbl").write_text(program.text)
    for name, text in program.copybooks.items():
        (folder / f"{name}.CPY").write_text(text)
    assert compiled(folder / "PROEF.cbl", "-x", "-o", "PROEF") == ""
    return said_of(tree_in(folder, "PROEF.cbl"))


@pytest.mark.parametrize("program", (PROGRAMS | WHOLE).values(), ids=PROGRAMS | WHOLE)
def test_exactly_the_dead_labels_are_not_entered(tmp_path, program):
    said = written(tmp_path, program)
    trace = traced(tmp_path, "./PROEF")
    assert trace.statements, "the program did not run"
    assert (sorted(said.dead()), said.contradicted(trace), said.unclear) == (sorted(program.dead), [], [])
    alive = {place for place, (_, dead) in said.labels.items() if not dead}
    assert sorted(said.labels[place][0] for place in alive - said.entered(trace)) == sorted(program.idle)


def test_the_example_never_enters_what_is_dead(tmp_path):
    example = tmp_path / "bijstand"
    shutil.copytree(EXAMPLE, example)
    script = (example / "run.sh").read_text()
    (example / "run.sh").write_text(script.replace("options='", "options='-ftraceall "))
    switches = {"COB_SET_TRACE": "Y", "COB_TRACE_FILE": str(tmp_path / "trace.$$")}
    subprocess.run(["sh", "run.sh", "built", "out"], cwd=example, env={**os.environ, **switches}, check=True)
    trace = Trace()
    for log in tmp_path.glob("trace.*"):
        trace.add(read_trace(log))
    dead = []
    for program in sorted((example / "cobol").iterdir()):
        said = said_of(tree_in(example, f"cobol/{program.name}"))
        assert (said.contradicted(trace), said.unclear) == ([], [])
        assert said.entered(trace)
        dead += said.dead()
    assert dead == ["9500-GULDENS", "9500-EXIT"]


@pytest.mark.parametrize("seed", range(3))
def test_random_programs(tmp_path, seed):
    programs = random_programs(seed, 20)
    texts = [driver(len(programs)), *(program.text() for program in programs)]
    (tmp_path / "PROEF.cbl").write_text("".join(texts))
    assert compiled(tmp_path / "PROEF.cbl", "-x", "-o", "PROEF") == ""
    said = said_of(tree_in(tmp_path, "PROEF.cbl"))
    trace = traced(tmp_path, "./PROEF")
    entered = said.entered(trace)
    assert len(entered) > 60, "the programs hardly ran"
    assert (said.contradicted(trace), said.unclear) == ([], [])
