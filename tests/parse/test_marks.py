"""What the bundled queries of Java and Python make of code: the tags, and the text of each."""

import pytest

PYTHON = {
    "import": ("import os.path as p, sys\n", "include", ["os.path", "sys"]),
    "from import": ("from a.b import c, d\n", "include", ["a.b"]),
    "relative import": ("from . import a\nfrom ..b import c\n", "include", [".", "..b"]),
    "imports in one line": ("import a, b as c, d\n", "include", ["a", "b", "d"]),
    "future import": ("from __future__ import division\n", "include", ["__future__"]),
    "call": ("f(g(1))\n", "call", ["f", "g"]),
    "call of a method": ("a.b(1)\na.b.c(2)\nd().e()\n", "call", ["a.b", "c", "e", "d"]),
    "print statement": ("print 'a', b\nprint >>f, 'a'\n", "call", ["print", "print"]),
    "print function": ("print('a')\n", "call", ["print"]),
    "exec statement": ("exec code in d\n", "call", ["exec"]),
    "parameters": ("def f(a, b=1, *c, **d): pass\n", "parameter", ["a", "b=1", "*c", "**d"]),
    "parameters of Python 2": ("def f(a, (b, c)): pass\n", "parameter", ["a", "(b, c)"]),
    "parameters of Python 3": (
        "def f(a: int, /, b: int = 1, *, c): pass\n",
        "parameter",
        ["a: int", "b: int = 1", "c"],
    ),
    "no parameters": ("def f(self): pass\ndef g(cls): pass\nx = lambda a: a\n", "parameter", []),
    "comment": ("# a\nx = 1 # b\n", "comment", ["# a", "# b"]),
    "string": ("x = 'a' u'b'\n'''c'''\n", "string", ["'a'", "u'b'", "'''c'''"]),
    "boolean": ("x = a and b or not c\n", "boolean", ["or", "and"]),
    "negation": ("x = not a\n", "boolean.not", ["not a"]),
    "nest": ("x = lambda: 1\n", "nest", ["lambda: 1"]),
}
JAVA = {
    "import": ("import a.B; import a.*; import static a.B.c;", "include", ["a.B", "a.*", "a.B.c"]),
    "call": ("class A { void f() { g(); this.h(); a.b(); c.d.e(); } }", "call", ["g", "h", "a.b", "e"]),
    "creation": ("class A { Object o = new B(new c.D(), new E<F>()); }", "call", ["B", "c.D", "E"]),
    "parameters": (
        "class A { A(int a) {} void f(final B b, int... c) {} }",
        "parameter",
        ["int a", "final B b", "int... c"],
    ),
    "comment": ("// a\n/* b */ class A {}", "comment", ["// a", "/* b */"]),
    "string": (
        'class A { String s = "a"; char c = \'b\'; String t = """\n c"""; }',
        "string",
        ['"a"', "'b'", '"""\n c"""'],
    ),
    "boolean": ("class A { boolean a = b && c || d; }", "boolean", ["||", "&&"]),
    "other operators": ("class A { int a = b + c * d; }", "boolean", []),
    "negation": ("class A { boolean a = !b; int c = -d; }", "boolean.not", ["!b"]),
    "jump": ("class A { void f() { a: for (;;) { break a; } for (;;) { break; } } }", "jump", ["break a;"]),
    "nest": ("class A { F f = () -> 1; G g = new G() { }; H h = new H(); }", "nest", ["() -> 1", "{ }"]),
}
NAMED = {"include", "call", "boolean"}


def texts(tree, tag):
    """The names of marks that have one, the code of others."""
    data = tree.file.data
    return [
        mark.text if tag in NAMED else data[mark.span.start : mark.span.end].decode()
        for mark in tree.marks()
        if mark.tag == tag
    ]


@pytest.mark.parametrize(("code", "tag", "expected"), PYTHON.values(), ids=PYTHON)
def test_python(read, code, tag, expected):
    assert texts(read(code), tag) == expected


@pytest.mark.parametrize(("code", "tag", "expected"), JAVA.values(), ids=JAVA)
def test_java(read, code, tag, expected):
    assert texts(read(code, "java"), tag) == expected


UNITS = {
    "python": (
        "class A:\n  def a(self):\n    def b(): pass\n  @d\n  async def c(self): pass\ndef e(): pass\n",
        "python",
        ["module ", "class A", "method a", "function b", "method c", "function e"],
    ),
    "a function under a condition in a class": (
        "class A:\n  if x:\n    def a(self): pass\n",
        "python",
        ["module ", "class A", "function a"],
    ),
    "a file of one function": ("def f(): pass", "python", ["module ", "function f"]),
    "java": (
        "package a.b; class A { A() {} void b() {} class C {} } interface D { void e(); } enum F { G { void h() {} } }",
        "java",
        [
            "package a.b",
            "class A",
            "constructor A",
            "method b",
            "class C",
            "interface D",
            "method e",
            "enum F",
            "method h",
        ],
    ),
    "java of today": (
        "record A(int b) { A { } } @interface C { int d(); } sealed interface E permits F {}",
        "java",
        ["record A", "constructor A", "annotation C", "interface E"],
    ),
    "java without a package": ("class A {}", "java", ["class A"]),
    "anonymous class": ("class A { Object o = new B() { void c() {} }; }", "java", ["class A", "method c"]),
}


@pytest.mark.parametrize(("code", "language", "units"), UNITS.values(), ids=UNITS)
def test_units(read, code, language, units):
    marks = read(code, language).marks()
    assert [f"{m.tag.removeprefix('unit.')} {m.text}" for m in marks if m.tag.startswith("unit.")] == units


FLOW = {
    "if": ("if (a) b(); else if (c) d(); else e();", ["flow", "flow.elseif", "flow.else"], 2),
    "else with a loop": ("if (a) b(); else for (;;) c();", ["flow", "flow.else", "flow"], 2),
    "else with a block": ("if (a) { } else { if (c) d(); }", ["flow", "flow.else", "flow"], 2),
    "loops": ("for (;;) {} for (A b : c) {} while (d) {} do {} while (e);", ["flow"] * 4, 4),
    "old switch": ("switch (a) { case 1: case 2: b(); break; default: c(); }", ["flow"], 2),
    "new switch": ("int b = switch (a) { case 1, 2 -> 3; case 4 -> 5; default -> 6; };", ["flow"], 2),
    "patterns": ("switch (a) { case B b when b.c() -> d(); default -> e(); }", ["flow"], 1),
    "try": ("try { a(); } catch (B b) { } catch (C | D d) { } finally { }", ["flow"] * 2, 2),
    "ternary": ("int b = a ? 1 : 2;", ["flow"], 1),
    "nothing": ("synchronized (a) { b(); } assert c; return;", [], 0),
}


@pytest.mark.parametrize(("body", "flow", "decisions"), FLOW.values(), ids=FLOW)
def test_control_flow_of_java(read, body, flow, decisions):
    tree = read(f"class A {{ void f() {{ {body} }} }}", "java")
    tags = [mark.tag for mark in tree.marks()]
    assert (not tree.unparsed, [tag for tag in tags if tag.startswith("flow")]) == (True, flow)
    assert tags.count("decision") == decisions


PYTHON_FLOW = {
    "if": ("if a: b\nelif c: d\nelse: e", ["flow", "flow.elseif", "flow.else"], 2),
    "loops": ("for a in b: c\nelse: d\nwhile e: f\nelse: g", ["flow", "flow.else", "flow", "flow.else"], 2),
    "try": ("try: a\nexcept B, b: c\nexcept: d\nelse: e\nfinally: f", ["flow", "flow"], 2),
    "conditional expression": ("a = b if c else d", ["flow"], 1),
    "comprehension": ("a = [b for c in d for e in f if g]", ["flow"], 3),
    "generator": ("a = sum(b for c in d)", ["flow"], 1),
    "match": ("match a:\n  case 1: b\n  case 2 | 3: c\n  case _: d", ["flow"], 2),
    "async": ("async def f():\n  async for a in b: pass\n  async with c: pass", ["flow"], 1),
    "nothing": ("with a: b\nassert c\nraise d\nreturn e", [], 0),
}


@pytest.mark.parametrize(("code", "flow", "decisions"), PYTHON_FLOW.values(), ids=PYTHON_FLOW)
def test_control_flow_of_python(read, code, flow, decisions):
    tree = read(code + "\n")
    tags = [mark.tag for mark in tree.marks()]
    assert (not tree.unparsed, [tag for tag in tags if tag.startswith("flow")]) == (True, flow)
    assert tags.count("decision") == decisions


DYNAMIC = {
    "import by name": ("__import__(x)\n", "python", True),
    "eval": ("eval('x')\n", "python", True),
    "exec statement": ("exec x\n", "python", True),
    "an ordinary call": ("f(x)\n", "python", False),
    "a class by name": ("class A { Object o = Class.forName(b); }", "java", True),
    "a class that is known": ('class A { Object o = Class.forName("b.C"); }', "java", False),
    "another forName": ("class A { Object o = B.forName(b); }", "java", False),
}


@pytest.mark.parametrize(("code", "language", "dynamic"), DYNAMIC.values(), ids=DYNAMIC)
def test_calls_that_are_only_known_at_run_time(read, code, language, dynamic):
    calls = [mark for mark in read(code, language).marks() if mark.tag == "call"]
    assert [call.attributes.get("dynamic", False) for call in calls] == [dynamic]


def test_marks_come_in_order_the_larger_first(read):
    spans = [mark.span for mark in read("class A:\n  def b(self):\n    return c(d and e)\n").marks()]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len(spans) == 5
