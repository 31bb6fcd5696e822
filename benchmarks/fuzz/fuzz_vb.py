"""Fuzz the reader of Visual Basic: python benchmarks/fuzz/fuzz_vb.py SECONDS [FOLDER...]."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from common import main

from legacyctl.parse import Tree
from legacyctl.parse.vb.lexer import lex
from legacyctl.source import working_bytes

# What may lie between tokens: white space, line ends, colons, the mark of a continued line, a byte order mark, a label.
BETWEEN = re.compile(rb"(?:[\s\0\x1a\xa0:]|_(?=\s)|\xef\xbb\xbf|[^\s:]+:)*", re.DOTALL)


def pieces(tree: Tree) -> Iterator[tuple[int, int]]:
    """Give tokens, comments and what lies between them."""
    lexed, data, reached = lex(tree.file), working_bytes(tree.file), 0
    tokens = [(token.start, token.end) for statement in lexed.statements for token in statement]
    for start, end in sorted({*tokens, *lexed.comments}):
        if start > reached:
            assert BETWEEN.fullmatch(data, reached, start), f"lost: {data[reached:start]!r}"
            yield reached, start
        yield start, end
        reached = end
    if reached < len(data):
        assert BETWEEN.fullmatch(data, reached), f"lost: {data[reached:]!r}"
        yield reached, len(data)


if __name__ == "__main__":
    sys.exit(main("vb6", pieces))
