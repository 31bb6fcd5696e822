"""Gate `elision`: nothing of the old code was left out, cut short, or replaced by a promise.

Counts, by kind, what may not become less: branches, exits, statements, calls,
comments and docstrings. What a finding of the task points at is explained by
it. A codemod may lose calls (`has_key` becomes `in`) and change sizes, nothing
else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from legacyctl.model import Span
from legacyctl.verify.case import Answer, Case, Side, failed, passed
from legacyctl.verify.reading import code, explained, inside, texts, within

SMALLEST_SHARE = 0.7  # of the code's characters: what shrinks more was elided, as a rule

# Statements that leave, guard or act, per language; a word that becomes rarer was lost.
STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "cobol": (
        *("accept", "add", "call", "close", "compute", "delete", "display", "divide", "exec", "goback", "initialize"),
        *("inspect", "merge", "move", "multiply", "open", "perform", "read", "release", "return", "rewrite", "search"),
        *("set", "sort", "start", "stop", "string", "subtract", "unstring", "write"),
    ),
    "java": ("assert", "finally", "return", "throw", "try"),
    "python": ("assert", "finally", "raise", "return", "try", "with", "yield"),
}
STOPGAP = re.compile(
    r"^[ \t]*(?:pass|\.\.\.)[ \t]*;?[ \t]*$|\b(?:NotImplemented(?:Error)?|UnsupportedOperationException)\b",
    re.MULTILINE,
)
PROMISE = re.compile(
    r"\.\.\.|\u2026|\b(?:TODO|FIXME|XXX)\b"
    r"|\b(?:rest of|remainder of|remaining (?:code|lines|logic|statements)|unchanged|same as (?:before|above)|as before"
    r"|(?:existing|previous|original|other) code|omitted|left out|(?:code|implementation|logic|body) (?:goes )?here)\b"
    r"|\b(?:rest van|resterende|overige code|ongewijzigd|onveranderd|zoals (?:voorheen|hierboven)|bestaande code"
    r"|weggelaten|(?:code|rest) hier)\b",
    re.IGNORECASE,
)
PREFIXES = "bBrRuU"  # of a Python string, which a codemod may drop
WORD = (re.compile(r"[a-z]\w*"), re.compile(r"[a-z][\w-]*"))  # without and, for COBOL, with hyphens
SHOWN = 3  # kinds of loss named in the evidence
DOCSTRING = re.compile(r"^[a-zA-Z]{0,2}(\"\"\"|''')")


def judge(case: Case) -> Answer:
    """Look for what stands in the place of code, and for what was lost."""
    fault = next(_promises(case), "")
    if not fault and case.task.by_model:
        fault = next(_stopgaps(case), "")
    lost = +(_counted(case, case.before, case.place) - _counted(case, case.after, case.new_place))
    if not fault and lost:
        fault = "lost: " + ", ".join(f"{count} x {kind}" for kind, count in sorted(lost.items())[:SHOWN])
    return failed(fault) if fault else passed("no branch, exit, statement, comment or docstring was lost")


def _promises(case: Case) -> Iterator[str]:
    """Name new comments that stand for code."""
    old = {words for _, words in texts(case.before, case.place, "comment")}
    for _, words in texts(case.after, case.new_place, "comment"):
        if words not in old and PROMISE.search(words):
            yield f"a comment stands for code: {words[:60]!r}"


def _stopgaps(case: Case) -> Iterator[str]:
    """Name new statements that do nothing, and say when much of the code is gone."""
    old_code, new_code = code(case.before, case.place), code(case.after, case.new_place)
    for word in Counter(STOPGAP.findall(new_code)) - Counter(STOPGAP.findall(old_code)):
        yield f"{word.strip()!r} stands for code"
    spans = explained(case.task, case.place)
    old_size = _size(old_code) - sum(_size(code(case.before, span)) for span in spans)
    if _size(new_code) < old_size * SMALLEST_SHARE:
        yield f"the code shrank from {old_size} to {_size(new_code)} characters"


def _counted(case: Case, side: Side, place: Span) -> Counter[str]:
    """Count by kind what may not become less in a place."""
    task, tags = case.task, Counter(mark.tag for mark in inside(side, place))
    counts = Counter({"branch": tags["decision"] + tags["boolean"]})
    by_metric = any(finding.metric for finding in task.findings)
    if not by_metric:
        # To turn a condition around and leave early, as such a task asks, takes an else away.
        counts["else"] = tags["flow.else"]
    words = Counter(WORD[task.language == "cobol"].findall(code(side, place).lower()))
    counts += Counter({word: words[word] for word in STATEMENTS.get(task.language, ())})
    # What a finding points at is explained; after the change it is no longer there.
    spans = explained(task, place) if side is case.before else ()
    if task.by_model:
        counts["call"] = tags["call"] - sum(mark.tag == "call" for span in spans for mark in inside(side, span))
    for kind, tag in (("comment", "comment"), ("docstring", "string")):
        for span, words_of in texts(side, place, tag):
            if (tag == "comment" or DOCSTRING.match(words_of)) and not any(within(span, other) for other in spans):
                counts[f"{kind} {words_of.lstrip(PREFIXES)[:40]!r}"] += 1
    return counts


def _size(text: str) -> int:
    return len("".join(text.split()))
