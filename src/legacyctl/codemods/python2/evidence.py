"""Is a text Python 2? Only a text that is may be changed.

It is when Python 3 cannot parse it, or when it does something that can only
have been meant for Python 2: a module, built-in or method that is gone, and
nothing in the text that provides for its absence.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacyctl.codemods.python2 import classes, imports, names, relative, sorting, statements, views
from legacyctl.codemods.python2.module import Module

_NEW = (ast.AnnAssign, ast.AsyncFunctionDef, ast.JoinedStr, ast.Match, ast.NamedExpr, ast.Nonlocal, ast.YieldFrom)
# Gone, and turned into something else by the fixers.
_GONE_CALLS = ("apply", "execfile")
_GONE_METHODS = frozenset({"has_key", "xreadlines"})
_GONE_ATTRIBUTES = frozenset(
    [
        "func_closure",
        "func_code",
        "func_defaults",
        "func_dict",
        "func_doc",
        "func_globals",
        "func_name",
        "im_class",
        "im_func",
        "im_self",
    ],
)


def is_python2(module: Module, siblings: frozenset[str], *, package: bool) -> bool:
    """Whether a text that Python 3 parses was still written for Python 2."""
    return (
        any(_signs(module)) or imports.plan(module, siblings).certain or (package and relative.signs(module, siblings))
    )


def _signs(module: Module) -> Iterator[bool]:
    """Give True for every sign, the cheap ones first."""
    yield any(_statements(module))
    yield any(_attributes(module))
    yield any(True for _ in views.signs(module))
    yield any(True for _ in sorting.sorts(module))
    yield any(True for _ in classes.edits(module))
    if not any(alias.name == "*" for alias in module.all(ast.alias)):
        # What a star import brings may bear any name.
        yield _old_names(module)
    if not any(_python3(node) for node in module.nodes):
        yield any(True for _ in views.weak_signs(module)) or statements.signs(module)


def _python3(node: ast.AST) -> bool:
    """Whether a node cannot have been written for Python 2."""
    if isinstance(node, ast.arguments):
        return bool(node.kwonlyargs)
    if isinstance(node, ast.Raise):
        return node.cause is not None
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args
    return isinstance(node, _NEW) or getattr(node, "annotation", None) is not None


def _old_names(module: Module) -> bool:
    old = any(True for _ in names.edits(module)) or any(True for _ in names.string_calls(module))
    old = old or bool(names.homeless(module))
    gone = any(module.free(name) and any(True for _ in module.loads(name)) for name in _GONE_CALLS)
    return old or gone or sorting.compares(module)


def _statements(module: Module) -> Iterator[bool]:
    """Find print and exec statements that Python 3 reads as expressions, and metaclasses."""
    for node in module.all(ast.Expr):
        yield "print_function" not in module.future and module.free("print") and _is_print(node.value)
        yield isinstance(node.value, ast.Compare) and _is_call(node.value.left, "exec")
    for owner in module.all(ast.ClassDef):
        yield any(
            isinstance(node, ast.Assign)
            and any(isinstance(target, ast.Name) and target.id == "__metaclass__" for target in node.targets)
            for node in owner.body
        )


def _attributes(module: Module) -> Iterator[bool]:
    for node in module.all(ast.Attribute):
        if node.attr in _GONE_METHODS:
            call = module.parents[node]
            yield isinstance(call, ast.Call) and call.func is node
        else:
            yield node.attr in _GONE_ATTRIBUTES


def _is_print(value: ast.expr) -> bool:
    """Whether a statement starts with the word print and is no call of it."""
    if isinstance(value, ast.Name):
        return value.id == "print"
    if isinstance(value, ast.Tuple) and value.elts:
        value = value.elts[0]
        return _is_call(value, "print") or _is_print(value)
    if not isinstance(value, ast.BinOp):
        return False
    while isinstance(value, ast.BinOp):
        value = value.left
    return _is_call(value, "print") or (isinstance(value, ast.Name) and value.id == "print")


def _is_call(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
