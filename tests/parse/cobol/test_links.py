"""What a program refers to, in the words that are the same for all languages."""

from __future__ import annotations

import pytest

from legacyctl.facts import collect
from legacyctl.model import Link

from .reading import CODE, HEAD, code, tree_of, units

FILES = """\
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT CLIENTS ASSIGN TO UT-S-CLIENTDD.
           SELECT WORK ASSIGN TO WS-NAME.
           SELECT LISTS ASSIGN TO "lists.txt".
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  WS-NAME PIC X(8) VALUE 'WORKFILE'.
       PROCEDURE DIVISION.
       P1.
"""


def links(tree, kind: str) -> list[Link]:
    return [link for link in collect(tree).links if link.kind == kind]


def files(*lines: str) -> list[tuple[str, str, str]]:
    """Local name, target and access of each file of a program with these lines."""
    assert max(map(len, lines)) <= 61, "a line runs beyond column 72"
    tree = tree_of(HEAD + FILES + "".join(f"           {line}\n" for line in lines))
    return [(link.local, link.target, link.access) for link in links(tree, "file")]


def test_files_have_their_external_name():
    assert files("EXIT.") == [("CLIENTS", "CLIENTDD", ""), ("WORK", "WORKFILE", ""), ("LISTS", "LISTS.TXT", "")]


def test_a_name_that_changes_is_dynamic():
    text = HEAD + FILES + "           ACCEPT WS-NAME.\n"
    assert [(link.target, link.dynamic) for link in links(tree_of(text), "file")][1] == ("WS-NAME", True)


ACCESS = {
    "OPEN INPUT CLIENTS.": "read",
    "OPEN OUTPUT CLIENTS.": "write",
    "OPEN EXTEND CLIENTS.": "write",
    "OPEN I-O CLIENTS.": "update",
    "OPEN OUTPUT WORK LISTS INPUT CLIENTS WITH NO REWIND.": "read",
    "OPEN INPUT WORK CLIENTS.": "read",
    "OPEN INPUT CLIENTS. OPEN OUTPUT CLIENTS.": "update",
    "SORT WORK ASCENDING KEY K USING CLIENTS GIVING LISTS.": "read",
    "SORT WORK ASCENDING KEY K USING LISTS GIVING CLIENTS.": "write",
    "SORT WORK KEY K USING LISTS OUTPUT PROCEDURE CLIENTS.": "",
    "CLOSE CLIENTS.": "",
}


@pytest.mark.parametrize(("line", "access"), ACCESS.items(), ids=ACCESS)
def test_access(line, access):
    assert files(line)[0] == ("CLIENTS", "CLIENTDD", access)


CALLS = {
    "call": ("CALL 'SUB1'.", [("SUB1", "call", False)]),
    "dynamic": ("CALL WS-PGM.", [("WS-PGM", "call", True)]),
    "perform": ("PERFORM P1 THRU P2.", [("P1", "perform", False)]),
    "sort": (
        "SORT S ON ASCENDING KEY K INPUT PROCEDURE IS P1 THRU P2 OUTPUT PROCEDURE P3.",
        [("P1", "perform", False), ("P3", "perform", False)],
    ),
    "merge": ("MERGE S ON ASCENDING KEY K USING A B OUTPUT PROCEDURE P3.", [("P3", "perform", False)]),
    "xml": ("XML PARSE DOC PROCESSING PROCEDURE P4.", [("P4", "perform", False)]),
    "ims": ("CALL 'CBLTDLI' USING GU PCB1.", [("CBLTDLI", "call", False)]),
    "transaction": ("EXEC CICS RETURN TRANSID('T1') END-EXEC.", [("T1", "transid", False)]),
}


@pytest.mark.parametrize(("line", "expected"), CALLS.values(), ids=CALLS)
def test_calls(line, expected):
    lines = [line[:60], line[60:]] if len(line) > 60 else [line]
    assert [(link.target, link.how, link.dynamic) for link in links(code(*lines), "call")] == expected


def test_an_item_that_always_names_one_program_is_not_dynamic():
    tree = tree_of(HEAD + FILES + "           CALL WS-NAME.\n           EXEC CICS LINK PROGRAM(WS-NAME) END-EXEC.\n")
    assert [(link.target, link.how, link.dynamic) for link in links(tree, "call")] == [
        ("WORKFILE", "call", False),
        ("WORKFILE", "link", False),
    ]


INCLUDES = {
    "copy": ("           COPY CLIENT.\n", ("CLIENT", "copy")),
    "file": ("           COPY client.cpy.\n", ("CLIENT.CPY", "copy")),
    "sql": ("           EXEC SQL INCLUDE SQLCA END-EXEC.\n", ("SQLCA", "sql")),
    "panvalet": ("++INCLUDE CLIENT\n", ("CLIENT", "panvalet")),
    "map": ("           EXEC CICS SEND MAP('M') MAPSET('S') END-EXEC.\n", ("S.M", "map")),
}


@pytest.mark.parametrize(("line", "expected"), INCLUDES.values(), ids=INCLUDES)
def test_includes(line, expected):
    assert [(link.target, link.how) for link in links(tree_of(CODE + line), "include")] == [expected]


def test_tables():
    tree = code("EXEC SQL UPDATE ONE.T SET A = :B END-EXEC.")
    assert [(link.target, link.how, link.access) for link in links(tree, "table")] == [("ONE.T", "sql", "update")]


def test_an_entry_is_a_unit():
    tree = code("ENTRY 'DLITCBL' USING PCB1.", "GOBACK.")
    assert units(tree) == ["program PROEF", "paragraph MAIN-LINE"]
    assert [(unit.kind, unit.name, unit.parent) for unit in collect(tree).units][-1] == (
        "entry",
        "DLITCBL",
        "MAIN-LINE",
    )
