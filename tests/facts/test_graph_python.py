"""Python: dotted paths, relative imports, the implicit ones of Python 2, and calls through a module."""

import pytest

from .estate import edges, file, graph, link, reasons, unit


def module(path, *pieces):
    name = path.rpartition("/")[2].removesuffix(".py")
    return file(path, "python", unit("module", name), *pieces)


def imports(target):
    return link("include", target, 2)


PACKAGE = [
    module("lib/tax/__init__.py"),
    module("lib/tax/rates.py", unit("function", "rate", 3, 4)),
    module("lib/tax/sub/__init__.py"),
    module("lib/tax/sub/deep.py"),
    module("other/rates.py"),
]
FOUND = {
    "absolute": ("main.py", "tax.rates", ["lib/tax/rates.py"]),
    "package": ("main.py", "tax", ["lib/tax/__init__.py"]),
    "relative": ("lib/tax/sub/asks.py", "..rates", ["lib/tax/rates.py"]),
    "relative, beside": ("lib/tax/asks.py", ".rates", ["lib/tax/rates.py"]),
    "relative, package itself": ("lib/tax/asks.py", ".", ["lib/tax/__init__.py"]),
    "implicit, beside": ("lib/tax/asks.py", "rates", ["lib/tax/rates.py"]),
    "not out of a package": ("main.py", "rates", ["other/rates.py"]),
    "not into a package": ("main.py", "sub.deep", []),
}


@pytest.mark.parametrize(("path", "target", "paths"), FOUND.values(), ids=FOUND)
def test_an_import_leads_to(path, target, paths):
    made = graph(module(path, imports(target)), *PACKAGE)
    assert [made.by_id[one.target].path for one in made.edges if made.by_id[one.target].kind == "module"] == paths


NOT_HERE = {
    "standard library": ("os.path", "external"),
    "Python 2's library": ("urllib2", "external"),
    "a library": ("numpy.linalg", "external"),
    "a part of a package that is here": ("tax.gone", "missing"),
    "relative": (".gone", "missing"),
    "behind a module of ours": ("rates.deep", "external"),
}


@pytest.mark.parametrize(("target", "reason"), NOT_HERE.values(), ids=NOT_HERE)
def test_an_import_that_is_not_here(target, reason):
    assert reasons(graph(module("lib/tax/asks.py", imports(target)), *PACKAGE)) == {("includes", reason): 1}


CALLS = {
    "from a module": ([imports("tax.rates"), link("call", "rate", 5)], "rates.rate"),
    "through a module": ([imports("tax.rates"), link("call", "rates.rate", 5)], "rates.rate"),
    "through a module of a package": ([imports("tax"), link("call", "rates.rate", 5)], "rates.rate"),
    "something that is not seen": ([imports("tax"), link("call", "rates.other", 5)], "rates"),
    "own function": ([unit("function", "own", 3, 4), link("call", "own", 5)], "main.own"),
}


@pytest.mark.parametrize(("pieces", "name"), CALLS.values(), ids=CALLS)
def test_a_call_leads_to(pieces, name):
    made = graph(module("main.py", *pieces), *PACKAGE)
    assert [edge[2] for edge in edges(made, "calls")] == [name]


def test_self_is_the_class_around_it():
    cls = [unit("class", "A", 3, 20), unit("method", "f", 4, 8), unit("method", "g", 9, 20)]
    made = graph(module("a.py", *cls, link("call", "self.g", 5, "f"), link("call", "self.gone", 6, "f")))
    assert edges(made) == [("a.A.f", "calls", "a.A.g")]
    assert reasons(made) == {("calls", "resolved"): 1, ("calls", "untyped"): 1}


LOOSE = {
    "built in": ("len", "external"),
    "of the library": ("os.getcwd", "external"),
    "on an object": ("row.get", "untyped"),
}


@pytest.mark.parametrize(("target", "reason"), LOOSE.values(), ids=LOOSE)
def test_a_call_that_leads_nowhere_here(target, reason):
    made = graph(module("a.py", imports("os"), link("call", target, 5)))
    assert reasons(made)["calls", reason] == 1
