"""Words, literals, numbers and pictures, across lines where a line is continued."""

from __future__ import annotations

import pytest

from legacyctl.parse.cobol.nodes import NUMBER, ODD, PERIOD, PICTURE, STRING, WORD

from .reading import CODE, code, data, facts, marked, tree_of, unread, verbs, words

KINDS = {
    "word": ("DISPLAY ABC-1", WORD, "ABC-1"),
    "word that starts with digits": ("PERFORM 1000-INIT", WORD, "1000-INIT"),
    "word with a placeholder": ("MOVE :TAG:-NAME", WORD, ":TAG:-NAME"),
    "word with one in the middle": ("MOVE WS-:TAG:-X", WORD, "WS-:TAG:-X"),
    "whole number": ("MOVE 12", NUMBER, "12"),
    "decimals": ("MOVE 1.25", NUMBER, "1.25"),
    "decimal comma": ("MOVE 1,25", NUMBER, "1,25"),
    "leading point": ("MOVE .05", NUMBER, ".05"),
    "exponent": ("MOVE 1.5E-3", NUMBER, "1.5E-3"),
    "a name like an exponent": ("MOVE 1E5", WORD, "1E5"),
    "quotes": ('DISPLAY "A ""B"" C"', STRING, '"A ""B"" C"'),
    "apostrophes": ("DISPLAY 'IT''S'", STRING, "'IT''S'"),
    "hexadecimal": ("MOVE X'0D0A'", STRING, "X'0D0A'"),
    "a comment mark in a literal": ("DISPLAY '*> NO'", STRING, "'*> NO'"),
    "stray": ("MOVE A TO ?", ODD, "?"),
    "a literal without its end": ("DISPLAY 'OPEN", ODD, "'OPEN"),
}


@pytest.mark.parametrize(("line", "kind", "text"), KINDS.values(), ids=KINDS)
def test_kinds(line, kind, text):
    token = code(line).source.tokens[-1]
    assert (token.kind, token.text) == (kind, text)


def test_offsets_are_those_of_the_file():
    tree = code("MOVE 'é' TO B.")
    assert [tree.file.data[token.start : token.end].decode() for token in tree.source.tokens][-4:] == [
        "'é'",
        "TO",
        "B",
        ".",
    ]


@pytest.mark.parametrize("end", [".", " ."])
def test_a_period_behind_a_number_ends_the_sentence(end):
    assert [token.kind for token in code(f"MOVE A TO 12{end}").source.tokens][-2:] == [NUMBER, PERIOD]


def test_a_period_without_a_blank_behind_it_ends_the_sentence():
    assert verbs(code("MOVE A TO B.MOVE C TO D.")) == ["MOVE", "MOVE"]


PICTURES = {
    "simple": ("PIC X(10).", "X(10)"),
    "edited": ("PIC ZZZ.ZZ9,99-.", "ZZZ.ZZ9,99-"),
    "IS": ("PICTURE IS S9(5)V99 COMP-3.", "S9(5)V99"),
    "on the next line": ("PIC\n           9(4).", "9(4)"),
    "currency": ("PIC $$$9.", "$$$9"),
    "continued": ("PIC S9(5)\n      -    V99.", "S9(5)V99"),
    "its word continued": ("PIC\n      -    TURE X(10).", "X(10)"),
}


@pytest.mark.parametrize(("clause", "picture"), PICTURES.values(), ids=PICTURES)
def test_pictures_are_one_token(clause, picture):
    tree = data(f"01  A {clause}")
    assert [token.kind for token in tree.source.tokens].count(PICTURE) == 1
    assert facts(tree, "data")["pic"] == picture
    assert unread(tree) == []


def test_a_literal_goes_on_behind_the_quote_of_the_next_line():
    tree = tree_of(CODE + "           DISPLAY 'IF A".ljust(72) + "\n      * a comment between\n      -    ' MOVE B'.\n")
    assert verbs(tree) == ["DISPLAY"]
    assert [token.kind for token in tree.source.tokens][-2:] == [STRING, PERIOD]
    assert unread(tree) == []


def test_a_literal_with_an_identification_behind_it():
    line = ("           DISPLAY 'IF A".ljust(72) + "NUMBER 1").ljust(80)
    assert verbs(tree_of(f"{CODE}{line}\n      -    ' MOVE B'.\n")) == ["DISPLAY"]


def test_a_word_goes_on_behind_a_hyphen_in_column_7():
    tree = tree_of(CODE + "           PERFORM READ-REC\n      -    ORD.\n       READ-RECORD.\n")
    assert "READ-RECORD" in words(tree)
    assert marked(tree, "call") == [("call", "READ-RECORD")]


def test_a_comment_behind_code():
    tree = code("MOVE A TO B *> IF C", ".")
    assert verbs(tree) == ["MOVE"]
    assert ("comment", "*> IF C") in marked(tree, "comment")


def test_a_literal_that_nothing_ends_spoils_its_line_only():
    tree = code("DISPLAY 'OPEN.", "MOVE A TO B.")
    assert verbs(tree) == ["DISPLAY", "MOVE"]
    assert unread(tree) == ["'OPEN."]


CONTINUED = {
    "word": ("MOVE ABC-\n      -    DEF TO B.", ["MOVE", "ABC-DEF", "TO", "B", "."]),
    "number": ("MOVE 12\n      -    34 TO B.", ["MOVE", "1234", "TO", "B", "."]),
    "several lines": ("MOVE A\n      -    B\n      -    C TO D.", ["MOVE", "ABC", "TO", "D", "."]),
    "sign": ("MOVE ABC\n      -    (1) TO B.", ["MOVE", "ABC", "(", "1", ")", "TO", "B", "."]),
    "behind a comment": ("MOVE A *> B\n      -    TO C.", ["MOVE", "A", "TO", "C", "."]),
    "nothing before it": ("\n      -    MOVE A TO C.", ["MOVE", "A", "TO", "C", "."]),
    "nothing behind it": ("MOVE A TO C\n      -\n           .", ["MOVE", "A", "TO", "C", "."]),
}


@pytest.mark.parametrize(("text", "expected"), CONTINUED.values(), ids=CONTINUED)
def test_a_continuation_line_goes_on_where_the_line_before_it_ended(text, expected):
    tree = tree_of(f"{CODE}           {text}\n")
    code_of = tree.source.tokens[-len(expected) :]
    assert [token.text for token in code_of] == expected
    assert all(tree.layout.text[token.end - 1] == token.text[-1] for token in code_of)
