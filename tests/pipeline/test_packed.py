"""A report comes back as it was, and bytes that are no report are told apart from one."""

import json
import zlib

import pytest

from legacyctl.debt import summary
from legacyctl.model import FileFacts, FileReport, Finding, Link, Severity, Span, Unit
from legacyctl.pipeline import packed

UNIT = Unit("method", "caf\u00e9", Span(0, 9, 1, 2), 2, 3, 4, 5, 6, parent="A", dead=True)
LINK = Link("table", "T\udcff", 2, "caf\u00e9", dynamic=True, how="sql", local="x", access="read")
FINDING = Finding(
    "R1", "a\udcff.py", "python", Span(1, 2, 1, 1), "why", Severity.MAJOR, 2.5, "f", "print '\u20ac'", "lines"
)
FACTS = FileFacts("a\udcff.py", "python", "cp1252", 9, "0" * 64, 2, 2, 1, (UNIT,), (LINK,), generated=True)
REPORTS = {
    "full": FileReport(FACTS, (FINDING, FINDING)),
    "bare": FileReport(FileFacts("b", None, "utf-8", 0, "", problem="binary")),
    "made-from-others": FileReport(FileFacts("c", "cobol", "cp037", 1, "1", depends=(("A", "a.cpy"), ("B", "")))),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_a_report_comes_back(report):
    assert packed.unpacked(packed.packed(report)) == report


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_the_same_types_come_back(report):
    again = packed.unpacked(packed.packed(report))
    assert repr(again) == repr(report)


def test_summaries_come_back():
    made = [summary(report) for report in REPORTS.values()]
    assert packed.summaries([packed.line(one) for one in made]) == made


@pytest.mark.parametrize(
    "data",
    [b"", b"no zlib", zlib.compress(b"no json"), zlib.compress(b"[]"), zlib.compress(b"[[],1,[],[],[]]")],
    ids=["empty", "no-zlib", "no-json", "too-short", "wrong-type"],
)
def test_what_is_no_report_is_told(data):
    with pytest.raises(ValueError, match=r"."):
        packed.unpacked(data)


@pytest.mark.parametrize("line", ["", "[1", "[]", "7", '["a"]', json.dumps([1] * 13)])
def test_what_is_no_summary_is_told(line):
    with pytest.raises(ValueError, match=r"."):
        packed.summaries([line])
