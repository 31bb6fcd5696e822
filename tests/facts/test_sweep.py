"""The metrics, on examples of our own of the kinds that the published definitions explain."""

import pytest


def java(body):
    return f"class Uitkering {{ int f(int a, boolean b, boolean c) {{ {body} }} }}"


COGNITIVE_JAVA = {
    "straight": ("a = a + 1; return a;", 0),
    "if": ("if (b) a = 1;", 1),
    "if, else": ("if (b) { a = 1; } else { a = 2; }", 2),
    "if, else if, else": ("if (b) { a = 1; } else if (c) { a = 2; } else { a = 3; }", 3),
    "an if in a loop": ("for (;;) { if (b) a = 1; }", 3),
    "three deep": ("for (;;) { while (b) { if (c) a = 1; } }", 6),
    "after a loop the depth is back": ("for (;;) { a = 1; } if (b) a = 2;", 2),
    "one right behind the other": ("if (b) {}if (c) {}", 2),
    "in an else": ("if (b) { } else { while (c) { a = 1; } }", 4),
    "in an else if": ("if (b) { } else if (c) { while (c) { a = 1; } }", 4),
    "a switch costs once, whatever its cases": ("switch (a) { case 1: case 2: a = 3; break; default: a = 4; }", 1),
    "an if in a case": ("switch (a) { case 1: if (b) a = 3; }", 3),
    "try is free, catch is not": ("try { if (b) a = 1; } catch (E e) { if (c) a = 2; } finally { a = 3; }", 4),
    "ternary": ("return b ? 1 : 2;", 1),
    "ternary in a ternary": ("return b ? 1 : c ? 2 : 3;", 3),
    "labelled jump": ("uit: for (;;) { for (;;) { continue uit; } }", 4),
    "plain jump": ("for (;;) { break; }", 1),
    "a run of and": ("return a > 1 && b && c;", 1),
    "and, then or": ("return a > 1 && b || c;", 2),
    "and, or, and": ("return b && c || c && a > 1;", 3),
    "a run through brackets": ("return b && (c && a > 1);", 1),
    "not ends a run": ("return b && !(c && a > 1);", 2),
    "a run in an argument is its own": ("return b && g(b && c);", 2),
    "two statements, two runs": ("b = b && c; c = c && b;", 2),
    "two sides of a comparison": ("return (b && c) == (c && b);", 2),
    "conditions of an if": ("if (b && c || a > 1) a = 1;", 3),
    "a lambda deepens": ("Runnable r = () -> { if (b) g(); };", 2),
    "a lambda is free itself": ("Runnable r = () -> g();", 0),
}


@pytest.mark.parametrize(("body", "cost"), COGNITIVE_JAVA.values(), ids=COGNITIVE_JAVA)
def test_cognitive_complexity_of_java(unit, body, cost):
    assert unit(java(body), "f", "java").cognitive == cost


COGNITIVE_PYTHON = {
    "straight": ("a = 1", 0),
    "if, elif, else": ("if a: b\n elif c: d\n else: e", 3),
    "an if in an else": ("if a: b\n else:\n  if c: d", 4),
    "loop with else": ("for a in b: c\n else: d", 2),
    "try": ("try: a\n except B:\n  if c: d\n finally: e", 3),
    "conditional expression in a loop": ("while a: b = c if d else e", 3),
    "comprehension": ("a = [b for c in d for e in c if e]", 1),
    "comprehension in an if": ("if a: b = [c for c in d]", 3),
    "booleans": ("a = b and c and d or not (e or f)", 3),
    "lambda": ("a = lambda b: b if c else d", 2),
    "with is free": ("with a:\n  if b: c", 1),
}


@pytest.mark.parametrize(("body", "cost"), COGNITIVE_PYTHON.values(), ids=COGNITIVE_PYTHON)
def test_cognitive_complexity_of_python(unit, body, cost):
    assert unit(f"def f(a):\n {body}\n", "f").cognitive == cost


CYCLOMATIC = {
    "straight": ("return a;", 1),
    "if": ("if (b) a = 1; else a = 2;", 2),
    "if, else if": ("if (b) a = 1; else if (c) a = 2; else a = 3;", 3),
    "loops": ("for (;;) {} while (b) {} do {} while (c);", 4),
    "cases but default": ("switch (a) { case 1: case 2: a = 1; default: a = 2; }", 3),
    "booleans": ("if (b && c || a > 1) a = 1;", 4),
    "catch": ("try { } catch (E e) { } finally { }", 2),
    "ternary": ("return b ? 1 : 2;", 2),
    "a lambda counts for its method": ("Runnable r = () -> { if (b) g(); };", 2),
}


@pytest.mark.parametrize(("body", "number"), CYCLOMATIC.values(), ids=CYCLOMATIC)
def test_cyclomatic_complexity(unit, body, number):
    assert unit(java(body), "f", "java").cyclomatic == number


NESTING = {
    "none": ("g();", 0),
    "one": ("if (b) g(); if (c) g();", 1),
    "two": ("for (;;) { if (b) g(); }", 2),
    "else if goes no deeper": ("if (b) g(); else if (c) g(); else if (b) g();", 1),
    "try does not nest": ("try { if (b) g(); } finally { }", 1),
    "a lambda does not nest": ("Runnable r = () -> { if (b) g(); };", 1),
}


@pytest.mark.parametrize(("body", "depth"), NESTING.values(), ids=NESTING)
def test_nesting(unit, body, depth):
    assert unit(java(body), "f", "java").nesting == depth


PARAMETERS = {
    "none": ("def f(): pass\n", 0),
    "self is none": ("class A:\n def f(self): pass\n", 0),
    "all kinds": ("def f(a, b=1, *c, **d): pass\n", 4),
    "those of an inner function are its own": ("def f(a):\n def g(b, c): pass\n", 1),
    "those of a lambda are nobody's": ("def f(a):\n return lambda b, c: a\n", 1),
}


def test_parameters_of_a_lambda_of_java_are_nobodys(unit):
    code = "class A { F f(int a) { return (int b, int c) -> a; } G g = new G() { void h(int d, int e) {} }; }"
    assert [unit(code, name, "java").parameters for name in ("f", "h", "A")] == [1, 2, 0]


@pytest.mark.parametrize(("code", "count"), PARAMETERS.values(), ids=PARAMETERS)
def test_parameters(unit, code, count):
    assert unit(code, "f").parameters == count


INNER = """\
if a: b
class K:
    if c: d
    def m(self):
        if e:
            def n():
                if g: h
            n()
        return [i for i in j if i]
"""


def test_a_mark_counts_for_the_innermost_unit(facts):
    found = {u.name: (u.cyclomatic, u.cognitive, u.nesting, u.parent) for u in facts(INNER).units}
    assert found == {
        "demo": (2, 1, 1, ""),
        "K": (2, 1, 1, "demo"),
        "m": (4, 2, 1, "K"),
        # n stands one level deep in m, and is itself one level more.
        "n": (2, 3, 1, "m"),
    }


def test_a_class_in_a_method_deepens_its_methods_once(unit):
    code = java("new Object() { public String g() { if (b) return x; return y; } };")
    assert (unit(code, "g", "java").cognitive, unit(code, "f", "java").cognitive) == (3, 0)


def test_a_method_of_a_class_under_a_condition_starts_at_nought(unit):
    assert unit("if a:\n  class B:\n    def f(self):\n      if c: d\n", "f").cognitive == 1


LINKS = {
    "imports": (
        "import a, b\nfrom c import d\n",
        [("include", "a", 1, "demo"), ("include", "b", 1, "demo"), ("include", "c", 2, "demo")],
    ),
    "calls by unit": ("def f():\n  g()\nh()\n", [("call", "g", 2, "f"), ("call", "h", 3, "demo")]),
    "twice in a line is once": ("f(f(1), f(2))\n", [("call", "f", 1, "demo")]),
    "twice in two lines is twice": ("f(1)\nf(2)\n", [("call", "f", 1, "demo"), ("call", "f", 2, "demo")]),
}


@pytest.mark.parametrize(("code", "links"), LINKS.values(), ids=LINKS)
def test_links(facts, code, links):
    assert [(link.kind, link.target, link.line, link.unit) for link in facts(code).links] == links


def test_a_link_outside_all_units_belongs_to_the_file(facts):
    links = facts("import a.B; class C { }", "java").links
    assert [(link.target, link.unit) for link in links] == [("a.B", "")]


def test_dynamic_links_are_told_apart(facts):
    links = facts("__import__(a)\nb()\n").links
    assert [(link.target, link.dynamic) for link in links] == [("__import__", True), ("b", False)]
