"""Lay the rules over one file: what they point at becomes findings.

Generated and vendored files give no findings: nobody mends them by hand. This
is the one place where that is decided; their facts stay in the assessment.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from legacyctl.model import FileFacts, Finding, SourceFile, Span, Unit

# A scan of which nothing changed loads this room for its scores, and must not wait for readers and rules.
if TYPE_CHECKING:
    from legacyctl.catalog import Rule
    from legacyctl.parse import Tree

CALLABLES = frozenset(
    (
        *("constructor", "destructor", "function", "method", "operator", "paragraph", "procedure", "property"),
        *("subroutine", "trigger"),
    )
)
SNIPPET_CHARACTERS = 120
# A first line longer than this is cut before it is decoded; four bytes are the longest character.
SNIPPET_BYTES = 4 * 1024


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a rule points: `value` is the metric there, 0 for a rule without one."""

    rule: Rule
    span: Span
    unit: str
    value: int = 0


def match(tree: Tree, facts: FileFacts, rules: Sequence[Rule], *, lang: str = "en") -> tuple[Finding, ...]:
    """Give the findings of one file, in order of start and rule, with messages in `lang`.

    Rules of other languages are passed over. A rule that points twice at the
    same span gives one finding.
    """
    if facts.generated or facts.vendored:
        return ()
    own = [rule for rule in rules if rule.language == tree.language.id]
    places = {(place.span, place.rule.id): place for place in (*_pointed(tree, facts, own), *_measured(facts, own))}
    found = [_finding(place, tree.file, lang) for place in places.values()]
    return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.rule, finding.span.end)))


class Nest:
    """The units of a file as they stand in each other; they come in order of start, the larger first."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._starts = [unit.span.start for unit in units]
        # For each unit the place of the one around it, -1 for none.
        self._around: list[int] = []
        open_: list[int] = []
        for at, unit in enumerate(units):
            while open_ and units[open_[-1]].span.end < unit.span.end:
                open_.pop()
            self._around.append(open_[-1] if open_ else -1)
            open_.append(at)

    def innermost(self, span: Span) -> Unit | None:
        """Give the smallest unit that holds the span, None when it stands outside all of them."""
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._units[at].span.end < span.end:
            at = self._around[at]
        return self._units[at] if at >= 0 else None


def innermost(units: Sequence[Unit], span: Span) -> Unit | None:
    """Give the smallest of a file's units that holds the span, None when it stands outside all of them."""
    return Nest(units).innermost(span)


def _pointed(tree: Tree, facts: FileFacts, rules: Sequence[Rule]) -> Iterator[_Place]:
    """Give the places of the rules with a query or a node."""
    pointed = list(tree.find([rule for rule in rules if not rule.match.metric]))
    nest = Nest(facts.units if pointed else ())
    for rule, span in pointed:
        unit = nest.innermost(span)
        yield _Place(rule, span, unit.name if unit else "")


def _measured(facts: FileFacts, rules: Sequence[Rule]) -> Iterator[_Place]:
    """Give every unit that is over the limit of a metric rule."""
    for rule in rules:
        if not rule.match.metric:
            continue
        measure, over, kinds = attrgetter(rule.match.metric), rule.match.over, rule.match.units or CALLABLES
        for unit in facts.units:
            if measure(unit) > over and unit.kind in kinds:
                yield _Place(rule, unit.span, unit.name, measure(unit))


def _finding(place: _Place, file: SourceFile, lang: str) -> Finding:
    rule = place.rule
    points = place.value - rule.match.over if rule.match.metric else 0
    return Finding(
        rule=rule.id,
        path=file.path,
        language=rule.language,
        span=place.span,
        message=_filled(rule.message[lang], place),
        severity=rule.severity,
        minutes=rule.minutes + rule.per * points,
        unit=place.unit,
        snippet=_snippet(file, place.span),
        metric=rule.match.metric,
    )


def _filled(message: str, place: _Place) -> str:
    """Fill {value}, {over} and {name} in one pass, so that a name with braces stays as it is."""
    if "{" not in message:
        return message
    values = {"value": str(place.value), "over": str(place.rule.match.over), "name": place.unit}
    return re.sub(r"\{(value|over|name)\}", lambda found: values[found[1]], message)


def _snippet(file: SourceFile, span: Span) -> str:
    """Give the first line of the place, white space folded, at most SNIPPET_CHARACTERS long."""
    most = file.record - span.start % file.record if file.record else SNIPPET_BYTES
    piece = file.data[span.start : min(span.end, span.start + most)]
    lines = piece.decode(file.encoding, "replace").strip().splitlines()
    return " ".join(lines[0].split())[:SNIPPET_CHARACTERS] if lines else ""
