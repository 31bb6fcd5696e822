"""The tags of an XML document with their byte offsets, which lxml does not give.

A scanner, not a parser: it knows comments, CDATA, processing instructions, the
document type and tags, and it takes them as they come, well-formed or not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_NO_TAG = (
    rb"(?P<comment><!--(?s:.*?)(?:-->|\Z))"
    rb"|<!\[CDATA\[(?s:.*?)(?:\]\]>|\Z)"
    rb"|<\?(?s:.*?)(?:\?>|\Z)"
)
_COMMENT = re.compile(_NO_TAG)
_MARKUP = re.compile(
    _NO_TAG + rb"|(?P<doctype><!DOCTYPE\b)"
    rb"|<(?P<close>/?)(?P<name>[^\s<>/!?\"'=]+)(?P<inside>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*)>"
)
# The angle brackets of a document type, and what may hold one.
_SUBSET = re.compile(rb"<!--(?s:.*?)(?:-->|\Z)|\"[^\"]*\"|'[^']*'|(?P<sign>[<>])")
_ATTRIBUTE = re.compile(rb"([^\s=\"'/<>]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(slots=True)
class Element:
    """An element: its name without prefix, its start tag [start, inner) and its end.

    `end` is that of the end tag, or of the start tag where no end tag was found.
    """

    name: bytes
    start: int
    inner: int
    end: int


@dataclass(frozen=True, slots=True)
class Markup:
    """The elements of a document in order of start, and its comments as [start, end)."""

    elements: list[Element]
    comments: list[tuple[int, int]]


def scan(data: bytes) -> Markup:
    """Find the elements and comments of a document; takes time linear in its length."""
    elements: list[Element] = []
    comments: list[tuple[int, int]] = []
    open_: list[Element] = []
    names: Counter[bytes] = Counter()
    for found in _found(data):
        if found["comment"]:
            comments.append(found.span())
        elif found["close"]:
            _close(open_, names, local(found["name"]), found.end())
        elif found["name"]:
            element = Element(local(found["name"]), found.start(), found.end(), found.end())
            elements.append(element)
            if not found["inside"].endswith(b"/"):
                open_.append(element)
                names[element.name] += 1
    return Markup(elements, comments)


def comments_of(data: bytes) -> Markup:
    """Find the comments of a document only, which is much faster."""
    return Markup([], [found.span() for found in _COMMENT.finditer(data) if found["comment"]])


def local(name: bytes) -> bytes:
    """Give a name without its prefix."""
    return name.rpartition(b":")[2]


def qualified(tag: str) -> tuple[str, str]:
    """Give the namespace and the local part of a name as lxml writes it: "{namespace}local".

    lxml's own function for it raises on names that only a recovered document has.
    """
    namespace, _, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    return namespace, name.rpartition(":")[2]


def attribute_places(data: bytes, element: Element) -> Iterator[tuple[str, int, int]]:
    """Give the attributes of an element by name, and from where to where their value goes."""
    for found in _ATTRIBUTE.finditer(data, element.start, element.inner):
        yield found[1].decode("utf-8", "replace"), *found.span(2 if found[2] is not None else 3)


def _found(data: bytes) -> Iterator[re.Match[bytes]]:
    """Give the markup of a document, behind its document type."""
    at = 0
    while found := _MARKUP.search(data, at):
        at = found.end()
        if found["doctype"]:
            at = _behind_doctype(data, at)
        else:
            yield found


def _behind_doctype(data: bytes, at: int) -> int:
    """Give the place behind a document type with its own declarations; the end of the data when it has none."""
    depth = 1
    for found in _SUBSET.finditer(data, at):
        depth += (found["sign"] == b"<") - (found["sign"] == b">")
        if not depth:
            return found.end()
    return len(data)


def _close(open_: list[Element], names: Counter[bytes], name: bytes, end: int) -> None:
    """Close the innermost open element of a name, and those in it; an end tag without its element is passed over."""
    if not names[name]:
        return
    while open_:
        element = open_.pop()
        names[element.name] -= 1
        if element.name == name:
            element.end = end
            return
        element.end = max(element.end, end)
