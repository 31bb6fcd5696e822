"""Fixed and free form, told apart and read, with every byte at its own offset."""

from __future__ import annotations

import pytest

from legacyctl.parse.cobol.columns import JOIN, lay_out, width
from legacyctl.parse.cobol.formats import is_free

from .reading import CODE, HEAD, marked, paragraphs, tree_of, unread, verbs, words


def code_of(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return lay_out(text.encode("latin-1"), utf8=False).text.replace(JOIN, "\n").split("\n")


FIXED = {
    "code": ("000100     MOVE A TO B.".ljust(72) + "IDENT001", "           MOVE A TO B."),
    "comment": ("000100* MOVE A TO B.", ""),
    "page": ("      / MOVE A TO B.", ""),
    "debugging line": ("      D    DISPLAY A.", ""),
    "directive of Micro Focus": ("      $SET ANSI85", ""),
    "continuation": ("      -    TO B.", "           TO B."),
    "an unknown indicator": ("000200C    VALUE OF", "           VALUE OF"),
    "only a sequence number": ("000300", ""),
    "shorter than the sequence area": ("12", ""),
    "lower case": ("           move a to b.", "           MOVE A TO B."),
    "end of file mark": ("\x1a", ""),
}


@pytest.mark.parametrize(("line", "expected"), FIXED.values(), ids=FIXED)
def test_fixed_form_keeps_columns_8_to_72(line, expected):
    code = code_of("       ID DIVISION.", line)
    assert code[1].rstrip() == expected
    assert len(code[1]) == len(line)


TABS = {
    "before the code": ("\tMOVE A TO B.", "\tMOVE A TO B."),
    "behind the sequence number": ("000100\tMOVE A TO B.", "      \tMOVE A TO B."),
    "comment": ("      *\tMOVE A", ""),
    "up to column 73": ("\t" * 9 + "IDENT001", "\t" * 9),
}


@pytest.mark.parametrize(("line", "expected"), TABS.values(), ids=TABS)
def test_a_tab_goes_to_the_next_eighth_column(line, expected):
    code = code_of("       ID DIVISION.", line)[1]
    assert len(code) == len(line)
    assert code.strip() == expected.strip()


def test_width_expands_tabs():
    assert (width("\t"), width("   \tA"), width("AB")) == (8, 9, 2)


def test_a_character_of_two_bytes_takes_one_column():
    line = f"           DISPLAY '{'é' * 50}'.".ljust(72) + "IDENT001"
    tree = tree_of(f"{CODE}{line}\n")
    assert (words(tree)[-2:], unread(tree)) == ([f"'{'é' * 50}'".encode().decode("latin-1"), "."], [])


def test_byte_order_mark_takes_no_column():
    tree = tree_of(b"\xef\xbb\xbf" + b"000100* a comment\n" + CODE.encode() + b"           STOP RUN.\n")
    assert (verbs(tree), unread(tree)) == (["STOP"], [])


FREE = {
    "division in column 1": "IDENTIFICATION DIVISION.\n",
    "lower case": "identification division.\n".upper(),
    "program in column 4": "   PROGRAM-ID. A.\n",
    "code from column 1": "DISPLAY 'A'\nMOVE A TO B\n",
    "comments in column 1": "*> one\n*> two\n        DISPLAY A\n",
}
NOT_FREE = {
    "empty": "",
    "blank": "   \n\n",
    "fixed": "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. A.\n",
    "sequence numbers": "000100 IDENTIFICATION DIVISION.\n",
    "indicators of a test suite": "000100C    A\n000200G    B\n000300H    C\n",
    "words in the sequence area": "MOD001     MOVE A TO B\nMOD001*    OLD\n",
    "only comments": "      * A\n      * B\n",
}


@pytest.mark.parametrize("text", FREE.values(), ids=FREE)
def test_free_form_is_told(text):
    assert is_free(text)


@pytest.mark.parametrize("text", NOT_FREE.values(), ids=NOT_FREE)
def test_fixed_form_is_the_default(text):
    assert not is_free(text)


def test_a_format_directive_decides_line_by_line():
    tree = tree_of(
        "      >>SOURCE FORMAT IS FREE\nidentification division.\nprogram-id. A.\nprocedure division.\n"
        "p1.\ndisplay 'a long line ' 'that runs beyond column seventy-two of the file' 'x'.\n"
        ">>SOURCE FORMAT FIXED\n000100 P2.                                                              NUMBER 1\n"
    )
    assert paragraphs(tree) == ["P1", "P2"]
    assert unread(tree) == []


def test_free_form_has_comments_and_no_columns():
    tree = tree_of("ID DIVISION.\nPROGRAM-ID. A.\nPROCEDURE DIVISION.\n*> MOVE\n* MOVE\nP1. DISPLAY 'A' *> MOVE\n.\n")
    assert (paragraphs(tree), verbs(tree), unread(tree)) == (["P1"], ["DISPLAY"], [])


LINE_ENDS = {"LF": "\n", "CR LF": "\r\n", "CR": "\r"}


@pytest.mark.parametrize("end", LINE_ENDS.values(), ids=LINE_ENDS)
def test_any_line_end(end):
    tree = tree_of((CODE + "           STOP RUN.\n").replace("\n", end))
    assert (paragraphs(tree), verbs(tree), unread(tree)) == (["MAIN-LINE"], ["STOP"], [])
    assert tree.marks()[0].span.last_line == 5


def test_ebcdic_reads_like_anything_else():
    text = CODE + "           DISPLAY 'A' STOP RUN.\n"
    tree = tree_of(text.replace("\n", "\x85").encode("cp1140"), "cp1140")
    assert (paragraphs(tree), verbs(tree), unread(tree)) == (["MAIN-LINE"], ["DISPLAY", "STOP"], [])
    assert [mark.text for mark in tree.marks() if mark.tag == "string"] == ["'A'"]


def test_debugging_lines_are_code_in_debugging_mode():
    mode = "       ENVIRONMENT DIVISION.\n       SOURCE-COMPUTER. X WITH DEBUGGING MODE.\n"
    body = "       PROCEDURE DIVISION.\n       P1.\n      D    DISPLAY 'A'.\n"
    assert verbs(tree_of(HEAD + body)) == []
    assert verbs(tree_of(HEAD + mode + body)) == ["DISPLAY"]


LISTING = ("EJECT", "EJECT.", "SKIP1", "SKIP2.", "SKIP3", "TITLE 'MONTH'", "TITLE 'MONTH'.", "EJECT    00010001")


@pytest.mark.parametrize("line", LISTING)
def test_listing_directives_are_no_paragraphs(line):
    tree = tree_of(f"{CODE}           MOVE A TO B\n       {line}\n       SECOND-ONE.\n           STOP RUN.\n")
    assert paragraphs(tree) == ["MAIN-LINE", "SECOND-ONE"]
    assert unread(tree) == []


OPTIONS = (
    "       PROCESS NODYNAM",
    "       CBL LIB,APOST",
    "CBL RENT",
    "      *CBL NOLIST",
    "       >>CALLINT",
    "@OPTIONS MAIN",
)


@pytest.mark.parametrize("line", OPTIONS)
def test_compiler_options_before_the_program(line):
    assert unread(tree_of(f"{line}\n{CODE}           STOP RUN.\n")) == []


NAMES = (
    "PROCESS-ENTER-KEY",
    "END-ROUTINE",
    "TITLE-PARA",
    "SKIP1-PARA",
    "EJECT-PAGE",
    "CBL-1",
    "100",
    "2000-SEND",
    "PROCESS",
)


@pytest.mark.parametrize("name", NAMES)
def test_names_that_look_like_something_else(name):
    tree = tree_of(f"{CODE}           CONTINUE.\n       {name}.\n           STOP RUN.\n")
    assert paragraphs(tree) == ["MAIN-LINE", name]
    assert unread(tree) == []


def test_options_behind_the_program_are_operands():
    tree = tree_of(f"{CODE}           PERFORM\n           PROCESS\n           THRU CBL .\n")
    assert marked(tree, "call") == [("call", "PROCESS")]
