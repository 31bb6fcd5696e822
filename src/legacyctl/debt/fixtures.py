"""Prove a rule by the fixture beside its file: what `legacyctl rules test` runs.

The fixture of `<id>.toml` is `<id>.<ext>` in the rule's language. A comment line
with `ruleid: ID` says that a finding must start on the next line, one with
`ok: ID` that none may; such lines may stand stacked. Every finding must be
announced. Where `<id>.fixed.<ext>` stands beside it, the rule's codemod must
turn the one into the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from legacyctl.catalog import Language, Rule
from legacyctl.config import SourceConfig
from legacyctl.debt.match import match
from legacyctl.facts import collect
from legacyctl.model import SourceFile
from legacyctl.parse import parse
from legacyctl.source import read_file

Rewrite = Callable[[SourceFile, str], bytes]
"""Give a file's bytes after the codemod of that name."""

# Comment marks, sequence numbers and blanks may stand before it, nothing but comment marks behind it.
_NOTE = re.compile(r"[\W\d]*(?P<kind>ruleid|ok):\s*(?P<rule>[\w-]+)\W*")


@dataclass(frozen=True, slots=True)
class FixtureResult:
    """What the fixture of one rule showed, in lines of that fixture.

    `missing` are the lines on which a finding was announced and not made,
    `unexpected` those with a finding that was not. `problem` says why the
    fixture proves nothing, or what the codemod made of it; "" is fine.
    """

    rule: str
    path: Path
    missing: tuple[int, ...] = ()
    unexpected: tuple[int, ...] = ()
    problem: str = ""

    @property
    def passed(self) -> bool:
        """Whether the rule does what its fixture says."""
        return not (self.missing or self.unexpected or self.problem)

    @property
    def reason(self) -> str:
        """Why it did not pass, in a line; "" when it did."""
        parts = [self.problem] if self.problem else []
        parts += [f"line {line}: a finding was announced and not made" for line in self.missing]
        parts += [f"line {line}: a finding was made and not announced" for line in self.unexpected]
        return "; ".join(parts)


def check(rule: Rule, languages: Mapping[str, Language], rewrite: Rewrite | None = None) -> FixtureResult:
    """Run one rule over its fixture, and its codemod when `rewrite` is given.

    Raises CatalogError when the rule's query is wrong.
    """
    language = languages.get(rule.language)
    if language is None:
        return FixtureResult(rule.id, rule.path, problem=f"there is no language '{rule.language}'")
    candidates = _beside(rule)
    if len(candidates) != 1:
        wanted = " or ".join(f"{rule.id}{extension}" for extension in language.extensions)
        return FixtureResult(rule.id, rule.path, problem=f"has {len(candidates)} fixtures; wants one {wanted}")
    path = candidates[0]
    if path.suffix.lower() not in language.extensions:
        return FixtureResult(rule.id, path, problem=f"is not a file of {language.name}")
    file = read_file(path.parent, path.name, SourceConfig(), languages)
    result = _compared(rule, path, file, language)
    if rewrite is None or not result.passed:
        return result
    return replace(result, problem=_rewritten(rule, path, file, rewrite))


def _beside(rule: Rule) -> list[Path]:
    """Give the files named after the rule, without the rule itself and the fixed text."""
    found = sorted(rule.path.parent.glob(f"{rule.id}.*"))
    return [path for path in found if path.suffix != ".toml" and ".fixed." not in path.name]


def _compared(rule: Rule, path: Path, file: SourceFile, language: Language) -> FixtureResult:
    """Compare what the rule finds with what the fixture announces."""
    must, must_not = _announced(file.text, rule.id)
    if file.problem or not must:
        return FixtureResult(rule.id, path, problem=file.problem or f"has no line 'ruleid: {rule.id}'")
    tree = parse(file, language)
    if tree.unparsed:
        return FixtureResult(rule.id, path, problem=f"line {tree.unparsed[0].first_line}: does not parse")
    made = {finding.span.first_line for finding in match(tree, collect(tree), [rule])}
    missing, unexpected = must - made, made - must
    contradiction = must & must_not
    problem = f"line {min(contradiction)}: both ruleid and ok" if contradiction else ""
    return FixtureResult(rule.id, path, tuple(sorted(missing)), tuple(sorted(unexpected)), problem)


def _announced(text: str, rule: str) -> tuple[set[int], set[int]]:
    """Give the lines that must and must not have a finding of the rule."""
    lines: dict[str, set[int]] = {"ruleid": set(), "ok": set()}
    pending: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        note = _NOTE.fullmatch(line)
        if note:
            pending += [note["kind"]] if note["rule"] == rule else []
            continue
        for kind in pending:
            lines[kind].add(number)
        pending = []
    return lines["ruleid"], lines["ok"]


def _rewritten(rule: Rule, path: Path, file: SourceFile, rewrite: Rewrite) -> str:
    """Say how the codemod's text differs from the fixed text; "" when it does not, or there is none."""
    fixed = path.with_suffix(f".fixed{path.suffix}")
    if not fixed.is_file():
        return ""
    if not rule.fix.codemod:
        return f"{fixed.name} stands beside a rule without a codemod"
    before, after = fixed.read_bytes().split(b"\n"), rewrite(file, rule.fix.codemod).split(b"\n")
    differing = (n for n, (old, new) in enumerate(zip_longest(before, after), 1) if old != new)
    line = next(differing, 0)
    return f"{fixed.name}, line {line}: {rule.fix.codemod} gives another text" if line else ""
