"""Java Server Pages: where their code stands, and the page as HTML without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A comment, or a directive (@), declaration (!), expression (=) or scriptlet; one without an end goes on to the end.
_CODE = re.compile(rb"<%(?:(?P<comment>--)(?s:.*?)(?:--%>|\Z)|(?P<kind>[@!=]?)(?P<code>(?s:.*?))(?:%>|\Z))")
_EL = re.compile(rb"[$#]\{[^{}\r\n]{0,1000}\}")
_TAG = re.compile(
    rb"</?(?P<name>[A-Za-z][\w.-]{0,60}:[A-Za-z][\w.-]{0,60})"
    rb"(?:[^<>\"']|\"[^\"<]{0,4000}\"|'[^'<]{0,4000}'){0,4000}>"
)
_TEXT = re.compile(rb"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of code: `kind` is "--", "@", "!", "=" or "" for a scriptlet.

    Byte offsets: the piece lies in [start, end), what stands in it in [inner, behind).
    """

    kind: str
    start: int
    end: int
    inner: int
    behind: int

    @property
    def closed(self) -> bool:
        """Whether it has its `%>`."""
        return self.end > self.behind


def pieces(data: bytes) -> Iterator[Piece]:
    """Give the pieces of code of a page, in order."""
    for found in _CODE.finditer(data):
        if found["comment"]:
            yield Piece("--", found.start(), found.end(), found.start(), found.end())
        else:
            yield Piece(found["kind"].decode(), found.start(), found.end(), *found.span("code"))


def custom_tags(html: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Give the tags with a prefix in a page without code: the name, from where to where."""
    return ((found["name"].lower(), found.start(), found.end()) for found in _TAG.finditer(html))


def without_code(data: bytes) -> bytes:
    """Blank what is run; what writes a text becomes one, so that `value=<%= a %>` stays an attribute."""
    html = bytearray(data)
    for piece in pieces(data):
        html[piece.start : piece.end] = _filled(data[piece.start : piece.end], b"x" if piece.kind == "=" else b" ")
    return _EL.sub(lambda found: b"x" * len(found[0]), bytes(html))


def page_html(data: bytes) -> bytes:
    """Blank the code and the custom tags of a page; what is left is HTML."""
    html = without_code(data)
    page = bytearray(html)
    for _, start, end in custom_tags(html):
        page[start:end] = _filled(html[start:end], b" ")
    return bytes(page)


def _filled(piece: bytes, sign: bytes) -> bytes:
    return _TEXT.sub(sign, piece)
