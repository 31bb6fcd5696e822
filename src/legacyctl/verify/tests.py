"""Gate `tests` (E2): the project's own tests pass in a scratch copy, before and twice after.

What passed before must pass after, with no fewer tests. Where the tests cannot
run before the change (Python 2 code on a machine without Python 2), two runs
that pass afterwards count, and the evidence says so. When the change itself
touches test files the result is "not evaluated": they are no independent
witness of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from legacyctl.errors import UsageError
from legacyctl.model import FileChange, GateResult, Grade, Outcome
from legacyctl.verify.case import Answer, Case, Context, failed, passed, unknown
from legacyctl.verify.sandbox import Limits, Ran, run, scratch_copy
from legacyctl.verify.scope import read_only

NAME = "tests"
RUNS_AFTER = 2  # the second shows a test that passes by chance
SAID = 200  # characters of a failing run in the evidence
# How many tests a runner says it ran, and how many of those it skipped.
SUMMARIES: tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...] = (
    (re.compile(r"^Ran (\d+) tests?", re.MULTILINE), re.compile(r"skipped=(\d+)")),
    (re.compile(r"\b(\d+) passed"), None),
    (re.compile(r"^(?:\[INFO\] |\[ERROR\] )?Tests run: (\d+)", re.MULTILINE), re.compile(r"Skipped: (\d+)")),
)


def tests_gate(changes: Sequence[FileChange], context: Context) -> GateResult:
    """Judge changes together: those of one patch, or the union of all that were accepted in a run.

    Only changes of files matter; when two are of the same file, the last one counts.
    """
    answer = _judged(changes, changes, context)
    return GateResult(NAME, Grade.E2, answer.outcome, answer.evidence)


def judge(case: Case) -> Answer:
    """Judge one patch on top of what was accepted before it."""
    context, own = case.context, case.patch.changes
    accepted = [FileChange(path, b"", data) for path, data in context.accepted.items()]
    return _judged((*accepted, *own), own, context)


def _judged(changes: Sequence[FileChange], own: Sequence[FileChange], context: Context) -> Answer:
    """Run the tests with all `changes`, of which `own` are judged."""
    if not context.config.test:
        return unknown("there is no test command (verify.test)")
    if not context.allow_run:
        return unknown("running code of the project was not allowed")
    try:
        before = _before(context)
        after = [_run(context, changes)]
        while after[-1].exit_code == 0 and len(after) < RUNS_AFTER:
            after.append(_run(context, changes))
    except (UsageError, OSError) as fault:
        return unknown(f"the tests could not be run: {fault}")
    answer = compare(before, after)
    touched = [change.path for change in own if read_only(context, change.path)]
    if touched and answer.outcome is Outcome.PASS:
        return unknown(f"{answer.evidence}; but {len(touched)} test files changed with it, such as {touched[0]}")
    return answer


def passes_before(context: Context) -> bool:
    """Whether the project's tests pass on the code as it was; False where they cannot be run."""
    if not context.config.test or not context.allow_run:
        return False
    return _before(context).exit_code == 0


def _before(context: Context) -> Ran:
    """Run the tests on the code as it was, once in a session."""
    return context.session.once(("tests", context.root), lambda: _run(context, ()))


def compare(before: Ran, after: Sequence[Ran]) -> Answer:
    """Hold the runs after a change against the run before."""
    first = f"before: {_told(before)}" if before.exit_code == 0 else f"before: could not pass ({_told(before)})"
    for place, ran in enumerate(after):
        if ran.exit_code != 0:
            flaky = "the first run passed, the second did not; " if place else ""
            return failed(f"{flaky}after: {_told(ran)}: {_last_words(ran)}")
    counts = [count_tests(ran.output) for ran in (before, *after)]
    least = min((count for count in counts[1:] if count is not None), default=None)
    if before.exit_code == 0 and counts[0] is not None and (least is None or least < counts[0]):
        return failed(f"{counts[0]} tests ran before, {least or 'none that can be counted'} after")
    if least == 0:
        return failed("no test ran after the change")
    return passed(f"{first}; after: {_told(after[-1])}, {len(after)} times; {after[-1].isolation}")


def count_tests(output: str) -> int | None:
    """Give how many tests a run says were run and not skipped; None when it does not say."""
    for ran, skipped in SUMMARIES:
        found = ran.findall(output)
        if found:
            # Maven repeats the sum of all classes on its last line.
            left_out = skipped.findall(output) if skipped else []
            return int(found[-1]) - int(left_out[-1] if left_out else 0)
    return None


def _run(context: Context, changes: Sequence[FileChange]) -> Ran:
    """Run the test command once, in a fresh copy."""
    limits = Limits(seconds=float(context.config.timeout))
    with scratch_copy(context.root, changes) as made:
        return run(("sh", "-c", context.config.test), made, limits=limits)


def _told(ran: Ran) -> str:
    if ran.timed_out:
        return f"stopped after {ran.seconds:.0f} s"
    count = count_tests(ran.output)
    tests = "passed" if count is None else f"{count} tests passed"
    return tests if ran.exit_code == 0 else f"exit {ran.exit_code}"


def _last_words(ran: Ran) -> str:
    return " ".join(ran.output.split())[-SAID:]
