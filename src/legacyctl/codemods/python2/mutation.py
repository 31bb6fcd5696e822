"""Whether the body of a loop may change what the loop goes through.

A view of a dictionary breaks off when the dictionary grows or shrinks; a list
did not mind. Where the body calls what may reach the dictionary by another
way, the answer is yes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from legacyctl.codemods.python2.module import Module

CONSUMERS: Final = frozenset(
    ["all", "any", "bytearray", "dict", "frozenset", "list", "max", "min", "set", "sorted", "sum", "tuple"],
)
_MUTATORS: Final = frozenset(
    [
        "add",
        "clear",
        "discard",
        "append",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "setdefault",
        "sort",
        "update",
    ]
)
# Methods that change at most their own object: collecting, reading, writing text.
_HARMLESS: Final = frozenset(
    [
        "add",
        "append",
        "copy",
        "count",
        "critical",
        "debug",
        "decode",
        "encode",
        "endswith",
        "error",
        "exception",
        "extend",
        "find",
        "format",
        "get",
        "group",
        "has_key",
        "index",
        "info",
        "insert",
        "isdigit",
        "items",
        "iteritems",
        "iterkeys",
        "itervalues",
        "join",
        "keys",
        "ljust",
        "log",
        "lower",
        "lstrip",
        "match",
        "replace",
        "rjust",
        "rstrip",
        "search",
        "setdefault",
        "split",
        "splitlines",
        "startswith",
        "strip",
        "sub",
        "title",
        "update",
        "upper",
        "values",
        "warn",
        "warning",
        "write",
    ],
)
_RUNS_CODE: Final = frozenset({"__import__", "delattr", "eval", "execfile", "next", "setattr", "reload"})


def may_change(module: Module, loop: ast.For | ast.AsyncFor, value: ast.expr) -> bool:
    """Whether the body of a loop may change what the loop goes through."""
    owners = [_Owner(module, source) for source in _sources(value)]
    return any(owner.may_change(loop) for owner in owners)


def _sources(value: ast.expr) -> Iterator[ast.expr]:
    """Give the objects that are gone through: `d` of `d.keys()`, `a` and `b` of `zip(a, b)`."""
    if not isinstance(value, ast.Call):
        yield value
    elif isinstance(value.func, ast.Attribute) and not value.args:
        yield value.func.value
    elif isinstance(value.func, ast.Name):
        first = 1 if value.func.id in ("map", "filter") else 0
        for argument in value.args[first:]:
            yield from _sources(argument)


class _Owner:
    """An object that a loop goes through, and whether the loop's body may change it.

    What cannot be named (the result of a call) is nobody else's, except for the
    module tables that a call gives back, such as `globals()`.
    """

    def __init__(self, module: Module, node: ast.expr) -> None:
        self._module = module
        self._text = ast.dump(node)
        self._node = node
        self._root = node
        while isinstance(self._root, ast.Attribute | ast.Subscript):
            self._root = self._root.value

    def may_change(self, loop: ast.For | ast.AsyncFor) -> bool:
        """Whether any statement of the body may add to it or take from it."""
        if isinstance(self._node, ast.Call):
            return isinstance(self._node.func, ast.Name) and self._node.func.id in ("globals", "locals", "vars")
        if not isinstance(self._root, ast.Name):
            return False
        if isinstance(self._node, ast.Attribute) and (self._root.id, self._node.attr) == ("sys", "modules"):
            return True
        key = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) and loop.target.elts else loop.target
        nodes = (node for statement in loop.body for node in ast.walk(statement))
        return any(self._changed_by(node, key) for node in nodes)

    def _changed_by(self, node: ast.AST, key: ast.expr) -> bool:
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            # Writing to the key at hand does not change the size.
            same_key = isinstance(node.ctx, ast.Store) and ast.dump(node.slice) == ast.dump(key).replace(
                "Store", "Load"
            )
            return self._is(node.value) and not same_key
        return isinstance(node, ast.Call) and self._changed_by_call(node)

    def _changed_by_call(self, call: ast.Call) -> bool:
        function = call.func
        if any(self._is(argument) for argument in call.args):
            return not (isinstance(function, ast.Name) and function.id in CONSUMERS | {"len", "repr", "str"})
        if isinstance(function, ast.Attribute) and self._is(function.value):
            return function.attr in _MUTATORS
        return not self._local and not self._harmless(function)

    def _harmless(self, function: ast.expr) -> bool:
        """Whether a call cannot reach what is held by an object or a module."""
        if isinstance(function, ast.Attribute):
            return function.attr in _HARMLESS or function.attr.startswith(("assert", "fail"))
        own = not isinstance(function, ast.Name) or not self._module.free(function.id)
        return not own and isinstance(function, ast.Name) and function.id not in _RUNS_CODE

    def _is(self, node: ast.AST) -> bool:
        return ast.dump(node).replace("Store()", "Load()").replace("Del()", "Load()") == self._text

    @property
    def _local(self) -> bool:
        """Whether it is a plain name of a function, out of reach of what is called there."""
        if not isinstance(self._node, ast.Name):
            return False
        bound = self._module.bindings.get(self._node.id, ())
        return bool(bound) and not any(
            isinstance(self._module.scope(node), ast.Module | ast.ClassDef) for node in bound
        )
