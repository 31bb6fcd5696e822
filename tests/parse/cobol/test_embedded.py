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
    "update": ("SQL UPDATE CLIENT SET A = 'FROM X'", [("table", "CLIENT", "update")]),
    "delete": ("SQL DELETE FROM CLIENT WHERE A = 1", [("table", "CLIENT", "write")]),
    "cursor": ("SQL DECLARE C CURSOR FOR SELECT A FROM T FOR UPDATE OF A", [("table", "T", "read")]),
    "locked": ("SQL SELECT A INTO :B FROM T FOR UPDATE WITH RS", [("table", "T", "read")]),
    "sub-select": (
        "SQL SELECT A FROM T WHERE B IN (SELECT C FROM U)",
        [("table", "T", "read"), ("table", "U", "read")],
    ),
    "declaration": ("SQL DECLARE T TABLE ( A CHAR(1) )", [("table", "T", "")]),
    "include": ("SQL INCLUDE SQLCA", [("include", "SQLCA", None)]),
    "host variable for a connection": ("SQL AT :DB DELETE FROM T", [("table", "T", "write")]),
    "over lines": ("SQL\n SELECT A\n -- FROM X\n FROM T", [("table", "T", "read")]),
}
NOTHING = {
    "fetch": "SQL FETCH NEXT FROM C INTO :A",
    "commit": "SQL COMMIT",
    "return": "CICS RETURN",
    "send": "CICS SEND TEXT FROM(A)",
    "other language": "DLI GU USING PCB(1)",
    "nothing": "",
}
LINKS = {
    "link": ("CICS LINK PROGRAM('LGA01') COMMAREA(A)", ("call", "LGA01", "link")),
    "xctl": ("CICS XCTL PROGRAM ( WS-PGM )", ("call", "WS-PGM", "xctl")),
    "start": ("CICS START TRANSID('T001')", ("call", "T001", "start")),
    "return": ("CICS RETURN TRANSID('T001')", ("call", "T001", "transid")),
    "procedure": ("SQL CALL P.CALC(:A)", ("call", "P.CALC", "sql")),
    "procedure in an item": ("SQL CALL :WS-PROC", ("call", "WS-PROC", "sql")),
    "text made at run time": ("SQL EXECUTE IMMEDIATE :WS-SQL", ("call", "WS-SQL", "sql")),
    "prepared": ("SQL PREPARE S1 FROM :WS-SQL", ("call", "WS-SQL", "sql")),
    "member": ("SQL INCLUDE SQLCA", ("include", "SQLCA", "sql")),
    "map": ("CICS SEND MAP('M1') MAPSET('S1') ERASE", ("include", "S1.M1", "map")),
    "map that is its own set": ("CICS RECEIVE MAP('M1')", ("include", "M1", "map")),
    "table": ("SQL DELETE FROM T", ("table", "T", "sql")),
    "file": ("CICS READ FILE('KSDS') INTO(A)", ("file", "KSDS", "cics")),
}
DYNAMIC = {"xctl", "procedure in an item", "text made at run time", "prepared"}
ACCESS = {
    "READ FILE('F') INTO(A)": "read",
    "READ FILE('F') INTO(A) UPDATE": "update",
    "READNEXT DATASET('F')": "read",
    "STARTBR FILE('F')": "read",
    "WRITE FILE('F') FROM(A)": "write",
    "DELETE FILE('F')": "write",
    "REWRITE FILE('F')": "update",
    "UNLOCK FILE('F')": "",
}


@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(text, expected):
    found = [(item.tag, item.name, item.attributes.get("access")) for item in named(f"EXEC {text} END-EXEC")]
    assert found == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_blocks_that_name_nothing(text):
    assert list(named(f"EXEC {text} END-EXEC")) == []


@pytest.mark.parametrize("case", LINKS)
def test_links(case):
    text, expected = LINKS[case]
    found = next(named(f"EXEC {text} END-EXEC"))
    assert (found.tag, found.name, found.attributes["kind"]) == expected
    assert bool(found.attributes.get("dynamic")) == (case in DYNAMIC)


@pytest.mark.parametrize(("text", "access"), ACCESS.items(), ids=ACCESS)
def test_access_to_files(text, access):
    assert next(named(f"EXEC CICS {text} END-EXEC")).attributes["access"] == access


def test_blocks_are_marked_with_their_command():
    tree = code("EXEC SQL SELECT A", "FROM CLIENT", "END-EXEC.")
    assert facts(tree, "exec") == {"language": "SQL", "command": "SELECT"}
    assert marked(tree, "table") == [("table", "CLIENT")]
