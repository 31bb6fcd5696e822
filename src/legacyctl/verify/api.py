"""Gate `api`: what callers can see is the same: names, parameters, defaults, types, decorators, texts.

For a model the heads of all definitions are the same but for white space and
comments. A codemod for another language version may rewrite defaults and class
heads, name a parameter that was a tuple (nobody could pass it by name), and add
a definition that the new version lacks; nothing that callers know may go, but
for the protocol methods that the version itself renamed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from legacyctl.debt import CALLABLES
from legacyctl.model import Span, Unit
from legacyctl.verify.case import Answer, Case, Side, failed, passed
from legacyctl.verify.reading import code, explained, may_split, pieces, texts, within

# Protocol methods that Python 3 renamed (PEP 3114 and "What's new in Python 3.0").
RENAMED: Mapping[str, str] = {
    "next": "__next__",
    "__nonzero__": "__bool__",
    "__unicode__": "__str__",
    "__div__": "__truediv__",
    "__idiv__": "__itruediv__",
    "__rdiv__": "__rtruediv__",
    "__getslice__": "__getitem__",
    "__setslice__": "__setitem__",
    "__delslice__": "__delitem__",
    "__hex__": "__index__",
    "__oct__": "__index__",
}
TUPLE = "()"  # stands for a parameter that is a tuple
HEAD_ENDS: Mapping[str, str] = {"java": "{;", "python": ":"}
LINKAGE = re.compile(r"\b(?:PROCEDURE\s+DIVISION|ENTRY)\b[^.]*", re.IGNORECASE)
DECORATOR = re.compile(r"^[ \t]*@[ \t]*[\w.]+", re.MULTILINE)
# Texts that another program reads: SQL, command-line options, web addresses and paths.
PROTOCOL_TEXT = re.compile(
    r"^[a-z]{0,2}['\"]+\s*(?:(?:select|insert|update|delete|create|call)\b|--?[a-z][\w-]*['\"]|https?:|/[\w./-]+['\"])",
    re.IGNORECASE,
)


def judge(case: Case) -> Answer:
    """Compare the surface before and after."""
    before, after = _surface(case, case.before), _surface(case, case.after)
    gone, new = before - after, after - before
    for old in [signature for signature in gone if TUPLE in signature]:
        _pair(old, gone, new)
    gone, new = +gone, +new
    if gone:
        there = f"; there is {_first(new)}" if new else ""
        return failed(f"{_first(gone)} is gone{there}")
    if new and not _of_another_version(case) and not may_split(case.task):
        return failed(f"{_first(new)} was added")
    lost = _protocol_texts(case) if case.task.by_model else None
    if lost:
        return failed(f"the text {_first(lost)} is gone")
    added = f", {new.total()} were added" if new else ""
    return passed(f"{before.total()} names and signatures are the same{added}")


def _of_another_version(case: Case) -> bool:
    """Whether the change brings the file to another version of its language."""
    return bool(case.task.codemod) and case.task.language == "python"


def _pair(old: str, gone: Counter[str], new: Counter[str]) -> None:
    """Take a signature with a tuple and the one that took its place out of what differs."""
    pattern = re.compile(re.escape(old).replace(re.escape(TUPLE), r"\w+"))
    match = next((signature for signature in new if pattern.fullmatch(signature)), None)
    if match is not None:
        gone[old] -= 1
        new[match] -= 1


def _first(counts: Counter[str]) -> str:
    return min(counts)[:120]


def _surface(case: Case, side: Side) -> Counter[str]:
    """List what callers of the file can see; what stands inside a callable is nobody's to call."""
    callables = [unit.span for unit in side.facts.units if unit.kind in CALLABLES]
    seen = Counter(
        _signature(case, side, unit)
        for unit in side.facts.units
        if not any(unit.span != span and within(unit.span, span) for span in callables)
    )
    whole = code(side, _whole(side))
    if case.task.language == "cobol":
        seen += Counter(_folded(found) for found in LINKAGE.findall(whole))
        seen += Counter(_folded(words) for _, words in texts(side, _whole(side), "data"))
    if case.task.language == "python":
        seen += Counter(_folded(found) for found in DECORATOR.findall(whole))
    return seen


def _whole(side: Side) -> Span:
    return Span(0, len(side.file.data), 1, 1)


def _signature(case: Case, side: Side, unit: Unit) -> str:
    """Give a definition's kind, its name in its parent, and its head as far as it must stay."""
    ends = HEAD_ENDS.get(case.task.language)
    name, head = unit.name, ""
    if ends and unit.kind not in ("module", "package"):
        head = _head(side, unit, ends)
    if _of_another_version(case):
        name = RENAMED.get(name, name) if unit.kind == "method" else name
        head = ", ".join(_parameters(head)) if unit.kind in CALLABLES else ""
    return " ".join(filter(None, (unit.kind, f"{unit.parent}.{name}".lstrip("."), head)))


def _head(side: Side, unit: Unit, ends: str) -> str:
    """Give a definition up to its body, without comments, white space folded."""
    parts: list[str] = []
    depth = 0
    for piece, literal in pieces(side, unit.span):
        for at, letter in enumerate("" if literal else piece):
            depth += (letter in "([") - (letter in ")]")
            if depth == 0 and letter in ends:
                return _folded("".join((*parts, piece[:at])))
        parts.append(piece)
    return _folded("".join(parts))


def _parameters(head: str) -> Iterator[str]:
    """Give the parameter names of a Python head, TUPLE for one that has no name."""
    start = head.find("(")
    depth, name = 0, ""
    for letter in head[start + 1 :] if start >= 0 else "":
        if depth == 0 and letter in ",)":
            yield _name(name)
            name = ""
            if letter == ")":
                return
        else:
            depth += (letter in "([{") - (letter in ")]}")
            name += letter


def _name(parameter: str) -> str:
    """Take default and annotation off: "**options: str = 1" is "**options"."""
    if parameter.startswith("("):
        return TUPLE
    found = re.match(r"\**\w*", parameter)
    return found[0] if found else parameter


def _protocol_texts(case: Case) -> Counter[str]:
    """Count the texts for other programs that the definition lost outside what its findings point at."""
    spans = explained(case.task, case.place)
    old = (words for span, words in texts(case.before, case.place, "string") if not any(within(span, s) for s in spans))
    kept = Counter(words for _, words in texts(case.after, case.new_place, "string"))
    return Counter(words for words in old if PROTOCOL_TEXT.match(words)) - kept


def _folded(text: str) -> str:
    return re.sub(r"\s*([^\w\s])\s*", r"\1", " ".join(text.split()))
