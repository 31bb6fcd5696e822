"""What EXEC blocks name."""

from __future__ import annotations

import pytest

from legacyctl.parse.cobol.embedded import named

from .reading import code, facts, marked

BLOCKS = {
    "select": ("SQL SELECT A INTO :B FROM CLIENT WHERE C = 1", [("table", "CLIENT", "read")]),
    "several": (
        "SQL SELECT A FROM T1 X, S.T2 Y JOIN T3 ON 1 = 1",
        [("table", n, "read") for n in ("T1", "S.T2", "T3")],
    ),
    "insert": ("SQL INSERT INTO LOG VALUES (:A)", [("table", "LOG", "write")]),
    "update": ("SQL UPDATE CLIENT SET A = 'FROM X'", [("table", "CLIENT", "write")]),
    "delete": ("SQL DELETE FROM CLIENT WHERE A = 1", [("table", "CLIENT", "write")]),
    "cursor": ("SQL DECLARE C CURSOR FOR SELECT A FROM T FOR UPDATE OF A", [("table", "T", "read")]),
    "locked": ("SQL SELECT A INTO :B FROM T FOR UPDATE WITH RS", [("table", "T", "read")]),
    "sub-select": (
        "SQL SELECT A FROM T WHERE B IN (SELECT C FROM U)",
        [("table", "T", "read"), ("table", "U", "read")],
    ),
    "declaration": ("SQL DECLARE T TABLE ( A CHAR(1) )", [("table", "T", "declare")]),
    "include": ("SQL INCLUDE SQLCA", [("include", "SQLCA", None)]),
    "link": ("CICS LINK PROGRAM('LGA01') COMMAREA(A)", [("call", "LGA01", None)]),
    "file": ("CICS READ FILE('KSDS') INTO(A)", [("file", "KSDS", None)]),
    "dataset": ("CICS REWRITE DATASET (WS-FILE)", [("file", "WS-FILE", None)]),
}
NOTHING = {
    "fetch": "SQL FETCH NEXT FROM C INTO :A",
    "commit": "SQL COMMIT",
    "return": "CICS RETURN TRANSID('X')",
    "send": "CICS SEND MAP('M') MAPSET('S')",
    "other language": "DLI GU USING PCB(1)",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(text, expected):
    found = [(item.tag, item.name, item.attributes.get("access")) for item in named(f"EXEC {text} END-EXEC")]
    assert found == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_blocks_that_name_nothing(text):
    assert list(named(f"EXEC {text} END-EXEC")) == []


def test_a_program_in_an_item_is_dynamic():
    fixed, dynamic = named("EXEC CICS XCTL PROGRAM('A') END-EXEC"), named("EXEC CICS XCTL PROGRAM(WS-PGM) END-EXEC")
    assert next(fixed).attributes == {"kind": "xctl", "dynamic": False}
    assert next(dynamic).attributes == {"kind": "xctl", "dynamic": True}


def test_blocks_are_marked_with_their_command():
    tree = code("EXEC SQL SELECT A", "FROM CLIENT", "END-EXEC.")
    assert facts(tree, "exec") == {"language": "SQL", "command": "SELECT"}
    assert marked(tree, "table") == [("table", "CLIENT")]
