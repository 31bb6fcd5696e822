"""What a rule may ask of a COBOL statement or data item, by the name of the mark.

every statement with branches  terminated, ended ("terminator", "period", "implicit"), nested, depth
perform    thru, until, inline, target, last          goto    target, targets, depending, leaves
call       target, dynamic                            accept  source, two_digit_year
data       level, pic, usage, occurs, redefines, value, two_digit_year
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from legacyctl.parse.cobol.nodes import NUMBER, STRING, WORD, DataItem, Source, Statement

Facts = dict[str, str | int | bool]

_THRU = frozenset({"THRU", "THROUGH"})
_SHORT_DATES = {"DATE": "YYYYMMDD", "DAY": "YYYYDDD"}
_YEARS = frozenset({"YY", "JJ", "YR", "YEAR", "JAAR"})
_CENTURIES = frozenset({"CC", "CENTURY", "CENT", "EEUW", "EE", "CEN"})
_TWO_DIGITS = re.compile(r"S?9(?:9|\(0*2\))|X(?:X|\(0*2\))")


class Attributes:
    """The attributes of the statements of a file, each worked out once."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._owners = _owners(source)
        self._known: dict[int, Facts] = {}

    def of(self, statement: Statement) -> Facts:
        """Give those of a statement."""
        known = self._known.get(statement.first)
        if known is None:
            known = self._known[statement.first] = _facts(statement, self.source, self._owners)
        return known


def _owners(source: Source) -> Sequence[str]:
    """For each sentence the name of the paragraph it stands in, "" outside of any."""
    paragraphs = [unit for unit in source.units if unit.kind == "paragraph"]
    firsts = [unit.first for unit in paragraphs]
    found = []
    for sentence in source.sentences:
        behind = bisect_right(firsts, sentence.first)
        owner = paragraphs[behind - 1] if behind else None
        found.append(owner.name if owner and owner.last >= sentence.first else "")
    return found


def _facts(statement: Statement, source: Source, owners: Sequence[str]) -> Facts:
    if statement.branches:
        facts: Facts = {
            "terminated": statement.ended == "terminator",
            "ended": statement.ended,
            "nested": statement.depth > 0,
            "depth": statement.depth,
        }
    else:
        facts = {}
    if statement.verb == "PERFORM":
        facts.update(_perform(statement, source))
    elif statement.verb == "GO":
        facts.update(_goto(statement, source, owners[statement.sentence]))
    elif statement.verb == "CALL":
        facts.update(_call(statement, source))
    elif statement.verb == "ACCEPT":
        facts.update(_accept(statement, source))
    return facts


def procedures(statement: Statement, source: Source) -> list[tuple[str, str]]:
    """The INPUT, OUTPUT and PROCESSING PROCEDURE of a statement: first and last name, "" without THRU."""
    texts = [token.text for token in source.tokens[statement.first : statement.head]]
    found = []
    for at, text in enumerate(texts):
        if text != "PROCEDURE":
            continue
        name, thru, last = (*(word for word in texts[at + 1 : at + 5] if word != "IS"), "", "", "")[:3]
        if name:
            found.append((name, last if thru in _THRU else ""))
    return found


def data_facts(item: DataItem, *, two_digit_year: bool) -> Facts:
    """The attributes of a data item."""
    return {
        "level": item.level,
        "pic": item.picture,
        "usage": item.usage,
        "occurs": item.occurs,
        "redefines": item.redefines,
        "value": item.value,
        "two_digit_year": two_digit_year,
    }


def two_digit_years(items: Sequence[DataItem]) -> set[int]:
    """Numbers of the items that hold a year in two digits.

    The last part of the name says that it is a year, the picture has two places,
    and no item for the century stands before it at the same level.
    """
    found = set()
    for number, item in enumerate(items):
        if not _TWO_DIGITS.fullmatch(item.picture) or _last_part(item) not in _YEARS:
            continue
        before = items[number - 1] if number else None
        if before is None or before.level != item.level or _last_part(before) not in _CENTURIES:
            found.add(number)
    return found


def _last_part(item: DataItem) -> str:
    return re.split(r"[-_]", item.name)[-1]


def _perform(statement: Statement, source: Source) -> Facts:
    inline = bool(statement.branches)
    end = statement.branches[0].head if inline else statement.head
    texts = [token.text for token in source.tokens[statement.first + 1 : end]]
    facts: Facts = {"inline": inline, "until": "UNTIL" in texts, "thru": False}
    if inline or not texts:
        return facts
    facts["target"] = texts[0]
    thru = next((at for at, text in enumerate(texts) if text in _THRU), -1)
    if 0 <= thru < len(texts) - 1:
        facts.update(thru=True, last=texts[thru + 1])
    return facts


def _goto(statement: Statement, source: Source, owner: str) -> Facts:
    """GO TO: its first target, how many there are, and whether any lies outside its paragraph."""
    tokens = source.tokens[statement.first + 1 : statement.last + 1]
    targets, qualifies = [], False
    for token in tokens:
        if token.text == "DEPENDING":
            break
        if token.text in {"OF", "IN"}:
            qualifies = True
        elif token.text != "TO" and token.kind in {WORD, NUMBER}:
            targets += [] if qualifies else [token.text]
            qualifies = False
    return {
        "target": targets[0] if targets else "",
        "targets": len(targets),
        "depending": any(token.text == "DEPENDING" for token in tokens),
        "leaves": any(target != owner for target in targets) or not targets,
    }


def _call(statement: Statement, source: Source) -> Facts:
    if statement.first == statement.last:
        return {}
    token = source.tokens[statement.first + 1]
    dynamic = token.kind != STRING
    return {"target": token.text.strip("\"'").strip(), "dynamic": dynamic}


def _accept(statement: Statement, source: Source) -> Facts:
    texts = [token.text for token in source.tokens[statement.first : statement.last + 1]]
    origin = texts[texts.index("FROM") + 1] if "FROM" in texts[:-1] else ""
    long_form = _SHORT_DATES.get(origin)
    return {"source": origin, "two_digit_year": long_form is not None and long_form not in texts}
