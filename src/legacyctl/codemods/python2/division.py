"""`/` between whole numbers, which rounds down in Python 2: it becomes `//`.

Only where both sides are provably whole: literals, `len()` and its kin, sums
of those, names that a function binds to nothing else; or where the place takes
nothing but a whole number (a slice, `range()`, the repetition of a literal).
Whatever may be a float stays and is told in a note.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from legacyctl.codemods.python2.module import FUNCTIONS, Module
from legacyctl.patch import Edit

_WHOLE_CALLS: Final = frozenset({"len", "int", "long", "ord", "hash", "id"})
_SAME_KIND: Final = frozenset({"abs", "min", "max", "sum"})
_WHOLE_ARGUMENTS: Final = frozenset({"range", "xrange", "chr", "unichr"})
_CLOSED: Final = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Div, ast.Mod, ast.LShift, ast.RShift)
_BITS: Final = (ast.BitAnd, ast.BitOr, ast.BitXor)


class Numbers:
    """What is known of the numbers in a module."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._known: dict[tuple[str, ast.AST], bool] = {}

    def whole(self, node: ast.AST) -> bool:
        """Whether an expression can be nothing but a whole number (in Python 2)."""
        if isinstance(node, ast.Constant):
            return type(node.value) is int
        if isinstance(node, ast.BinOp):
            closed = isinstance(node.op, (*_CLOSED, *_BITS)) or (isinstance(node.op, ast.Pow) and _counts(node.right))
            return closed and self.whole(node.left) and self.whole(node.right)
        if isinstance(node, ast.UnaryOp):
            return not isinstance(node.op, ast.Not) and self.whole(node.operand)
        if isinstance(node, ast.IfExp):
            return self.whole(node.body) and self.whole(node.orelse)
        if isinstance(node, ast.Call):
            return self._whole_call(node)
        return isinstance(node, ast.Name) and self._whole_name(node)

    def fractional(self, node: ast.AST) -> bool:
        """Whether an expression is provably a float or complex number."""
        if isinstance(node, ast.Constant):
            return isinstance(node.value, float | complex)
        if isinstance(node, ast.BinOp):
            text = isinstance(node.op, ast.Mod) and not self.whole(node.left)
            return not text and (self.fractional(node.left) or self.fractional(node.right))
        if isinstance(node, ast.UnaryOp):
            return self.fractional(node.operand)
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("float", "round")

    def _whole_call(self, call: ast.Call) -> bool:
        if not isinstance(call.func, ast.Name) or not self._module.free(call.func.id):
            return False
        if call.func.id in _WHOLE_CALLS:
            return True
        plain = bool(call.args) and not call.keywords and call.func.id in _SAME_KIND - {"sum"}
        return plain and (len(call.args) > 1 or call.func.id == "abs") and all(map(self.whole, call.args))

    def _whole_name(self, name: ast.Name) -> bool:
        """Whether every binding of a name that this place can see gives a whole number."""
        bound = self._module.bindings.get(name.id, ())
        scope = self._module.scope(name)
        local = [node for node in bound if self._module.scope(node) is scope]
        if not isinstance(scope, FUNCTIONS) or not local:
            # Another module may assign to a global, but not to one that is written as a constant.
            local = list(bound) if name.id.isupper() and len(bound) == 1 else []
        key = (name.id, scope)
        if key not in self._known:
            # A name that is defined by itself (n = n + 1) is whole when the rest is.
            self._known[key] = True
            self._known[key] = bool(local) and all(map(self._whole_binding, local))
        return self._known[key]

    def _whole_binding(self, node: ast.AST) -> bool:
        if not isinstance(node, ast.Name):
            return False
        parent = self._module.parents[node]
        if isinstance(parent, ast.Assign):
            return node in parent.targets and self.whole(parent.value)
        if isinstance(parent, ast.AugAssign):
            return isinstance(parent.op, (*_CLOSED, *_BITS)) and self.whole(parent.value)
        if isinstance(parent, ast.For | ast.comprehension):
            return _calls(parent.iter, "range", "xrange") and self._module.free("range")
        if isinstance(parent, ast.Tuple) and parent.elts[0] is node:
            loop = self._module.parents[parent]
            return isinstance(loop, ast.For | ast.comprehension) and _calls(loop.iter, "enumerate")
        return False


def edits(module: Module) -> Iterator[Edit]:
    """Give the edits of a Python 2 module that divides as Python 2 did."""
    if "division" in module.future:
        return
    numbers = Numbers(module)
    for node in module.all(ast.BinOp):
        if isinstance(node.op, ast.Div) and _rounds(module, numbers, node):
            at = _operator(module, module.end(node.left), module.start(node.right))
            yield Edit(at, at + 1, b"//")
    for statement in module.all(ast.AugAssign):
        if isinstance(statement.op, ast.Div) and numbers.whole(statement.target) and numbers.whole(statement.value):
            at = _operator(module, module.end(statement.target), module.start(statement.value))
            yield Edit(at, at + 1, b"//")


def unknown(module: Module) -> Iterator[ast.AST]:
    """Give every division whose operands may be whole or not."""
    if "division" in module.future:
        return
    numbers = Numbers(module)
    for node in module.all(ast.BinOp):
        if isinstance(node.op, ast.Div) and not numbers.fractional(node.left) and not numbers.fractional(node.right):
            yield node
    for statement in module.all(ast.AugAssign):
        if isinstance(statement.op, ast.Div) and not numbers.fractional(statement.value):
            yield statement


def _rounds(module: Module, numbers: Numbers, node: ast.BinOp) -> bool:
    return (numbers.whole(node.left) and numbers.whole(node.right)) or _only_whole_fits(module, node)


def _only_whole_fits(module: Module, node: ast.BinOp) -> bool:
    """Whether Python 2 itself would have refused a float here."""
    parent = module.parents[node]
    if isinstance(parent, ast.Slice):
        return True
    if isinstance(parent, ast.Call):
        return _calls(parent, *_WHOLE_ARGUMENTS) and node in parent.args
    if not isinstance(parent, ast.BinOp) or not isinstance(parent.op, ast.Mult):
        return False
    other = parent.left if parent.right is node else parent.right
    return isinstance(other, ast.List) or (isinstance(other, ast.Constant) and isinstance(other.value, str))


def _calls(node: ast.AST, *names: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def _counts(node: ast.AST) -> bool:
    """Whether an exponent is a literal that is not negative."""
    return isinstance(node, ast.Constant) and type(node.value) is int


def _operator(module: Module, start: int, end: int) -> int:
    """Give the place of the `/` between two operands, past parentheses and comments."""
    at = start
    while at < end and module.data[at : at + 1] != b"/":
        at = module.data.index(b"\n", at) if module.data[at : at + 1] == b"#" else at + 1
    return at
