"""The gates in order, and the verdict that their results add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legacyctl.model import FileChange, GateResult, Grade, Outcome, Patch, Verdict
from legacyctl.verify import api, applies, compile, elision, findings, markers, parses, scope, tests  # noqa: A004
from legacyctl.verify.case import Case, Context, Gate

# From cheap to dear. After a row with a failure the rest is not asked: a file
# that does not parse has no scope, and a compiler is slow.
GATES: tuple[tuple[Gate, ...], ...] = (
    (Gate("applies", Grade.E0, applies.judge),),
    (Gate("markers", Grade.E0, markers.judge), Gate("parses", Grade.E0, parses.judge)),
    (
        Gate("scope", Grade.E1, scope.judge),
        Gate("elision", Grade.E1, elision.judge),
        Gate("api", Grade.E1, api.judge),
        Gate("findings", Grade.E1, findings.judge),
    ),
    (Gate("compile", Grade.E1, compile.judge),),
)
WORST_FIRST = (Outcome.FAIL, Outcome.UNKNOWN, Outcome.PASS)
TESTS = Gate(tests.NAME, Grade.E2, tests.judge)


def verify(patch: Patch, context: Context) -> Verdict:
    """Judge one patch for the task of `context`.

    The project's tests are run only for a task that needs grade E2 or more.
    """
    results: list[GateResult] = []
    rows = (*GATES, (TESTS,)) if context.task.needs >= TESTS.grade else GATES
    for row in rows:
        results += [_result(gate, patch, context) for gate in row]
        if any(result.outcome is Outcome.FAIL for result in results):
            break
    return _verdict(Verdict(context.task.id, (), Grade.NONE, context.task.needs), results)


def raised(verdict: Verdict, result: GateResult) -> Verdict:
    """Give the verdict with one more result, such as that of `tests_gate` over all changes together.

    A failure of changes together says nothing of one of them, so that the
    grade then stays as it was and the result is noted as not evaluated.
    """
    if result.outcome is Outcome.FAIL:
        result = replace(
            result, outcome=Outcome.UNKNOWN, evidence=f"together with the other changes: {result.evidence}"
        )
    others = [known for known in verdict.results if known.gate != result.gate]
    return _verdict(verdict, [*others, result])


def grade_of(results: Sequence[GateResult]) -> Grade:
    """Give the highest grade of which every gate, and every gate below it, passed."""
    reached = Grade.NONE
    for grade in (grade for grade in Grade if grade is not Grade.NONE):
        outcomes = [result.outcome for result in results if result.grade is grade]
        if not outcomes or any(outcome is not Outcome.PASS for outcome in outcomes):
            break
        reached = grade
    return reached


def _verdict(verdict: Verdict, results: Sequence[GateResult]) -> Verdict:
    return replace(verdict, results=tuple(results), grade=grade_of(results))


def _result(gate: Gate, patch: Patch, context: Context) -> GateResult:
    """Ask a gate about every changed file; the worst answer is the gate's."""
    answers = [(case.change, gate.judge(case)) for case in _cases(patch, context)]
    worst = min(answers, key=lambda answered: WORST_FIRST.index(answered[1].outcome))
    where = f"{worst[0].path}: " if len(answers) > 1 else ""
    return GateResult(gate.name, gate.grade, worst[1].outcome, where + worst[1].evidence)


def _cases(patch: Patch, context: Context) -> Iterator[Case]:
    """Give a case for each file that changes; for a patch that changes nothing, one that says so."""
    changed: Sequence[FileChange] = [change for change in patch.changes if change.before != change.after]
    nothing = FileChange(context.task.path, b"", b"")
    return (Case(context, patch, change) for change in changed or patch.changes or (nothing,))
