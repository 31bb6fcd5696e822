"""Carry out the plan: codemods first, then a model; every patch through the gates.

A later task sees what the earlier ones made: the bytes that accepted changes
gave to files are kept beside the user's tree, which is only read.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legacyctl import codemods, verify
from legacyctl.errors import BackendError, GuardError
from legacyctl.model import Patch, Reply, Run, SourceFile, Status, Task, TaskResult, Unit
from legacyctl.pipeline import ask, together
from legacyctl.pipeline.bench import Bench
from legacyctl.pipeline.project import Progress, Project, silent
from legacyctl.pipeline.reading import read
from legacyctl.pipeline.scan import Means, scan
from legacyctl.pipeline.splice import replaced
from legacyctl.plan import plan

NOT_ASKED = "no model was asked"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked of a run; `limit` is the most model tasks that are asked, None is all."""

    codemods_only: bool = False
    dry_run: bool = False
    backend: str = ""
    model_path: str = ""
    limit: int | None = None


def modernise(project: Project, options: Options, *, progress: Progress = silent) -> Run:
    """Give what became of every task; raises PolicyError or UsageError when the model may not or cannot be asked."""
    # a dry run leaves no trace, not even a store
    assessment = scan(project, progress=progress, means=Means(cache=not options.dry_run))
    tasks = plan(assessment, project.rules)
    mechanical, asked = ([task for task in tasks if task.by_model is by_model] for by_model in (False, True))
    run = Run(id=new_id(), assessment=assessment, results=(), settings=_settings(options))
    if options.codemods_only:
        target = None
    else:
        target = ask.endpoint(project, options.backend, options.model_path)
        run = replace(run, backend=target.profile.id)
    if options.dry_run:
        return replace(run, results=tuple(ask.previewed(tasks, target, project.lang)))
    bench = Bench(project)
    if target is None or not asked or options.limit == 0:
        done = together.tested(bench, _rewritten(bench, mechanical, progress))
        return replace(run, results=(*done, *(TaskResult(task, Status.PLANNED, NOT_ASKED) for task in asked)))
    # opened first: a refusal or a missing key must not cost the work of the codemods
    with ask.Model(project, target, run.id) as model:
        done = together.tested(bench, _rewritten(bench, mechanical, progress))
        done += _answered(bench, model, asked, options, progress)
        return replace(run, results=tuple(done), backend=model.name, audit_hash=model.audit_hash)


def new_id() -> str:
    """Give a run a name that sorts by time and is a safe file and branch name."""
    return f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{secrets.token_hex(2)}"


def _settings(options: Options) -> dict[str, str]:
    return {"codemods_only": str(options.codemods_only), "limit": "" if options.limit is None else str(options.limit)}


def _rewritten(bench: Bench, tasks: Sequence[Task], progress: Progress) -> list[TaskResult]:
    """Run the codemods, each over what the earlier ones made."""
    results = []
    for number, task in enumerate(tasks, 1):
        file = bench.file(task.path)
        beside = frozenset(entry.name for entry in (bench.project.root / task.path).parent.iterdir())
        results.append(bench.judged(task, codemods.rewrite(file, task, beside=beside)))
        progress("codemods", number, len(tasks))
    return results


def _answered(
    bench: Bench, model: ask.Model, tasks: Sequence[Task], options: Options, progress: Progress
) -> list[TaskResult]:
    """Ask the model for each task, as far as the limit goes."""
    reasons = {task.id: _not_for_a_model(bench, task) for task in tasks}
    asked = [task for task in tasks if not reasons[task.id]][: options.limit]
    model.learn([bench.file(path) for path in sorted({task.path for task in asked})])
    results = []
    for number, task in enumerate(tasks, 1):
        if task in asked:
            results.append(_one_answer(bench, model, task))
        else:
            results.append(TaskResult(task, Status.PLANNED, reasons[task.id] or f"--limit {options.limit}"))
        progress("model", number, len(tasks))
    return results


def _not_for_a_model(bench: Bench, task: Task) -> str:
    """Say why a model is not asked for this task; "" when it is."""
    if task.unit is None:
        return "stands in no definition that a model could rewrite"
    if bench.file(task.path).record:
        return "stands in a file of fixed records, which are not changed in place"
    if task.oversize:
        return "too large for one prompt: split it first"
    return "the file is read-only (verify.read_only)" if verify.read_only(bench.context(task), task.path) else ""


def _one_answer(bench: Bench, model: ask.Model, task: Task) -> TaskResult:
    """Ask for one task and judge the answer; whatever goes wrong with it stays with this task."""
    file = bench.file(task.path)
    found = _as_it_is_now(bench.project, task, file)
    if found is None or found.unit is None:
        return TaskResult(task, Status.UNCHANGED, "an earlier task mended it already")
    try:
        reply = model.answer(found, file)
    except GuardError as refusal:
        return TaskResult(found, Status.REFUSED, str(refusal))
    except BackendError as fault:
        return TaskResult(found, Status.FAILED, str(fault))
    return replace(_spliced(bench, found, file, reply, model.name), reply=reply)


def _spliced(bench: Bench, task: Task, file: SourceFile, reply: Reply, origin: str) -> TaskResult:
    """Put the answer in the place of the definition and judge that."""
    if reply.finish != "stop":
        return TaskResult(task, Status.REJECTED, f"the answer was cut off ({reply.finish})")
    assert task.unit is not None  # noqa: S101 - only tasks with a unit are asked
    try:
        change = replaced(file, task.unit, reply.code)
    except UnicodeEncodeError:
        return TaskResult(task, Status.REJECTED, f"the answer does not fit {file.encoding}")
    return bench.judged(task, Patch(task.id, (change,), f"model:{origin}"))


def _as_it_is_now(project: Project, task: Task, file: SourceFile) -> Task | None:
    """Give the task on the definition as earlier tasks left it; None when nothing is left to mend."""
    report = read(file, project)
    unit = next((unit for unit in report.facts.units if task.unit and _same(unit, task.unit)), None)
    findings = tuple(
        found for found in report.findings if found.rule in task.rules and unit and found.unit == unit.name
    )
    return replace(task, unit=unit, findings=findings) if findings else None


def _same(unit: Unit, other: Unit) -> bool:
    """Whether two units are one definition, wherever it stands now."""
    return (unit.kind, unit.name, unit.parent) == (other.kind, other.name, other.parent)
