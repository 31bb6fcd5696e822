"""The JSON documents that the commands print with `--json`.

The shape of `scan` is published in `docs/schema/scan.schema.json` and tested
against it. Same input, rules and version give the same bytes: no clock, no
machine, no order that depends on chance.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from legacyctl import __version__
from legacyctl.model import Assessment, Debt, FileFacts, Finding, Link, Run, Task, TaskResult, Unit, Verdict
from legacyctl.source import shown

TOOL = {"name": "legacyctl", "version": __version__}


def dumps(document: dict[str, Any]) -> str:
    """Give a document as text, a line for each file, finding or task.

    Characters beyond ASCII are escaped, so any terminal and pipe takes it.
    """
    return "{\n" + ",\n".join(f"{json.dumps(key)}: {_lines(value)}" for key, value in document.items()) + "\n}\n"


def _lines(value: Any) -> str:
    """Give a value as text, a list with a line for each of its items: an indent all the way is ten times slower."""
    if not isinstance(value, list) or not value:
        return json.dumps(value)
    return "[\n" + ",\n".join(map(json.dumps, value)) + "\n]"


def scan(assessment: Assessment) -> dict[str, Any]:
    """Give the scan document: every file with its units and links, every finding, the totals."""
    return {
        "schema": "legacyctl-scan/1",
        "tool": TOOL,
        "files": [_file(report.facts) for report in assessment.files],
        "findings": [_finding(found) for found in assessment.findings],
        "totals": totals(assessment),
    }


def plan(tasks: Iterable[Task]) -> dict[str, Any]:
    """Give the plan document: the tasks in the order in which they would be done."""
    return {"schema": "legacyctl-plan/1", "tool": TOOL, "tasks": [_task(task) for task in tasks]}


def run(run_: Run) -> dict[str, Any]:
    """Give the document of a `modernise` run: totals before, every task with its evidence."""
    return {
        "schema": "legacyctl-run/1",
        "tool": TOOL,
        "run": run_.id,
        "backend": run_.backend,
        "audit_hash": run_.audit_hash,
        "settings": dict(run_.settings),
        "totals": totals(run_.assessment),
        "tasks": [_result(result) for result in run_.results],
    }


def totals(assessment: Assessment) -> dict[str, Any]:
    """Give the sums over all files, and the debt per language."""
    facts = [report.facts for report in assessment.files]
    read = [one for one in facts if one.language and not one.problem]
    size, unparsed = sum(one.size for one in read), sum(one.unparsed for one in read)
    return {
        "files": len(facts),
        "files_read": len(read),
        "files_with_problem": sum(bool(one.problem) for one in facts),
        "bytes": size,
        "unparsed_bytes": unparsed,
        "fidelity": round(1 - unparsed / size, 6) if size else 1.0,
        "units": sum(len(one.units) for one in facts),
        "links": sum(len(one.links) for one in facts),
        "findings": len(assessment.findings),
        "debt": _debt(assessment.total),
        "languages": [_debt(debt) for debt in assessment.per_language],
    }


def _file(facts: FileFacts) -> dict[str, Any]:
    return {
        "path": shown(facts.path),
        "language": facts.language,
        "encoding": facts.encoding,
        "bytes": facts.size,
        "unparsed_bytes": facts.unparsed,
        "lines": facts.lines,
        "code_lines": facts.code_lines,
        "sha256": facts.sha256,
        "generated": facts.generated,
        "vendored": facts.vendored,
        "problem": facts.problem,
        "units": [_unit(unit) for unit in facts.units],
        "links": [_link(link) for link in facts.links],
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "kind": unit.kind,
        "name": unit.name,
        "parent": unit.parent,
        "first_line": unit.span.first_line,
        "last_line": unit.span.last_line,
        "lines": unit.lines,
        "cyclomatic": unit.cyclomatic,
        "cognitive": unit.cognitive,
        "nesting": unit.nesting,
        "parameters": unit.parameters,
        "dead": unit.dead,
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "kind": link.kind,
        "how": link.how,
        "target": link.target,
        "line": link.line,
        "unit": link.unit,
        "dynamic": link.dynamic,
        "local": link.local,
        "access": link.access,
    }


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "path": shown(found.path),
        "first_line": found.span.first_line,
        "last_line": found.span.last_line,
        "unit": found.unit,
        "severity": found.severity.value,
        "minutes": found.minutes,
        "message": found.message,
    }


def _debt(debt: Debt) -> dict[str, Any]:
    return {
        "language": debt.language,
        "files": debt.files,
        "code_lines": debt.code_lines,
        "findings": debt.findings,
        "minutes": {"low": debt.low, "mid": debt.minutes, "high": debt.high},
        "build_minutes_per_line": round(debt.build_minutes, 3),
        "ratio": round(debt.ratio, 6),
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "id": task.id,
        "title": task.title,
        "path": shown(task.path),
        "unit": task.unit.name if task.unit else "",
        "rules": list(task.rules),
        "findings": len(task.findings),
        "minutes": task.minutes,
        "by": f"codemod {task.codemod}" if task.codemod else "model",
        "needs": str(task.needs),
    }


def _result(result: TaskResult) -> dict[str, Any]:
    verdict = result.verdict
    return {
        **_task(result.task),
        "status": result.status.value,
        "reason": result.reason,
        "origin": result.patch.origin if result.patch else "",
        "notes": list(result.patch.notes) if result.patch else [],
        "grade": str(verdict.grade) if verdict else "none",
        "gates": _gates(verdict) if verdict else [],
    }


def _gates(verdict: Verdict) -> list[dict[str, str]]:
    return [
        {"gate": one.gate, "grade": str(one.grade), "outcome": one.outcome.value, "evidence": one.evidence}
        for one in verdict.results
    ]
