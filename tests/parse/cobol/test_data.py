"""Data descriptions and file entries."""

from __future__ import annotations

import pytest

from .reading import HEAD, data, facts, marked, tree_of, unread

ITEMS = {
    "picture": ("05  A PIC S9(5)V99 COMP-3.", {"level": 5, "pic": "S9(5)V99", "usage": "COMP-3"}),
    "usage": ("05  A PIC X USAGE IS DISPLAY.", {"usage": ""}),
    "occurs": ("05  A OCCURS 12 TIMES INDEXED BY I PIC X.", {"occurs": 12}),
    "occurs depending": ("05  A OCCURS 1 TO 50 DEPENDING ON N PIC X.", {"occurs": 50}),
    "redefines": ("05  A REDEFINES B PIC X(4).", {"redefines": "B"}),
    "value": ("05  A PIC X(3) VALUE 'abc'.", {"value": "'abc'"}),
    "values": ("88  A VALUES ARE 1 THRU 5 'X'.", {"level": 88, "value": "1"}),
    "condition": ("88  A VALUE 'J' FALSE 'N'.", {"level": 88, "value": "'J'"}),
    "renames": ("66  A RENAMES B THRU C.", {"level": 66}),
    "level 77": ("77  A PIC 9.", {"level": 77}),
    "constant": ("78  A VALUE 10.", {"level": 78, "value": "10"}),
    "key": ("05  A OCCURS 9 ASCENDING KEY IS B C INDEXED BY D E.", {"occurs": 9}),
    "sign": ("05  A PIC S9 SIGN IS LEADING SEPARATE CHARACTER.", {"pic": "S9"}),
    "zero": ("05  A PIC 9 BLANK WHEN ZERO.", {}),
    "usage of a dialect": ("05  A BINARY-INT SYNC.", {"usage": "BINARY-INT"}),
    "a type of the programmer's": ("05  A USAGE MONEY-TYPE.", {}),
    "based": ("05  A PIC X BASED.", {}),
    "constant of the standard": ("01  A CONSTANT AS 5.", {}),
    "sql type": ("05  A SQL TYPE IS CLOB(1M).", {}),
    "pointer": ("05  A USAGE PROCEDURE-POINTER.", {}),
}


@pytest.mark.parametrize(("entry", "expected"), ITEMS.values(), ids=ITEMS)
def test_clauses(entry, expected):
    tree = data(entry)
    assert facts(tree, "data").items() >= expected.items()
    assert marked(tree, "data") == [("data", "A")]
    assert unread(tree) == []


UNNAMED = ("05  FILLER PIC X.", "05  PIC X.", "05  REDEFINES B PIC X.", "05  VALUE 'X'.", "01.")


@pytest.mark.parametrize("entry", UNNAMED)
def test_items_without_a_name(entry):
    tree = data("01  R.", entry)
    assert marked(tree, "data")[1] == ("data", "")
    assert unread(tree) == []


MALFORMED = {
    "no level": ("A PIC X.", "A PIC X."),
    "wrong level": ("99  A PIC X.", "99 A PIC X."),
    "unknown clause": ("05  A FROBNICATED PIC X.", "05 A FROBNICATED PIC X"),
    "stray character": ("05  A ? PIC X.", "05 A ? PIC X"),
    "a huge level": (f"{'9' * 50} A PIC X.", f"{'9' * 50} A PIC X."),
}


@pytest.mark.parametrize(("entry", "piece"), MALFORMED.values(), ids=MALFORMED)
def test_malformed_entries_are_said(entry, piece):
    tree = data("01  R.", entry, "01  S PIC X.")
    assert unread(tree) == [piece]
    assert marked(tree, "data")[-1] == ("data", "S")


def test_an_entry_without_its_period_ends_at_the_next_level():
    tree = data("01  R", "05  A PIC X", "05  B PIC X.")
    assert [item.name for item in tree.source.data] == ["R", "A", "B"]
    assert unread(tree) == []


def test_a_number_that_leads_a_line_is_not_always_a_level():
    tree = data("88  A VALUES", "    1", "    5 THRU 7", "    9.", "01  B OCCURS", "    3 TIMES PIC X.")
    assert [item.name for item in tree.source.data] == ["A", "B"]
    assert unread(tree) == []


def test_screens_are_taken_as_they_are():
    tree = tree_of(
        HEAD + "       DATA DIVISION.\n       SCREEN SECTION.\n       01  S.\n           05 BLINK LINE 1 COL 1.\n"
    )
    assert unread(tree) == []


SELECTS = {
    "name": ("SELECT CLIENTS ASSIGN TO CLIENT.", "CLIENTS", "CLIENT", False),
    "device and organisation": ("SELECT CLIENTS ASSIGN TO UT-S-CLIENT.", "CLIENTS", "CLIENT", False),
    "organisation": ("SELECT CLIENTS ASSIGN TO AS-CLIENT.", "CLIENTS", "CLIENT", False),
    "a name with hyphens": ("SELECT CLIENTS ASSIGN TO WS-CLIENT-NAME.", "CLIENTS", "WS-CLIENT-NAME", False),
    "a device only": ("SELECT CLIENTS ASSIGN TO PRINTER.", "CLIENTS", "PRINTER", False),
    "clauses behind it": ("SELECT C ASSIGN TO DD1 ORGANIZATION INDEXED RECORD KEY K.", "C", "DD1", False),
    "literal": ("SELECT OPTIONAL CLIENTS ASSIGN 'a.dat' STATUS ST.", "CLIENTS", "A.DAT", True),
    "disk": ("SELECT CLIENTS ASSIGN TO DISK 'x' FILE STATUS IS ST.", "CLIENTS", "X", True),
}


@pytest.mark.parametrize(("entry", "name", "assigned", "status"), SELECTS.values(), ids=SELECTS)
def test_file_entries(entry, name, assigned, status):
    text = (
        f"{HEAD}       ENVIRONMENT DIVISION.\n       INPUT-OUTPUT SECTION.\n       FILE-CONTROL.\n           {entry}\n"
    )
    tree = tree_of(text)
    assert sorted(marked(tree, "select", "file")) == [("file", assigned), ("select", name)]
    assert facts(tree, "select") == {"status": status}
    assert unread(tree) == []


YEARS = {
    "alone": (["01  BIRTH-YY PIC 99."], [True]),
    "dutch": (["01  GEB-JJ PIC 9(02)."], [True]),
    "characters": (["01  YEAR PIC XX."], [True]),
    "four digits": (["01  BIRTH-YEAR PIC 9(4)."], [False]),
    "not a year": (["01  YEARS PIC 99.", "01  YY-COUNT PIC 99."], [False, False]),
    "behind its century": (["05  A-CC PIC 99.", "05  A-YY PIC 99."], [False, False]),
    "behind a century elsewhere": (["01  A-CC PIC 99.", "05  A-YY PIC 99."], [False, True]),
}


@pytest.mark.parametrize(("entries", "expected"), YEARS.values(), ids=YEARS)
def test_years_in_two_digits(entries, expected):
    found = [mark.attributes["two_digit_year"] for mark in data(*entries).marks() if mark.tag == "data"]
    assert found == expected


def section(name: str, *lines: str) -> str:
    return HEAD + f"       DATA DIVISION.\n       {name} SECTION.\n" + "".join(f"       {line}\n" for line in lines)


SECTIONS = {
    "screen": ("SCREEN", "01  S BLANK SCREEN.", "    05 LINE 1 COL 5 VALUE 'A' HIGHLIGHT FOREGROUND-COLOR WHITE."),
    "field of a screen": ("SCREEN", "01  S.", "    05 COLUMN START-COL PIC X USING NAME AUTO."),
    "report": ("REPORT", "RD  R CONTROLS ARE FINAL A PAGE LIMIT 60 LINES.", "01  TYPE PAGE HEADING LINE 1."),
    "group of a report": (
        "REPORT",
        "01  D TYPE IS DE LINE PLUS 1.",
        "    05 COLUMN 5 PIC X SOURCE NAME GROUP INDICATE.",
    ),
    "communication": ("COMMUNICATION", "CD  C FOR INITIAL INPUT SYMBOLIC QUEUE IS Q."),
    "file": ("FILE", "FD  F LABEL RECORDS STANDARD RECORD VARYING FROM 1 TO 9", "    DEPENDING ON N."),
}


@pytest.mark.parametrize("lines", SECTIONS.values(), ids=SECTIONS)
def test_sections(lines):
    assert unread(tree_of(section(*lines))) == []


def test_clauses_of_a_screen_belong_to_screens():
    assert unread(data("01  A.", "05  B PIC X FROBNICATED HIGHLIGHT.")) == ["05 B PIC X FROBNICATED HIGHLIGHT"]
    assert unread(tree_of(section("SCREEN", "01  S.", "    05 B PIC X ? HIGHLIGHT."))) == ["05 B PIC X ? HIGHLIGHT"]


def test_a_stray_character_in_a_file_description():
    assert unread(tree_of(section("FILE", "FD  F LABEL ? STANDARD.", "01  R PIC X."))) == ["FD F LABEL ? STANDARD"]


def test_an_entry_whose_rest_is_copied():
    tree = data("77  COPY REST.", "    14003.", "77  B PIC X.")
    assert [item.name for item in tree.source.data] == ["", "B"]
    assert unread(tree) == []
