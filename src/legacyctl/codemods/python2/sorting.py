"""Sorting by a comparison function, and the comparison `cmp` itself.

`x.sort(f)`, `x.sort(cmp=f)` and `sorted(x, f)` get `key=cmp_to_key(f)`.
A module that uses the built-in `cmp` gets a function of that name which
compares as Python 2 did.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacyctl.codemods.python2.guards import guarded_name
from legacyctl.codemods.python2.module import Module
from legacyctl.patch import Edit

COMPARE = '''

def cmp(a, b):
    """Compare as Python 2 did: -1, 0 or 1."""
    return (a > b) - (a < b)
'''
_WRAP = "key=cmp_to_key("


def sorts(module: Module) -> Iterator[Edit]:
    """Give the edits of the calls that sort by comparing; they need `functools.cmp_to_key`."""
    for call in module.all(ast.Call):
        argument = _comparison(module, call)
        if isinstance(argument, ast.keyword):
            if _is_none(argument.value):
                continue
            yield Edit(module.start(argument), module.start(argument.value), _WRAP.encode())
            yield Edit(module.end(argument.value), module.end(argument.value), b")")
        elif argument is not None:
            yield from module.wrapped(argument, _WRAP)


def compares(module: Module) -> bool:
    """Whether the module uses the built-in `cmp`."""
    return module.free("cmp") and any(not guarded_name(module, name) for name in module.loads("cmp"))


def _comparison(module: Module, call: ast.Call) -> ast.expr | ast.keyword | None:
    """Give the argument that compares two elements, or None."""
    function = call.func
    names = {keyword.arg for keyword in call.keywords}
    if isinstance(function, ast.Attribute) and function.attr == "sort":
        place = 0
    elif isinstance(function, ast.Name) and function.id == "sorted" and module.free("sorted"):
        place = 1
    else:
        return None
    keyword = next((keyword for keyword in call.keywords if keyword.arg == "cmp"), None)
    if keyword is not None:
        return keyword if "key" not in names else None
    alone = len(call.args) == place + 1 and not names & {"key", None} and not isinstance(call.args[place], ast.Starred)
    return call.args[place] if alone and _compares_two(module, call.args[place]) else None


def _compares_two(module: Module, node: ast.expr) -> bool:
    """Whether an argument can be a comparison: a lambda of two, or a name or attribute of a function."""
    if isinstance(node, ast.Lambda):
        return len(node.args.args) == 2
    if isinstance(node, ast.Name):
        bound = [found for found in module.bindings.get(node.id, ()) if isinstance(found, ast.FunctionDef)]
        return node.id == "cmp" or any(len(found.args.args) == 2 for found in bound)
    return isinstance(node, ast.Attribute) and ("cmp" in node.attr.lower() or "compare" in node.attr.lower())


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None
