"""Fuzz the JCL reader: `python benchmarks/fuzz/fuzz_jcl.py SECONDS [FOLDER...]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from common import main

from legacyctl.parse import Tree
from legacyctl.parse.jcl.cards import COLUMNS, read_cards
from legacyctl.source import is_wide, working_bytes


def pieces(tree: Tree) -> Iterator[tuple[int, int]]:
    """Give the lines of the file; each must be part of a statement, its data, a comment, or be said to be none."""
    if is_wide(tree.file.encoding):
        yield from [(0, len(tree.file.data))] if tree.file.data else []
        return
    text = working_bytes(tree.file).decode("latin-1")
    deck = read_cards(text, utf8=tree.file.encoding == "utf-8")
    known = sorted([*((s.start, s.end) for s in deck.statements), *deck.comments, *deck.controls, *deck.unparsed])
    start, reached, place = 0, 0, 0
    for line in _lines(text):
        end = start + len(line)
        while place < len(known) and known[place][0] < end:
            reached = max(reached, known[place][1])
            place += 1
        blank = not line[:COLUMNS].strip("\0\x1a \t\r\n\f\v\xef\xbb\xbf")
        assert reached > start or blank, f"line at {start} is part of nothing: {line[:40]!r}"
        yield start, end
        start = end


def _lines(text: str) -> Iterator[str]:
    """Give the lines as the reader sees them, which end with LF only."""
    lines = text.split("\n")
    yield from (f"{line}\n" for line in lines[:-1])
    if lines[-1]:
        yield lines[-1]


if __name__ == "__main__":
    sys.exit(main("jcl", pieces))
