"""From a file to a tree: `parse(file, language) -> Tree`. Readers never raise on foreign bytes."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import cache

from legacyctl.catalog import Language
from legacyctl.model import SourceFile
from legacyctl.parse.recoded import parse_recoded
from legacyctl.parse.tree import TAGS, UNIT, Mark, Tree
from legacyctl.source import is_wide

__all__ = ["READERS", "TAGS", "UNIT", "Mark", "Reader", "Tree", "parse", "reader"]

Reader = Callable[[SourceFile, Language], Tree]

# By the word that an adapter gives as its `parser`: the module and its function. A module is
# loaded with the first file that needs it, so that a run over Java pays for nothing else.
READERS: Mapping[str, tuple[str, str]] = {
    "cobol": ("legacyctl.parse.cobol", "parse_cobol"),
    "tree-sitter": ("legacyctl.parse.treesitter", "parse_treesitter"),
}


@cache
def reader(parser: str) -> Reader:
    """Give the reader that an adapter names, loading it."""
    module, function = READERS[parser]
    found: Reader = getattr(importlib.import_module(module), function)
    return found


def parse(file: SourceFile, language: Language) -> Tree:
    """Read a file as `language`; what is not understood is in the tree's `unparsed`.

    Raises CatalogError only: a grammar that is not installed.
    """
    read = reader(language.parser)
    return parse_recoded(file, language, read) if is_wide(file.encoding) else read(file, language)
