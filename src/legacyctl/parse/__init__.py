"""From a file to a tree: `parse(file, language) -> Tree`. Readers never raise on foreign bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from legacyctl.catalog import Language
from legacyctl.model import SourceFile
from legacyctl.parse.cobol import parse_cobol
from legacyctl.parse.recoded import parse_recoded
from legacyctl.parse.tree import TAGS, UNIT, Mark, Tree
from legacyctl.parse.treesitter import parse_treesitter
from legacyctl.source import is_wide

__all__ = ["READERS", "TAGS", "UNIT", "Mark", "Tree", "parse"]

# By the word that an adapter gives as its `parser`.
READERS: Mapping[str, Callable[[SourceFile, Language], Tree]] = {
    "cobol": parse_cobol,
    "tree-sitter": parse_treesitter,
}


def parse(file: SourceFile, language: Language) -> Tree:
    """Read a file as `language`; what is not understood is in the tree's `unparsed`.

    Raises CatalogError only: a grammar that is not installed.
    """
    reader = READERS[language.parser]
    return parse_recoded(file, language, reader) if is_wide(file.encoding) else reader(file, language)
