"""Any bytes give a tree, in time that grows with their number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import parse

WORDS = ["Sub a()", "End Sub", "If x Then", "Else", "End If", "For i = 1 To 2", "Next i, j", "Do", "Loop", "Wend"]
PIECES = [
    *WORDS,
    "Begin VB.Form x",
    "VERSION 5.00",
    "End",
    "'",
    '"',
    " _",
    ":",
    "\n",
    "\r",
    "(",
    ")",
    ".",
    "=",
    "#",
    "\0",
]


def read(data):
    file = SourceFile("a.frm", "vb6", "latin-1", "\n", data, len(data))
    return parse(file, languages()["vb6"])


def sound(tree, size):
    places = [(mark.span.start, -mark.span.end) for mark in tree.marks()]
    assert places == sorted(places)
    assert all(0 <= start <= -end <= size for start, end in places)
    assert all(before.end <= after.start for before, after in zip(tree.unparsed, tree.unparsed[1:], strict=False))


@given(st.binary(max_size=300))
def test_bytes(data):
    sound(read(data), len(data))


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_pieces_of_the_language(pieces):
    data = " ".join(pieces).encode()
    sound(read(data), len(data))


@pytest.mark.parametrize(
    "data",
    [
        b"If x Then\n" * 20_000,
        b"(" * 200_000,
        b"a." * 100_000,
        b'"' * 100_000,
        b"' x _\n" * 50_000,
        b"a _\n" * 50_000,
        b"If a Then " * 400,
        b"End Sub\n" * 20_000,
        b"VERSION 5.00\n" + b"Begin x y\n" * 20_000,
        b"x" * 500_000,
    ],
    ids=range(10),
)
def test_large(data):
    sound(read(data), len(data))
