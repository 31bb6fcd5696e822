"""A file's report as bytes, for the way from a worker and for the store.

JSON and no pickle: the bytes lie in a folder of the repository, and nothing that
is read from there may be able to run.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from legacyctl.model import FileFacts, FileReport, Finding, Link, Severity, Span, Summary, Unit

# The level that costs less than what it saves in writing.
LEVEL = 1
_COMPACT = (",", ":")
_KNOWN = [field.name for field in fields(FileFacts) if field.name not in ("units", "links", "depends")]
_RULES = Summary._fields.index("rules")
_FINDING = [field.name for field in fields(Finding)]
_facts_row = attrgetter(*_KNOWN)
_finding_row = attrgetter(*_FINDING)


def packed(report: FileReport) -> bytes:
    """Give a report as bytes."""
    facts = report.facts
    document = (_facts_row(facts), facts.units, facts.links, facts.depends, [*map(_finding_row, report.findings)])
    return zlib.compress(json.dumps(document, separators=_COMPACT).encode("ascii"), LEVEL)


def unpacked(data: bytes) -> FileReport:
    """Give the report that was packed; raises ValueError for bytes that are none."""
    try:
        known, units, links, depends, findings = json.loads(zlib.decompress(data))
        facts = FileFacts(
            **dict(zip(_KNOWN, known, strict=True)),
            units=tuple(map(_unit, units)),
            links=tuple(map(Link._make, links)),
            depends=tuple((name, path) for name, path in depends),
        )
        return FileReport(facts, tuple(map(_finding, findings)))
    except (zlib.error, TypeError) as fault:
        raise ValueError(str(fault)) from None


def line(summary: Summary) -> str:
    """Give a summary as JSON, a line without its end."""
    return json.dumps(summary, separators=_COMPACT)


def summaries(lines: Sequence[str]) -> list[Summary]:
    """Give the summaries of such lines; raises ValueError when one of them is none."""
    try:
        rows = json.loads(f"[{','.join(lines)}]")
        for row in rows:
            row[_RULES] = tuple(map(tuple, row[_RULES]))
        found = list(map(Summary._make, rows))
    except (TypeError, LookupError) as fault:
        raise ValueError(str(fault)) from None
    if len(found) != len(lines):
        raise ValueError(f"{len(lines)} lines hold {len(found)} summaries")
    return found


def _unit(row: list[Any]) -> Unit:
    unit = Unit._make(row)
    return unit._replace(span=Span._make(unit.span))


def _finding(row: list[Any]) -> Finding:
    values = dict(zip(_FINDING, row, strict=True))
    return Finding(**{**values, "span": Span._make(values["span"]), "severity": Severity(values["severity"])})
