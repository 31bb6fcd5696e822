"""Turns a case of tests/verify/cases into a task and a patch, as the pipeline would make them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from legacyctl import catalog
from legacyctl.config import SourceConfig, VerifyConfig
from legacyctl.debt import match
from legacyctl.facts import collect
from legacyctl.model import FileChange, Grade, Outcome, Patch, Task, Unit, Verdict
from legacyctl.parse import parse
from legacyctl.source import read_file
from legacyctl.verify import Context, Session

CASES = Path(__file__).parent / "cases"
SESSION = Session()  # compilers are looked for once


@dataclass(frozen=True)
class Given:
    """A case: the file as it was, the answer, and the gate that must reject it ("" for a good one)."""

    id: str
    language: str
    path: str
    unit: str
    rule: str
    before: str
    code: str | None
    file: str | None
    gate: str
    codemod: str = ""


def given(kind: str) -> list[object]:
    """Give the good or the bad cases of every language as parameters with ids."""
    return [parameter for path in sorted(CASES.glob("*.toml")) for parameter in _read(path, kind)]


def _read(path: Path, kind: str) -> Iterator[object]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    common = {key: table[key] for key in ("language", "path", "unit", "rule", "before")}
    for case in table.get(kind, ()):
        words = {"code": None, "file": None, "gate": ""} | common | case
        yield pytest.param(Given(**words), id=f"{path.stem}-{case['id']}")


def put(root: Path, path: str, data: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def build(root: Path, case: Given) -> tuple[Patch, Context]:
    """Write the file, find what the rule finds, and make the task and the patch."""
    before = case.before.lstrip("\n").encode()
    put(root, case.path, before)
    task = task_for(root, case)
    patch = Patch(task.id, (FileChange(case.path, before, answer(case, before, task.unit)),), origin(case))
    return patch, context(root, task)


def origin(case: Given) -> str:
    return f"codemod:{case.codemod}" if case.codemod else "model:replay/test"


def task_for(root: Path, case: Given) -> Task:
    languages = catalog.languages()
    tree = parse(read_file(root, case.path, SourceConfig(), languages), languages[case.language])
    facts = collect(tree)
    unit = next((unit for unit in facts.units if unit.name == case.unit), None) if case.unit else None
    assert unit or not case.unit, f"{case.unit} is not in {[unit.name for unit in facts.units]}"
    found = [f for f in match(tree, facts, rules()) if f.rule == case.rule and (unit is None or f.unit == unit.name)]
    assert found, f"{case.rule} finds nothing"
    fixed = {"codemod": case.codemod, "unit": unit, "needs": Grade.E1}
    return Task("t-1", "Test", case.path, case.language, (case.rule,), tuple(found), **fixed)


def answer(case: Given, before: bytes, unit: Unit | None) -> bytes:
    """Give the bytes after the change; `code` stands for the definition alone, from its first letter."""
    if case.file is not None:
        return case.file.lstrip("\n").encode()
    assert unit
    assert case.code is not None
    old = before[unit.span.start : unit.span.end]
    ending = old[len(old.rstrip()) :]
    return before[: unit.span.start] + case.code.strip("\n").encode() + ending + before[unit.span.end :]


def context(root: Path, task: Task, **more) -> Context:
    fixed = {"config": VerifyConfig(), "rules": rules(), "languages": catalog.languages(), "session": SESSION} | more
    return Context(root=root, task=task, **fixed)


def rules() -> tuple[catalog.Rule, ...]:
    return tuple(catalog.rules().values())


def failing(verdict: Verdict) -> list[str]:
    return [result.gate for result in verdict.results if result.outcome is Outcome.FAIL]
