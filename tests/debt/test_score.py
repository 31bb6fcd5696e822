from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.debt import Norms, assess
from legacyctl.debt.score import minutes_of
from legacyctl.model import FileFacts, FileReport, Finding, Severity, Span

NORMS = Norms({"python": 16.0, "java": 12.0}, other=10.0)
METRICS = ("", "cyclomatic", "cognitive", "lines", "nesting", "parameters")


def test_debt_is_given_per_language_in_order_and_in_all(report, finding):
    reports = [
        report("b.py", [finding(path="b.py"), finding(path="b.py", start=9)], lines=100),
        report("A.java", [finding(minutes=20, path="A.java", language="java")], lines=300, language="java"),
    ]
    assessment = assess(reports, NORMS)
    java, python = assessment.per_language
    assert (java.language, java.files, java.code_lines, java.findings, java.minutes) == ("java", 1, 300, 1, 20.0)
    assert (python.language, python.minutes, python.build_minutes) == ("python", 10.0, 16.0)
    assert (assessment.total.minutes, assessment.total.findings, assessment.total.code_lines) == (30.0, 3, 400)
    assert [r.facts.path for r in assessment.files] == ["A.java", "b.py"]


def test_the_ratio_is_debt_against_building_anew(report, finding):
    python = assess([report(findings=[finding(minutes=160.0)], lines=100)], NORMS).per_language[0]
    assert python.ratio == pytest.approx(0.1)
    assert (python.low, python.high) == (80.0, 320.0)


def test_a_line_of_the_total_costs_the_weighted_mean(report):
    reports = [report("a.py", lines=100), report("A.java", lines=300, language="java")]
    assert assess(reports, NORMS).total.build_minutes == pytest.approx((100 * 16 + 300 * 12) / 400)


def test_an_empty_repository_has_no_debt_and_no_ratio():
    total = assess([], NORMS).total
    assert (total.files, total.minutes, total.ratio, total.build_minutes) == (0, 0.0, 0.0, 10.0)


@pytest.mark.parametrize(
    "marks", [{"generated": True}, {"vendored": True}, {"language": None}], ids=["generated", "vendored", "unknown"]
)
def test_code_that_nobody_mends_counts_in_no_debt(report, marks):
    assessment = assess([report(**marks)], NORMS)
    assert (assessment.per_language, assessment.total.code_lines, len(assessment.files)) == ((), 0, 1)


@pytest.mark.parametrize(
    ("metrics", "minutes"),
    [
        pytest.param([("cyclomatic", 12), ("cognitive", 30), ("lines", 20)], 30, id="one-repair"),
        pytest.param([("cyclomatic", 12), ("nesting", 10), ("parameters", 20)], 42, id="three-repairs"),
        pytest.param([("", 5), ("", 5)], 10, id="no-metric"),
    ],
)
def test_the_same_repair_of_a_unit_counts_once(finding, metrics, minutes):
    assert minutes_of(finding(f"R{m}", metric=m, minutes=value) for m, value in metrics) == minutes


def test_two_units_are_two_repairs(finding):
    outer = replace(finding(metric="lines"), span=Span(0, 90, 1, 9))
    inner = replace(outer, span=Span(0, 50, 1, 5))
    elsewhere = replace(outer, path="b.py")
    assert minutes_of([outer, inner, elsewhere]) == 15


findings = st.builds(
    lambda rule, minutes, start, metric: Finding(
        rule, "a.py", "python", Span(start, start + 1, 1, 1), "", Severity.INFO, minutes, metric=metric
    ),
    st.sampled_from(["R1", "R2"]),
    st.floats(0, 1000),
    st.integers(0, 3),
    st.sampled_from(METRICS),
)


@given(st.lists(findings), findings)
def test_one_more_finding_never_lowers_the_minutes(known, more):
    assert minutes_of([*known, more]) >= minutes_of(known)


@given(st.lists(findings), st.randoms())
def test_the_order_of_findings_does_not_matter(known, random):
    shuffled = random.sample(known, len(known))
    assert minutes_of(shuffled) == minutes_of(known)


reports = st.lists(
    st.builds(
        lambda path, language, lines, found: FileReport(
            FileFacts(path, language, "utf-8", lines, "", lines, lines), tuple(found)
        ),
        st.text(max_size=3),
        st.sampled_from(["java", "python", "rpg", None]),
        st.integers(0, 1000),
        st.lists(findings, max_size=4),
    ),
    unique_by=lambda report: report.facts.path,
)


@given(reports, st.randoms())
def test_the_order_of_files_does_not_matter(files, random):
    assert assess(random.sample(files, len(files)), NORMS) == assess(files, NORMS)
