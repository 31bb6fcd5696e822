"""Gate `findings`: what the task is about is gone, and no rule points at anything new.

For a model all findings of the task's rules in its definition are gone. A
codemod leaves alone what it cannot prove, so there they become fewer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from legacyctl.model import Finding, Span
from legacyctl.verify.case import Answer, Case, failed, passed
from legacyctl.verify.reading import within


def judge(case: Case) -> Answer:
    """Count findings by rule, before and after."""
    rules = case.task.rules
    before, after = _count(case.before.findings), _count(case.after.findings)
    new = after - before
    if new:
        rule = min(new)
        line = max(found.span.first_line for found in case.after.findings if found.rule == rule)
        return failed(f"{new[rule]} new {rule}, such as at line {line}")
    old = sum(_count(_in(case.before.findings, case.place))[rule] for rule in rules)
    left = sum(_count(_in(case.after.findings, case.new_place))[rule] for rule in rules)
    if left and (case.task.by_model or left >= old):
        return failed(f"{left} of {old} findings of {', '.join(rules)} are left")
    return passed(f"findings of {', '.join(rules)}: {old} before, {left} after; none new")


def _in(findings: Iterable[Finding], place: Span) -> Iterable[Finding]:
    return (found for found in findings if within(found.span, place))


def _count(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(found.rule for found in findings)
