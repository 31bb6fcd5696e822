"""Java Server Pages, in three readings of the same bytes, so that every place is one of the page itself.

The page without its code is HTML; its declarations (`<%! ... %>`) are the body
of a Java class; its scriptlets and expressions are the body of a method. What
does not belong to a reading is blank in it. Custom tags are read by their
attributes only, and EL (`${...}`) not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from legacyctl.catalog import Language, languages
from legacyctl.model import SourceFile
from legacyctl.parse.marked import Lines, MarkedTree, in_order, merged
from legacyctl.parse.prepare.jsp import Piece, custom_tags, pieces, without_code
from legacyctl.parse.recoded import parse_recoded
from legacyctl.parse.tree import UNIT, Mark, Tree
from legacyctl.parse.treesitter import parse_treesitter
from legacyctl.source import working_bytes

_ATTRIBUTE = re.compile(rb"([A-Za-z][\w.:-]{0,60})\s{0,80}=\s{0,80}(?:\"([^\"]*)\"|'([^']*)')")
_WORD = re.compile(rb"\s*([\w:.-]+)")
_RUN_TIME = ("<%", "${", "#{")
# Of a directive or tag: the attribute that names something, the tag of its mark and its kind.
_LINKS = {
    (b"include", b"file"): ("include", ""),
    (b"taglib", b"uri"): ("include", "taglib"),
    (b"jsp:directive.include", b"file"): ("include", ""),
    (b"jsp:forward", b"page"): ("include", "forward"),
    (b"jsp:include", b"page"): ("include", "jsp"),
    (b"jsp:usebean", b"class"): ("call", "bean"),
}
_OF_HTML = frozenset(("include", "comment", "string"))
# What a page closes and another one, which includes it, has opened.
_END_TAGS = re.compile(rb"(?:\s*</(?i:html|body|table|tbody|tr|td|div|center|form|ul|ol)\s*>)+\s*")


def parse_jsp(file: SourceFile, language: Language) -> Tree:
    """Read a page; never raises on what stands in it."""
    if not (file.encoding == "utf-8" or file.data.isascii()):
        return parse_recoded(file, language, parse_jsp)
    data = working_bytes(file)
    lines, found = Lines(file), tuple(pieces(data))
    html = parse_treesitter(file, _html())
    parts = [_java(file, b"class P {", _declarations(data, found), b"}")]
    parts.append(_java(file, b"class P { void f() {", _statements(data, found), b"}}"))
    marks = [Mark(UNIT + "module", lines.span(0, len(data)))] if data else []
    marks += [_named(mark) for mark in html.marks() if mark.tag in _OF_HTML]
    marks += [replace(mark, span=lines.span(start, end)) for part in parts for mark, start, end in part.marks()]
    marks += _links(data, found, lines)
    faults = [(s.start, s.end) for s in html.unparsed if not _END_TAGS.fullmatch(file.data, s.start, s.end)]
    faults += [piece for part in parts for piece in part.unparsed()]
    faults += [(piece.start, piece.end) for piece in found if piece.kind != "--" and not piece.closed]
    problem = next(filter(None, (html.problem, *(part.tree.problem for part in parts))), "")
    unparsed = tuple(lines.span(*piece) for piece in merged(faults))
    return MarkedTree(file, language, unparsed, problem, in_order(marks))


class _Part:
    """Java code in the places of its page, between a head and a tail that are not there."""

    def __init__(self, tree: Tree, head: int, size: int) -> None:
        self.tree = tree
        self._head = head
        self._size = size

    def marks(self) -> Iterator[tuple[Mark, int, int]]:
        """Give the marks that lie in the page, with their place."""
        for mark in self.tree.marks():
            start, end = mark.span.start - self._head, mark.span.end - self._head
            if 0 <= start < self._size:
                yield mark, start, min(end, self._size)

    def unparsed(self) -> Iterator[tuple[int, int]]:
        """Give what was not understood, within the page."""
        for span in self.tree.unparsed:
            yield self._within(span.start), self._within(span.end)

    def _within(self, offset: int) -> int:
        return min(max(0, offset - self._head), self._size)


@cache
def _html() -> Language:
    html = languages()["html"]
    return replace(html, prepare=f"jsp-html {html.prepare}")


def _java(file: SourceFile, head: bytes, code: bytes, tail: bytes) -> _Part:
    """Parse code between what makes it a class."""
    data = head + code + tail
    whole = replace(file, data=data, size=len(data), newline="\n", encoding="utf-8")
    return _Part(parse_treesitter(whole, languages()["java"]), len(head), len(code))


def _declarations(data: bytes, found: Iterable[Piece]) -> bytes:
    """Give the declarations in their places."""
    code = bytearray(b" " * len(data))
    for piece in found:
        if piece.kind == "!":
            code[piece.inner : piece.end] = data[piece.inner : piece.behind].ljust(piece.end - piece.inner, b"\n")
    return bytes(code)


def _statements(data: bytes, found: Iterable[Piece]) -> bytes:
    """Give scriptlets and expressions in their places; a text of the page is the statement that writes it.

    A line end goes before the `;` of an expression and behind a scriptlet: its last line may be a comment.
    """
    code = bytearray(b" " * len(data))
    text_from = 0
    for piece in found:
        _write(code, data, text_from, piece.start)
        text_from = piece.end
        if piece.kind in ("", "="):
            tail = b"\n;" if piece.kind == "=" else b"\n "
            code[piece.inner : piece.end] = data[piece.inner : piece.behind] + tail[: piece.end - piece.behind]
    _write(code, data, text_from, len(data))
    return bytes(code)


def _write(code: bytearray, data: bytes, start: int, end: int) -> None:
    """Put an empty statement where the text of the page starts."""
    text = data[start:end]
    blank = len(text) - len(text.lstrip())
    if blank < len(text):
        code[start + blank : start + blank + 1] = b";"


def _links(data: bytes, found: Iterable[Piece], lines: Lines) -> Iterator[Mark]:
    """Give what directives and custom tags refer to, and the comments of the page."""
    for piece in found:
        if piece.kind == "--":
            yield Mark("comment", lines.span(piece.start, piece.end))
        word = _WORD.match(data, piece.inner, piece.behind) if piece.kind == "@" else None
        if word:
            yield from _named_by(word[1].lower(), data, piece.inner, piece.behind, lines)
    for name, start, end in custom_tags(without_code(data)):
        yield from _named_by(name, data, start, end, lines)


def _named_by(name: bytes, data: bytes, start: int, end: int, lines: Lines) -> Iterator[Mark]:
    """Give what the attributes of a directive or tag refer to."""
    for found in _ATTRIBUTE.finditer(data, start, end):
        text = (found[2] or found[3] or b"").decode("utf-8", "replace").strip()
        span = lines.span(start, end)
        if name in (b"page", b"tag") and found[1] == b"import":
            yield from (Mark("include", span, one.strip()) for one in text.split(",") if one.strip())
        tag, kind = _LINKS.get((name, found[1].lower()), ("", ""))
        if tag and text:
            yield _named(Mark(tag, span, text, {"kind": kind} if kind else {}))


def _named(mark: Mark) -> Mark:
    """Give a mark; what names it may only be known at run time."""
    dynamic = mark.tag in ("include", "call") and any(sign in mark.text for sign in _RUN_TIME)
    return replace(mark, attributes={**mark.attributes, "dynamic": True}) if dynamic else mark
