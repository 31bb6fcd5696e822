"""The nouns that travel between the rooms: frozen dataclasses, without I/O.

Offsets are byte offsets into the file as it lies on disk, start inclusive, end
exclusive; lines count from 1. Durations are minutes of work unless a name says
seconds. Paths are POSIX style and relative to the root of the repository.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs; the words of the GitLab and Sonar reports."""

    INFO = "info"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
    BLOCKER = "blocker"


class Grade(IntEnum):
    """What was shown about a change; a higher grade includes the lower ones."""

    NONE = -1
    E0 = 0  # applies: spliced in, parses as well as before, bytes around it kept
    E1 = 1  # contained: only the named definition, nothing elided, compiles no worse
    E2 = 2  # tested: the project's own tests ran before and after
    E3 = 3  # compared: old and new side by side on generated inputs
    E4 = 4  # replayed: recorded real behaviour matches

    def __str__(self) -> str:
        """Give "E2", or "none" when nothing was shown."""
        return self.name if self >= 0 else "none"


class Outcome(StrEnum):
    """What one gate said; UNKNOWN is "not evaluated" and never a pass."""

    PASS = "pass"  # noqa: S105 - a word of the report, no password
    FAIL = "fail"
    UNKNOWN = "unknown"


# Span, Unit, Link and Summary are made, compared and sent between processes by the hundred thousand;
# a named tuple does each at a fraction of the cost of a frozen dataclass.
class Span(NamedTuple):
    """A piece of a file: byte offsets [start, end) and its first and last line."""

    start: int
    end: int
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the repository with its bytes as they lie on disk.

    `encoding` is a Python codec name, `newline` one of LF, CR LF, CR as text,
    "mixed" or "" (no line end at all). `record` is the length in bytes of the
    fixed records that stand in the place of lines, 0 for a file in lines.
    `problem` says why the file could not be read; then `data` is empty.
    """

    path: str
    language: str | None = None
    encoding: str = "utf-8"
    newline: str = "\n"
    data: bytes = field(default=b"", repr=False)
    size: int = 0
    generated: bool = False
    vendored: bool = False
    problem: str = ""
    record: int = 0

    @property
    def text(self) -> str:
        """The decoded file, line ends untouched."""
        return self.data.decode(self.encoding)

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


class Unit(NamedTuple):
    """A named piece of code: program, section, paragraph, class, method, function.

    `lines` counts lines with code, `cyclomatic` McCabe's number (1 + decisions),
    `cognitive` Campbell's cognitive complexity, `nesting` the deepest control
    structure, `parameters` the formal parameters. `parent` is the name of the
    unit around it, or "". `dead` is said only where control flow shows that
    nothing in its program can reach it.
    """

    kind: str
    name: str
    span: Span
    lines: int = 0
    cyclomatic: int = 1
    cognitive: int = 0
    nesting: int = 0
    parameters: int = 0
    parent: str = ""
    dead: bool = False


class Link(NamedTuple):
    """What a file refers to: a call, include, copybook, import, table or file.

    `unit` is the name of the unit that refers, or "" for the file itself.
    `dynamic` marks a target that is only known at run time. `how` is the
    language's own word where a kind has several: perform, call, link, copy, sql,
    pgm. `local` is the name under which the unit knows the target, where that is
    another one: the DD name of a data set, the SELECT name of a file. `access`
    is "read", "write", "update" (both) or "" for a table or file.
    """

    kind: str
    target: str
    line: int
    unit: str = ""
    dynamic: bool = False
    how: str = ""
    local: str = ""
    access: str = ""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """All that the later rooms know of a file; small enough to keep for a whole estate.

    `unparsed` counts the bytes that the parser did not understand; `problem`
    says why a file could not be read or parsed at all. `depends` are the other
    files that these facts were made from too: pairs of a name as it was asked
    for (a copybook) and the path that it led to, "" when there was none.
    """

    path: str
    language: str | None
    encoding: str
    size: int
    sha256: str
    lines: int = 0
    code_lines: int = 0
    unparsed: int = 0
    units: tuple[Unit, ...] = ()
    links: tuple[Link, ...] = ()
    generated: bool = False
    vendored: bool = False
    problem: str = ""
    depends: tuple[tuple[str, str], ...] = ()

    @property
    def fidelity(self) -> float:
        """Share of the bytes that was parsed, 0 to 1; 1 for an empty file."""
        return 1.0 - self.unparsed / self.size if self.size else 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a rule points at, with the minutes that mending it takes.

    `snippet` is the first line of the place, white space folded; it may hold
    personal data and stays on this machine. `unit` is the name of the smallest
    unit around the place, or "". `metric` names what a metric rule measured of
    that unit, "" for the other rules.
    """

    rule: str
    path: str
    language: str
    span: Span
    message: str
    severity: Severity
    minutes: float
    unit: str = ""
    snippet: str = ""
    metric: str = ""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file gave: its facts and its findings."""

    facts: FileFacts
    findings: tuple[Finding, ...] = ()


class Summary(NamedTuple):
    """What the score and the short reports need of a file: counts and sums, no places.

    `units`, `links` and `findings` are how many there are, `minutes` what mending
    the findings takes, and `rules` the findings of each rule: its id, how many,
    and the sum of their minutes.
    """

    path: str
    language: str | None = None
    size: int = 0
    unparsed: int = 0
    code_lines: int = 0
    units: int = 0
    links: int = 0
    findings: int = 0
    minutes: float = 0.0
    rules: tuple[tuple[str, int, float], ...] = ()
    generated: bool = False
    vendored: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Debt:
    """The debt of a language or of the whole: `minutes` to mend all `findings`.

    `ratio` is minutes / (code_lines x build_minutes), as published for the
    SQALE method; `low` and `high` are half and double, because published
    remediation minutes differ by a factor of two to three.
    """

    language: str
    files: int
    code_lines: int
    findings: int
    minutes: float
    build_minutes: float

    @property
    def ratio(self) -> float:
        """Debt against the cost of writing the same lines anew; 0 without lines."""
        cost = self.code_lines * self.build_minutes
        return self.minutes / cost if cost else 0.0

    @property
    def low(self) -> float:
        """Half of the minutes."""
        return self.minutes * 0.5

    @property
    def high(self) -> float:
        """Double the minutes."""
        return self.minutes * 2


@dataclass(frozen=True, slots=True)
class Overview:
    """The repository as scored, without its places: files in path order, debt per language and in all."""

    files: tuple[Summary, ...]
    per_language: tuple[Debt, ...]
    total: Debt


@dataclass(frozen=True, slots=True)
class Assessment:
    """The repository as scored: its files in path order, debt per language and in all."""

    files: tuple[FileReport, ...]
    per_language: tuple[Debt, ...]
    total: Debt

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, by path and place."""
        return tuple(found for report in self.files for found in report.findings)


@dataclass(frozen=True, slots=True)
class Task:
    """One change to make: by a codemod or by a model, in one file.

    `codemod` names the codemod, or is "" when a model must do it; then
    `instruction` is what the model is asked. `unit` is the definition that the
    change stays in ("" is the whole file). `needs` is the evidence grade at
    which the change is accepted. `id` is stable for the same code. `oversize`
    marks a definition that is larger than what a prompt may hold: it wants a
    model with a larger window, or a person who splits it first.
    """

    id: str
    title: str
    path: str
    language: str
    rules: tuple[str, ...]
    findings: tuple[Finding, ...]
    needs: Grade
    codemod: str = ""
    instruction: str = ""
    unit: Unit | None = None
    minutes: float = 0.0
    oversize: bool = False

    @property
    def by_model(self) -> bool:
        """Whether a model must do it."""
        return not self.codemod


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model would be asked, before the guard saw it.

    `code` is the definition to rewrite and `context` whatever it needs to know;
    both come from `path`. `instruction` is ours and holds no repository text.
    """

    task_id: str
    path: str
    language: str
    instruction: str
    code: str = field(repr=False)
    context: str = field(default="", repr=False)
    max_tokens: int = 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered: the whole new definition, still with surrogates.

    `finish` is "stop", "length" or another word of the server; only "stop" is
    a whole answer. Token counts are the server's, or -1 where it gave none.
    """

    task_id: str
    code: str = field(repr=False)
    model: str = ""
    finish: str = "stop"
    tokens_in: int = -1
    tokens_out: int = -1
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after, as bytes. The path does not change."""

    path: str
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Patch:
    """The proposed change of one task.

    `origin` is "codemod:NAME" or "model:BACKEND/MODEL"; `notes` are lines for
    the reader: what was left alone and why.
    """

    task_id: str
    changes: tuple[FileChange, ...]
    origin: str
    notes: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return all(change.before == change.after for change in self.changes)


@dataclass(frozen=True, slots=True)
class GateResult:
    """What one gate said of a patch and on what ground."""

    gate: str
    grade: Grade
    outcome: Outcome
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All gates' results, and the grade that they add up to."""

    task_id: str
    results: tuple[GateResult, ...]
    grade: Grade
    needs: Grade

    @property
    def accepted(self) -> bool:
        """Whether no gate failed and the grade that the task needs was reached."""
        failed = any(result.outcome is Outcome.FAIL for result in self.results)
        return not failed and self.grade >= self.needs

    @property
    def reason(self) -> str:
        """Why it was not accepted, in a line; "" when it was."""
        if self.accepted:
            return ""
        for result in self.results:
            if result.outcome is Outcome.FAIL:
                return f"{result.gate}: {result.evidence}"
        missing = [r.gate for r in self.results if r.outcome is Outcome.UNKNOWN and r.grade <= self.needs]
        return f"needs {self.needs}, reached {self.grade}; not evaluated: {', '.join(missing) or 'none'}"


class Status(StrEnum):
    """What became of a task."""

    PLANNED = "planned"  # dry run, or left for a model that was not asked
    ACCEPTED = "accepted"  # the patch passed at the grade that the task needs
    REJECTED = "rejected"  # a gate failed or the evidence was too thin
    UNCHANGED = "unchanged"  # the codemod or model changed nothing
    REFUSED = "refused"  # guard or policy said no
    FAILED = "failed"  # the backend or a codemod gave no usable answer


@dataclass(frozen=True, slots=True)
class TaskResult:
    """A task with what became of it and why."""

    task: Task
    status: Status
    reason: str = ""
    patch: Patch | None = None
    verdict: Verdict | None = None
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One `modernise` run: what was found and what became of each task.

    `audit_hash` is the hash of the run's last line in the audit trail ("" when
    no model was called): kept outside that file, it shows lines cut off its end.
    """

    id: str
    assessment: Assessment
    results: tuple[TaskResult, ...]
    backend: str = ""
    audit_hash: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
