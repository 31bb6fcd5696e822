"""Lay the rules over one file: what they point at becomes findings.

Generated and vendored files give no findings: nobody mends them by hand. This
is the one place where that is decided; their facts stay in the assessment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from legacyctl.catalog import Rule
from legacyctl.model import FileFacts, Finding, SourceFile, Span, Unit
from legacyctl.parse import Tree

CALLABLES = frozenset({"constructor", "function", "method", "paragraph"})
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


def innermost(units: Iterable[Unit], span: Span) -> Unit | None:
    """Give the smallest unit that holds the span, None when it stands outside all of them."""
    around = [unit for unit in units if unit.span.start <= span.start and span.end <= unit.span.end]
    return min(around, key=lambda unit: unit.span.end - unit.span.start, default=None)


def _pointed(tree: Tree, facts: FileFacts, rules: Sequence[Rule]) -> Iterator[_Place]:
    """Give the places of the rules with a query or a node."""
    for rule, span in tree.find([rule for rule in rules if not rule.match.metric]):
        unit = innermost(facts.units, span)
        yield _Place(rule, span, unit.name if unit else "")


def _measured(facts: FileFacts, rules: Sequence[Rule]) -> Iterator[_Place]:
    """Give every unit that is over the limit of a metric rule."""
    for rule in rules:
        if not rule.match.metric:
            continue
        kinds = rule.match.units or CALLABLES
        for unit in facts.units:
            value = int(getattr(unit, rule.match.metric))
            if unit.kind in kinds and value > rule.match.over:
                yield _Place(rule, unit.span, unit.name, value)


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
    values = {"value": str(place.value), "over": str(place.rule.match.over), "name": place.unit}
    return re.sub(r"\{(value|over|name)\}", lambda found: values[found[1]], message)


def _snippet(file: SourceFile, span: Span) -> str:
    """Give the first line of the place, white space folded, at most SNIPPET_CHARACTERS long."""
    piece = file.data[span.start : min(span.end, span.start + SNIPPET_BYTES)]
    lines = piece.decode(file.encoding, "replace").strip().splitlines()
    return " ".join(lines[0].split())[:SNIPPET_CHARACTERS] if lines else ""
