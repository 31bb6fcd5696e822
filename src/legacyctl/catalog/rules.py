"""Debt rules as data: `rules/debt/<language>/<id>.toml` with a fixture beside each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from legacyctl.catalog.find import bundled, readers
from legacyctl.model import Grade, Severity
from legacyctl.tables import TableReader

METRICS = ("cyclomatic", "cognitive", "lines", "nesting", "parameters")
TEXT_LANGUAGES = ("en", "nl")


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule points at; exactly one of the three ways.

    `query` is a tree-sitter query whose capture @finding is the place. `node`
    names a mark of one of our own readers (such as "goto"), and `where` the
    attributes that it must have. `metric` with `over` points at every unit
    (of `units` kinds, or of any) whose metric is larger.
    """

    query: str = ""
    node: str = ""
    where: Mapping[str, str | int | bool] | None = None
    metric: str = ""
    over: int = 0
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding is mended: a codemod's name, or what a model is asked ("" each for neither)."""

    codemod: str = ""
    instruction: str = ""
    needs: Grade = Grade.E1


@dataclass(frozen=True, slots=True)
class Rule:
    """One debt rule. `minutes` is for one finding; `per` is added for each point over the limit.

    `source` says where the minutes come from; `title`, `message` and `why` are
    by text language ("en", "nl").
    """

    id: str
    language: str
    severity: Severity
    minutes: float
    per: float
    source: str
    title: Mapping[str, str]
    message: Mapping[str, str]
    why: Mapping[str, str]
    links: tuple[str, ...]
    match: Match
    fix: Fix
    path: Path


@cache
def rules() -> dict[str, Rule]:
    """Give every bundled rule by its id, in id order; raises CatalogError."""
    return rules_in(bundled("rules/debt"))


def rules_in(folder: Path) -> dict[str, Rule]:
    """Give every rule of a folder of rules by its id, in id order; raises CatalogError."""
    found: dict[str, Rule] = {}
    for reader in readers(folder):
        rule = _read(reader, found)
        found[rule.id] = rule
    return dict(sorted(found.items()))


def _read(reader: TableReader, known: Mapping[str, Rule]) -> Rule:
    """Check one rule file and give its Rule."""
    path = reader.path
    severities = tuple(severity.value for severity in Severity)
    if path.stem in known:
        reader.problem("id", f"{path.stem} is already defined in {known[path.stem].path}")
    texts = {word: reader.table(word) for word in TEXT_LANGUAGES}
    rule = Rule(
        id=path.stem,
        language=path.parent.name,
        severity=Severity(reader.text("severity", "info", among=severities)),
        minutes=reader.number("minutes"),
        per=reader.number("per", 0.0),
        source=reader.text("source"),
        title={word: table.text("title") for word, table in texts.items()},
        message={word: table.text("message") for word, table in texts.items()},
        why={word: table.text("why") for word, table in texts.items()},
        links=reader.texts("links", ()),
        match=_match(reader.table("match")),
        fix=_fix(reader.table("fix")),
        path=path,
    )
    reader.finish()
    return rule


def _match(reader: TableReader) -> Match:
    match = Match(
        query=reader.text("query", ""),
        node=reader.text("node", ""),
        where=reader.values("where"),
        metric=reader.text("metric", "", among=METRICS),
        over=reader.integer("over", 0),
        units=reader.texts("units", ()),
    )
    if sum(map(bool, (match.query, match.node, match.metric))) != 1:
        reader.problem("query", "a rule has exactly one of query, node, metric")
    return match


def _fix(reader: TableReader) -> Fix:
    grades = tuple(grade.name for grade in Grade if grade >= 0)
    fix = Fix(
        codemod=reader.text("codemod", ""),
        instruction=reader.text("instruction", ""),
        needs=Grade[reader.text("needs", "E1", among=grades)],
    )
    if fix.instruction and fix.needs < Grade.E2:
        reader.problem("needs", "what a model writes needs E2 or more: at E1 nothing was run")
    return fix
