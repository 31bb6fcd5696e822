"""COBOL programs with their copybooks in memory."""

from __future__ import annotations

from collections.abc import Mapping

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import Library, parse
from legacyctl.parse.cobol import CobolTree

HEAD = ("IDENTIFICATION DIVISION.", "PROGRAM-ID. PROEF.")


def fixed(*lines: str) -> str:
    """Lines in fixed form, from column 8 on."""
    assert max(map(len, lines), default=0) <= 65, "a line runs beyond column 72"
    return "".join(f"       {line}\n" for line in lines)


def code(*lines: str) -> str:
    """A program whose procedure division holds the lines."""
    return fixed(*HEAD, "PROCEDURE DIVISION.", *lines)


def shelf(texts: Mapping[str, str], *search: str, paths: list[str] | None = None) -> Library:
    """A library of texts by path."""

    def read(path: str) -> SourceFile:
        data = texts[path].encode()
        return SourceFile(path, "cobol", "utf-8", "\n", data, len(data))

    return Library(paths or list(texts), search, read)


def tree_with(text: str, /, **copybooks: str) -> CobolTree:
    """The tree of a program; copybook A is the file A.cpy beside it."""
    texts = {f"{name.replace('_', '-')}.cpy": copied for name, copied in copybooks.items()}
    data = text.encode()
    file = SourceFile("PROEF.cbl", "cobol", "utf-8", "\n", data, len(data))
    tree = parse(file, languages()["cobol"], shelf(texts))
    assert isinstance(tree, CobolTree)
    return tree


def expanded(tree: CobolTree) -> str:
    """The words that the compiler sees."""
    return " ".join(token.text or "<gap>" for token in tree.completed.source.tokens)
