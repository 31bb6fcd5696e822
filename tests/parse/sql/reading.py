"""How the tests of the SQL reader look at a file."""

from __future__ import annotations

from legacyctl.catalog import languages
from legacyctl.facts import collect
from legacyctl.model import SourceFile, Unit
from legacyctl.parse.sql.reader import parse_sql
from legacyctl.parse.sql.tree import SqlTree


def tree_of(text: str | bytes, language: str = "plsql", encoding: str = "utf-8") -> SqlTree:
    data = text if isinstance(text, bytes) else text.encode(encoding)
    file = SourceFile("proef.sql", language, encoding, "\n", data, len(data))
    return parse_sql(file, languages()[language])


def block(*lines: str) -> SqlTree:
    """A procedure of PL/SQL with these statements."""
    return tree_of("CREATE PROCEDURE p IS\nBEGIN\n" + "\n".join(lines) + "\nEND p;\n/\n")


def batch(*lines: str) -> SqlTree:
    """A procedure of T-SQL with these statements."""
    return tree_of("CREATE PROCEDURE dbo.p AS\nBEGIN\n" + "\n".join(lines) + "\nEND\nGO\n", "tsql")


def units(tree: SqlTree) -> list[str]:
    return [f"{unit.kind} {unit.name}" for unit in collect(tree).units]


def only(tree: SqlTree) -> Unit:
    (unit,) = collect(tree).units
    return unit


def unread(tree: SqlTree) -> list[str]:
    """The pieces that were not understood, blanks folded."""
    return [" ".join(tree.file.data[span.start : span.end].decode("latin-1").split()) for span in tree.unparsed]


def texts(tree: SqlTree, tag: str) -> list[str]:
    return [mark.text for mark in tree.marks() if mark.tag == tag]


def tables(tree: SqlTree) -> list[tuple[str, str]]:
    return [(mark.text, str(mark.attributes["access"])) for mark in tree.marks() if mark.tag == "table"]


def facts(tree: SqlTree, tag: str) -> dict[str, str | int | bool]:
    """The attributes of the first mark with this tag."""
    return dict(next(mark for mark in tree.marks() if mark.tag == tag).attributes)
