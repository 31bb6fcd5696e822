"""Damaged and hostile files: no exception, linear time, every place inside the file."""

import pytest

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import parse

from .reading import tree_of, units, unread

SIZE = 100_000
HOSTILE = {
    "unclosed string": b"BEGIN a := 'x; END;",
    "unclosed comment": b"/*" * SIZE,
    "unclosed q-literals": b"Q'[ q'!" * SIZE,
    "unclosed brackets": b"(" * (10 * SIZE),
    "closing brackets": b")" * SIZE,
    "bracketed names": b"['[" * SIZE,
    "zero bytes": b"\0" * SIZE,
    "no text": bytes(range(256)) * 100,
    "blocks": b"begin " * SIZE,
    "blocks and wrong ends": b"begin " * SIZE + b"end x; end if;" * SIZE,
    "heads": b"create or replace procedure p (" * SIZE,
    "conditions": b"begin " + b"if a and (" * SIZE,
    "branches": b"$if a $then begin $else " * SIZE,
    "cases": b"select case when " * SIZE,
    "else": b"if 1=1 select 1 else " * SIZE,
    "go on a line": b"GO " * SIZE,
    "free text": b"prompt it's\n" * SIZE,
    "hyphens": b"set x -\n" * SIZE,
    "dates": b"begin x := " + b"to_date(" * SIZE,
    "queries": b"with a as (select 1 from " * 20_000,
}


@pytest.mark.parametrize("language", ["plsql", "tsql", "sql"])
@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_places_stay_inside_and_in_order(data, language):
    tree = tree_of(data[:SIZE], language, "latin-1")
    places = [(mark.span.start, -mark.span.end) for mark in tree.marks()]
    assert places == sorted(places)
    assert all(0 <= span.start <= span.end <= len(tree.file.data) for span in tree.unparsed)


def test_zero_bytes_are_unparsed():
    tree = tree_of(b"SELECT 1 FROM a;\0\0\nSELECT 2 FROM b;\n")
    assert [(span.start, span.end) for span in tree.unparsed] == [(16, 18)]


def test_an_empty_file():
    tree = tree_of("")
    assert (units(tree), unread(tree), list(tree.marks())) == ([], [], [])


def test_names_beyond_ascii_keep_their_letters_and_places():
    for encoding in ("utf-8", "cp1252"):
        tree = tree_of("-- é\nCREATE PROCEDURE geënt IS BEGIN NULL; END geënt;\n", "plsql", encoding)
        assert (units(tree), unread(tree)) == (["procedure geënt"], [])
        mark = next(mark for mark in tree.marks() if mark.tag == "unit.procedure")
        assert tree.file.data[mark.span.start :].startswith(b"CREATE")


def test_utf_16_is_counted_back():
    data = "CREATE PROC p AS SELECT a FROM b\r\nGO\r\n".encode("utf-16-le")
    tree = parse(SourceFile("a.sql", "tsql", "utf-16-le", "\r\n", data, len(data)), languages()["tsql"])
    (span,) = [mark.span for mark in tree.marks() if mark.tag == "table"]
    assert data[span.start : span.end].decode("utf-16-le") == "SELECT a FROM b"


def test_a_byte_order_mark_is_no_text():
    tree = tree_of(b"\xef\xbb\xbfCREATE PROC p AS SELECT 1\r\nGO\r\n", "tsql")
    assert (units(tree), unread(tree)) == (["procedure p"], [])


def test_the_outline_is_that_of_the_marks():
    tree = tree_of("CREATE PROCEDURE p IS BEGIN IF a THEN b('x'); END IF; END; -- c\n")
    seen = tree.outline()
    marks = [(m.span.start, -m.span.end, m.tag, m.text) for m in tree.marks() if m.tag not in {"string", "comment"}]
    assert [(p[0], p[1], p[3], p[4]) for p in seen.places] == marks
    assert len(seen.comments) == 1
