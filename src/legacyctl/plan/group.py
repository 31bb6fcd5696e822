"""Group findings into tasks: one for a codemod and a file, one for a model and a unit.

A model rewrites a definition that can be called, or a section. What stands
outside of those, such as a field or the first lines of a script, is left to a
person: the smallest unit around it is the whole class or file, and rewriting
that would overlap every other task in it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legacyctl.catalog import Fix, Rule
from legacyctl.debt import CALLABLES, innermost
from legacyctl.debt.score import minutes_of
from legacyctl.model import Assessment, FileFacts, FileReport, Finding, Task, Unit
from legacyctl.plan.budget import CODE_CHARACTERS

ID_LENGTH = 10
REWRITABLE = CALLABLES | {"section"}


@dataclass(frozen=True, slots=True)
class _Group:
    """Findings of one file that one change mends: by `codemod`, or else by a model in `unit`."""

    facts: FileFacts
    codemod: str
    unit: Unit | None
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]

    @property
    def name(self) -> str:
        """What the change is about, the same when lines move."""
        if self.codemod or self.unit is None:
            return self.codemod
        return f"{self.unit.parent}.{self.unit.name}"


def group(assessment: Assessment, rules: Mapping[str, Rule]) -> tuple[Task, ...]:
    """Give a task for every group of findings that can be mended, by path and place."""
    groups = [found for report in assessment.files for found in _groups(report, rules)]
    return tuple(_tasks(groups))


def _groups(report: FileReport, rules: Mapping[str, Rule]) -> list[_Group]:
    """Group the findings of one file."""
    facts = report.facts
    if facts.generated or facts.vendored:
        return []
    by_key: dict[tuple[str, Unit | None], list[Finding]] = {}
    for finding in report.findings:
        fix = rules[finding.rule].fix if finding.rule in rules else Fix()
        unit = innermost(facts.units, finding.span)
        if fix.codemod:
            by_key.setdefault((fix.codemod, None), []).append(finding)
        elif fix.instruction and unit and unit.kind in REWRITABLE:
            by_key.setdefault(("", unit), []).append(finding)
    return [
        _Group(facts, codemod, unit, tuple(findings), _rules_of(findings, rules))
        for (codemod, unit), findings in by_key.items()
    ]


def _rules_of(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    return tuple(rules[name] for name in sorted({finding.rule for finding in findings}))


def _tasks(groups: Iterable[_Group]) -> Iterable[Task]:
    """Make the tasks; namesakes in one file, such as overloads, are told apart by their order."""
    seen: Counter[tuple[str, ...]] = Counter()
    for found in groups:
        key = (found.facts.path, found.name, *(rule.id for rule in found.rules))
        seen[key] += 1
        yield _task(found, _identity((*key, str(seen[key]))))


def _identity(parts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:ID_LENGTH]


def _task(found: _Group, identity: str) -> Task:
    size = found.unit.span.end - found.unit.span.start if found.unit else found.facts.size
    return Task(
        id=identity,
        title="; ".join(rule.title["en"] for rule in found.rules),
        path=found.facts.path,
        language=found.facts.language or "",
        rules=tuple(rule.id for rule in found.rules),
        findings=found.findings,
        needs=max(rule.fix.needs for rule in found.rules),
        codemod=found.codemod,
        instruction="" if found.codemod else _instruction(found.rules),
        unit=found.unit,
        minutes=minutes_of(found.findings),
        oversize=not found.codemod and size > CODE_CHARACTERS,
    )


def _instruction(rules: Sequence[Rule]) -> str:
    """Join what the rules ask; the words are all ours, never those of the repository."""
    return "\n".join(f"- {rule.title['en']}: {rule.fix.instruction}" for rule in rules)
