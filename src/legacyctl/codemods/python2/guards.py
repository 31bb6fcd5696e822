"""Code that chooses between Python 2 and 3 itself, which must stay as it is."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from legacyctl.codemods.python2.module import Module
from legacyctl.codemods.python2.moves import GONE, MODULES

_VERSION_WORDS = frozenset({"version_info", "hexversion", "PY2", "PY3", "IS_PY2", "IS_PY3", "python_version"})
_CATCHES_ALL = frozenset({"Exception", "BaseException"})
_CATCHES_IMPORT = _CATCHES_ALL | {"ImportError", "ModuleNotFoundError"}
_CATCHES_NAME = _CATCHES_ALL | {"NameError", "AttributeError"}


def guarded_name(module: Module, node: ast.AST) -> bool:
    """Whether a name is read where its absence is expected: a version test, or try with except NameError."""
    inner = node
    for outer in module.around(node):
        if isinstance(outer, ast.If | ast.IfExp | ast.BoolOp) and _asks_version(outer):
            return True
        if (
            isinstance(outer, ast.Try)
            and inner in outer.body
            and _catches(outer, _CATCHES_NAME)
            and len(outer.body) == 1
        ):
            return True
        inner = outer
    return False


def guarded_import(module: Module, node: ast.Import | ast.ImportFrom) -> bool:
    """Whether an import has an alternative that Python 3 has: a version test, or try with except ImportError."""
    for outer in module.around(node):
        if isinstance(outer, ast.If | ast.IfExp) and _asks_version(outer):
            return True
        if isinstance(outer, ast.Try) and _catches(outer, _CATCHES_IMPORT) and _has_alternative(outer):
            return True
    return False


def _asks_version(node: ast.If | ast.IfExp | ast.BoolOp) -> bool:
    test = node.values[0] if isinstance(node, ast.BoolOp) else node.test
    words = {getattr(part, "id", getattr(part, "attr", "")) for part in ast.walk(test)}
    return not words.isdisjoint(_VERSION_WORDS)


def _catches(node: ast.Try, names: frozenset[str]) -> bool:
    caught = [handler.type for handler in node.handlers]
    return any(kind is None or any(getattr(part, "id", "") in names for part in ast.walk(kind)) for kind in caught)


def _has_alternative(node: ast.Try) -> bool:
    """Whether one branch imports, and only what Python 3 has."""
    branches = [node.body, *(handler.body for handler in node.handlers)]
    return any(
        names and all(name not in MODULES and name not in GONE for name in names) for names in map(_imports, branches)
    )


def _imports(statements: Iterable[ast.stmt]) -> list[str]:
    return [name for statement in statements for name in _modules(statement)]


def _modules(statement: ast.stmt) -> Iterator[str]:
    """Give the modules that a statement, or what stands in it, imports."""
    for node in ast.walk(statement):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."
