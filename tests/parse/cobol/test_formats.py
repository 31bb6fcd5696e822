"""Which format a file is in, and which of its lines are directives."""

from __future__ import annotations

import pytest

from legacyctl.parse.cobol.formats import FIXED, FREE, VARIABLE, guess, is_directive, told

from .reading import HEAD, marked, paragraphs, tree_of, unread, verbs

TOLD = {
    ">>SOURCE FORMAT IS FREE": FREE,
    ">>SOURCE FORMAT FIXED": FIXED,
    ">>SOURCE FREE": FREE,
    ">> SET SOURCEFORMAT(VARIABLE)": VARIABLE,
    '$SET SOURCEFORMAT"FREE"': FREE,
    "$SET ANSI85 SOURCEFORMAT'VARIABLE'": VARIABLE,
    "$SET ANSI85": "",
    ">>IF FREE DEFINED": "",
}


@pytest.mark.parametrize(("line", "form"), TOLD.items(), ids=TOLD)
def test_told(line, form):
    assert told(line) == form


DIRECTIVES = {
    "in column 1": ("EJECT", True, True),
    "behind a sequence number": ("000100 EJECT", False, True),
    "in column 7": ("000100>>IF A DEFINED", False, True),
    "in a comment": ("      *>>SOURCE FREE", False, False),
    "in a comment of free form": ("*>    >>SOURCE FIXED", True, False),
    "in a literal": ("DISPLAY '>>SOURCE FREE'", True, False),
    "a sum of money": ("       05  A PIC $$$9.", False, False),
    "a name": ("       EJECT-PAGE.", False, False),
}


@pytest.mark.parametrize(("line", "free", "expected"), DIRECTIVES.values(), ids=DIRECTIVES)
def test_directives(line, free, expected):
    assert is_directive(line, free=free) == expected


LONG = "           DISPLAY 'a text that runs on far behind the last column of a punched card of old'.".upper()
CARDS = ["           MOVE A TO B.".ljust(72) + f"IDENT{number:03}" for number in range(9)]


def test_literals_that_column_72_would_cut_show_variable_form():
    assert guess("", [LONG] * 3) == VARIABLE


NOT_VARIABLE = {
    "only two": [LONG] * 2,
    "fewer than cards": [LONG] * 4 + CARDS,
    "comments": [f"      *{LONG}"] * 9,
    "ended by a continuation line": [LONG.replace("OLD'.", "OLD")[:72] + "IDENT001", "      -    'X'."] * 9,
}


@pytest.mark.parametrize("lines", NOT_VARIABLE.values(), ids=NOT_VARIABLE)
def test_other_lines_stay_in_fixed_form(lines):
    assert guess("", lines) == FIXED


def test_variable_form_has_no_last_column():
    text = f"      $SET SOURCEFORMAT(VARIABLE)\n{HEAD}       PROCEDURE DIVISION.\n       P1.\n{LONG} GOBACK.\n"
    tree = tree_of(text)
    assert (verbs(tree), paragraphs(tree), unread(tree)) == (["DISPLAY", "GOBACK"], ["P1"], [])


def test_a_line_of_any_length_in_free_form():
    tree = tree_of("ID DIVISION. PROGRAM-ID. A. PROCEDURE DIVISION. P1. " + "MOVE A TO B. " * 3000)
    assert len(tree.source.statements) == 3000


def test_debugging_lines_of_free_form_are_no_code():
    tree = tree_of("ID DIVISION.\nPROGRAM-ID. A.\nPROCEDURE DIVISION.\nP1.\n>>D DISPLAY 'A'\nGOBACK.\n")
    assert (verbs(tree), unread(tree)) == (["GOBACK"], [])
    assert marked(tree, "comment") == [("comment", ">>D DISPLAY 'A'")]
