"""What gave a list in Python 2 and gives a view or an iterator in Python 3.

`d.keys()`, `map()`, `filter()`, `zip()` and `range()` are put into `list()`
unless the place only goes through them once, and `d.iteritems()` becomes
`d.items()`. A loop over a view stays as it is when its body cannot change the
dictionary; where that is not plain, the list stays.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from legacyctl.codemods.python2.module import Module
from legacyctl.codemods.python2.mutation import CONSUMERS, may_change
from legacyctl.patch import Edit

_VIEWS: Final = frozenset({"keys", "values", "items"})
_ITERATORS: Final = {"iterkeys": "keys", "itervalues": "values", "iteritems": "items"}
_OLD_VIEWS: Final = {"viewkeys": "keys", "viewvalues": "values", "viewitems": "items"}
_LAZY: Final = frozenset({"map", "filter", "zip"})
# Methods that go through their argument at once.
_CONSUMING_METHODS: Final = frozenset(
    [
        "difference",
        "difference_update",
        "extend",
        "fromkeys",
        "intersection",
        "intersection_update",
        "issubset",
        "issuperset",
        "join",
        "symmetric_difference",
        "union",
        "update",
        "writelines",
    ],
)
# Functions of itertools, which are iterators themselves.
_ITERTOOLS: Final = frozenset(
    [
        "chain",
        "compress",
        "dropwhile",
        "from_iterable",
        "groupby",
        "ifilter",
        "ifilterfalse",
        "imap",
        "islice",
        "izip",
        "izip_longest",
        "starmap",
        "takewhile",
    ],
)


def edits(module: Module) -> Iterator[Edit]:
    """Give the edits of a Python 2 module whose syntax is Python 3 already."""
    for call in module.all(ast.Call):
        found = kind(module, call)
        if found in ("view", "lazy", "range"):
            if not _fits(module, call, found):
                yield from module.wrapped(call, "list(")
        elif found in ("iterator", "old view"):
            yield from _renamed(module, call, found)


def signs(module: Module) -> Iterator[ast.AST]:
    """Give the places that only Python 2 can run: `d.iteritems()`, and an index of what `map` gives."""
    for call in module.all(ast.Call):
        found = kind(module, call)
        if found in ("iterator", "old view") or (found == "lazy" and _needs_list(module, call)):
            yield call


def weak_signs(module: Module) -> Iterator[ast.AST]:
    """Give the places that use `d.keys()` as a list; some other classes still give one."""
    for call in module.all(ast.Call):
        if kind(module, call) == "view" and _needs_list(module, call):
            yield call


def kind(module: Module, call: ast.Call) -> str:
    """Say what a call gives: "view", "iterator", "old view", "lazy", "range" or ""."""
    function = call.func
    if isinstance(function, ast.Attribute) and not call.args and not call.keywords:
        name = function.attr
        return (
            "view" if name in _VIEWS else "iterator" if name in _ITERATORS else "old view" if name in _OLD_VIEWS else ""
        )
    if isinstance(function, ast.Name) and call.args and module.free(function.id):
        return "lazy" if function.id in _LAZY else "range" if function.id == "range" else ""
    return ""


def _needs_list(module: Module, call: ast.Call) -> bool:
    parent = module.parents[call]
    if isinstance(parent, ast.Subscript):
        return parent.value is call
    if isinstance(parent, ast.BinOp):
        return isinstance(parent.op, ast.Add)
    return isinstance(parent, ast.Attribute) and parent.attr in ("sort", "append", "index", "reverse")


def _renamed(module: Module, call: ast.Call, gives: str) -> Iterator[Edit]:
    function = call.func
    if not isinstance(function, ast.Attribute) or _own_method(module, function):
        return
    new = {**_ITERATORS, **_OLD_VIEWS}[function.attr]
    yield Edit(module.end(function) - len(function.attr), module.end(function), new.encode())
    if gives == "iterator" and not _fits(module, call, "iterator"):
        yield from module.wrapped(call, "iter(")


def _own_method(module: Module, function: ast.Attribute) -> bool:
    """Whether the class itself defines the method, so that its name is its own affair."""
    own = isinstance(function.value, ast.Name) and function.value.id == "self"
    return own and any(isinstance(node, ast.FunctionDef) for node in module.bindings.get(function.attr, ()))


def _fits(module: Module, node: ast.expr, gives: str) -> bool:
    """Whether what Python 3 gives does as well as a list at this place."""
    parent = module.parents[node]
    if isinstance(parent, ast.Call):
        return node in parent.args and _fits_call(module, parent, node, gives)
    if isinstance(parent, ast.Assign):
        return parent.value is node and _fits_target(module, parent, gives)
    return _goes_through(module, parent, node, gives) or (gives in ("view", "range") and _only_truth(parent, node))


def _goes_through(module: Module, parent: ast.AST, node: ast.expr, gives: str) -> bool:
    """Whether a place only goes through the value, once."""
    if isinstance(parent, ast.For | ast.AsyncFor):
        return parent.iter is node and (gives in ("range", "iterator") or not may_change(module, parent, node))
    if isinstance(parent, ast.comprehension):
        return parent.iter is node
    if isinstance(parent, ast.Compare):
        return all(isinstance(operator, ast.In | ast.NotIn) for operator in parent.ops)
    if isinstance(parent, ast.Subscript):
        return gives == "range" and parent.value is node and not isinstance(parent.slice, ast.Slice)
    return isinstance(parent, ast.Starred)


def _only_truth(parent: ast.AST, node: ast.expr) -> bool:
    """Whether only the truth of a value is asked; a view and a range have a length, an iterator has not."""
    if isinstance(parent, ast.If | ast.While | ast.IfExp):
        return parent.test is node
    return (isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)) or isinstance(parent, ast.Expr)


def _fits_call(module: Module, call: ast.Call, node: ast.expr, gives: str) -> bool:
    """Whether a function that gets the value goes through it at once, or gives an iterator over it."""
    function = call.func
    name = getattr(function, "attr", getattr(function, "id", ""))
    if name in _ITERTOOLS:
        return gives == "iterator" or _fits(module, call, "lazy")
    if isinstance(function, ast.Attribute):
        return name in _CONSUMING_METHODS and len(call.args) == 1
    return isinstance(function, ast.Name) and module.free(name) and _fits_builtin(module, call, node, gives)


def _fits_builtin(module: Module, call: ast.Call, node: ast.expr, gives: str) -> bool:
    name = getattr(call.func, "id", "")
    alone = len(call.args) == 1
    place = call.args.index(node)
    return (
        (name in CONSUMERS and alone)
        or (name == "len" and gives in ("view", "range"))
        or (name == "reduce" and place == 1)
        or name in ("iter", "zip")
        or (name in _LAZY and place > 0)
        or (name == "enumerate" and _fits(module, call, "lazy"))
    )


def _fits_target(module: Module, assign: ast.Assign, gives: str) -> bool:
    """Whether an assignment takes the value apart, or keeps a range that is only read."""
    targets = assign.targets
    if all(isinstance(target, ast.Tuple | ast.List) for target in targets):
        return True
    target = targets[0]
    if gives != "range" or len(targets) > 1 or not isinstance(target, ast.Name) or len(module.bindings[target.id]) > 1:
        return False
    # A name of a class or module can be read from elsewhere.
    if not isinstance(module.scope(assign), ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    return all(_fits(module, name, "range") and not _rebound(module, name) for name in module.loads(target.id))


def _rebound(module: Module, name: ast.Name) -> bool:
    parent = module.parents[name]
    written = isinstance(parent, ast.Subscript) and not isinstance(parent.ctx, ast.Load)
    return written or isinstance(parent, ast.Assign)
