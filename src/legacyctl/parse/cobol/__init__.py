"""A permissive COBOL reader: any file gives a tree, and what was not understood is counted.

columns -> tokens -> directives -> structure (data, statements) -> marks. Every
step keeps byte offsets into the file, takes time linear in its length, and
loops instead of recursing.
"""

from __future__ import annotations

from legacyctl.catalog import Language
from legacyctl.model import SourceFile
from legacyctl.parse.cobol.columns import Layout, lay_out
from legacyctl.parse.cobol.directives import fold
from legacyctl.parse.cobol.nodes import Source
from legacyctl.parse.cobol.structure import read_structure
from legacyctl.parse.cobol.tokens import tokenize
from legacyctl.parse.cobol.tree import CobolTree
from legacyctl.source import working_bytes

__all__ = ["CobolTree", "parse_cobol", "read"]


def parse_cobol(file: SourceFile, language: Language) -> CobolTree:
    """Read a COBOL program or copybook, in fixed or free form; never raises on what stands in it."""
    layout, source = read(file)
    return CobolTree(file, language, layout, source)


def read(file: SourceFile) -> tuple[Layout, Source]:
    """The columns and the nodes of a file, for those who need more than marks."""
    layout = lay_out(working_bytes(file), utf8=file.encoding.lower().startswith("utf"))
    tokens, comments = tokenize(layout)
    source = fold(layout, tokens)
    source.remarks = [*layout.remarks, *comments]
    read_structure(layout, source)
    source.remarks.sort(key=lambda remark: remark.start)
    return layout, source
