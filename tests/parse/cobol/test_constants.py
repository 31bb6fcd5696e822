"""Items that always hold the same literal."""

from __future__ import annotations

import pytest

from legacyctl.parse.cobol.constants import Constants

from .reading import HEAD, tree_of

DATA = """\
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  PROGRAMS.
           05  PGM PIC X(8) VALUE 'Sub1'.
           05  OTHER PIC X(8).
       78  FIXED-ONE VALUE 'SUB2'.
"""


def value(*lines: str, name: str = "PGM", data: str = DATA) -> str:
    """What an item is known to hold in a program with these lines."""
    code = "".join(f"           {line}\n" for line in lines)
    tree = tree_of(f"{HEAD}{data}       PROCEDURE DIVISION.\n       P1.\n{code}")
    return Constants(tree.layout, tree.source).value(name)


KEPT = {
    "called": "CALL PGM USING OTHER.",
    "moved away": "MOVE PGM TO OTHER.",
    "shown": "DISPLAY 'A' PGM.",
    "compared": "IF PGM = OTHER GOBACK.",
    "linked": "EXEC CICS LINK PROGRAM(PGM) COMMAREA(OTHER) END-EXEC.",
    "its group is moved away": "MOVE PROGRAMS TO OTHER.",
    "cancelled": "CANCEL PGM.",
}


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_an_item_that_nothing_changes(line):
    assert value(line) == "SUB1"


CHANGED = {
    "moved to": "MOVE OTHER TO PGM.",
    "one of several": "MOVE OTHER TO OTHER PGM.",
    "its group": "MOVE SPACES TO PROGRAMS.",
    "initialised": "INITIALIZE PROGRAMS.",
    "read": "READ F INTO PGM.",
    "handed over": "CALL 'X' USING PGM.",
    "accepted": "ACCEPT PGM.",
    "a host variable": "EXEC SQL SELECT A INTO :PGM FROM T END-EXEC.",
    "an area of CICS": "EXEC CICS RECEIVE INTO(PGM) END-EXEC.",
    "its group in CICS": "EXEC CICS LINK PROGRAM('A') COMMAREA(PROGRAMS) END-EXEC.",
    "by a text that is not here": "COPY CHANGES.",
}


@pytest.mark.parametrize("line", CHANGED.values(), ids=CHANGED)
def test_an_item_that_something_may_change(line):
    assert value("CALL PGM.", line) == ""


OTHER_DATA = {
    "redefined": DATA + "       01  AGAIN REDEFINES PGM PIC X(8).\n",
    "twice": DATA + "       01  X.\n           05  PGM PIC X VALUE 'A'.\n",
    "no value": DATA.replace(" VALUE 'Sub1'", ""),
    "a figurative constant": DATA.replace("'Sub1'", "SPACES"),
    "a table": DATA.replace("PIC X(8) VALUE", "PIC X(8) OCCURS 2 VALUE"),
    "not there": DATA.replace("PGM", "MGP"),
}


@pytest.mark.parametrize("data", OTHER_DATA.values(), ids=OTHER_DATA)
def test_an_item_without_one_literal(data):
    assert value("CALL PGM.", data=data) == ""


def test_a_constant_cannot_change():
    assert value("CALL FIXED-ONE.", name="FIXED-ONE") == "SUB2"


def test_a_group_ends_at_the_next_of_its_level():
    data = DATA.replace("       78", "       01  REST.\n           05  R PIC X.\n       78")
    assert value("MOVE SPACES TO REST.", data=data) == "SUB1"
