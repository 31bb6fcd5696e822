"""What cannot be proved is told with its line, not changed."""

from __future__ import annotations

import pytest

from .conftest import patch_of

TOLD = [
    pytest.param("x = a / b", "/ rounded down", id="division"),
    pytest.param("x /= b", "/ rounded down", id="division in place"),
    pytest.param("f = open('n')", "name its encoding", id="open"),
    pytest.param("f = open('n', 'rb')", "gives and takes bytes", id="open binary"),
    pytest.param("x = s.recv(10)", "of a socket", id="socket"),
    pytest.param("x = md5(text)", "md5() takes bytes", id="digest"),
    pytest.param("x = text.encode('hex')", "codecs or base64", id="bytes codec"),
    pytest.param("x = '\\xe9'", "b'' keeps them bytes", id="bytes as escapes"),
    pytest.param("x = filter(str.isdigit, y)", "''.join()", id="filter over text"),
    pytest.param("x = buffer(y)", "memoryview is near", id="buffer"),
    pytest.param("x = round(y)", "even neighbour", id="round"),
    pytest.param("import popen2", "subprocess takes its place", id="ended module"),
    pytest.param("x = '%.1f' % 1.0 / 2", "/ rounded down", id="formatted text is no fraction"),
    pytest.param("x = s.communicate()", "gives bytes", id="pipe"),
    pytest.param("sys.setdefaultencoding('utf-8')", "needs no default", id="default encoding"),
    pytest.param("eval(text)", "is not changed", id="code as text"),
    pytest.param("raise 'text'", "cannot be raised", id="string exception"),
    pytest.param("class A:\n    def __cmp__(self, o): return 0", "__cmp__ is never called", id="cmp"),
    pytest.param("class A:\n    def __eq__(self, o): return 0", "cannot be a key", id="hash"),
    pytest.param("class A:\n    def has_key(self, k): return 0", "__contains__", id="has_key"),
    pytest.param("print x,", "a blank may stand", id="trailing comma"),
    pytest.param(
        "def f():\n    try: g()\n    except E, e: pass\n    h(e)", "e is gone after", id="name of an exception"
    ),
    pytest.param("import urllib2\nf(urllib2)", "urllib2 is gone", id="module handed on"),
]

SILENT = [
    pytest.param("x = a / 2.0", id="float division"),
    pytest.param("x = a / -2.0, (a * 1.0) / b, float(a) / b, a / (b + 1.5)", id="fractions"),
    pytest.param("def f(a, e=1):\n    try: g()\n    except E as e: pass\n    h(e)", id="a name that lives on"),
    pytest.param("x = filter(f, y), s.encode('utf-8'), print_(x, end='')", id="other calls"),
    pytest.param("x = md5(text.encode('utf-8'))", id="encoded"),
    pytest.param("f = open('n', encoding='utf-8')", id="encoding named"),
    pytest.param("x = u'\\xe9'", id="text"),
    pytest.param("class A:\n    def __eq__(self, o): return 0\n    __hash__ = None", id="hash said"),
    pytest.param("def f():\n    try: g()\n    except E as e: h(e)", id="exception used inside"),
]


def notes_of(text: str) -> tuple[str, ...]:
    return patch_of(f"xrange\n{text}\n".encode()).notes


@pytest.mark.parametrize(("text", "note"), TOLD)
def test_told(text, note):
    assert [line for line in notes_of(text) if note in line]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text):
    assert notes_of(text) == ()


def test_a_note_names_path_and_line():
    assert patch_of(b"print 1\nx = a / b\n").notes == (
        "src/batch.py:2: / rounded down between whole numbers in Python 2; // does so now",
    )


def test_notes_come_in_the_order_of_lines():
    lines = [note.split(":")[1] for note in notes_of("x = a / b\nf = open('n')\ny = c / d")]
    assert lines == ["2", "3", "4"]
