"""Add findings up to debt, per language and in all.

The ratio is that of the SQALE method: minutes to mend divided by minutes to
write the same lines anew. Unlike the sum of all findings, complexity, cognitive
complexity and length of one unit count once, with the largest of the three:
they are mended by the same repair, splitting the unit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from legacyctl.debt.norms import Norms
from legacyctl.model import Assessment, Debt, FileReport, Finding, Span

SAME_REPAIR = frozenset({"cyclomatic", "cognitive", "lines"})
TOTAL = "total"


def assess(reports: Iterable[FileReport], norms: Norms) -> Assessment:
    """Score the files; the order in which they come does not matter.

    Files without a known language and generated or vendored files stay in the
    assessment but count in no debt.
    """
    files = tuple(sorted(reports, key=lambda report: report.facts.path))
    counted = [report for report in files if _counts(report)]
    languages = sorted({report.facts.language or "" for report in counted})
    per_language = tuple(_of_language(language, counted, norms) for language in languages)
    return Assessment(files=files, per_language=per_language, total=_total(per_language, norms))


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


def _counts(report: FileReport) -> bool:
    facts = report.facts
    return facts.language is not None and not (facts.generated or facts.vendored)


def _of_language(language: str, reports: Sequence[FileReport], norms: Norms) -> Debt:
    own = [report for report in reports if report.facts.language == language]
    findings = [finding for report in own for finding in report.findings]
    return Debt(
        language=language,
        files=len(own),
        code_lines=sum(report.facts.code_lines for report in own),
        findings=len(findings),
        minutes=minutes_of(findings),
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
