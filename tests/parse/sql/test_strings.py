"""SQL in the literals of other languages."""

import pytest

from legacyctl.catalog import languages
from legacyctl.facts import collect
from legacyctl.model import SourceFile, Span
from legacyctl.parse import parse
from legacyctl.parse.sql.strings import sql_marks
from legacyctl.parse.tree import Mark


def links(text, language="java"):
    data = text.encode()
    tree = parse(SourceFile(f"a.{language}", language, data=data, size=len(data)), languages()[language])
    found = collect(tree).links
    return [(link.kind, link.target, link.access) for link in found if link.how == "sql"]


def java(expression):
    return links(f"class A {{ void m(int n) {{ String s = {expression}; }} }}")


FOUND = {
    "select": ('"select a from b where c = ?"', [("table", "B", "read")]),
    "joined": ('"SELECT a " + "FROM b, " +\n "c"', [("table", "B", "read"), ("table", "C", "read")]),
    "a variable between": ('"SELECT a FROM b WHERE c = \'" + n + "\' AND d IN (SELECT 1 FROM e)"', None),
    "a table in a variable": ('"SELECT a FROM " + t + " WHERE b = 1"', []),
    "insert": ('"insert into b (c) values (?)"', [("table", "B", "write")]),
    "update": ('"Update b Set c = 1"', [("table", "B", "update")]),
    "delete": ('"DELETE FROM b"', [("table", "B", "write")]),
    "merge": ('"MERGE INTO b USING c ON (b.d = c.d) WHEN MATCHED THEN UPDATE SET e = 1"', None),
    "with": ('"WITH q AS (SELECT a FROM b) SELECT * FROM q"', [("table", "B", "read")]),
    "call": ('"{call pkg.doe(?)}"', [("call", "pkg.doe", "")]),
    "exec": ('"EXEC dbo.sp_doe 1"', [("call", "dbo.sp_doe", "")]),
    "escaped": ('"SELECT \\"a\\" FROM \\"B\\"\\n WHERE c = 1"', [("table", "B", "read")]),
}
BOTH = {
    "a variable between": [("table", "B", "read"), ("table", "E", "read")],
    "merge": [("table", "B", "update"), ("table", "C", "read")],
}


@pytest.mark.parametrize(("name", "case"), FOUND.items(), ids=FOUND)
def test_sql_in_java(name, case):
    text, expected = case
    assert java(text) == (BOTH[name] if expected is None else expected)


PROSE = {
    "a question": '"Select a file from the list"',
    "a sentence": '"Update the records of this client."',
    "a button": '"Delete"',
    "a title": '"Call for help"',
    "an explanation": '"Call doe() on every item. Then stop."',
    "a subset": '"Select a random subset (10) from klanten.\\n Used for tests."',
    "execution": '"Execute the query"',
    "not at the start": '"the text: SELECT a FROM b"',
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_text_on_a_screen_is_no_sql(text):
    assert java(text) == []


OTHERS = {
    "python": ("cursor.execute('''SELECT a\n  FROM b\n''')", "python", [("table", "B", "read")]),
    "python, adjacent": ("x = ('INSERT INTO b '\n     '(c) VALUES (%s)')", "python", [("table", "B", "write")]),
    "php": ('<?php $r = mysql_query("DELETE FROM b WHERE c = $d");', "php", [("table", "B", "write")]),
}


@pytest.mark.parametrize(("text", "language", "expected"), OTHERS.values(), ids=OTHERS)
def test_sql_in_other_languages(text, language, expected):
    assert links(text, language) == expected


def test_the_link_knows_its_unit_and_line():
    data = b'class A {\n void m() {\n  q("SELECT a FROM b");\n }\n}\n'
    tree = parse(SourceFile("A.java", "java", data=data, size=len(data)), languages()["java"])
    (link,) = [link for link in collect(tree).links if link.kind == "table"]
    assert (link.unit, link.line) == ("m", 3)


def test_the_mark_spans_all_pieces():
    data = b'"SELECT a " & _\r\n "FROM b"'
    strings = [Mark("string", Span(0, 11, 1, 1)), Mark("string", Span(18, 26, 2, 2))]
    (mark,) = sql_marks(SourceFile("a.bas", "vb6", data=data), strings)
    assert (mark.text, mark.span) == ("B", Span(0, 26, 1, 2))


@pytest.mark.parametrize("text", ["UPDATE " + "SET " * 50_000, " " * 200_000 + "x", "INSERT INTO " * 20_000])
def test_a_long_literal_takes_no_long_time(text):
    data = f'"{text}"'.encode()
    assert sql_marks(SourceFile("a", "java", data=data), [Mark("string", Span(0, len(data), 1, 1))]) == []
