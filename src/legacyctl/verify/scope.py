"""Gate `scope`: only what the task names has changed.

For a model that is one definition: every byte around it is the same, one
definition of that kind and name stands in its place, and the imports of the
file are the same. The scope of a codemod is its file. A model may not touch
files under `verify.read_only` (tests); a codemod may, because a suite in an old
language cannot judge anything before it is converted, and gate `tests` then
says that the tests are no independent witness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from legacyctl.model import Unit
from legacyctl.source.ignore import compiled
from legacyctl.verify.case import Answer, Case, Context, Side, failed, passed
from legacyctl.verify.reading import may_split, within


def judge(case: Case) -> Answer:
    """Check the path, then for a model's change the bytes around, the definition and the imports."""
    path = case.change.path
    if path != case.task.path:
        return failed(f"{path} is not the file of this task")
    if not case.task.by_model:
        return passed("one file, by codemod")
    if read_only(case.context, path):
        return failed(f"{path} is read-only (verify.read_only)")
    fault = _fault_around(case) or _fault_inside(case) or _fault_of_imports(case)
    return failed(fault) if fault else passed(f"only {_named(case.task.unit)} changed")


def read_only(context: Context, path: str) -> bool:
    """Whether a path is under `verify.read_only`; raises ConfigError for a pattern that git would not take."""
    return compiled(context.root, "read_only", context.config.read_only).match_file(path)


def _fault_around(case: Case) -> str:
    """Say where a byte outside the definition differs."""
    before, after, place = case.change.before, case.change.after, case.place
    if after[: place.start] != before[: place.start]:
        pairs = enumerate(zip(before, after, strict=False))
        at = next((n for n, (old, new) in pairs if old != new), min(len(before), len(after)))
        line = before.count(b"\n", 0, at) + 1
        return f"line {line}, before {_named(case.task.unit)}, changed"
    if len(after) < place.start + len(before) - place.end or not after.endswith(before[place.end :]):
        return f"something after {_named(case.task.unit)} changed"
    return ""


def _fault_inside(case: Case) -> str:
    """Say what stands in the place of the definition, unless it is that definition and no other."""
    unit = case.task.unit
    if unit is None:
        return ""
    found = _outermost(case.after, case)
    if not any((other.kind, other.name) == (unit.kind, unit.name) for other in found):
        there = ", ".join(map(_named, found)) or "no definition"
        return f"{there} stands where {_named(unit)} stood"
    extra = [other for other in found if (other.kind, other.name) != (unit.kind, unit.name)] or found[1:]
    if may_split(case.task):
        extra = [other for other in extra if other.kind != unit.kind]
    return f"{_named(extra[0])} was added beside {_named(unit)}" if extra else ""


def _outermost(side: Side, case: Case) -> list[Unit]:
    """Give the definitions in the new place that stand in no other one there."""
    there = [unit for unit in side.facts.units if within(unit.span, case.new_place)]
    return [unit for unit in there if not _stands_in_another(unit, there)]


def _stands_in_another(unit: Unit, others: Iterable[Unit]) -> bool:
    return any(other is not unit and within(unit.span, other.span) for other in others)


def _fault_of_imports(case: Case) -> str:
    before, after = _imports(case.before), _imports(case.after)
    if after == before:
        return ""
    added, gone = after - before, before - after
    return f"adds import {next(iter(added))}" if added else f"drops import {next(iter(gone))}"


def _imports(side: Side) -> Counter[str]:
    return Counter(mark.text for mark in side.tree.marks() if mark.tag == "include")


def _named(unit: Unit | None) -> str:
    return f"{unit.kind} {unit.name}" if unit else "the file"
