"""A Python text parsed by the standard library, with byte places, parents and names.

The passes look things up here and give edits; everything between the edits
stays as it is, byte for byte. The tree is walked without recursion, so that a
deep one cannot exhaust the stack.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from legacyctl.patch import Edit, splice

# What `ast.parse` raises on foreign text; RecursionError and MemoryError for deep nesting.
UNPARSABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
# Newer grammars read `except A, b:` as a tuple; Python 2 meant a name.
_FEATURES = (3, 13)

Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
SCOPES = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)

# Every kind of node that stands at one place of one tree.
_PLACED = (
    ast.expr,
    ast.stmt,
    ast.alias,
    ast.arg,
    ast.arguments,
    ast.comprehension,
    ast.excepthandler,
    ast.keyword,
    ast.match_case,
    ast.pattern,
    ast.withitem,
)

_Kind = TypeVar("_Kind", bound=ast.AST)


def parse(text: str) -> ast.Module:
    """Parse Python 3; raises one of UNPARSABLE. Warnings about the text are not ours to give."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text, feature_version=_FEATURES)


class Module:
    """A parsed text. Raises one of UNPARSABLE when it is not Python 3."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = text.encode()
        self.tree = parse(text)
        self.depth = 0
        self._starts = [0]
        for line in self.data.split(b"\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All nodes, outermost first."""
        return (self.tree, *self.parents)

    @cached_property
    def parents(self) -> Mapping[ast.AST, ast.AST]:
        """The node around every node but the module. Context and operator nodes, which are shared, are left out."""
        found: dict[ast.AST, ast.AST] = {}
        level: list[ast.AST] = [self.tree]
        while level:
            inner: list[ast.AST] = []
            for node in level:
                children = list(_children(node))
                found.update(dict.fromkeys(children, node))
                inner += children
            level = inner
            self.depth += 1
        return found

    def all(self, kind: type[_Kind]) -> Iterator[_Kind]:
        """Give every node of a kind, in the order of the walk."""
        return (node for node in self.nodes if isinstance(node, kind))

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """Give the nodes around a node, innermost first."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def scope(self, node: ast.AST) -> Scope:
        """Give the function, class or module that a node stands in."""
        return next((found for found in self.around(node) if isinstance(found, SCOPES)), self.tree)

    def start(self, node: ast.AST) -> int:
        """Byte offset at which a node starts (parentheses around an expression lie outside)."""
        return self._starts[getattr(node, "lineno", 1) - 1] + int(getattr(node, "col_offset", 0))

    def end(self, node: ast.AST) -> int:
        """Byte offset after a node."""
        return self._starts[getattr(node, "end_lineno", 1) - 1] + int(getattr(node, "end_col_offset", 0))

    def line_start(self, line: int) -> int:
        """Byte offset of a line, counted from 1."""
        return self._starts[line - 1]

    def source(self, node: ast.AST) -> str:
        """The text of a node."""
        return self.data[self.start(node) : self.end(node)].decode()

    def wrapped(self, node: ast.AST, before: str, after: str = ")") -> Iterator[Edit]:
        """Give the edits that put text around a node."""
        yield Edit(self.start(node), self.start(node), before.encode())
        yield Edit(self.end(node), self.end(node), after.encode())

    def replaced(self, node: ast.AST, text: str) -> Edit:
        """Give the edit that puts text in the place of a node."""
        return Edit(self.start(node), self.end(node), text.encode())

    def edited(self, edits: Iterable[Edit]) -> Module:
        """Give the module after the edits, or itself when there are none."""
        made = list(edits)
        return Module(splice(self.data, made).decode()) if made else self

    @cached_property
    def future(self) -> frozenset[str]:
        """The features imported from `__future__`."""
        imports = (node for node in self.all(ast.ImportFrom) if node.module == "__future__")
        return frozenset(alias.name for node in imports for alias in node.names)

    @cached_property
    def bindings(self) -> Mapping[str, tuple[ast.AST, ...]]:
        """Every name that is bound anywhere in the text, with the nodes that bind it."""
        found: dict[str, list[ast.AST]] = {}
        for node in self.nodes:
            for name in _bound(node):
                found.setdefault(name, []).append(node)
        return {name: tuple(nodes) for name, nodes in found.items()}

    def free(self, name: str) -> bool:
        """Whether a name is bound nowhere in the text, so that it can only be the built-in."""
        return name not in self.bindings

    def loads(self, name: str) -> Iterator[ast.Name]:
        """Give every place that reads a name."""
        return (node for node in self.names.get(name, ()) if isinstance(node.ctx, ast.Load))

    @cached_property
    def names(self) -> Mapping[str, tuple[ast.Name, ...]]:
        """Every plain name with the places where it stands."""
        found: dict[str, list[ast.Name]] = {}
        for node in self.all(ast.Name):
            found.setdefault(node.id, []).append(node)
        return {name: tuple(nodes) for name, nodes in found.items()}


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            yield from (part for part in value if isinstance(part, _PLACED))
        elif isinstance(value, _PLACED):
            yield value


def _bound(node: ast.AST) -> Iterator[str]:
    """Give the names that a node itself binds."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).split(".")[0]
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name
    elif isinstance(node, ast.Global | ast.Nonlocal):
        yield from node.names
