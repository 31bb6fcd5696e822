"""One pass over the marks of a file, in order, with a stack of what is open: units and their metrics.

Cyclomatic complexity is McCabe's extended number, as lizard counts it: 1 plus
every `decision` plus every `boolean`. Cognitive complexity follows G. Ann
Campbell, "Cognitive Complexity: a new way of measuring understandability"
(SonarSource, 2018): a `flow` costs 1 plus the depth at which it stands, `else`,
`else if` and `jump` cost 1, and so does every run of like and / or. Two points
of that paper are left out: a recursive call costs nothing, and what stands in
the condition of an `if` counts as one level deeper than the `if`.

Whose numbers. A mark counts for the innermost unit around it. So a callable
(method, function, paragraph) does not hold the complexity of the callables
inside it, and a container (class, module, program, section) only has that of
the code directly in it; adding up all units gives the file, nothing twice. A
callable inside another starts one level deeper than the place where it stands.
`lines` is the exception: the lines of a unit hold those of the units inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from legacyctl.facts.lines import CodeLines
from legacyctl.model import Link, Span, Unit
from legacyctl.parse import UNIT, Mark

CONTAINERS = frozenset(
    ("module", "package", "class", "interface", "enum", "record", "annotation", "program", "division", "section")
)
LINKS = frozenset(("call", "include", "table", "file"))
_DEEPER = frozenset(("flow", "nest"))
_CLOSED_BY_END = frozenset(("flow", "nest", "boolean", "boolean.not", "call"))


@dataclass(slots=True)
class _Open:
    """A unit while its marks come by: `depth` and `flows` are those of the place where the sweep is.

    `depth` is Campbell's nesting, `flows` counts the control structures of this
    unit alone. `callable` is whether it is a callable or stands in one.
    """

    kind: str
    name: str
    span: Span
    parent: str = ""
    callable: bool = False
    dead: bool = False
    depth: int = 0
    flows: int = 0
    cyclomatic: int = 1
    cognitive: int = 0
    nesting: int = 0
    parameters: int = 0


class Sweep:
    """Takes marks in order of start, the larger first, and keeps what they add up to."""

    def __init__(self, path: str, lines: CodeLines) -> None:
        self._stem = PurePosixPath(path).stem
        self._lines = lines
        self._file = _Open("", "", Span(0, 0, 1, 1))
        self._units: list[_Open] = []
        self._links: dict[Link, None] = {}
        # What the sweep is in: its end, its tag, its text and its unit.
        self._inside: list[tuple[int, str, str, _Open]] = []

    def units(self) -> tuple[Unit, ...]:
        """Give the units in order of start."""
        return tuple(map(self._measured, self._units))

    def links(self) -> tuple[Link, ...]:
        """Give the links in order of place; alike ones on a line of a unit are one."""
        return tuple(self._links)

    def take(self, mark: Mark) -> None:
        """Count one mark."""
        self._leave(mark.span.start)
        unit = self._inside[-1][3] if self._inside else self._file
        if mark.tag.startswith(UNIT):
            unit = self._enter_unit(mark, unit)
            self._inside.append((mark.span.end, UNIT, "", unit))
            return
        self._count(mark, unit)
        if mark.tag in LINKS:
            self._links[_link(mark, unit.name)] = None
        if mark.tag in _CLOSED_BY_END:
            self._inside.append((mark.span.end, mark.tag, mark.text.casefold(), unit))

    def _leave(self, at: int) -> None:
        """Close everything that ended before `at`."""
        while self._inside and self._inside[-1][0] <= at:
            _, tag, _, unit = self._inside.pop()
            unit.depth -= tag in _DEEPER
            unit.flows -= tag == "flow"

    def _enter_unit(self, mark: Mark, outer: _Open) -> _Open:
        kind = mark.tag.removeprefix(UNIT)
        callable_ = kind not in CONTAINERS
        unit = _Open(kind, mark.text or self._stem, mark.span, outer.name, callable_ or outer.callable)
        unit.dead = bool(mark.attributes.get("dead"))
        unit.depth = outer.depth + callable_ if outer.callable else 0
        self._units.append(unit)
        return unit

    def _count(self, mark: Mark, unit: _Open) -> None:
        """Add what the mark costs to its unit."""
        match mark.tag:
            case "decision":
                unit.cyclomatic += 1
            case "boolean":
                unit.cyclomatic += 1
                unit.cognitive += not self._goes_on(mark)
            case "flow":
                unit.cognitive += 1 + unit.depth
                unit.depth += 1
                unit.flows += 1
                unit.nesting = max(unit.nesting, unit.flows)
            case "flow.elseif" | "flow.else" | "jump":
                unit.cognitive += 1
            case "nest":
                unit.depth += 1
            case "parameter":
                unit.parameters += 1

    def _goes_on(self, mark: Mark) -> bool:
        """Say whether an and / or stands directly in another of its kind."""
        return bool(self._inside) and self._inside[-1][1:3] == ("boolean", mark.text.casefold())

    def _measured(self, unit: _Open) -> Unit:
        return Unit(
            kind=unit.kind,
            name=unit.name,
            span=unit.span,
            lines=self._lines.between(unit.span.first_line, unit.span.last_line),
            cyclomatic=unit.cyclomatic,
            cognitive=unit.cognitive,
            nesting=unit.nesting,
            parameters=unit.parameters,
            parent=unit.parent,
            dead=unit.dead,
        )


def _link(mark: Mark, unit: str) -> Link:
    known = mark.attributes
    return Link(
        kind=mark.tag,
        target=mark.text,
        line=mark.span.first_line,
        unit=unit,
        dynamic=bool(known.get("dynamic")),
        how=str(known.get("kind", "")),
        local=str(known.get("local", "")),
        access=str(known.get("access", "")),
    )
