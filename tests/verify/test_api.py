"""Heads of definitions, read out of text that holds brackets, strings and comments of its own."""

import pytest

from legacyctl.model import FileChange, Grade, Outcome, Patch, Task
from legacyctl.verify.api import judge
from legacyctl.verify.case import Case
from verify.harness import context


def judged(root, before: str, after: str, *, language: str = "python", codemod: str = ""):
    path = {"python": "a.py", "java": "A.java"}[language]
    change = FileChange(path, before.encode(), after.encode())
    task = Task("t-1", "Test", path, language, (), (), Grade.E1, codemod=codemod)
    return judge(Case(context(root, task), Patch("t-1", (change,), "x"), change))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("def f(a, b=1): pass\n", "def f( a,\n       b = 1 ):\n    pass\n", id="layout"),
        pytest.param("def f(a): return 1\n", "def f(a):  # een\n    return 2\n", id="body-and-comment"),
        pytest.param("def f(a={1: 2}, b=':'): return 1\n", "def f(a={1: 2}, b=':'): return 2\n", id="colons"),
        pytest.param("class A(B):\n    x = 1\n", "class A(B):\n    x = 2\n", id="class"),
        pytest.param(
            "def f():\n    return 1\n", "def f():\n    def g():\n        return 1\n    return g()\n", id="inner"
        ),
    ],
)
def test_the_same_surface(tmp_path, before, after):
    assert judged(tmp_path, before, after).outcome is Outcome.PASS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("def f(a={1: 2}): pass\n", "def f(a={1: 3}): pass\n", id="default"),
        pytest.param("def f(b=':'): pass\n", "def f(b=';'): pass\n", id="default-text"),
        pytest.param("def f(a: int): pass\n", "def f(a: str): pass\n", id="annotation"),
        pytest.param("def f(a) -> int: pass\n", "def f(a): pass\n", id="result"),
        pytest.param("def f(a): pass\n", "async def f(a): pass\n", id="async"),
        pytest.param("def f(a): pass\n", "def f(*a): pass\n", id="star"),
        pytest.param("class A(B): pass\n", "class A(C): pass\n", id="base"),
        pytest.param("@x\ndef f(a): pass\n", "def f(a): pass\n", id="decorator"),
        pytest.param("class A:\n  def f(s): pass\n", "class A: pass\ndef f(s): pass\n", id="method-to-function"),
        pytest.param("def f(): pass\n", "def f(): pass\ndef g(): pass\n", id="added"),
        pytest.param("def f(): pass\ndef g(): pass\n", "def f(): pass\n", id="gone"),
        pytest.param("x = 'SELECT a FROM b'\n", "x = 'SELECT c FROM b'\n", id="sql"),
        pytest.param("p.add('--jaar')\n", "p.add('--year')\n", id="option"),
        pytest.param("get('/api/personen')\n", "get('/api/people')\n", id="path"),
    ],
)
def test_another_surface(tmp_path, before, after):
    assert judged(tmp_path, before, after).outcome is Outcome.FAIL


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        pytest.param("def f(a, (b, c), d): pass\n", "def f(a, punt, d): pass\n", Outcome.PASS, id="tuple-named"),
        pytest.param("def f(a, (b, c), d): pass\n", "def f(a, d): pass\n", Outcome.FAIL, id="tuple-gone"),
        pytest.param("def f(a=0777L): pass\n", "def f(a=0o777): pass\n", Outcome.PASS, id="default"),
        pytest.param("class A(object): pass\n", "class A: pass\n", Outcome.PASS, id="class-head"),
        pytest.param(
            "class A:\n  def next(s): pass\n", "class A:\n  def __next__(s): pass\n", Outcome.PASS, id="renamed"
        ),
        pytest.param("def next(s): pass\n", "def __next__(s): pass\n", Outcome.FAIL, id="a-function-is-no-protocol"),
        pytest.param("x = cmp(1, 2)\n", "def cmp(a, b): pass\nx = cmp(1, 2)\n", Outcome.PASS, id="added"),
    ],
)
def test_a_codemod_for_another_version(tmp_path, before, after, outcome):
    assert judged(tmp_path, before, after, codemod="python2to3").outcome is outcome


@pytest.mark.parametrize(
    ("before", "after", "outcome"),
    [
        pytest.param('@A({"x"}) int f(int a) {}', '@A({"x"})\nint f( int a ) { ; }', Outcome.PASS, id="layout"),
        pytest.param('@A({"x"}) int f(int a) {}', '@A({"y"}) int f(int a) {}', Outcome.FAIL, id="annotation"),
        pytest.param("int f() throws E {}", "int f() {}", Outcome.FAIL, id="throws"),
        pytest.param("static int f() {}", "int f() {}", Outcome.FAIL, id="modifier"),
        pytest.param("abstract int f(); int g() {}", "abstract int f(); int g() { ; }", Outcome.PASS, id="no-body"),
    ],
)
def test_java(tmp_path, before, after, outcome):
    wrapped = (f"class A {{ {text} }}\n" for text in (before, after))
    assert judged(tmp_path, *wrapped, language="java").outcome is outcome
