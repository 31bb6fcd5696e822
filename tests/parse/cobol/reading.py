"""How the tests of the COBOL reader look at a file."""

from __future__ import annotations

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse.cobol import CobolTree, parse_cobol

HEAD = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PROEF.
"""
DATA = HEAD + "       DATA DIVISION.\n       WORKING-STORAGE SECTION.\n"
CODE = HEAD + "       PROCEDURE DIVISION.\n       MAIN-LINE.\n"


def tree_of(text: str | bytes, encoding: str = "utf-8") -> CobolTree:
    data = text if isinstance(text, bytes) else text.encode(encoding)
    file = SourceFile("PROEF.cbl", "cobol", encoding, "\n", data, len(data))
    return parse_cobol(file, languages()["cobol"])


def code(*lines: str) -> CobolTree:
    """A program whose paragraph MAIN-LINE holds the lines, at column 12."""
    assert max(map(len, lines)) <= 61, "a line runs beyond column 72"
    return tree_of(CODE + "".join(f"           {line}\n" for line in lines))


def data(*lines: str) -> CobolTree:
    """A program whose WORKING-STORAGE holds the lines, at column 8."""
    assert max(map(len, lines)) <= 65, "a line runs beyond column 72"
    return tree_of(DATA + "".join(f"       {line}\n" for line in lines))


def words(tree: CobolTree) -> list[str]:
    return [token.text for token in tree.source.tokens]


def units(tree: CobolTree) -> list[str]:
    return [f"{unit.kind} {unit.name}" for unit in tree.source.units]


def paragraphs(tree: CobolTree) -> list[str]:
    return [unit.name for unit in tree.source.units if unit.kind == "paragraph"]


def verbs(tree: CobolTree) -> list[str]:
    """Every statement, indented by two for each statement around it."""
    return ["  " * statement.depth + statement.verb for statement in tree.source.statements]


def unread(tree: CobolTree) -> list[str]:
    """The pieces that were not understood, blanks folded."""
    return [" ".join(tree.file.data[span.start : span.end].decode("latin-1").split()) for span in tree.unparsed]


def marked(tree: CobolTree, *tags: str) -> list[tuple[str, str]]:
    return [(mark.tag, mark.text) for mark in tree.marks() if mark.tag in tags]


def facts(tree: CobolTree, tag: str) -> dict[str, str | int | bool]:
    """The attributes of the first mark with this tag."""
    return dict(next(mark for mark in tree.marks() if mark.tag == tag).attributes)
