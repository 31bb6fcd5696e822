"""What a file is made of, piece behind piece: put together they are the file, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import Source

BLANK = "blank"


class Piece(NamedTuple):
    """Bytes [start, end); `kind` is that of a token or remark, "copy", "replace", or BLANK.

    BLANK is what separates the others: white space, commas and semicolons, and
    the columns that hold no code.
    """

    kind: str
    start: int
    end: int


def pieces(layout: Layout, source: Source) -> Iterator[Piece]:
    """Give the pieces of a file in order, without those inside a larger one: a comment in a continued literal."""
    found = [
        *(Piece("copy", copy.start, copy.end) for copy in source.copies),
        *(Piece("replace", replace.start, replace.end) for replace in source.replaces),
        *(Piece(token.kind, token.start, token.end) for token in source.tokens),
        *(Piece(remark.kind, remark.start, remark.end) for remark in source.remarks),
    ]
    found.sort(key=lambda piece: (piece.start, -piece.end))
    reached = 0
    for piece in found:
        if piece.end <= reached:
            continue
        if piece.start > reached:
            yield Piece(BLANK, reached, piece.start)
        yield piece._replace(start=max(reached, piece.start))
        reached = piece.end
    if reached < len(layout.text):
        yield Piece(BLANK, reached, len(layout.text))
