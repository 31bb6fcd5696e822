"""The reports that a person reads: plain text, in Dutch or English."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from legacyctl.model import Debt, Outcome, Overview, Run, Status, Summary, Task, TaskResult
from legacyctl.report.words import word
from legacyctl.source import shown

TOP = 10
ROW = "{:<10} {:>9} {:>10} {:>8} {:>8} {:>11} {:>7}"
# What was done before what was not; the rest of a long plan is what `plan` prints.
ORDER = (Status.ACCEPTED, Status.REJECTED, Status.UNCHANGED, Status.REFUSED, Status.FAILED, Status.PLANNED)


def scan(overview: Overview, lang: str) -> str:
    """Give the scan as text: languages, what could not be read, rules with most debt, the total."""
    say = word(lang)
    lines = [*_languages(overview, lang), ""]
    problems = [one for one in overview.files if one.problem]
    if problems:
        lines.append(say("not_read", count=len(problems)))
        lines += [f"  {shown(one.path)}: {one.problem}" for one in problems[:TOP]]
        lines += _more(len(problems), lang)
        lines.append("")
    if overview.total.findings:
        lines += [say("top_rules"), *_rules(overview.files), ""]
    return "\n".join([*lines, _total(overview.total, lang)]) + "\n"


def plan(tasks: Sequence[Task], lang: str) -> str:
    """Give the plan as text, a line per task in order."""
    say = word(lang)
    codemods = sum(not task.by_model for task in tasks)
    head = say("plan", tasks=len(tasks), codemods=codemods, models=len(tasks) - codemods)
    return "\n".join([head, *(f"  {_task(task)}" for task in tasks)]) + "\n"


def run(run_: Run, lang: str, *, where: str = "") -> str:
    """Give a `modernise` run as text: accepted with evidence, then all else with the reason."""
    say = word(lang)
    by_status = {status: [r for r in run_.results if r.status is status] for status in ORDER}
    lines = [say("run", run=run_.id, backend=run_.backend or say("none"))]
    for status, results in by_status.items():
        if results:
            shortened = results[:TOP] if status is Status.PLANNED else results
            lines += ["", f"{say(status.value)}: {len(results)}", *_results(shortened)]
            lines += _more(len(results), lang) if shortened is not results else []
    grades = Counter(str(r.verdict.grade) for r in by_status[Status.ACCEPTED] if r.verdict)
    summary = ", ".join(f"{grade}: {count}" for grade, count in sorted(grades.items()))
    lines += ["", say("grades", grades=summary or say("none"))]
    gates = Counter(_failed_gate(result) for result in by_status[Status.REJECTED])
    if gates:
        lines.append(say("rejected_by", gates=", ".join(f"{gate} {count}" for gate, count in gates.most_common())))
    if run_.audit_hash:
        lines.append(say("audit", hash=run_.audit_hash))
    if where:
        lines.append(say("patches", where=where))
    return "\n".join(lines) + "\n"


def _languages(overview: Overview, lang: str) -> list[str]:
    say = word(lang)
    rows = [ROW.format(*say("table").split())]
    for debt in overview.per_language:
        read = [one for one in overview.files if one.language == debt.language and not one.problem]
        size = sum(one.size for one in read)
        fidelity = 1 - sum(one.unparsed for one in read) / size if size else 1.0
        units = sum(one.units for one in read)
        hours = f"{debt.minutes / 60:.1f}"
        rows.append(
            ROW.format(debt.language, debt.files, debt.code_lines, units, f"{fidelity:.2%}", debt.findings, hours)
        )
    return rows


def _rules(files: Iterable[Summary]) -> list[str]:
    minutes: defaultdict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    for rule, times, spent in (row for one in files for row in one.rules):
        minutes[rule] += spent
        count[rule] += times
    most = sorted(minutes.items(), key=lambda item: (-item[1], item[0]))[:TOP]
    return [f"  {rule:<8} {count[rule]:>6} x  {spent / 60:>8.1f} h" for rule, spent in most]


def _total(debt: Debt, lang: str) -> str:
    return word(lang)(
        "total",
        findings=debt.findings,
        low=f"{debt.low / 60:.1f}",
        mid=f"{debt.minutes / 60:.1f}",
        high=f"{debt.high / 60:.1f}",
        ratio=f"{debt.ratio:.1%}",
    )


def _task(task: Task) -> str:
    where = f"{shown(task.path)}" + (f" {task.unit.name}" if task.unit else "")
    who = task.codemod or "model"
    return f"{task.id}  {task.needs}  {who:<24} {where}  [{', '.join(task.rules)}]"


def _results(results: Iterable[TaskResult]) -> list[str]:
    lines = []
    for result in results:
        grade = str(result.verdict.grade) if result.verdict else "-"
        lines.append(f"  {grade:<4} {_task(result.task)}")
        if result.reason:
            lines.append(f"         {result.reason}")
        if result.patch:
            lines += [f"         {note}" for note in result.patch.notes[:TOP]]
    return lines


def _failed_gate(result: TaskResult) -> str:
    """Name the gate that failed; "grade" when the evidence was too thin, "answer" when there was nothing to judge."""
    if result.verdict is None:
        return "answer"
    return next((one.gate for one in result.verdict.results if one.outcome is Outcome.FAIL), "grade")


def _more(count: int, lang: str) -> list[str]:
    return [word(lang)("more", count=count - TOP)] if count > TOP else []
