"""Add findings up to debt, per file, per language and in all.

The ratio is that of the SQALE method: minutes to mend divided by minutes to
write the same lines anew. Unlike the sum of all findings, complexity, cognitive
complexity and length of one unit count once, with the largest of the three:
they are mended by the same repair, splitting the unit.

Everything is added up from summaries of files, so that a scan whose files did
not change needs no more than those.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from legacyctl.debt.norms import Norms
from legacyctl.model import Assessment, Debt, FileReport, Finding, Overview, Span, Summary

SAME_REPAIR = frozenset({"cyclomatic", "cognitive", "lines"})
TOTAL = "total"


def assess(reports: Iterable[FileReport], norms: Norms) -> Assessment:
    """Score the files; the order in which they come does not matter.

    Files without a known language and generated or vendored files stay in the
    assessment but count in no debt.
    """
    files = tuple(sorted(reports, key=lambda report: report.facts.path))
    scored = overview(map(summary, files), norms)
    return Assessment(files=files, per_language=scored.per_language, total=scored.total)


def overview_of(assessment: Assessment) -> Overview:
    """Give the overview of an assessment, with its debts as they are."""
    return Overview(tuple(map(summary, assessment.files)), assessment.per_language, assessment.total)


def overview(summaries: Iterable[Summary], norms: Norms) -> Overview:
    """Score the files by their summaries; the order in which they come does not matter."""
    files = tuple(sorted(summaries, key=lambda one: one.path))
    counted: dict[str, list[Summary]] = {}
    for one in files:
        if one.language is not None and not (one.generated or one.vendored):
            counted.setdefault(one.language, []).append(one)
    per_language = tuple(_of_language(language, counted[language], norms) for language in sorted(counted))
    return Overview(files=files, per_language=per_language, total=_total(per_language, norms))


def summary(report: FileReport) -> Summary:
    """Give the counts and sums of one file."""
    facts, findings = report.facts, report.findings
    per_rule: dict[str, list[float]] = {}
    for finding in findings:
        per_rule.setdefault(finding.rule, []).append(finding.minutes)
    return Summary(
        path=facts.path,
        language=facts.language,
        size=facts.size,
        unparsed=facts.unparsed,
        code_lines=facts.code_lines,
        units=len(facts.units),
        links=len(facts.links),
        findings=len(findings),
        minutes=minutes_of(findings),
        rules=tuple((rule, len(minutes), math.fsum(minutes)) for rule, minutes in per_rule.items()),
        generated=facts.generated,
        vendored=facts.vendored,
        problem=facts.problem,
    )


def minutes_of(findings: Iterable[Finding]) -> float:
    """Give the minutes to mend the findings, the same repair of a unit counted once."""
    single: list[float] = []
    largest: dict[tuple[str, Span], float] = {}
    for finding in findings:
        if finding.metric not in SAME_REPAIR:
            single.append(finding.minutes)
            continue
        unit = (finding.path, finding.span)
        largest[unit] = max(largest.get(unit, 0.0), finding.minutes)
    return math.fsum((*single, *largest.values()))


def _of_language(language: str, own: Sequence[Summary], norms: Norms) -> Debt:
    return Debt(
        language=language,
        files=len(own),
        code_lines=sum(one.code_lines for one in own),
        findings=sum(one.findings for one in own),
        minutes=math.fsum(one.minutes for one in own),
        build_minutes=norms.build(language),
    )


def _total(debts: Sequence[Debt], norms: Norms) -> Debt:
    """Add the languages up; a line costs what the lines of all languages cost on average."""
    lines = sum(debt.code_lines for debt in debts)
    cost = math.fsum(debt.code_lines * debt.build_minutes for debt in debts)
    return Debt(
        language=TOTAL,
        files=sum(debt.files for debt in debts),
        code_lines=lines,
        findings=sum(debt.findings for debt in debts),
        minutes=math.fsum(debt.minutes for debt in debts),
        build_minutes=cost / lines if lines else norms.other,
    )
