"""Test the codemods' patches together, since one file alone seldom makes a test suite pass.

When the suite passed before and fails with all patches, the patch that breaks
it is looked for by halving, rejected, and the rest is tested again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legacyctl import verify
from legacyctl.model import FileChange, GateResult, Outcome, Status, TaskResult
from legacyctl.pipeline.bench import Bench

BUILDS_ON = "builds on a change that was rejected"


def tested(bench: Bench, results: Sequence[TaskResult]) -> list[TaskResult]:
    """Give the results with the grade that the project's own tests raise them to."""
    done = list(results)
    while kept := [result for result in done if result.status is Status.ACCEPTED]:
        context = replace(bench.context(kept[0].task), accepted={})
        result = verify.tests_gate(_changes(kept), context)
        if result.outcome is not Outcome.FAIL or not verify.passes_before(context):
            return [_with(one, result) for one in done]
        culprit = _first_to_fail(kept, context)
        done = [_without(one, culprit, result) for one in done]
        bench.accepted = {change.path: change.after for change in _changes(done)}
    return done


def _changes(results: Sequence[TaskResult]) -> list[FileChange]:
    return [
        change
        for result in results
        if result.status is Status.ACCEPTED and result.patch
        for change in result.patch.changes
    ]


def _first_to_fail(kept: Sequence[TaskResult], context: verify.Context) -> TaskResult:
    """Halve towards the first patch with which the tests fail; all before it pass together."""
    low, high = 0, len(kept)
    while high - low > 1:
        middle = (low + high) // 2
        failed = verify.tests_gate(_changes(kept[:middle]), context).outcome is Outcome.FAIL
        low, high = (low, middle) if failed else (middle, high)
    return kept[high - 1]


def _with(one: TaskResult, result: GateResult) -> TaskResult:
    if one.status is not Status.ACCEPTED or one.verdict is None:
        return one
    return replace(one, verdict=verify.raised(one.verdict, result))


def _without(one: TaskResult, culprit: TaskResult, result: GateResult) -> TaskResult:
    """Reject the culprit, and what was made on top of its file afterwards."""
    if one is culprit and one.verdict is not None:
        verdict = replace(one.verdict, results=(*one.verdict.results, result))
        return replace(one, status=Status.REJECTED, reason=verdict.reason, verdict=verdict)
    if one.status is Status.ACCEPTED and _reads(one, culprit):
        return replace(one, status=Status.REJECTED, reason=BUILDS_ON)
    return one


def _reads(one: TaskResult, culprit: TaskResult) -> bool:
    """Whether a change starts from the bytes that the culprit made."""
    made = {change.after for change in culprit.patch.changes} if culprit.patch else set()
    return any(change.before in made for change in (one.patch.changes if one.patch else ()))
