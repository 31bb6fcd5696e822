"""The pieces of a file, put together, are the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.parse.cobol.pieces import BLANK, pieces

from .reading import CODE, DATA, tree_of
from .test_tree import SOUP

_SEPARATORS = re.compile(r"[\s,;\x01]*")


def whole(text: str | bytes) -> list[str]:
    """The kinds of the pieces of a text, after a look at whether they are all of it."""
    tree = tree_of(text, "utf-8" if isinstance(text, str) else "latin-1")
    found = list(pieces(tree.layout, tree.source))
    places = [place for piece in found for place in range(piece.start, piece.end)]
    assert places == list(range(len(tree.file.data)))
    assert all(_SEPARATORS.fullmatch(tree.layout.text[one.start : one.end]) for one in found if one.kind == BLANK)
    return [piece.kind for piece in found if piece.kind != BLANK]


PIECES = {
    "words": ("       P1. MOVE 1 TO B.\n", ["word", "period", "word", "number", "word", "word", "period"]),
    "comment": ("      * A\n       01 A PIC X. *> B\n", ["comment", "number", "word", "picture", "period", "comment"]),
    "copy": ("       COPY A REPLACING ==B== BY ==C==.\n", ["copy"]),
    "replace": ("       REPLACE ==B== BY ==C==.\n", ["replace"]),
    "block": ("       EXEC SQL SELECT ? FROM 'A\n       END-EXEC.\n", ["exec", "period"]),
    "directive": ("       EJECT\n       COPY A.\n", ["directive", "copy"]),
    "margin": ("000100\n000200 P1.\n", ["margin", "word", "period"]),
    "continued": (
        "       P1. DISPLAY 'A\n      * B\n      -    'C'.\n",
        ["word", "period", "word", "string", "period"],
    ),
    "stray": ("       P1. MOVE ? TO B.\n", ["word", "period", "word", "odd", "word", "word", "period"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "kinds"), PIECES.values(), ids=PIECES)
def test_pieces(text, kinds):
    assert whole(text) == kinds


@given(st.binary(max_size=300))
def test_any_bytes(data):
    whole(data)


@given(st.lists(st.sampled_from(SOUP), max_size=50), st.sampled_from((CODE, DATA, "")))
def test_any_soup_of_words(words, head):
    whole(head + "           " + " ".join(words))
