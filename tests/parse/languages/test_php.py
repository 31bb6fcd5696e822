import pytest

INCLUDES = {
    "a name": ("require_once 'a/b.php';", ["a/b.php"]),
    "in parentheses": ('include("a.php");', ["a.php"]),
    "behind a constant": ("require DIR_WS . 'c.php';", ["c.php"]),
    "behind a variable": ("include($root . '/d.php');", ["/d.php"]),
    "behind a function": ("include dirname(__FILE__) . '/../e.php';", ["/../e.php"]),
    "only an extension": ("include $a . '.php';", ["$a . '.php'?"]),
    "a variable": ("require $file;", ["$file?"]),
    "a part at run time": ('include "f$g.php";', ['"f$g.php"?']),
    "a language file": ("require(DIR . $lang . '/' . FILE);", ["(DIR . $lang . '/' . FILE)?"]),
    "use": ("use A\\B as C, D;", ["A\\B", "D"]),
    "a group of use": ("use A\\{B, C};", ["A.B", "A.C"]),
    "nothing": ("$include = 'a.php';", []),
}
CALLS = {
    "function": ("a(b(1));", ["a", "b"]),
    "method": ("$db->query('a'); $this->save(); $this->db->close();", ["db.query", "save", "close"]),
    "class": ("A::b(); self::c(); parent::__construct();", ["A.b", "c", "__construct"]),
    "new": ("new A(); new B\\C;", ["A", "B\\C"]),
    "variable function": ("$f(1); $a['b'](2);", ["$f?", "$a['b']?"]),
    "variable class": ("new $class;\n$class::make();", ["$class?", "$class?"]),
    "variable method": ("$o->$m();\nA::$m();", ["$m?", "$m?"]),
    "by its name": ("call_user_func('a'); EVAL('b');", ["call_user_func?", "EVAL?"]),
}


@pytest.mark.parametrize(("code", "targets"), INCLUDES.values(), ids=INCLUDES)
def test_includes(see, code, targets):
    assert see(f"<?php {code}", "php").links("include") == targets


@pytest.mark.parametrize(("code", "targets"), CALLS.values(), ids=CALLS)
def test_calls(see, code, targets):
    assert see(f"<?php {code}", "php").links("call") == targets


def test_units(see):
    code = """<html><?php namespace N; interface I { function a(); } trait T { function b() {} }
    abstract class C extends D { var $x; function C(&$a, $b = 1) {} static function &e(...$f) {} }
    function g() { return function($h) { return fn($i) => $i; }; } enum E { case A; } ?></html>"""
    units = ["module demo", "namespace N", "interface I", "method a", "trait T", "method b", "class C", "method C"]
    assert see(code, "php").units == [*units, "method e", "function g", "enum E"]


FLOW = {
    "if": ("if ($a) {} elseif ($b) {} else if ($c) {} else {}", 4, 4),
    "with colons": ("if ($a): elseif ($b): else: endif;", 3, 3),
    "loops": ("for (;;) {} foreach ($a as $b) {} while ($c) {} do {} while ($d);", 5, 4),
    "nested": ("while ($a) { if ($b) { c(); } }", 3, 3),
    "switch": ("switch ($a) { case 1: case 2: break; default: }", 3, 1),
    "match": ("$a = match($b) { 1, 2 => 3, 4 => 5, default => 6 };", 3, 1),
    "try": ("try { } catch (A $a) { } finally { }", 2, 1),
    "conditions": ("return $a && $b && $c || !$d;", 4, 2),
    "words": ("if ($a and $b) {} $c = d() or die('e');", 4, 3),
    "ternary": ("$a = $b ? 1 : 2; $c = $d ?: 3; $e = $f ?? 4;", 3, 2),
    "jumps": ("while ($a) { while ($b) { break 2; } } goto end; end:", 3, 5),
    "anonymous": ("$a = function () use ($b) { if ($b) {} };", 2, 2),
    "nothing": ("$a = 1; break; echo 'if'; return;", 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    seen = see(f"<?php function f($a, &$b, ...$c) {{ {code} }}", "php")
    assert (seen.unparsed, seen.numbers("f")) == ([], (cyclomatic, cognitive, 3))


def test_code_between_html(see):
    seen = see("<ul><?php foreach ($a as $b): ?><li>&nbsp;<?php if ($b) { ?><b/><?php } endforeach; ?></ul>", "php")
    assert (seen.unparsed, seen.numbers("demo")) == ([], (3, 3, 0))


def test_latin_letters_keep_their_places(see):
    seen = see("<?php // \xe9\xe9n\nfunction \xe9\xe9n() {} f('\xeb');", "php", "cp1252")
    assert (seen.units, seen.links("call")) == (["module demo", "function één"], ["f"])
    assert seen.tree.marks()[-1].span.end == len(seen.tree.file.data) - 2


def test_letters_of_a_text_in_braces(see):
    seen = see("<?php $a = $b{0} . $this->c{$d + 1} . $e['f']{strlen($g)};\nif ($h) { $i = 1; }", "php")
    assert (seen.unparsed, seen.links("call")) == ([], ["strlen"])
