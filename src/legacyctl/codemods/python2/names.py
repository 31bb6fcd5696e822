"""Built-in names of Python 2, and the methods `next` of iterators.

A name is the built-in only when nothing in the file binds it; a name that the
file defines, imports or chooses by version stays as it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from legacyctl.codemods.python2.guards import guarded_name
from legacyctl.codemods.python2.module import Module
from legacyctl.codemods.python2.moves import BUILTINS, HOMES, STRING_METHODS
from legacyctl.patch import Edit

_SAME_TYPE = {"unicode", "basestring", "str", "int", "long"}


def edits(module: Module) -> Iterator[Edit]:
    """Give the edits of everything that only Python 2 has."""
    tuples = {id(name): node for node in _type_tuples(module) for name in node.elts}
    for name in _old_names(module):
        if id(name) not in tuples:
            yield module.replaced(name, BUILTINS[name.id])
    for node in {id(node): node for node in tuples.values()}.values():
        yield from _merged(module, node)
    for call in _calls(module, "file"):
        yield module.replaced(call.func, "open")


def string_edits(module: Module) -> Iterator[Edit]:
    """Give the edits of the innermost calls of `string`'s functions; the next round gives those around them."""
    calls = list(string_calls(module))
    outer = {around for call in calls for around in module.around(call)}
    for call in calls:
        if call not in outer:
            yield from _as_method(module, call)


def late_edits(module: Module) -> Iterator[Edit]:
    """Give the edits of what Python 3 also has, with another meaning: `input()`; and of `.next()`."""
    for call in _calls(module, "input"):
        yield from module.wrapped(call, "eval(")
    for call in module.all(ast.Call):
        function = call.func
        if isinstance(function, ast.Attribute) and function.attr == "next" and not call.args and not call.keywords:
            dot = module.data.rindex(b".", module.end(function.value), module.end(function))
            yield Edit(module.start(call), module.start(call), b"next(")
            yield Edit(dot, module.end(call), b")")


def homeless(module: Module) -> dict[str, str]:
    """Give the built-ins in use that must be imported now, with their modules."""
    return {name: home for name, home in HOMES.items() if any(_uses(module, name))}


def _old_names(module: Module) -> Iterator[ast.Name]:
    for old in BUILTINS:
        yield from _uses(module, old)


def _uses(module: Module, name: str) -> Iterator[ast.Name]:
    """Give the places that mean the built-in of that name and do not expect its absence."""
    if module.free(name):
        yield from (use for use in module.loads(name) if not guarded_name(module, use))


def _calls(module: Module, name: str) -> Iterator[ast.Call]:
    """Give the calls of a built-in."""
    for use in _uses(module, name):
        call = module.parents[use]
        if isinstance(call, ast.Call) and call.func is use:
            yield call


def _type_tuples(module: Module) -> Iterator[ast.Tuple]:
    """Give the tuples of types that name one type twice on Python 3, such as (str, unicode)."""
    for node in module.all(ast.Tuple):
        names = [element.id for element in node.elts if isinstance(element, ast.Name)]
        old = [name for name in names if name in _SAME_TYPE & set(BUILTINS)]
        whole = len(names) == len(node.elts) and all(module.free(name) for name in old)
        if old and whole and isinstance(node.ctx, ast.Load) and not guarded_name(module, node):
            yield node


def _merged(module: Module, node: ast.Tuple) -> Iterator[Edit]:
    names = [element.id for element in node.elts if isinstance(element, ast.Name)]
    new = list(dict.fromkeys(BUILTINS.get(name, name) if module.free(name) else name for name in names))
    if len(new) == len(names):
        pairs = zip(node.elts, new, strict=True)
        yield from (module.replaced(element, name) for element, name in pairs if module.source(element) != name)
        return
    call = module.parents[node]
    types = (
        isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("isinstance", "issubclass")
    )
    if len(new) == 1 and types:
        yield module.replaced(node, new[0])
    else:
        yield module.replaced(node, f"({', '.join(new)}{',' if len(new) == 1 else ''})")


def string_calls(module: Module) -> Iterator[ast.Call]:
    """Give the calls of functions of the module `string` that are methods now."""
    bound = module.bindings.get("string", ())
    if not bound or not all(isinstance(node, ast.alias) and node.name == "string" for node in bound):
        return
    for use in module.loads("string"):
        function = module.parents[use]
        call = module.parents.get(function)
        if not isinstance(function, ast.Attribute) or not isinstance(call, ast.Call) or call.func is not function:
            continue
        plain = call.args and not call.keywords and not any(isinstance(part, ast.Starred) for part in call.args)
        joins = function.attr in ("join", "joinfields") and len(call.args) <= 2
        if plain and (joins or function.attr in STRING_METHODS):
            yield call


def _as_method(module: Module, call: ast.Call) -> Iterator[Edit]:
    """Give the edits of `string.upper(s)` -> `s.upper()` and `string.join(x, s)` -> `s.join(x)`."""
    function = call.func
    if not isinstance(function, ast.Attribute):
        return
    texts = [module.source(argument) for argument in call.args]
    if function.attr in ("join", "joinfields"):
        owner = _atom(call.args[1], texts[1]) if len(texts) == 2 else "' '"
        rest = texts[:1]
    else:
        owner, rest = _atom(call.args[0], texts[0]), texts[1:]
    method = {"joinfields": "join", "splitfields": "split"}.get(function.attr, function.attr)
    yield module.replaced(call, f"{owner}.{method}({', '.join(rest)})")


def _atom(node: ast.expr, text: str) -> str:
    """Give the text of an expression that a dot may follow."""
    simple = isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Subscript | ast.List | ast.Tuple)
    plain_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in text
    return text if simple or plain_text else f"({text})"
