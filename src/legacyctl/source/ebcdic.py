"""EBCDIC code pages: cp1047 as a codec, and which page a text was written in.

Python has cp037, cp500 and cp1140 and no cp1047, the page of z/OS UNIX. It has
the same 256 characters as cp037, six of them at each other's places.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer  # collections.abc has it from Python 3.12 on

CP1047 = "cp1047"
_NAMES = frozenset((CP1047, "ibm1047", "ibm_1047", "1047"))
# Byte and character where cp1047 differs from cp037: IBM's published charts of both pages.
_DIFFERENT = {0x5F: "^", 0xAD: "[", 0xB0: "¬", 0xBA: "Ý", 0xBB: "¨", 0xBD: "]"}
_LETTERS = "".join(_DIFFERENT.get(byte, bytes((byte,)).decode("cp037")) for byte in range(256))
_BYTES = codecs.charmap_build(_LETTERS)

_LETTER = rb"[\x81-\x89\x91-\x99\xa2-\xa9\xc1-\xc9\xd1-\xd9\xe2-\xe9]"
_BEHIND = rb"[\x7d\x7f\x40\x4b]"  # quotes, blank, period: what stands behind an exclamation mark
# The signs of program text that do not stand at the same place in all pages: a pair of square
# brackets, `||`, `¬=`, and an exclamation mark at the end of a word. Each is a point for its page.
_TELLING = {
    "cp037": rb"\xba[^\xba\xbb]{0,60}\xbb|\x5f\x7e",
    CP1047: rb"\xad[^\xad\xbd]{0,60}\xbd|\xb0\x7e",
    "cp500": rb"\x4a[^\x4a\x5a]{0,60}\x5a|\xbb\xbb|" + _LETTER + rb"\x4f" + _BEHIND,
}
_SWISS_BRACKETS = re.compile(rb"\x4a[^\x4a\x5a]{0,60}\x5a")
_ENGLISH = re.compile(rb"\x4f\x4f|" + _LETTER + rb"\x5a" + _BEHIND)  # `||` and `!` of every page but cp500
_POINTS = {page: re.compile(pattern) for page, pattern in _TELLING.items()}
_EURO = b"\x9f"  # in cp1140, otherwise as cp037, which has the hardly used sign for any currency there


def code_page(data: bytes) -> str:
    """Give the code page in which most telling signs of an EBCDIC text make sense; cp037 without any."""
    points = {page: len(pattern.findall(data)) for page, pattern in _POINTS.items()}
    points["cp500"] -= len(_ENGLISH.findall(_SWISS_BRACKETS.sub(b"", data)))
    page = max(points, key=points.__getitem__)
    if points[page] <= 0:
        page = "cp037"
    return "cp1140" if page == "cp037" and _EURO in data else page


def _encode(text: str, errors: str = "strict", /) -> tuple[bytes, int]:
    return codecs.charmap_encode(text, errors, _BYTES)


def _decode(data: Buffer, errors: str = "strict", /) -> tuple[str, int]:
    return codecs.charmap_decode(data, errors, _LETTERS)


def _search(name: str) -> codecs.CodecInfo | None:
    return codecs.CodecInfo(_encode, _decode, name=CP1047) if name in _NAMES else None


codecs.register(_search)
