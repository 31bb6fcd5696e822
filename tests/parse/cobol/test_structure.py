"""Divisions, programs inside programs, and copybooks that are none of these."""

from __future__ import annotations

import pytest

from .reading import CODE, DATA, HEAD, marked, paragraphs, tree_of, units, unread, verbs

NESTED = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. OUTER.
       PROCEDURE DIVISION.
       P1.
           CALL 'INNER'.
           STOP RUN.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. 'Inner' IS COMMON PROGRAM.
       DATA DIVISION.
       LINKAGE SECTION.
       01  A PIC X.
       PROCEDURE DIVISION USING A.
       P2.
           GOBACK.
       END PROGRAM INNER.
       END PROGRAM OUTER.
"""


def test_programs_inside_programs():
    tree = tree_of(NESTED)
    assert units(tree) == ["program OUTER", "paragraph P1", "program INNER", "paragraph P2"]
    inner = tree.source.units[2]
    assert tree.source.tokens[inner.first].text == "IDENTIFICATION"
    assert [t.text for t in tree.source.tokens[inner.last - 3 : inner.last + 1]] == ["END", "PROGRAM", "INNER", "."]
    assert tree.source.units[0].last == len(tree.source.tokens) - 1
    assert unread(tree) == []


def test_programs_after_another_without_end_program():
    tree = tree_of(CODE + "           STOP RUN.\n" + CODE.replace("PROEF", "TWEE"))
    first, second = (unit for unit in tree.source.units if unit.kind == "program")
    assert (first.name, second.name) == ("PROEF", "TWEE")
    assert first.last == second.first - 1


OTHERS = {
    "function": (
        "       ID DIVISION.\n       FUNCTION-ID. F.\n       PROCEDURE DIVISION.\n       END FUNCTION F.\n",
        "function F",
    ),
    "class": (
        "       CLASS-ID. C.\n       OBJECT.\n       METHOD-ID. M.\n       END METHOD M.\n       END CLASS C.\n",
        "class C",
    ),
    "no period": ("       PROGRAM-ID P.\n       PROCEDURE DIVISION.\n", "program P"),
    "only an identification": ("       ID DIVISION. PROGRAM-ID. P", "program P"),
}


@pytest.mark.parametrize(("text", "unit"), OTHERS.values(), ids=OTHERS)
def test_other_units(text, unit):
    tree = tree_of(text)
    assert units(tree)[0] == unit
    assert unread(tree) == []


def test_prose_of_the_identification_division_is_comment():
    tree = tree_of(
        HEAD + "       AUTHOR. Jan Jansen, who DON'T MOVE.\n           data division of the ministry.\n"
        "       REMARKS.\n           IF this then that.\n       ENVIRONMENT DIVISION.\n"
    )
    comments = [text for tag, text in marked(tree, "comment")]
    assert any("Jansen" in text for text in comments)
    assert any("then that" in text for text in comments)
    assert (verbs(tree), unread(tree)) == ([], [])


HEADERS_BEHIND_PROSE = ("DATA DIVISION.", "ENVIRONMENT DIVISION.", "PROCEDURE DIVISION USING A.", "DATE-WRITTEN. 1987.")


@pytest.mark.parametrize("header", HEADERS_BEHIND_PROSE)
def test_prose_ends_at_the_next_header(header):
    tree = tree_of(f"{HEAD}       AUTHOR. Jan Jansen\n       {header}\n")
    assert marked(tree, "comment")[:1] == [("comment", "Jan Jansen")]


def test_environment():
    tree = tree_of(
        HEAD + "       ENVIRONMENT DIVISION.\n       CONFIGURATION SECTION.\n       SOURCE-COMPUTER. IBM-370.\n"
        "       SPECIAL-NAMES.\n           DECIMAL-POINT IS COMMA\n           SWITCH-1 ON STATUS IS S-ON.\n"
        "       INPUT-OUTPUT SECTION.\n       I-O-CONTROL.\n           SAME AREA FOR A B.\n"
    )
    assert unread(tree) == []


COPYBOOKS = {
    "data": ("       01  R.\n           05  A PIC X.\n", "data", "R"),
    "file description": ("       FD  F RECORDING MODE F.\n       01  R PIC X.\n", "data", "R"),
    "section": ("       WORKING-STORAGE SECTION.\n       01  R PIC X.\n", "data", "R"),
    "file entries": ("           SELECT F ASSIGN TO A.\n", "select", "F"),
    "generated declarations": (
        "           EXEC SQL DECLARE T TABLE (A CHAR(1)) END-EXEC.\n       01  R PIC X.\n",
        "data",
        "R",
    ),
    "paragraph": ("       P1.\n           MOVE A TO B.\n", "unit.paragraph", "P1"),
    "statements": ("           PERFORM P1\n           MOVE A TO B\n", "perform", "P1"),
    "section of code": ("       S1 SECTION.\n           EXIT.\n", "unit.section", "S1"),
    "block": ("           EXEC CICS LINK PROGRAM('X') END-EXEC.\n           GOBACK.\n", "call", "X"),
    "a clause of an entry": ("           PIC X(5) VALUE SPACE.\n       01  R PIC X.\n", "data", "R"),
    "a name and its clauses": ("           RCD-4 PIC 9(5).\n       01  R PIC X.\n", "data", "R"),
    "clauses of a file": ("           LABEL RECORDS STANDARD.\n       01  R PIC X.\n", "data", "R"),
    "functions": ("           FUNCTION A FUNCTION B.\n       01  R PIC X.\n", "data", "R"),
    "level in free form": ("01 R.\n 05 A PIC X.\n", "data", "R"),
}


@pytest.mark.parametrize(("text", "tag", "name"), COPYBOOKS.values(), ids=COPYBOOKS)
def test_copybooks(text, tag, name):
    tree = tree_of(text)
    assert marked(tree, tag)[0] == (tag, name)
    assert unread(tree) == []


OUTSIDE = {
    "prose": ("Dear reader, this is a letter. It has two sentences.\n", 0.9),
    "java": ("public class A {\n  int b = 1;\n  // MOVE A TO B\n}\n", 0.5),
    "a line of prose": ("Line one of the letter. These words are no program.\n", 0.9),
}


@pytest.mark.parametrize(("text", "share"), OUTSIDE.values(), ids=OUTSIDE)
def test_text_that_is_no_cobol_is_not_understood(text, share):
    tree = tree_of(text)
    assert sum(span.end - span.start for span in tree.unparsed) >= share * len(text)


NOTHING = {"empty": "", "blank": "   \n\n", "comment": "      * A\n", "period": "           .\n", "nul": "\0\0"}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_understood_whole(text):
    tree = tree_of(text)
    assert (units(tree), unread(tree)) == ([], [])


def test_end_of_a_division_needs_no_period():
    tree = tree_of(
        DATA
        + "       01  A PIC X\n       PROCEDURE DIVISION.\n       P1.\n           STOP RUN\n       END PROGRAM PROEF.\n"
    )
    assert (paragraphs(tree), verbs(tree), unread(tree)) == (["P1"], ["STOP"], [])


def test_a_program_that_ends_behind_a_period_on_its_line():
    tree = tree_of(CODE + "           GOBACK\n           .END PROGRAM PROEF.\n")
    assert unread(tree) == []
    assert tree.source.units[0].last == len(tree.source.tokens) - 1
