"""Gate `parses`: no more of the file is unreadable after the change than before."""

from __future__ import annotations

from legacyctl.verify.case import Answer, Case, Side, failed, passed, unknown


def judge(case: Case) -> Answer:
    """Compare the pieces that the parser did not understand, in number and in bytes."""
    before, after = case.before, case.after
    if _nothing_read(before) and _nothing_read(after):
        return unknown("the parser reads nothing of this file, before or after")
    old, new = len(before.tree.unparsed), len(after.tree.unparsed)
    if new > old or after.facts.unparsed > before.facts.unparsed:
        known = {span.start for span in before.tree.unparsed}
        first = next((s for s in after.tree.unparsed if s.start not in known), after.tree.unparsed[0])
        return failed(
            f"line {first.first_line} does not parse: {after.facts.unparsed} bytes in {new} places, "
            f"before {before.facts.unparsed} in {old}"
        )
    return passed(f"{after.facts.unparsed} bytes are not parsed, before {before.facts.unparsed}")


def _nothing_read(side: Side) -> bool:
    return bool(side.file.data) and side.facts.unparsed >= len(side.file.data.strip())
