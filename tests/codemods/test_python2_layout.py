"""Bytes that must survive: encodings, line ends, marks, indentation, the last line."""

from __future__ import annotations

import pytest

from .conftest import convert, patch_of

CASES = [
    pytest.param(b"print 1\r\nx = 2\r\n", b"print(1)\r\nx = 2\r\n", "utf-8", id="CR LF"),
    pytest.param(b"print 1\rx = 2\r", b"print(1)\rx = 2\r", "utf-8", id="CR"),
    pytest.param(b"x = 2\r\nprint 1\ny = 3\r\n", b"x = 2\r\nprint(1)\ny = 3\r\n", "utf-8", id="mixed line ends"),
    pytest.param(
        b"import os\r\nx = reduce(f, y)\nz = 1\r\n",
        b"from functools import reduce\r\nimport os\r\nx = reduce(f, y)\nz = 1\r\n",
        "utf-8",
        id="a new line among mixed line ends",
    ),
    pytest.param(b"print 1", b"print(1)", "utf-8", id="no final line end"),
    pytest.param(b"print 1\r\nx = 2", b"print(1)\r\nx = 2", "utf-8", id="CR LF, no final line end"),
    pytest.param(b"\xef\xbb\xbfprint 1\n", b"\xef\xbb\xbfprint(1)\n", "utf-8", id="byte order mark"),
    pytest.param(b"\xef\xbb\xbfprint 1\n", b"\xef\xbb\xbfprint(1)\n", "utf-8-sig", id="byte order mark in the codec"),
    pytest.param(
        b"# -*- coding: latin-1 -*-\nprint u'caf\xe9'\n",
        b"# -*- coding: latin-1 -*-\nprint(u'caf\xe9')\n",
        "latin-1",
        id="Latin-1",
    ),
    pytest.param(b"x = 1  # \x80\nprint x\n", b"x = 1  # \x80\nprint(x)\n", "cp1252", id="cp1252 in a comment"),
    pytest.param("print 'é', len('€') / 2\n".encode(), "print('é', len('€') // 2)\n".encode(), "utf-8", id="UTF-8"),
    pytest.param(b"if 1:\n\tprint 1\n", b"if 1:\n\tprint(1)\n", "utf-8", id="tabs"),
    pytest.param(
        b"if 1:\n\tx = 1\n\ty = 'a\tb'\n", b"if 1:\n\tx = 1\n\ty = 'a\tb'\n", "utf-8", id="tabs, nothing to do"
    ),
    pytest.param(
        b"if 1:\n\tx = '''\n\ta'''\n        print x\n",
        b"if 1:\n        x = '''\n\ta'''\n        print(x)\n",
        "utf-8",
        id="a tab inside a string is no indentation",
    ),
    pytest.param(b"x = 1\n\x0c\nprint x\n", b"x = 1\n\x0c\nprint(x)\n", "utf-8", id="form feed"),
    pytest.param(b"print 1 # c\n\n\n# end\n", b"print(1) # c\n\n\n# end\n", "utf-8", id="comments"),
    pytest.param(
        b"x = 'a\x1cb\xc2\x85'\nprint x\n", b"x = 'a\x1cb\xc2\x85'\nprint(x)\n", "utf-8", id="other separators"
    ),
    pytest.param(b"print 1  \n\t\n  \n", b"print(1)  \n\t\n  \n", "utf-8", id="white space at the end"),
]

UNREADABLE = [
    pytest.param(b"print 'caf\xe9'\n", "utf-8", "not readable as utf-8", id="wrong encoding"),
    pytest.param(b"print 1\n", "no-such-codec", "not readable as no-such-codec", id="no encoding"),
    pytest.param(b"x = 1\nprint (\n", "utf-8", "neither Python 3 nor readable as Python 2", id="cut off"),
    pytest.param(b"x = 1\n<<<<<<< HEAD\n", "utf-8", ":2: left alone: neither", id="merge marks, with their line"),
    pytest.param(b"print 1\0\n", "utf-8", "left alone", id="null byte"),
    pytest.param(b"x = '''abc\nprint 1\n", "utf-8", ":1: left alone", id="string without end"),
    pytest.param(b"if 1:\nprint 1\n", "utf-8", "left alone", id="no block"),
    pytest.param(b"if 1:\n    print 1\n  x\n", "utf-8", ":3: left alone", id="no such indentation, with its line"),
    pytest.param(b"print 1\nlambda = 2\n", "utf-8", "left alone", id="never Python"),
    pytest.param(
        b"print " + b"(" * 10_000 + b"1" + b")" * 10_000 + b"\n", "utf-8", "left alone", id="10,000 parentheses"
    ),
    pytest.param(b"print " + b"-" * 10_000 + b"1\n", "utf-8", "left alone", id="10,000 signs"),
]

DEEP = [
    pytest.param(b"x = " + b"(" * 10_000 + b"1" + b")" * 10_000 + b"\n", id="parentheses"),
    pytest.param(b"x = " + b"+".join([b"1"] * 10_000) + b"\n", id="sum"),
    pytest.param(b"x = " + b"-" * 10_000 + b"1\n", id="signs"),
    pytest.param(b"x = a" + b".b()" * 10_000 + b"\n", id="calls"),
    pytest.param(b"if 1:\n  pass\n" + b"elif 2:\n  pass\n" * 5_000, id="elif"),
    pytest.param(b"".join(b" " * depth + b"if 1:\n" for depth in range(500)) + b" " * 500 + b"pass\n", id="blocks"),
]


@pytest.mark.parametrize(("before", "after", "encoding"), CASES)
def test_bytes_are_kept(before, after, encoding):
    assert convert(before, encoding) == after
    assert patch_of(after, encoding).empty


@pytest.mark.parametrize(("data", "encoding", "note"), UNREADABLE)
def test_unreadable_is_left_alone_and_told(data, encoding, note):
    patch = patch_of(data, encoding)
    assert patch.empty
    assert len(patch.notes) == 1
    assert patch.notes[0].startswith("src/batch.py:")
    assert note in patch.notes[0]


@pytest.mark.parametrize("data", DEEP)
def test_deep_nesting_never_harms(data):
    assert patch_of(data).empty


def test_deep_nesting_beside_a_sort_keeps_libcst_out():
    deep = "+".join(["1"] * 900)
    patch = patch_of(f"k = d.keys()\nk.sort()\nprint {deep}\n".encode())
    assert patch.changes[0].after.startswith(b"k = list(d.keys())\nk.sort()\nprint(1+")


def test_unconvertible_print_keeps_every_line():
    text = b"raise 'gone', 1\nprint 2\n"
    patch = patch_of(text)
    assert patch.empty
    assert "left alone" in patch.notes[0]
