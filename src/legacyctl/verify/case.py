"""What a gate is given: the change of one file, read before and after, and what is around it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from legacyctl.catalog import Language, Rule
from legacyctl.config import SourceConfig, VerifyConfig
from legacyctl.debt import match
from legacyctl.facts import collect
from legacyctl.model import FileChange, FileFacts, Finding, Grade, Outcome, Patch, SourceFile, Span, Task
from legacyctl.parse import Tree, parse
from legacyctl.source.decode import newline_of

Known = TypeVar("Known")


class Session:
    """What was found out during a run about the code before any change, so that it is asked once."""

    def __init__(self) -> None:
        self._known: dict[Hashable, object] = {}

    def once(self, key: Hashable, ask: Callable[[], Known]) -> Known:
        """Give what `ask` gave the first time that this key was used."""
        if key not in self._known:
            self._known[key] = ask()
        return cast("Known", self._known[key])


@dataclass(frozen=True, slots=True)
class Context:
    """What a change is judged against.

    `root` is the user's tree, which is only read. `rules` are all rules in
    use, so that a new finding is seen; `copybooks` the configured folders.
    `accepted` holds the bytes that earlier changes of the run gave to files,
    by path. Without `allow_run` no code of the project is run, and the gate
    that must run it says so. `session` is shared by all changes of a run.
    """

    root: Path
    config: VerifyConfig
    task: Task
    rules: Sequence[Rule]
    languages: Mapping[str, Language]
    source: SourceConfig = field(default_factory=SourceConfig)
    copybooks: tuple[str, ...] = ()
    accepted: Mapping[str, bytes] = field(default_factory=dict)
    allow_run: bool = False
    session: Session = field(default_factory=Session)

    def now(self, path: str) -> bytes | None:
        """Give the bytes that a file has at this point of the run; None when it cannot be read."""
        if path in self.accepted:
            return self.accepted[path]
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None


@dataclass(frozen=True, slots=True)
class Side:
    """A file as it was or as it becomes: its bytes, its tree, facts and findings."""

    file: SourceFile
    tree: Tree
    facts: FileFacts
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Case:
    """One changed file of a patch, for a gate to judge; both sides are parsed when first asked for."""

    context: Context
    patch: Patch
    change: FileChange

    @property
    def task(self) -> Task:
        """The task that the patch is for."""
        return self.context.task

    @cached_property
    def before(self) -> Side:
        """The file as it was."""
        return self._side(self.change.before)

    @cached_property
    def after(self) -> Side:
        """The file as it becomes."""
        return self._side(self.change.after)

    @property
    def place(self) -> Span:
        """Where the task's definition stands before the change: the whole file when it has none."""
        unit = self.task.unit
        return unit.span if unit else Span(0, len(self.change.before), 1, 1)

    @property
    def new_place(self) -> Span:
        """Where what replaced the definition stands after the change; empty when the change lies elsewhere."""
        end = len(self.change.after) - (len(self.change.before) - self.place.end)
        return Span(self.place.start, max(self.place.start, end), self.place.first_line, self.place.first_line)

    def _side(self, data: bytes) -> Side:
        change, task = self.change, self.task
        newline = newline_of(data, change.encoding)
        file = SourceFile(change.path, task.language, change.encoding, newline, data, len(data))
        tree = parse(file, self.context.languages[task.language])
        facts = collect(tree)
        return Side(file, tree, facts, match(tree, facts, self.context.rules))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a gate found: its outcome and the ground for it, in a line."""

    outcome: Outcome
    evidence: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate: its name in reports, the grade that it guards, and its judgement of one changed file."""

    name: str
    grade: Grade
    judge: Callable[[Case], Answer]


def passed(evidence: str) -> Answer:
    """Answer that all is well."""
    return Answer(Outcome.PASS, evidence)


def failed(evidence: str) -> Answer:
    """Answer that the change must not be made."""
    return Answer(Outcome.FAIL, evidence)


def unknown(evidence: str) -> Answer:
    """Answer that it could not be judged; never counts as a pass."""
    return Answer(Outcome.UNKNOWN, f"not evaluated: {evidence}")
