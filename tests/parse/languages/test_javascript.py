import pytest

INCLUDES = {
    "import": ("import a, {b} from 'c'; import 'd'; export * from './e';", ["c", "d", "./e"]),
    "require": ("var a = require('b'); require.resolve('c');", ["b"]),
    "require at run time": ("require(name); require('a' + b);", ["name?", "'a' + b?"]),
    "import at run time": ("import('a'); import(b);", ["a", "b?"]),
    "modules in the style of AMD": ("define(['a', './b'], function (a) {});", ["a", "./b"]),
    "nothing": ("export default 1; define('a');", []),
}
CALLS = {
    "function": ("a(b(1));", ["a", "b"]),
    "method": ("a.b(1); a.b.c(2); this.d(3); e().f();", ["a.b", "c", "d", "f", "e"]),
    "new": ("new A(); new b.C(); new d.e.F();", ["A", "b.C", "F"]),
    "by a name in a text": ("a['b'](1);", ["a['b']"]),
    "at run time": ("a[b](1); new a[b]();\neval('c'); new Function('d');", ["a[b]?", "eval?", "Function?"]),
    "a text that runs later": ("setTimeout('a()', 1);\nsetTimeout(a, 1);", ["setTimeout?", "setTimeout"]),
    "nothing": ("require('a'); (function () {})();", []),
}


@pytest.mark.parametrize("language", ["javascript", "typescript"])
@pytest.mark.parametrize(("code", "targets"), INCLUDES.values(), ids=INCLUDES)
def test_includes(see, code, targets, language):
    assert see(code, language).links("include") == targets


@pytest.mark.parametrize("language", ["javascript", "typescript"])
@pytest.mark.parametrize(("code", "targets"), CALLS.values(), ids=CALLS)
def test_calls(see, code, targets, language):
    assert see(code, language).links("call") == targets


UNITS = {
    "functions": ("function a() {} function* b() {}", ["function a", "function b"]),
    "a variable": (
        "var a = function () {}, b = function c() {}, d = () => 1;",
        ["function a", "function b", "function d"],
    ),
    "a property": ("A.b = function () {}; A['c'] = function () {};", ["function A.b", "function A['c']"]),
    "an object": ("x({a: function () {}, 'b': function () {}, c() {}});", ["function a", "function b", "method c"]),
    "a class": (
        "class A { constructor() {} b() {} static c() {} d = () => 1; get e() {} }",
        ["class A", "constructor constructor", "method b", "method c", "function d", "method e"],
    ),
    "a name of its own": ("x(function a() {});", ["function a"]),
    "nothing": ("x(function () {}, () => 1); (function () {})();", []),
}


@pytest.mark.parametrize("language", ["javascript", "typescript"])
@pytest.mark.parametrize(("code", "units"), UNITS.values(), ids=UNITS)
def test_units(see, code, units, language):
    assert see(code, language).units == ["module demo", *units]


def test_units_of_typescript(see):
    code = """namespace A.B { export function c(this: D, e: string, f?: number, ...g: any[]): void {} }
    declare module "h" {} interface I { j(): void } enum K { L } abstract class M { abstract n(): void; o?() {} }"""
    seen = see(code, "typescript")
    units = ["namespace A.B", "function c", "namespace h", "interface I", "enum K", "class M", "method n", "method o"]
    assert (seen.units, seen.numbers("c")) == (["module demo", *units], (1, 0, 3))


FLOW = {
    "if": ("if (a) {} else if (b) {} else {}", 3, 3),
    "else without a block": ("if (a) b(); else return c;", 2, 2),
    "loops": ("for (;;) {} for (a in b) {} for (c of d) {} while (e) {} do {} while (f)", 6, 5),
    "nested": ("while (a) { if (b) { c(); } }", 3, 3),
    "switch": ("switch (a) { case 1: case 2: break; default: }", 3, 1),
    "try": ("try { } catch (a) { } finally { }", 2, 1),
    "conditions": ("return a && b && c || !d;", 4, 2),
    "ternary": ("return a ? b : c ? d : e;", 3, 3),
    "jumps": ("a: for (;;) { continue a; }", 2, 2),
    "in a callback": ("a.each(function (b) { if (b) { c(); } });", 2, 2),
    "in a function of its own": ("var c = function () { if (a) {} };", 1, 0),
    "nothing": ("var a = 1; b ?? c; return;", 1, 0),
}


@pytest.mark.parametrize("language", ["javascript", "typescript"])
@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive, language):
    seen = see(f"function f(a, {{b}}, c = 1, ...d) {{ {code} }}", language)
    assert (seen.unparsed, seen.numbers("f")) == ([], (cyclomatic, cognitive, 4))


def test_a_callback_with_a_name_is_a_unit_and_no_deeper(see):
    assert see("x(function a() { if (b) {} });", "javascript").numbers("a") == (2, 1, 0)


PARAMETERS = {
    "assigned": "A.f = function (a, b) { c(function (d) {}); };",
    "in a variable": "var f = (a, b) => { c(d => 1); };",
    "in an object": "x({f: function (a, b) {}});",
    "method": "class A { f(a, b) {} }",
}


@pytest.mark.parametrize("code", PARAMETERS.values(), ids=PARAMETERS)
def test_parameters(see, code):
    units = see(code, "javascript").facts.units
    assert [unit.parameters for unit in units if unit.name in ("f", "A.f")] == [2]


def test_text(see):
    seen = see("// a\nvar b = 'c' + `d${e}`; /* f */ <!-- g\n", "javascript")
    assert (seen.pieces("comment"), seen.pieces("string")) == (["// a", "/* f */", "<!-- g"], ["'c'", "`d${e}`"])
