"""Random Python 3 sources come back as they were; random Python 2 sources settle after one run."""

from __future__ import annotations

import ast

from hypothesis import given, settings
from hypothesis import strategies as st

from .conftest import convert, patch_of

NAMES = st.sampled_from(["a", "b", "items", "self.d", "total"])
ATOMS = st.one_of(NAMES, st.sampled_from(["1", "2.5", "'text'", "u'text'", "None", "[]", "{}", "b'x'"]))


def _wider(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, inner)
    return st.one_of(
        st.tuples(ATOMS, ATOMS).map(lambda two: f"({two[0]} + {two[1]}) / {two[0]}"),
        pair.map(lambda two: f"[{two[0]}, {two[1]}]"),
        pair.map(lambda two: f"map({two[0]}, {two[1]})"),
        pair.map(lambda two: f"isinstance({two[0]}, ({two[1]}, str))"),
        inner.map(lambda one: f"f({one}, key={one})"),
        inner.map(lambda one: f"[x for x in ({one})]"),
        inner.map(lambda one: f"(lambda x: {one})"),
        NAMES.map(lambda name: f"f({name}.items())"),
        inner.map(lambda one: f"len({one})"),
    )


VALUES = st.recursive(ATOMS, _wider, max_leaves=6)
LINES = st.one_of(
    VALUES.map(lambda value: f"x = {value}"),
    VALUES.map(lambda value: f"print({value}, 1)"),
    VALUES.map(lambda value: f"for x in {value}: pass"),
    VALUES.map(lambda value: f"if {value}:\n\tx = 1  # c"),
    VALUES.map(lambda value: f"def f(a, b={value}):\n    '''doc'''\n    return a"),
    VALUES.map(lambda value: f"try:\n  f({value})\nexcept E as e:\n  pass"),
    st.sampled_from(["import os", "", "# comment", "class A(B): pass", "x += 1; y = 2", "from a import (b,\n  c)"]),
)
OLD_LINES = st.one_of(
    LINES,
    VALUES.map(lambda value: f"print {value},"),
    VALUES.map(lambda value: f"x = unicode({value}), reduce(f, {value})"),
    VALUES.map(lambda value: f"x = sorted({value}, cmp)"),
    NAMES.map(lambda name: f"for k in {name}.iterkeys(): {name}[k] = `k`"),
    NAMES.map(lambda name: f"x = {name}.keys()\nx.sort()"),
    st.sampled_from(["import urllib2, Queue", "from itertools import izip", "x = izip(y)", "Queue.get(0777)"]),
)


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


@settings(deadline=None)
@given(st.lists(LINES, max_size=6).map(_text))
def test_python3_is_left_alone(text):
    assert patch_of(text.encode()).empty


@settings(deadline=None)
@given(st.lists(OLD_LINES, max_size=6).map(_text), st.sampled_from(["\n", "\r\n"]))
def test_python2_becomes_python3_once(text, newline):
    after = convert(text.replace("\n", newline).encode())
    ast.parse(after)
    assert after.count(b"\r\n") == (after.count(b"\n") if newline == "\r\n" else 0)
    assert convert(after) == after
