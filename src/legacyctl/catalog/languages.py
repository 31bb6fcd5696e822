"""Languages as data: `adapters/languages/<id>.toml` and, for tree-sitter, `<id>.scm`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from legacyctl.catalog.find import bundled, readers
from legacyctl.tables import TableReader

PARSERS = ("tree-sitter", "cobol", "jcl", "bms", "sql", "vb", "lines", "xml")


@dataclass(frozen=True, slots=True)
class Language:
    """One language: how its files are known and how they are read.

    `parser` names the reader in `parse/`; `grammar` is the Python package with
    the tree-sitter grammar, "" for our own readers. `query` is the text of the
    .scm file, whose capture names are the marks that `parse.Mark` lists.
    `dialect` is a word that the reader of several languages needs ("oracle").
    `prepare` names the length-preserving preparation of `parse/` that goes before
    the grammar, "" for none. `content` are patterns on the first bytes of a file:
    where several languages claim an extension, one whose pattern is found there
    has it, and the one without patterns has the rest.
    `comment` is the mark that starts a line comment. `compile` is the command
    that checks one file's syntax, "{file}" standing for its path ("" is none),
    and `compiler` the program that must be there for it.
    """

    id: str
    name: str
    parser: str
    grammar: str
    dialect: str
    prepare: str
    content: tuple[str, ...]
    extensions: tuple[str, ...]
    file_names: tuple[str, ...]
    interpreters: tuple[str, ...]
    encodings: tuple[str, ...]
    comment: str
    compiler: str
    compile: tuple[str, ...]
    query: str


@cache
def languages() -> dict[str, Language]:
    """Give every bundled language by its id, in id order; raises CatalogError."""
    return {language.id: language for language in map(_read, readers(bundled("adapters/languages")))}


def _read(reader: TableReader) -> Language:
    """Check one adapter file and give its Language."""
    path = reader.path
    parser = reader.text("parser", among=PARSERS)
    language = Language(
        id=path.stem,
        name=reader.text("name"),
        parser=parser,
        grammar=reader.text("grammar", "" if parser != "tree-sitter" else None),
        dialect=reader.text("dialect", ""),
        prepare=reader.text("prepare", ""),
        content=_patterns(reader),
        extensions=reader.texts("extensions"),
        file_names=reader.texts("file_names", ()),
        interpreters=reader.texts("interpreters", ()),
        encodings=reader.texts("encodings", ("utf-8", "cp1252")),
        comment=reader.text("comment"),
        compiler=reader.text("compiler", ""),
        compile=reader.texts("compile", ()),
        query=_query(path.with_suffix(".scm"), reader) if parser == "tree-sitter" else "",
    )
    reader.finish()
    return language


def _patterns(reader: TableReader) -> tuple[str, ...]:
    """Take the patterns of `content`, each of which must compile."""
    patterns = reader.texts("content", ())
    for pattern in patterns:
        try:
            re.compile(pattern.encode("utf-8"))
        except re.error as fault:
            reader.problem("content", f"{pattern!r}: {fault}")
    return patterns


def _query(path: Path, reader: TableReader) -> str:
    if not path.is_file():
        reader.problem("parser", f"needs {path.name} beside this file")
        return ""
    return path.read_text(encoding="utf-8")
