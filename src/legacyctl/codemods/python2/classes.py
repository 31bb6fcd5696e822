"""Special methods that got another name: truth, division, iteration, text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Final

from legacyctl.codemods.python2.module import Module
from legacyctl.patch import Edit

_RENAMED: Final[Mapping[str, str]] = {
    "__nonzero__": "__bool__",
    "__div__": "__truediv__",
    "__rdiv__": "__rtruediv__",
    "__idiv__": "__itruediv__",
}
_NAME = re.compile(rb"def\s+(\w+)")


def edits(module: Module) -> Iterator[Edit]:
    """Give the edits of methods that Python 3 would not call."""
    for owner in module.all(ast.ClassDef):
        methods = _methods(owner)
        if "next" in methods and "__iter__" in methods:
            yield from _rename(module, owner, methods, "next", "__next__")
        for old, new in _RENAMED.items():
            yield from _rename(module, owner, methods, old, new)


def late_edits(module: Module) -> Iterator[Edit]:
    """Give the edits of methods whose name says too little by itself: `next`, `__unicode__`."""
    for owner in module.all(ast.ClassDef):
        methods = _methods(owner)
        if "__iter__" not in methods:
            yield from _rename(module, owner, methods, "next", "__next__")
        yield from _rename(module, owner, methods, "__unicode__", "__str__")


def _methods(owner: ast.ClassDef) -> Mapping[str, ast.FunctionDef]:
    return {node.name: node for node in owner.body if isinstance(node, ast.FunctionDef)}


def _rename(
    module: Module,
    owner: ast.ClassDef,
    methods: Mapping[str, ast.FunctionDef],
    old: str,
    new: str,
) -> Iterator[Edit]:
    """Give the edit of a method's name, unless the class has the new name or uses the old one."""
    method = methods.get(old)
    if method is None or (old == "next" and len(method.args.args) != 1):
        return
    inside = {
        node.id
        for statement in owner.body
        if not isinstance(statement, ast.FunctionDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Name)
    }
    if new in methods or new in inside or old in inside:
        return
    match = _NAME.search(module.data, module.start(method))
    if match:
        yield Edit(match.start(1), match.end(1), new.encode())
