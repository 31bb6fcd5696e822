"""Conditional compilation: what is part of the program."""

from __future__ import annotations

import pytest

from legacyctl.facts import collect
from legacyctl.parse.cobol.conditions import Conditions

from .reading import CODE, tree_of, unread, verbs


def taken(*lines: str) -> list[str]:
    """The lines, of those that are no directive, that are compiled."""
    conditions, found = Conditions(), []
    for line in lines:
        if line.lstrip().startswith((">>", "$")):
            conditions.take(line)
        elif conditions.active:
            found.append(line)
    return found


DECIDED = {
    "defined": (">>DEFINE X AS 1", ">>IF X DEFINED"),
    "is defined": (">>DEFINE X 'A'", ">>IF X IS DEFINED"),
    "not defined": (">>DEFINE X OFF", ">>IF X IS NOT DEFINED"),
    "equal": (">>DEFINE X AS 'A'", ">>IF X = 'A'"),
    "equal in words": (">>DEFINE X AS 2", ">>IF X IS EQUAL TO 02"),
    "greater": (">>DEFINE X AS 10", ">>IF X > 9"),
    "less": (">>DEFINE X AS 'B'", ">>IF X IS NOT LESS THAN 'A'"),
    "and": (">>DEFINE X AS 1", ">>IF X = 1 AND X < 2"),
    "or": (">>DEFINE X AS 1", ">>IF X = 2 OR X = 1"),
    "a constant of another": (">>DEFINE Y AS 3", ">>IF Y = 3"),
    "micro focus": ("$SET CONSTANT X(1)", "$IF X = 1"),
    "not known": ("", ">>IF Z DEFINED"),
    "from outside": (">>DEFINE X AS PARAMETER", ">>IF X = 5"),
    "not understood": ("", ">>IF (X = 1) OR Y"),
}


@pytest.mark.parametrize(("define", "condition"), DECIDED.values(), ids=DECIDED)
def test_the_first_branch_is_taken(define, condition):
    assert taken(define or ">>X", condition, "A", ">>ELSE", "B", ">>END-IF", "C") == ["A", "C"]


FALSE = {
    "not defined": (">>DEFINE X OFF", ">>IF X DEFINED"),
    "not equal": (">>DEFINE X AS 1", ">>IF X = 2"),
    "negated": (">>DEFINE X AS 1", ">>IF NOT X = 1"),
    "and": (">>DEFINE X AS 1", ">>IF Z DEFINED AND X = 2"),
}


@pytest.mark.parametrize(("define", "condition"), FALSE.values(), ids=FALSE)
def test_the_second_branch_is_taken(define, condition):
    assert taken(define, condition, "A", ">>ELSE", "B", ">>END-IF", "C") == ["B", "C"]


OTHERS = {
    "elif": ([">>DEFINE X 2", ">>IF X = 1", "A", ">>ELIF X = 2", "B", ">>ELSE", "C", ">>END-IF"], ["B"]),
    "only one branch": ([">>IF X DEFINED", "A", ">>ELIF Y DEFINED", "B", ">>ELSE", "C", ">>END-IF"], ["A"]),
    "nested": ([">>DEFINE X OFF", ">>IF X DEFINED", ">>IF Y DEFINED", "A", ">>END-IF", "B", ">>END-IF", "C"], ["C"]),
    "defined inside": (
        [">>DEFINE X OFF", ">>IF X DEFINED", ">>DEFINE Y 2", ">>END-IF", ">>IF Y = 1", "A", ">>END-IF"],
        ["A"],
    ),
    "evaluate": (
        [">>DEFINE X 2", ">>EVALUATE X", ">>WHEN 1", "A", ">>WHEN 2", "B", ">>WHEN OTHER", "C", ">>END-EVALUATE"],
        ["B"],
    ),
    "evaluate true": (
        [">>DEFINE X 1", ">>EVALUATE TRUE", ">>WHEN X = 2", "A", ">>WHEN OTHER", "B", ">>END-EVALUATE"],
        ["B"],
    ),
    "micro focus": (["$IF X = 1", "A", "$ELSE", "B", "$END", "C"], ["A", "C"]),
    "ends without a start": ([">>END-IF", ">>ELSE", "A"], ["A"]),
    "behind a sequence number": (["000100 >>IF X DEFINED", "A", ">>ELSE", "B", ">>END-IF"], ["A"]),
}


@pytest.mark.parametrize(("lines", "expected"), OTHERS.values(), ids=OTHERS)
def test_branches(lines, expected):
    assert taken(*[line.removeprefix("000100 ") for line in lines]) == expected


PROGRAM = CODE + (
    "      >>IF X DEFINED\n           DISPLAY 'A'\n      >>ELSE\n"
    "           this is no program\n\n      >>END-IF\n           GOBACK.\n"
)


def test_what_is_left_out_is_neither_read_nor_unparsed():
    tree = tree_of(PROGRAM)
    assert (verbs(tree), unread(tree)) == (["DISPLAY", "GOBACK"], [])
    assert [remark.kind for remark in tree.source.remarks] == ["directive", "directive", "inactive", "directive"]


def test_what_is_left_out_is_no_line_of_code():
    kept = PROGRAM.replace("           this is no program\n\n", "")
    assert collect(tree_of(PROGRAM)).units[0].lines == collect(tree_of(kept)).units[0].lines
