"""XSLT: the instructions of a style sheet as marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from legacyctl.parse.marked import Lines
from legacyctl.parse.markup import Element, attribute_places, qualified
from legacyctl.parse.tree import UNIT, Mark

XSLT = "http://www.w3.org/1999/XSL/Transform"

_UNITS = {"stylesheet": "module", "transform": "module", "template": "template", "function": "function"}
# An instruction that names something: the attribute, the tag of its mark, its kind.
_LINKS = {
    "call-template": ("name", "call", "template"),
    "import": ("href", "include", ""),
    "include": ("href", "include", ""),
    "import-schema": ("schema-location", "include", "schema"),
}
_FLOW = {
    "if": ("flow", "decision"),
    "for-each": ("flow", "decision"),
    "for-each-group": ("flow", "decision"),
    "choose": ("flow",),
    "when": ("decision",),
    "catch": ("flow", "decision"),
}
_CALLABLE = ("template", "function")
# A text within an expression, or one of the two words that join conditions.
_OPERATOR = re.compile(rb"\"[^\"]*\"|'[^']*'|(?<![\w:.$@/-])(?P<word>and|or)(?![\w:.(-])")


def xslt_marks(node: Any, data: bytes, place: Element, lines: Lines) -> Iterator[Mark]:
    """Give the marks of an instruction and of the condition in it."""
    name = qualified(node.tag)[1]
    whole = lines.span(place.start, place.end)
    if name in _UNITS:
        yield Mark(UNIT + _UNITS[name], whole, _title(node))
    for tag in _FLOW.get(name, ()):
        yield Mark(tag, whole)
    if name == "param" and _is_callable(node.getparent()):
        yield Mark("parameter", lines.span(place.start, place.inner), node.get("name", ""))
    attribute, tag, kind = _LINKS.get(name, ("", "", ""))
    if attribute and node.get(attribute):
        span = lines.span(place.start, place.inner)
        yield Mark(tag, span, node.get(attribute), {"kind": kind} if kind else {})
    for word, start, end in attribute_places(data, place):
        if word == "test":
            yield from _conditions(data, start, end, lines)


def _title(node: Any) -> str:
    """Give the name of a template or function, else the pattern that it matches, with its mode."""
    mode = f"#{node.get('mode')}" if node.get("mode") else ""
    named: str = node.get("name") or node.get("match", "") + mode
    return named


def _is_callable(node: Any) -> bool:
    return node is not None and qualified(node.tag)[1] in _CALLABLE


def _conditions(data: bytes, start: int, end: int, lines: Lines) -> Iterator[Mark]:
    """Give the `and` and `or` of an expression; each reaches to its end."""
    for found in _OPERATOR.finditer(data, start, end):
        if found["word"]:
            yield Mark("boolean", lines.span(found.start(), end), found["word"].decode())
