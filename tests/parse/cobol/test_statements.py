"""Statements and their nesting, whether a word or a period ends them."""

from __future__ import annotations

import pytest

from legacyctl.parse.cobol.words import VERBS

from .reading import CODE, code, paragraphs, tree_of, units, unread, verbs

NESTING = {
    "period": (
        ["IF A = 1 MOVE B TO C IF D = 2 MOVE E TO F.", "STOP RUN."],
        ["IF", "  MOVE", "  IF", "    MOVE", "STOP"],
    ),
    "terminator": (["IF A = 1 MOVE B TO C END-IF MOVE D TO E."], ["IF", "  MOVE", "MOVE"]),
    "else belongs to the nearest": (
        ["IF A = 1 IF B = 2 STOP RUN ELSE GOBACK."],
        ["IF", "  IF", "    STOP", "    GOBACK"],
    ),
    "second else to the next": (
        ["IF A = 1 IF B = 2 STOP RUN ELSE GOBACK ELSE EXIT PROGRAM."],
        ["IF", "  IF", "    STOP", "    GOBACK", "  EXIT"],
    ),
    "then": (["IF A = 1 THEN STOP RUN."], ["IF", "  STOP"]),
    "otherwise": (["IF A = 1 STOP RUN OTHERWISE GOBACK."], ["IF", "  STOP", "  GOBACK"]),
    "evaluate": (
        ["EVALUATE A WHEN 1 WHEN 2 STOP RUN WHEN OTHER GOBACK", "END-EVALUATE EXIT."],
        ["EVALUATE", "  STOP", "  GOBACK", "EXIT"],
    ),
    "when ends what is open": (
        ["EVALUATE A WHEN 1 IF B = 1 STOP RUN WHEN 2 GOBACK."],
        ["EVALUATE", "  IF", "    STOP", "  GOBACK"],
    ),
    "when behind when other belongs to the outer one": (
        ["EVALUATE A WHEN 1 EVALUATE B WHEN OTHER EXIT WHEN 2 GOBACK."],
        ["EVALUATE", "  EVALUATE", "    EXIT", "  GOBACK"],
    ),
    "inline perform": (["PERFORM UNTIL A = 1 ADD 1 TO A END-PERFORM STOP RUN."], ["PERFORM", "  ADD", "STOP"]),
    "perform a number of times": (["PERFORM 3 TIMES STOP RUN END-PERFORM."], ["PERFORM", "  STOP"]),
    "perform an item of times": (["PERFORM N (1) TIMES STOP RUN END-PERFORM."], ["PERFORM", "  STOP"]),
    "perform a qualified item": (["PERFORM N OF R TIMES STOP RUN END-PERFORM."], ["PERFORM", "  STOP"]),
    "perform out of line": (["PERFORM P1 3 TIMES STOP RUN."], ["PERFORM", "STOP"]),
    "perform out of line until": (["PERFORM P1 UNTIL A = 1 STOP RUN."], ["PERFORM", "STOP"]),
    "perform exit": (["PERFORM UNTIL EXIT EXIT PERFORM CYCLE END-PERFORM."], ["PERFORM", "  EXIT"]),
    "at end": (["READ F AT END STOP RUN NOT AT END GOBACK END-READ EXIT."], ["READ", "  STOP", "  GOBACK", "EXIT"]),
    "end without at": (["READ F END STOP RUN."], ["READ", "  STOP"]),
    "read without branches": (["READ F STOP RUN."], ["READ", "STOP"]),
    "not at end belongs to the reader": (
        ["READ F AT END IF A = 1 STOP RUN NOT AT END GOBACK."],
        ["READ", "  IF", "    STOP", "  GOBACK"],
    ),
    "invalid key": (["WRITE R INVALID KEY STOP RUN NOT INVALID GOBACK."], ["WRITE", "  STOP", "  GOBACK"]),
    "size error": (["ADD 1 TO A ON SIZE ERROR STOP RUN NOT ON SIZE ERROR GOBACK."], ["ADD", "  STOP", "  GOBACK"]),
    "delimited by size": (["STRING A DELIMITED BY SIZE INTO B STOP RUN."], ["STRING", "STOP"]),
    "delimited by size where a size error is awaited": (
        ["ADD 1 TO N NOT ON SIZE ERROR", "STRING A DELIMITED BY SIZE INTO B EXIT."],
        ["ADD", "  STRING", "  EXIT"],
    ),
    "overflow": (["CALL 'X' ON OVERFLOW STOP RUN END-CALL GOBACK."], ["CALL", "  STOP", "GOBACK"]),
    "exception": (["CALL X ON EXCEPTION STOP RUN NOT ON EXCEPTION GOBACK."], ["CALL", "  STOP", "  GOBACK"]),
    "end of page": (["WRITE R AFTER 1 AT EOP STOP RUN."], ["WRITE", "  STOP"]),
    "search": (["SEARCH T AT END STOP RUN WHEN A = 1 NEXT SENTENCE."], ["SEARCH", "  STOP", "  NEXT SENTENCE"]),
    "next record": (["READ F NEXT RECORD AT END NEXT SENTENCE."], ["READ", "  NEXT SENTENCE"]),
    "receive": (["RECEIVE C MESSAGE INTO A NO DATA STOP RUN."], ["RECEIVE", "  STOP"]),
    "counting on": (["ON 1 DISPLAY A ELSE DISPLAY B."], ["ON", "  DISPLAY", "  DISPLAY"]),
    "entry address": (["SET P TO ENTRY 'X'."], ["SET"]),
    "entry": (["ENTRY 'X' USING A."], ["ENTRY"]),
    "xml": (["XML GENERATE A FROM B ON EXCEPTION STOP RUN END-XML."], ["XML", "  STOP"]),
    "json": (["JSON GENERATE A FROM B."], ["JSON"]),
    "soft verb as a name": (["MOVE RESET TO NOTE."], ["MOVE"]),
    "soft verb": (["COMMIT."], ["COMMIT"]),
    "note": (["NOTE THIS MOVE IS NO STATEMENT.", "STOP RUN."], ["NOTE", "STOP"]),
    "sort": (["SORT S ON ASCENDING KEY A INPUT PROCEDURE IS P1 GIVING F."], ["SORT"]),
    "database": (["OBTAIN CALC CLIENT ON ANY-STATUS STOP RUN."], ["OBTAIN", "  STOP"]),
    "database verbs": (["BIND RUN-UNIT.", "READY.", "FINISH."], ["BIND", "READY", "FINISH"]),
    "a procedure that is called like a verb": (["PERFORM CONNECT.", "PERFORM FIND THRU GET."], ["PERFORM"] * 2),
    "a procedure that is called like a verb on its own line": (["PERFORM", "COMMIT."], ["PERFORM"]),
    "a name that is like a verb": (["MOVE A TO B STORE C.", "DISPLAY FIND."], ["MOVE", "DISPLAY"]),
    "one line": (["MOVE A TO B MOVE C TO D, MOVE E TO F; STOP RUN."], ["MOVE", "MOVE", "MOVE", "STOP"]),
}


@pytest.mark.parametrize(("lines", "expected"), NESTING.values(), ids=NESTING)
def test_nesting(lines, expected):
    tree = code(*lines)
    assert verbs(tree) == expected
    assert unread(tree) == []


ENDS = {
    "terminator": ("IF A = 1 STOP RUN END-IF.", ["terminator"]),
    "period": ("IF A = 1 STOP RUN.", ["period"]),
    "both by one period": ("IF A = 1 IF B = 1 STOP RUN.", ["period", "period"]),
    "what is around it": ("IF A = 1 IF B = 1 STOP RUN ELSE GOBACK END-IF ELSE EXIT.", ["period", "terminator"]),
    "implicit": ("PERFORM 2 TIMES IF A = 1 STOP RUN END-PERFORM.", ["terminator", "implicit"]),
    "a simple statement": ("READ F END-READ.", ["terminator"]),
}


@pytest.mark.parametrize(("line", "ended"), ENDS.values(), ids=ENDS)
def test_how_a_statement_ends(line, ended):
    assert [s.ended for s in code(line).source.statements if s.branches or s.ended] == ended


NOT_UNDERSTOOD = {
    "no verb": ("FROBNICATE A B.", ["FROBNICATE A B"]),
    "behind a terminator": ("IF A = 1 STOP RUN END-IF FROB X.", ["FROB X"]),
    "behind else": ("IF A = 1 STOP RUN ELSE FROB X.", ["FROB X"]),
    "else without if": ("MOVE A TO B ELSE MOVE C TO D.", ["ELSE"]),
    "a second else": ("IF A = 1 EXIT ELSE EXIT ELSE EXIT.", ["ELSE"]),
    "else behind the period": ("IF A = 1 EXIT. ELSE EXIT.", ["ELSE"]),
    "a terminator too many": ("IF A = 1 EXIT END-IF END-IF.", ["END-IF"]),
    "terminator of nothing": ("MOVE A TO B END-IF.", ["END-IF"]),
    "move without to": ("MOVE A B.", ["MOVE A B"]),
    "compute without a value": ("COMPUTE A.", ["COMPUTE A"]),
    "a loop without its end": ("PERFORM UNTIL A = 1 MOVE B TO C.", ["PERFORM UNTIL A = 1"]),
    "a stray character": ("MOVE A TO ?.", ["?"]),
}


@pytest.mark.parametrize(("line", "pieces"), NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD)
def test_what_is_no_statement_is_said(line, pieces):
    tree = code(line, "STOP RUN.")
    assert unread(tree) == pieces
    assert verbs(tree)[-1] == "STOP"


HEADS = {
    "sections": (
        ["A1 SECTION.", "P1.", "    EXIT.", "A2 SECTION 50.", "P2."],
        ["section A1", "paragraph P1", "section A2", "paragraph P2"],
    ),
    "digits": (["100.", "200."], ["paragraph 100", "paragraph 200"]),
    "on one line": (["P1. EXIT.", "P2. EXIT."], ["paragraph P1", "paragraph P2"]),
    "behind a sentence without its period": (
        ["P1.", "    MOVE A TO B", "P2.", "    EXIT."],
        ["paragraph P1", "paragraph P2"],
    ),
    "an operand in area A": (["P1.", "    MOVE A TO", "B."], ["paragraph P1"]),
    "declaratives": (
        [
            "DECLARATIVES.",
            "D1 SECTION.",
            "    USE AFTER ERROR PROCEDURE ON F.",
            "P1.",
            "END DECLARATIVES.",
            "M1 SECTION.",
        ],
        ["section D1", "paragraph P1", "section M1"],
    ),
    "names that are verbs elsewhere": (
        ["FIND.", "    EXIT.", "CONNECT.", "    EXIT."],
        ["paragraph FIND", "paragraph CONNECT"],
    ),
    "verbs that are names in area A": (["RESET.", "    EXIT."], ["paragraph RESET"]),
}


@pytest.mark.parametrize(("lines", "expected"), HEADS.values(), ids=HEADS)
def test_headers(lines, expected):
    tree = tree_of("       PROCEDURE DIVISION.\n" + "".join(f"       {line}\n" for line in lines))
    assert units(tree) == expected
    assert unread(tree) == []


def test_a_unit_runs_to_its_last_period():
    tree = tree_of(CODE + "           EXIT.\n      * about the next\n       P2.\n           COPY X.\n")
    spans = [tree.file.data[m.span.start : m.span.end] for m in tree.marks() if m.tag == "unit.paragraph"]
    assert spans == [b"MAIN-LINE.\n           EXIT.", b"P2.\n           COPY X."]


@pytest.mark.parametrize("verb", sorted(set(VERBS) - {"NOTE", "USE", "ENTER"}))
def test_every_verb_starts_a_statement(verb):
    needs = min(VERBS[verb], default="")
    tree = code(f"{verb} A {needs} B", "STOP RUN.")
    assert verb in (entry.strip() for entry in verbs(tree))


def test_nesting_of_any_depth():
    depth = 10_000
    tree = tree_of(
        CODE
        + "           IF A = 1\n" * depth
        + "           STOP RUN\n"
        + "           END-IF\n" * depth
        + "           .\n"
    )
    assert len(tree.source.statements) == depth + 1
    assert tree.source.statements[-1].depth == depth
    assert {s.ended for s in tree.source.statements[:-1]} == {"terminator"}
    assert len(tree.marks()) > depth


def test_brackets_of_any_depth():
    tree = code("IF", *["(A = 1 AND"] * 10_000, "B = 1", *[")"] * 10_000, "STOP RUN.")
    assert verbs(tree) == ["IF", "  STOP"]
    assert sum(mark.tag == "boolean" for mark in tree.marks()) == 10_000
    assert paragraphs(tree) == ["MAIN-LINE"]


def test_verbs_of_a_database_go_on_in_a_sentence_where_the_file_uses_one():
    body = "           MOVE A TO B\n           OBTAIN CALC CLIENT\n           FINISH.\n"
    assert verbs(tree_of(CODE + body)) == ["MOVE"]
    schema = CODE.replace("       PROCEDURE", "       DATA DIVISION.\n       SCHEMA SECTION.\n       PROCEDURE")
    assert verbs(tree_of(schema + body)) == ["MOVE", "OBTAIN", "FINISH"]


def test_a_paragraph_of_free_form_may_be_called_like_a_verb_of_a_database():
    text = "ID DIVISION.\nPROGRAM-ID. A.\nPROCEDURE DIVISION.\nfind.\n  goback.\nfinish.\n  exit.\n"
    assert paragraphs(tree_of(text)) == ["FIND", "FINISH"]
