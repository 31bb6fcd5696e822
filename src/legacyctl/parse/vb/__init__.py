"""Visual Basic 6, VBA and VBScript: forms, classes and modules; any file gives a tree.

words -> lexer (statements) -> blocks (units, control structures) -> marks. What
counts as understood is a statement that begins with a word of the language, a
name, a label or a directive, and whose block is opened and closed.
"""

from __future__ import annotations

from legacyctl.catalog import Language
from legacyctl.model import SourceFile
from legacyctl.parse.marked import MarkedTree, in_order, merged
from legacyctl.parse.vb.lexer import lex
from legacyctl.parse.vb.reader import read

__all__ = ["parse_vb"]


def parse_vb(file: SourceFile, language: Language) -> MarkedTree:
    """Read a file of Visual Basic; never raises on what stands in it."""
    page = read(file, lex(file))
    unparsed = tuple(page.lines.span(start, end) for start, end in merged(page.unparsed))
    return MarkedTree(file, language, unparsed, found=in_order(page.marks))
