"""Languages as data: `adapters/languages/<id>.toml` and, for tree-sitter, `<id>.scm`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from legacyctl.catalog.find import bundled, readers
from legacyctl.catalog.lines import NO_PATTERNS, LinePatterns, line_patterns
from legacyctl.catalog.own import grammar_problem
from legacyctl.tables import TableReader

PARSERS = ("tree-sitter", "cobol", "jcl", "bms", "sql", "vb", "lines", "xml", "jsp")


@dataclass(frozen=True, slots=True)
class Language:
    """One language: how its files are known and how they are read.

    `parser` names the reader in `parse/`; `grammar` is the Python package with
    the tree-sitter grammar, with ":function" where a package holds several, ""
    for our own readers. `path` is the adapter's file and `query` the text of the
    .scm beside it, whose capture names are the marks that `parse.Mark` lists; `lines`
    are the patterns of a language without a grammar.
    `dialect` is a word that the reader of several languages needs ("oracle").
    `prepare` names the length-preserving preparations of `parse.prepare` that go
    before the grammar, with a blank between them, "" for none.
    `content` are patterns on the first bytes of a file: where several languages
    claim an extension, one whose pattern is found there has it, and the one without
    patterns has the rest. `shared` are the only extensions that they are asked for;
    without it all are.
    `members` are such patterns for a file without an extension, as members of a
    partitioned data set are, or with .txt in a folder that `folders` names.
    `comment` is the mark that starts a line comment. `compile` is the command
    that checks one file's syntax, "{file}" standing for its path ("" is none),
    and `compiler` the program that must be there for it.
    """

    id: str
    path: Path
    name: str
    parser: str
    grammar: str
    dialect: str
    prepare: str
    content: tuple[str, ...]
    shared: tuple[str, ...]
    extensions: tuple[str, ...]
    file_names: tuple[str, ...]
    interpreters: tuple[str, ...]
    encodings: tuple[str, ...]
    members: tuple[str, ...]
    folders: tuple[str, ...]
    comment: str
    compiler: str
    compile: tuple[str, ...]
    query: str
    lines: LinePatterns = NO_PATTERNS

    def asked(self, extension: str) -> tuple[str, ...]:
        """Give the patterns of which one must be found in a file with that extension (".h"); none asks for nothing."""
        return self.content if extension in (self.shared or self.extensions) else ()


@cache
def languages(folder: Path | None = None) -> dict[str, Language]:
    """Give every language by its id, in id order: the bundled ones, and over them those of a project's folder.

    Raises CatalogError.
    """
    if folder is None:
        return {language.id: language for language in map(_read, readers(bundled("adapters/languages")))}
    own = {language.id: language for language in (_read(reader, own=True) for reader in readers(folder))}
    return dict(sorted({**languages(), **own}.items()))


def _read(reader: TableReader, *, own: bool = False) -> Language:
    """Check one adapter file and give its Language; one that is a project's own may say less."""
    path = reader.path
    parser = reader.text("parser", among=PARSERS)
    language = Language(
        id=path.stem,
        path=path,
        name=reader.text("name"),
        parser=parser,
        grammar=reader.text("grammar", "" if parser != "tree-sitter" else None),
        dialect=reader.text("dialect", ""),
        prepare=reader.text("prepare", ""),
        content=_patterns(reader, "content"),
        shared=reader.texts("shared", ()),
        extensions=reader.texts("extensions"),
        file_names=reader.texts("file_names", ()),
        interpreters=reader.texts("interpreters", ()),
        encodings=reader.texts("encodings", ("utf-8", "cp1252")),
        members=_patterns(reader, "members"),
        folders=tuple(word.lower() for word in reader.texts("folders", ())),
        comment=reader.text("comment"),
        compiler=reader.text("compiler", ""),
        compile=reader.texts("compile", ()),
        query=_query(path.with_suffix(".scm"), reader) if parser == "tree-sitter" else "",
        lines=line_patterns(reader) if parser == "lines" else NO_PATTERNS,
    )
    if own:
        _restrict(language, reader)
    reader.finish()
    return language


def _restrict(language: Language, reader: TableReader) -> None:
    """Note what a project's own adapter may not say."""
    problem = grammar_problem(language.grammar, {one.grammar for one in languages().values()})
    if problem:
        reader.problem("grammar", problem)
    if language.compile or language.compiler:
        reader.problem("compile", "is a program, and the adapter of a project runs none")


def _patterns(reader: TableReader, key: str) -> tuple[str, ...]:
    """Take patterns on the first bytes of a file, each of which must compile."""
    patterns = reader.texts(key, ())
    for pattern in patterns:
        try:
            re.compile(pattern.encode("utf-8"))
        except re.error as fault:
            reader.problem(key, f"{pattern!r}: {fault}")
    return patterns


def _query(path: Path, reader: TableReader) -> str:
    if not path.is_file():
        reader.problem("parser", f"needs {path.name} beside this file")
        return ""
    return path.read_text(encoding="utf-8")
