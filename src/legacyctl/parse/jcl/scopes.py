"""Jobs, procedures and steps while their statements come by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from legacyctl.parse.jcl.nodes import Statement

Facts = Mapping[str, str | int | bool]


@dataclass(frozen=True, slots=True)
class Target:
    """What a statement refers to, before its symbols are resolved."""

    tag: str
    text: str
    facts: Facts


@dataclass(slots=True)
class Scope:
    """A job, a procedure, or a file without either, while its statements come by.

    `guarded` says that COND= of the job holds for every step, `open_ended` that
    symbols may be used in what stands in no file here. `used` are the names of
    symbols, `written` the data sets that steps made so far, `data_sets` those by
    `STEP.DD`, `defaults` the symbols of a procedure, `targets` what it refers to
    with symbols.
    """

    kind: str
    card: Statement | None = None
    end: int = 0
    steps: int = 0
    guarded: bool = False
    open_ended: bool = False
    used: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    data_sets: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)


@dataclass(slots=True)
class Step:
    """A step while its DD statements come by; `dd` is the name of the last one."""

    card: Statement
    name: str
    program: str
    end: int
    guarded: bool
    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)
    dd: str = ""
