import pytest

LINKS = {
    "library": ("library(a); require('b'); requireNamespace(\"c\")", "include", ["a", "b", "c"]),
    "source": ("source('a.R'); source(b)", "include", ["a.R", "b?"]),
    "functions": ("a(b(1)); c::d(2)", "call", ["a", "b", "c::d"]),
    "members": ("a$b(1); a@c(2); a$d$e(3)", "call", ["a.b", "a.c", "e"]),
    "at run time": ("do.call(a, b)\neval(c)\nd[[1]](2)", "call", ["do.call?", "eval?", "d[[1]]?"]),
    "nothing": ("library(a); x <- 1", "call", []),
}


@pytest.mark.parametrize(("code", "kind", "targets"), LINKS.values(), ids=LINKS)
def test_links(see, code, kind, targets):
    assert see(code, "r").links(kind) == targets


UNITS = {
    "assigned": (
        "a <- function(b, c = 1, ...) 2; d = function() 1; e <<- function() 1",
        ["function a", "function d", "function e"],
    ),
    "a text and a member": ("'a' <- function() 1; b$c <- function() 2", ["function a", "function b$c"]),
    "methods": (
        "setMethod('a', 'B', function(x) 1); R6Class('C', public = list(d = function() 1))",
        ["method a", "method d"],
    ),
    "nothing": ("sapply(a, function(b) b); x <- 1", []),
}


@pytest.mark.parametrize(("code", "units"), UNITS.values(), ids=UNITS)
def test_units(see, code, units):
    assert see(code, "r").units == ["module demo", *units]


def test_a_method_is_no_deeper_than_a_function(see):
    assert see("setMethod('a', 'B', function(x) if (x) 1)", "r").numbers("a") == (2, 1, 0)


FLOW = {
    "if": ("if (a) b else if (c) d else e", 3, 3),
    "else with a block": ("if (a) { b() } else { c() }", 2, 2),
    "loops": ("for (i in 1:2) next; while (a) break; repeat { b() }", 4, 3),
    "nested": ("while (a) { if (b) c() }", 3, 3),
    "switch": ("switch(a, x = 1, y = 2, 3)", 3, 1),
    "conditions": ("a && b && c || !d", 4, 2),
    "vectors": ("a & b | c", 1, 0),
    "anonymous": ("lapply(a, function(b) if (b) c())", 2, 2),
    "nothing": ("x <- a + b", 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    seen = see(f"f <- function(a, b = 1, ...) {{ {code} }}", "r")
    assert (seen.unparsed, seen.numbers("f")) == ([], (cyclomatic, cognitive, 3))
