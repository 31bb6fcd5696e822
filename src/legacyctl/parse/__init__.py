"""From a file to a tree: `parse(file, language) -> Tree`. Readers never raise on foreign bytes."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from legacyctl.catalog import Language, Rule
from legacyctl.errors import CatalogError
from legacyctl.model import SourceFile
from legacyctl.parse.library import Library
from legacyctl.parse.recoded import parse_recoded
from legacyctl.parse.tree import TAGS, UNIT, Including, Lean, Mark, Outline, Place, Tree, outline
from legacyctl.source import is_wide

__all__ = [
    "READERS",
    "TAGS",
    "UNIT",
    "Library",
    "Mark",
    "Outline",
    "Place",
    "Reader",
    "Tree",
    "check",
    "outline",
    "parse",
    "reader",
]

Reader = Callable[[SourceFile, Language], Tree]

# By the word that an adapter gives as its `parser`: the module and its function. A module is
# loaded with the first file that needs it, so that a run over Java pays for nothing else.
READERS: Mapping[str, tuple[str, str]] = {
    "bms": ("legacyctl.parse.bms", "parse_bms"),
    "cobol": ("legacyctl.parse.cobol", "parse_cobol"),
    "jcl": ("legacyctl.parse.jcl", "parse_jcl"),
    "lines": ("legacyctl.parse.linescan", "parse_lines"),
    "sql": ("legacyctl.parse.sql.reader", "parse_sql"),
    "vb": ("legacyctl.parse.vb", "parse_vb"),
    "jsp": ("legacyctl.parse.jsp", "parse_jsp"),
    "tree-sitter": ("legacyctl.parse.treesitter", "parse_treesitter"),
    "xml": ("legacyctl.parse.xml", "parse_xml"),
}


@cache
def reader(parser: str) -> Reader:
    """Give the reader that an adapter names, loading it."""
    module, function = READERS[parser]
    found: Reader = getattr(importlib.import_module(module), function)
    return found


def parse(file: SourceFile, language: Language, library: Library | None = None, rules: Sequence[Rule] = ()) -> Tree:
    """Read a file as `language`; what is not understood is in the tree's `unparsed`.

    A reader that takes in other files by name (COPY) finds them in `library`;
    without one, all of them are missing. `rules` are those that the tree will
    be asked to find: one pass over it then serves them and the facts.
    """
    read = _with_library(language, library) if library else reader(language.parser)
    recoded = file.record or is_wide(file.encoding)
    tree = parse_recoded(file, language, read) if recoded else read(file, language)
    if rules and isinstance(tree, Lean):
        tree.expect(rules)
    return tree


def check(language: Language) -> None:
    """Raise CatalogError for an adapter that cannot work: its grammar, its preparation or its query."""
    known = importlib.import_module("legacyctl.parse.prepare").PREPARATIONS
    unknown = [word for word in language.prepare.split() if word not in known]
    if unknown:
        listed = ", ".join(sorted(known))
        raise CatalogError(language.path, [f"prepare: '{word}' is not one of {listed}" for word in unknown])
    if language.parser == "tree-sitter":
        importlib.import_module("legacyctl.parse.queries").marks(language)


def _with_library(language: Language, library: Library) -> Reader:
    """The reader of a language whose trees know where copybooks lie, if they ask for any."""
    read = reader(language.parser)

    def informed(file: SourceFile, language: Language) -> Tree:
        tree = read(file, language)
        return tree.with_library(library) if isinstance(tree, Including) else tree

    return informed
