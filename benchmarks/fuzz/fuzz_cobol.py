"""Fuzz the COBOL reader: python benchmarks/fuzz/fuzz_cobol.py SECONDS [FOLDER...]."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from common import main

from legacyctl.parse import Tree
from legacyctl.parse.cobol import CobolTree
from legacyctl.parse.cobol.pieces import BLANK, pieces

_NO_CODE = re.compile(r"[\s,;\x01]*")


def covered(tree: Tree) -> Iterator[tuple[int, int]]:
    """Give the pieces of a file; between them nothing but what separates words may stand."""
    if not isinstance(tree, CobolTree):  # read as UTF-8, its places counted back
        yield (0, len(tree.file.data))
        return
    for kind, start, end in pieces(tree.layout, tree.source):
        if kind == BLANK:
            lost = tree.layout.text[start:end]
            assert _NO_CODE.fullmatch(lost), f"lost between the pieces: {lost!r}"
        yield start, end


if __name__ == "__main__":
    sys.exit(main("cobol", covered))
