"""What cannot be proved from the text alone, told with its line: "path:line: ..."."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from legacyctl.codemods.python2 import division
from legacyctl.codemods.python2.module import FUNCTIONS, Module
from legacyctl.codemods.python2.moves import ENDED

_BYTES_CODECS: Final = frozenset({"base64", "bz2", "hex", "quopri", "rot13", "string_escape", "uu", "zip", "zlib"})
_TAKES_BYTES: Final = frozenset(
    [
        "b2a_base64",
        "b2a_hex",
        "b64decode",
        "b64encode",
        "crc32",
        "decompress",
        "encodestring",
        "hexlify",
        "md5",
        "sha1",
        "sha256",
        "sha512",
    ],
)
_SOCKETS: Final = frozenset({"recv", "recvfrom", "sendall", "sendto"})
_PIPES: Final = frozenset({"communicate", "check_output", "urlopen"})
_BYTE_ESCAPE = re.compile(r"\\(?:x[89a-fA-F]|[23][0-7]{2})")
_METHODS: Final = {
    "__cmp__": "__cmp__ is never called; give the class __eq__ and __lt__",
    "__coerce__": "__coerce__ is never called",
    "__delslice__": "__delslice__ is never called; __delitem__ gets a slice",
    "__getslice__": "__getslice__ is never called; __getitem__ gets a slice",
    "__setslice__": "__setslice__ is never called; __setitem__ gets a slice",
}
_BUILTINS: Final = {
    "buffer": "buffer is gone; memoryview is near, but not the same",
    "coerce": "coerce is gone",
    "file": "the type file is gone; io.IOBase is near",
    "round": "round() gives the even neighbour of a half, and a whole number",
}


def notes(module: Module) -> Iterator[tuple[int, str]]:
    """Give (line, text) for what a person must look at after the change, in no order."""
    yield from _divisions(module)
    for node in module.nodes:
        if isinstance(node, ast.Call):
            yield from _call(node)
        elif isinstance(node, ast.ClassDef):
            yield from _class(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from _import(node)
        elif isinstance(node, ast.Name):
            yield from _name(module, node)
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Constant):
            yield node.lineno, "a string cannot be raised; Python 3 wants an exception"
        elif isinstance(node, ast.Constant):
            yield from _constant(module, node)
        elif isinstance(node, ast.ExceptHandler):
            yield from _handler(module, node)


def _constant(module: Module, node: ast.Constant) -> Iterator[tuple[int, str]]:
    """Bytes written as escapes were bytes; now they are characters."""
    if not isinstance(node.value, str) or node.kind == "u" or "unicode_literals" in module.future:
        return
    if any("\x80" <= char <= "\xff" for char in node.value) and _BYTE_ESCAPE.search(module.source(node)):
        yield node.lineno, r"a literal with bytes as escapes is text now; b'' keeps them bytes"


def _divisions(module: Module) -> Iterator[tuple[int, str]]:
    for node in division.unknown(module):
        yield getattr(node, "lineno", 1), "/ rounded down between whole numbers in Python 2; // does so now"


def _call(call: ast.Call) -> Iterator[tuple[int, str]]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name == "open" and isinstance(call.func, ast.Name):
        yield from _open(call)
    elif name in ("encode", "decode") and call.args and _text(call.args[0]).replace("-", "") in _BYTES_CODECS:
        yield call.lineno, f"{name}({_text(call.args[0])!r}) works on bytes only and lives in codecs or base64"
    elif name in _TAKES_BYTES and call.args and not _encodes(call.args[0]):
        yield call.lineno, f"{name}() takes bytes, not text"
    elif name in _SOCKETS and isinstance(call.func, ast.Attribute):
        yield call.lineno, f"{name}() of a socket gives and takes bytes, not text"
    elif name == "print" and any(keyword.arg == "end" and _text(keyword.value) == " " for keyword in call.keywords):
        yield call.lineno, "print with a comma at its end: a blank may stand before the line end now"
    elif name == "filter" and call.args and _is_text_test(call.args[0]):
        yield call.lineno, "filter() over text gave text; now it needs ''.join()"
    elif name in _PIPES:
        yield call.lineno, f"{name}() gives bytes, not text"
    elif name in ("exec", "eval") and isinstance(call.func, ast.Name):
        yield call.lineno, f"{name}(): the text that it runs is not changed"
    elif name == "setdefaultencoding":
        yield call.lineno, "sys.setdefaultencoding is gone; text is text and needs no default"


def _is_text_test(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("str", "string")


def _open(call: ast.Call) -> Iterator[tuple[int, str]]:
    mode = next((keyword.value for keyword in call.keywords if keyword.arg == "mode"), None)
    mode = mode or (call.args[1] if len(call.args) > 1 else None)
    if "b" in _text(mode):
        yield call.lineno, "a file opened in binary gives and takes bytes, not text"
    elif not any(keyword.arg == "encoding" for keyword in call.keywords):
        yield call.lineno, "a file opened as text is decoded now; name its encoding"


def _class(owner: ast.ClassDef) -> Iterator[tuple[int, str]]:
    methods = {node.name: node for node in owner.body if isinstance(node, ast.FunctionDef)}
    for name, text in _METHODS.items():
        if name in methods:
            yield methods[name].lineno, text
    if "__unicode__" in methods:
        yield methods["__unicode__"].lineno, "__unicode__ is never called; __str__ gives the text"
    if "has_key" in methods and "__contains__" not in methods:
        yield methods["has_key"].lineno, "has_key became the operator in; give the class __contains__"
    if "__eq__" in methods and "__hash__" not in {*methods, *_assigned(owner)}:
        yield methods["__eq__"].lineno, "a class with __eq__ and no __hash__ cannot be a key any more"


def _assigned(owner: ast.ClassDef) -> Iterator[str]:
    """Give the names that a class body assigns to."""
    for node in owner.body:
        if isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _import(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[int, str]]:
    modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    for name in modules:
        root = name.partition(".")[0]
        if root in ENDED and not getattr(node, "level", 0):
            yield node.lineno, f"the module {root} was {ENDED[root]}"


def _name(module: Module, name: ast.Name) -> Iterator[tuple[int, str]]:
    if name.id in _BUILTINS and isinstance(name.ctx, ast.Load) and module.free(name.id):
        yield name.lineno, _BUILTINS[name.id]


def _handler(module: Module, handler: ast.ExceptHandler) -> Iterator[tuple[int, str]]:
    """Python 3 deletes the name of an exception after its handler."""
    if handler.name is None:
        return
    scope = module.scope(handler)
    if not isinstance(scope, FUNCTIONS) or len(module.bindings[handler.name]) > 1:
        return
    end = handler.end_lineno or handler.lineno
    for name in module.loads(handler.name):
        if name.lineno > end and module.scope(name) is scope:
            yield name.lineno, f"{handler.name} is gone after its except clause"
            return


def _text(node: ast.AST | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _encodes(node: ast.expr) -> bool:
    """Whether an argument is bytes beyond doubt."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr == "encode"
    return isinstance(node, ast.Constant) and isinstance(node.value, bytes)
