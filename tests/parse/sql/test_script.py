"""Scripts: SQL*Plus, definitions and loads, and SQL of other databases."""

import pytest

from .reading import facts, tables, texts, tree_of, units, unread

LINES = {
    "settings": "SET SERVEROUTPUT ON SIZE 1000\nWHENEVER SQLERROR EXIT FAILURE ROLLBACK\nSPOOL uit.log\n",
    "free text": "PROMPT it's done\nREM don't\nprompt\n",
    "continued": "COLUMN a HEADING 'x' -\n  FORMAT A10\n",
    "a prompt in a variable": "ACCEPT naam PROMPT 'Wat is it?'\n",
    "terminators": "SELECT 1 FROM dual\n/\n.\n",
    "rights": "GRANT SELECT, INSERT ON t TO u;\nREVOKE ALL ON t FROM u;\n",
    "session": "ALTER SESSION SET current_schema = a;\n",
    "comment on": "COMMENT ON COLUMN t.a IS 'b';\n",
}


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_commands_that_are_understood(text):
    assert unread(tree_of(text)) == []


def test_an_unknown_command_is_unparsed_to_the_end_of_its_line():
    assert unread(tree_of("flauwekul 1 2\nDROP TABLE t;\n")) == ["flauwekul 1 2"]


RUNS = {
    "at": ("@deel/een.sql arg\n", ["deel/een.sql"]),
    "two at": ("@@een.sql\n", ["een.sql"]),
    "start": ("START een.sql\n", ["een.sql"]),
    "quoted": ("@@doe.sql 'core/ut_x.tps'\n", ["doe.sql"]),
    "a substitution variable": ("@&pad./een.sql\n", ["&pad./een.sql"]),
}


@pytest.mark.parametrize(("text", "expected"), RUNS.values(), ids=RUNS)
def test_scripts_that_are_started_are_included(text, expected):
    assert texts(tree_of(text), "include") == expected


def test_exec_is_a_call():
    assert texts(tree_of("EXEC pkg.doe(1)\nEXECUTE doe\n"), "call") == ["pkg.doe", "doe"]


REFERENCES = {
    "view": ("CREATE VIEW v AS SELECT a FROM b, c;", [("B", "read"), ("C", "read")]),
    "key": ("CREATE TABLE t (a NUMBER REFERENCES s.u (b));", [("S.U", "")]),
    "index": ("CREATE UNIQUE INDEX i ON t (a);", [("T", "")]),
    "synonym": ("CREATE PUBLIC SYNONYM s FOR h.t;", [("H.T", "")]),
    "trigger": ("CREATE TRIGGER r AFTER DELETE ON t BEGIN NULL; END;", [("T", "")]),
    "load": (
        "INSERT INTO t (a) VALUES (1); UPDATE u SET a = 1; DELETE v;",
        [("T", "write"), ("U", "update"), ("V", "write")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), REFERENCES.values(), ids=REFERENCES)
def test_tables_that_definitions_refer_to(text, expected):
    assert tables(tree_of(text)) == expected


def test_columns_with_their_types():
    tree = tree_of("CREATE TABLE t (nr NUMBER(9,2), tekst LONG RAW, CONSTRAINT k PRIMARY KEY (nr, tekst));")
    assert texts(tree, "column") == ["nr", "tekst"]
    assert facts(tree, "column") == {"type": "number", "obsolete": False}


def test_postgresql_bodies_are_read_as_code():
    body = "$body$\nBEGIN\n UPDATE t SET b = a;\n RETURN 1;\nEND;\n$body$"
    tree = tree_of(f"CREATE FUNCTION f(a int) RETURNS int AS {body} LANGUAGE plpgsql;", "sql")
    assert (units(tree), tables(tree), unread(tree)) == (["function f"], [("T", "update")], [])


def test_mysql_has_its_own_comments_and_escapes():
    tree = tree_of("# it's a dump\nINSERT INTO `a` (`b`) VALUES ('it\\'s');\nDROP TABLE IF EXISTS `c`;\n", "sql")
    assert (tables(tree), unread(tree)) == ([("A", "write"), ("C", "write")], [])


def test_a_backslash_is_a_letter_elsewhere():
    assert tables(tree_of("INSERT INTO a (b) VALUES ('c:\\'); DELETE FROM d;", "sql")) == [
        ("A", "write"),
        ("D", "write"),
    ]
