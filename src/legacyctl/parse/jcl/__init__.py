"""A reader for z/OS JCL: jobs, steps, procedures and data sets; any file gives a tree.

cards (columns, continuation, in-stream data) -> operands -> jobs (marks). Takes
time linear in the length of the file and loops instead of recursing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from legacyctl.catalog import Language
from legacyctl.model import SourceFile
from legacyctl.parse.jcl.cards import read_cards
from legacyctl.parse.jcl.jobs import JobReader
from legacyctl.parse.jcl.nodes import Deck
from legacyctl.parse.marked import Lines, MarkedTree, in_order, merged
from legacyctl.parse.tree import Mark
from legacyctl.source import is_ebcdic, working_bytes

__all__ = ["parse_jcl"]

_STRING = re.compile(r"'[^']*+(?>(?:''[^']*+)*)'")  # a doubled quote stands for one


def parse_jcl(file: SourceFile, language: Language) -> MarkedTree:
    """Read jobs, procedures or members to include; never raises on what stands in them."""
    text = working_bytes(file).decode("latin-1")
    deck = read_cards(text, utf8=file.encoding.lower().startswith("utf"))
    lines = Lines(file)
    marks = [*JobReader(text, lines.span).read(deck.statements), *_texts(file, deck, lines)]
    if not is_ebcdic(file.encoding) and not file.data.isascii():
        marks = [_decoded(mark, file.encoding) for mark in marks]
    unparsed = tuple(lines.span(start, end) for start, end in merged(deck.unparsed))
    return MarkedTree(file, language, unparsed, found=in_order(marks))


def _texts(file: SourceFile, deck: Deck, lines: Lines) -> Iterator[Mark]:
    """Give comments, strings and control cards; their text comes from the file itself, where the euro sign is whole."""
    for tag, places in (("comment", deck.comments), ("control", deck.controls), ("string", _strings(deck))):
        for start, end in places:
            yield Mark(tag, lines.span(start, end), file.data[start:end].decode(file.encoding, "replace"))


def _strings(deck: Deck) -> Iterator[tuple[int, int]]:
    for statement in deck.statements:
        for found in _STRING.finditer(statement.operands):
            yield statement.offset(found.start()), statement.offset(found.end() - 1) + 1


def _decoded(mark: Mark, encoding: str) -> Mark:
    """Give a mark whose names are in the letters of the file, not in its bytes."""
    if mark.text.isascii() or mark.tag in ("comment", "control", "string"):
        return mark
    return replace(mark, text=mark.text.encode("latin-1").decode(encoding, "replace"))
