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

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from legacyctl.facts.lines import CodeLines
from legacyctl.model import Link, Span, Unit
from legacyctl.parse import UNIT, Place

Known = Mapping[str, str | int | bool]

CONTAINERS = frozenset(
    (
        *("module", "package", "class", "interface", "enum", "record", "annotation", "program", "division", "section"),
        *("namespace", "trait", "structure", "unit", "library", "body", "type", "table", "task", "protected"),
    )
)
LINKS = frozenset(("call", "include", "table", "file"))
_DEEPER = frozenset(("flow", "nest"))
_ENDLESS = sys.maxsize
# Links are compared as plain tuples, and made without going through their constructor: there are so many.
_Link = tuple[str, str, int, str, bool, str, str, str]
_LINK: Callable[[_Link], Link] = partial(tuple.__new__, Link)
_NOTHING_TOLD = (False, "", "", "")


@dataclass(slots=True)
class _Open:
    """A unit while its marks come by: `depth` and `flows` are those of the place where the sweep is.

    `depth` is Campbell's nesting, `flows` counts the control structures of this
    unit alone. `callable` is whether it is a callable or stands in one.
    """

    kind: str
    name: str
    start: int
    end: int
    parent: str = ""
    callable: bool = False
    dead: bool = False
    depth: int = 0
    flows: int = 0
    cyclomatic: int = 1
    cognitive: int = 0
    nesting: int = 0
    parameters: int = 0


@dataclass(slots=True)
class _Inside:
    """What the sweep is in: where it ends, its tag, its text, its unit, and where the last call directly in it ends."""

    end: int
    tag: str
    text: str
    unit: _Open
    calls: int = 0


class Sweep:
    """Takes marks in order of start, the larger first, and keeps what they add up to."""

    def __init__(self, path: str, lines: CodeLines) -> None:
        self._path = path
        self._lines = lines
        self._units: list[_Open] = []
        self._links: dict[_Link, None] = {}
        # The innermost last; the first is the file itself, which never ends.
        self._inside = [_Inside(_ENDLESS, "", "", _Open("", "", 0, _ENDLESS))]

    def units(self) -> tuple[Unit, ...]:
        """Give the units in order of start."""
        return tuple(map(self._measured, self._units))

    def links(self) -> tuple[Link, ...]:
        """Give the links in order of place; alike ones on a line of a unit are one."""
        return tuple(map(_LINK, self._links))

    def take(self, places: Iterable[Place]) -> None:
        """Count all marks of a file; most of them are calls, which therefore cost the least."""
        links, starts, inside = self._links, self._lines.starts, self._inside[-1]
        for start, negative_end, _, tag, text, known in places:
            while start >= inside.end:
                inside = self._leave()
            if tag in LINKS:
                line, unit = bisect_right(starts, start), inside.unit.name
                links[(tag, text, line, unit, *(_told(known) if known else _NOTHING_TOLD))] = None
                if -negative_end > inside.calls and tag == "call":
                    inside.calls = -negative_end
            elif tag == "decision":
                inside.unit.cyclomatic += 1
            elif tag == "parameter":
                # Those of a lambda are nobody's.
                inside.unit.parameters += inside.tag != "nest"
            else:
                inside = self._enter(start, -negative_end, tag, text, known)

    def _leave(self) -> _Inside:
        """Close the innermost thing; give the one around it."""
        left = self._inside.pop()
        left.unit.depth -= left.tag in _DEEPER
        left.unit.flows -= left.tag == "flow"
        return self._inside[-1]

    def _enter(self, start: int, end: int, tag: str, text: str, known: Known) -> _Inside:
        """Count what is less frequent; give what the sweep is in from here on."""
        around = self._inside[-1]
        unit = around.unit
        match tag:
            case "flow.elseif" | "flow.else" | "jump":
                unit.cognitive += 1
                return around
            case "boolean":
                unit.cyclomatic += 1
                # It goes on with the run that it stands in, unless it is an argument of a call in there.
                unit.cognitive += (around.tag, around.text) != (tag, text.casefold()) or start < around.calls
            case "flow":
                unit.cognitive += 1 + unit.depth
                unit.depth += 1
                unit.flows += 1
                unit.nesting = max(unit.nesting, unit.flows)
            case "nest":
                unit.depth += 1
            case "boolean.not":
                pass
            case _ if tag.startswith(UNIT):
                unit = self._enter_unit(
                    _Open(tag.removeprefix(UNIT), text or _stem(self._path), start, end), unit, known
                )
            case _:
                return around
        self._inside.append(_Inside(end, tag, text.casefold(), unit))
        return self._inside[-1]

    def _enter_unit(self, unit: _Open, outer: _Open, known: Known) -> _Open:
        is_callable = unit.kind not in CONTAINERS
        unit.parent = outer.name
        unit.callable = is_callable or outer.callable
        unit.dead = bool(known.get("dead"))
        unit.depth = outer.depth + is_callable if outer.callable else 0
        self._units.append(unit)
        return unit

    def _measured(self, unit: _Open) -> Unit:
        starts = self._lines.starts
        first = bisect_right(starts, unit.start)
        last = max(first, bisect_right(starts, unit.end - 1))
        lines = self._lines.between(first, last)
        metrics = (unit.cyclomatic, unit.cognitive, unit.nesting, unit.parameters)
        return Unit(
            unit.kind, unit.name, Span(unit.start, unit.end, first, last), lines, *metrics, unit.parent, unit.dead
        )


def _stem(path: str) -> str:
    """Give the name of a file without its extension."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _told(known: Known) -> tuple[bool, str, str, str]:
    """Give what a reader knows of a link, in the order of its fields."""
    how, local, access = (str(known.get(key, "")) for key in ("kind", "local", "access"))
    return bool(known.get("dynamic")), how, local, access
