"""Marks: what later rooms count, link and match."""

from __future__ import annotations

import pytest

from legacyctl.facts import collect

from .reading import CODE, HEAD, code, facts, marked, tree_of

CYCLOMATIC = {
    "straight": (["MOVE A TO B."], 1),
    "if": (["IF A = 1 STOP RUN."], 2),
    "else adds nothing": (["IF A = 1 STOP RUN ELSE GOBACK."], 2),
    "and, or": (["IF A = 1 AND B = 1 OR C = 1 STOP RUN."], 4),
    "when": (["EVALUATE A WHEN 1 WHEN 2 STOP RUN WHEN OTHER EXIT."], 3),
    "also": (["EVALUATE A ALSO B WHEN 1 ALSO 2 STOP RUN."], 3),
    "loop": (["PERFORM UNTIL A = 1 AND B = 1 ADD 1 TO A END-PERFORM."], 3),
    "loop out of line": (["PERFORM P VARYING I FROM 1 BY 1 UNTIL I = 3."], 2),
    "two indexes": (["PERFORM P VARYING I FROM 1 BY 1 UNTIL I = 3", "AFTER J FROM 1 BY 1 UNTIL J = 3."], 3),
    "times": (["PERFORM P 3 TIMES."], 2),
    "at end with its opposite": (["READ F AT END STOP RUN NOT AT END GOBACK."], 2),
    "two exceptions": (["READ F AT END STOP RUN INVALID KEY GOBACK."], 3),
    "search": (["SEARCH T AT END STOP RUN WHEN A = 1 EXIT WHEN B = 1 EXIT."], 4),
    "go to depending": (["GO TO P1 P2 P3 DEPENDING ON A."], 4),
    "go to": (["GO TO P1."], 1),
}


@pytest.mark.parametrize(("lines", "expected"), CYCLOMATIC.values(), ids=CYCLOMATIC)
def test_cyclomatic_complexity(lines, expected):
    assert collect(code(*lines)).units[-1].cyclomatic == expected


COGNITIVE = {
    "straight": (["MOVE A TO B."], 0),
    "if": (["IF A = 1 STOP RUN."], 1),
    "else": (["IF A = 1 STOP RUN", "ELSE GOBACK."], 2),
    "else if on a line": (["IF A = 1 STOP RUN", "ELSE IF B = 1 GOBACK", "ELSE EXIT."], 3),
    "else, if below": (["IF A = 1 STOP RUN", "ELSE", "IF B = 1 GOBACK."], 4),
    "nested": (["IF A = 1 IF B = 1 IF C = 1 STOP RUN."], 6),
    "evaluate": (["EVALUATE A WHEN 1 STOP RUN WHEN 2 EXIT END-EVALUATE."], 1),
    "loop in if": (["IF A = 1 PERFORM 2 TIMES ADD 1 TO A END-PERFORM."], 3),
    "jump": (["IF A = 1 GO TO P1."], 2),
    "run of and": (["IF A = 1 AND B = 1 AND C = 1 STOP RUN."], 2),
    "and, or": (["IF A = 1 AND B = 1 OR C = 1 STOP RUN."], 3),
    "brackets": (["IF (A = 1 AND B = 1) OR (C = 1 AND D = 1) EXIT."], 4),
    "a run around brackets": (["IF A = 1 AND (B = 1 OR C = 1) AND D = 1 EXIT."], 3),
    "not ends a run": (["IF A = 1 AND NOT (B = 1 AND C = 1) EXIT."], 3),
}


@pytest.mark.parametrize(("lines", "expected"), COGNITIVE.values(), ids=COGNITIVE)
def test_cognitive_complexity(lines, expected):
    assert collect(code(*lines)).units[-1].cognitive == expected


def test_nesting():
    assert collect(code("IF A = 1 PERFORM 2 TIMES IF B = 1 EXIT", "END-IF END-PERFORM.")).units[-1].nesting == 3


def test_lines_of_code_leave_out_margins_and_comments():
    lines = ["* a comment", "     MOVE A TO B.", "", "D    DISPLAY A.", "/"]
    text = CODE + "".join(f"00010{n}{line.rjust(0)}\n".replace("00010", "00010", 1) for n, line in enumerate(lines))
    assert collect(tree_of(text)).units[-1].lines == 2


STATEMENTS = {
    "perform": ("PERFORM P1.", "perform", {"thru": False, "until": False, "inline": False, "target": "P1"}),
    "perform thru": ("PERFORM P1 THRU P2.", "perform", {"thru": True, "last": "P2"}),
    "perform until": ("PERFORM P1 UNTIL A = 1.", "perform", {"until": True, "inline": False}),
    "perform inline": ("PERFORM 2 TIMES EXIT END-PERFORM.", "perform", {"inline": True, "terminated": True}),
    "if": ("IF A = 1 EXIT.", "if", {"terminated": False, "ended": "period", "nested": False, "depth": 0}),
    "if with its end": ("IF A = 1 EXIT END-IF.", "if", {"terminated": True, "ended": "terminator"}),
    "go to": ("GO TO P2.", "goto", {"target": "P2", "leaves": True, "depending": False, "targets": 1}),
    "go to own paragraph": ("GO MAIN-LINE.", "goto", {"leaves": False}),
    "go to depending": (
        "GO TO MAIN-LINE P2 OF S1 DEPENDING ON A.",
        "goto",
        {"targets": 2, "leaves": True, "depending": True},
    ),
    "altered go to": ("GO TO.", "goto", {"target": "", "leaves": True}),
    "alter": ("ALTER P1 TO PROCEED TO P2.", "alter", {}),
    "next sentence": ("IF A = 1 NEXT SENTENCE.", "next-sentence", {}),
    "call": ("CALL 'sub1' USING A.", "call", {"kind": "call", "dynamic": False}),
    "call of an item": ("CALL WS-PGM.", "call", {"kind": "call", "dynamic": True}),
    "date": ("ACCEPT A FROM DATE.", "accept", {"source": "DATE", "two_digit_year": True}),
    "long date": ("ACCEPT A FROM DATE YYYYMMDD.", "accept", {"two_digit_year": False}),
    "console": ("ACCEPT A.", "accept", {"source": "", "two_digit_year": False}),
    "old verb": ("EXHIBIT NAMED A.", "obsolete-verb", {}),
}


@pytest.mark.parametrize(("line", "tag", "expected"), STATEMENTS.values(), ids=STATEMENTS)
def test_attributes(line, tag, expected):
    found = [dict(mark.attributes) for mark in code(line).marks() if mark.tag == tag]
    assert any(attributes.items() >= expected.items() for attributes in found)


LINKS = {
    "call": ("CALL 'SUB1'.", ("call", "SUB1")),
    "perform": ("PERFORM P1 THRU P2.", ("call", "P1")),
    "go to": ("GO TO P1.", ("jump", "P1")),
    "alter": ("ALTER P1 TO P2.", ("jump", "")),
}


@pytest.mark.parametrize(("line", "mark"), LINKS.values(), ids=LINKS)
def test_links(line, mark):
    assert mark in marked(code(line), "call", "jump")


def test_ready_is_obsolete_where_it_traces():
    tree = code("READY TRACE.", "READY.", "READY USAGE-MODE RETRIEVAL.", "RESET TRACE.")
    assert marked(tree, "obsolete-verb") == [("obsolete-verb", "READY"), ("obsolete-verb", "RESET")]


def test_an_inline_perform_is_no_call():
    assert marked(code("PERFORM 2 TIMES EXIT END-PERFORM."), "call") == []


def test_marks_come_in_order_of_start_the_larger_first():
    spans = [mark.span for mark in code("IF A = 1 AND B = 1", "CALL 'X'", "ELSE GO TO P1.").marks()]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))


def test_text_keeps_its_case_and_names_do_not():
    tree = tree_of(
        HEAD.lower() + "       procedure division.\n       p1.\n           display 'Áb' *> één\n           .\n"
    )
    assert marked(tree, "unit.program", "unit.paragraph") == [("unit.program", "PROEF"), ("unit.paragraph", "P1")]
    assert marked(tree, "string", "comment") == [("string", "'Áb'"), ("comment", "*> één")]


def test_a_statement_mark_spans_the_statement():
    tree = code("IF A = 1", "    MOVE A TO B", "END-IF.")
    found = next(mark for mark in tree.marks() if mark.tag == "if")
    assert tree.file.data[found.span.start : found.span.end].endswith(b"END-IF")
    assert (found.span.first_line, found.span.last_line) == (5, 7)


def test_facts_of_the_first_mark():
    assert facts(code("IF A = 1 EXIT."), "flow")["depth"] == 0
