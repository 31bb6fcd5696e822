"""Statements that belong together: `k = d.keys()` with `k.sort()` after it is `k = sorted(d.keys())`.

LibCST rebuilds whole statements with their comments and layout. Its parser
recurses on the machine stack, so a text that nests deeply is not given to it.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Final

import libcst as cst
from libcst import matchers as m

from legacyctl.codemods.python2.module import Module
from legacyctl.codemods.python2.places import blocks
from legacyctl.codemods.python2.views import kind

# Levels of the tree; written code stays below 60, LibCST itself breaks at several hundred.
_DEEPEST: Final = 150

_VIEW = m.Call(func=m.Attribute(attr=m.OneOf(m.Name("keys"), m.Name("values"), m.Name("items"))), args=[])
_LAZY = m.Call(func=m.OneOf(m.Name("map"), m.Name("filter"), m.Name("zip"), m.Name("range")), args=[m.AtLeastN(n=1)])
_PLAIN_LINE = m.TrailingWhitespace(comment=None)
_ASSIGN = m.SimpleStatementLine(
    body=[m.Assign(targets=[m.AssignTarget(target=m.Name())], value=_VIEW | _LAZY)],
    trailing_whitespace=_PLAIN_LINE,
)
_SORT = m.SimpleStatementLine(
    body=[m.Expr(value=m.Call(func=m.Attribute(value=m.Name(), attr=m.Name("sort"))))],
    leading_lines=[],
    trailing_whitespace=_PLAIN_LINE,
)


class _SortedAtOnce(cst.CSTTransformer):
    """Merges an assignment with the sort on the next line."""

    def leave_Module(  # noqa: N802 - the name of LibCST
        self, original_node: cst.Module, updated_node: cst.Module
    ) -> cst.Module:
        """Merge at the top level."""
        del original_node
        return updated_node.with_changes(body=_merged(updated_node.body))

    def leave_IndentedBlock(  # noqa: N802 - the name of LibCST
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.BaseSuite:
        """Merge inside a block."""
        del original_node
        return updated_node.with_changes(body=_merged(updated_node.body))


def sorted_at_once(module: Module) -> str:
    """Give the text of a Python 2 module (with Python 3 syntax) with each sort merged."""
    if not signs(module) or module.depth > _DEEPEST:
        return module.text
    try:
        return cst.parse_module(module.text).visit(_SortedAtOnce()).code
    except (cst.ParserSyntaxError, RecursionError):
        return module.text


def signs(module: Module) -> bool:
    """Whether what Python 2 gave as a list is sorted in the next statement."""
    return any(_follows_assignment(module, node) for node in module.all(ast.Expr))


def _follows_assignment(module: Module, node: ast.Expr) -> bool:
    """Whether a statement is `name.sort(...)` after an assignment of a view or iterator."""
    function = node.value.func if isinstance(node.value, ast.Call) else None
    if not isinstance(function, ast.Attribute) or function.attr != "sort" or not isinstance(function.value, ast.Name):
        return False
    block = next((block for block in blocks(module.parents[node]) if node in block), [])
    before = block[block.index(node) - 1] if block and block[0] is not node else None
    value = before.value if isinstance(before, ast.Assign) else None
    return isinstance(value, ast.Call) and kind(module, value) in ("view", "lazy", "range")


def _merged(body: Sequence[cst.BaseStatement]) -> Sequence[cst.BaseStatement]:
    new: list[cst.BaseStatement] = []
    for statement in body:
        merged = _sorted(new[-1], statement) if new else None
        if merged is None:
            new.append(statement)
        else:
            new[-1] = merged
    return new


def _sorted(first: cst.BaseStatement, second: cst.BaseStatement) -> cst.BaseStatement | None:
    """Give both statements as one, or None when they are no such pair."""
    if not m.matches(first, _ASSIGN) or not m.matches(second, _SORT):
        return None
    assign = cst.ensure_type(cst.ensure_type(first, cst.SimpleStatementLine).body[0], cst.Assign)
    sort = cst.ensure_type(cst.ensure_type(second, cst.SimpleStatementLine).body[0], cst.Expr)
    call = cst.ensure_type(sort.value, cst.Call)
    owner = cst.ensure_type(call.func, cst.Attribute).value
    if not owner.deep_equals(assign.targets[0].target):
        return None
    comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" ")) if call.args else cst.MaybeSentinel.DEFAULT
    value = cst.Call(cst.Name("sorted"), [cst.Arg(assign.value, comma=comma), *call.args])
    return first.with_deep_changes(assign, value=value)
