import pytest

from legacyctl.model import (
    Assessment,
    Debt,
    FileFacts,
    FileReport,
    Finding,
    GateResult,
    Grade,
    Link,
    Outcome,
    Patch,
    Run,
    Severity,
    Span,
    Status,
    Task,
    TaskResult,
    Unit,
    Verdict,
)


@pytest.fixture
def finding():
    return Finding(
        rule="PY01",
        path="bin/old.py",
        language="python",
        span=Span(0, 13, 1, 1),
        message="print is a statement here",
        severity=Severity.MAJOR,
        minutes=5.0,
        unit="old",
        snippet="print 'hello'",
    )


@pytest.fixture
def assessment(finding):
    unit = Unit("module", "old", Span(0, 14, 1, 1), lines=1)
    facts = FileFacts("bin/old.py", "python", "utf-8", 14, "0" * 64, 1, 1, 0, (unit,), (Link("include", "os", 1),))
    broken = FileFacts("data/x.bin", None, "utf-8", 9, "1" * 64, problem="binary")
    odd = FileFacts("data/\udcff\n.txt", None, "utf-8", 0, "2" * 64, problem="not readable")
    debt = Debt("python", 1, 1, 1, 5.0, 16.0)
    total = Debt("total", 1, 1, 1, 5.0, 16.0)
    return Assessment((FileReport(facts, (finding,)), FileReport(broken), FileReport(odd)), (debt,), total)


@pytest.fixture
def run(assessment, finding):
    codemod = Task("a1", "print", "bin/old.py", "python", ("PY01",), (finding,), Grade.E1, codemod="python2to3")
    model = Task("b2", "split", "bin/old.py", "python", ("PY20",), (), Grade.E2, instruction="split it")
    good = Verdict("a1", (GateResult("applies", Grade.E0, Outcome.PASS, "as given"),), Grade.E1, Grade.E1)
    bad = Verdict("b2", (GateResult("elision", Grade.E1, Outcome.FAIL, "a branch is gone"),), Grade.E0, Grade.E2)
    patch = Patch("a1", (), "codemod:python2to3", notes=("bin/old.py:3: left alone",))
    results = (
        TaskResult(codemod, Status.ACCEPTED, patch=patch, verdict=good),
        TaskResult(model, Status.REJECTED, reason=bad.reason, verdict=bad),
    )
    return Run("20261122-1", assessment, results, backend="embedded/smollm2")
