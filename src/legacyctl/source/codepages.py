"""What legacyctl has to know of a codec: its one name, its width, and whether it is EBCDIC.

Only codecs of Python's registry are used, because `SourceFile.text` decodes
with them; `source.ebcdic` adds cp1047 to it.
"""

from __future__ import annotations

import codecs
from functools import cache

NEL = "\x85"
# Codecs whose bytes depend on what came before, so that no piece can be encoded by itself, or that are no charset.
_STATEFUL = (
    "hz",
    "idna",
    "iso2022",
    "punycode",
    "raw_unicode_escape",
    "raw-unicode-escape",
    "unicode",
    "utf-7",
    "utf_7",
)
_SIGNED = {"utf-8-sig": "utf-8"}
_BY_ORDER = {
    "utf-16": ("utf-16-le", "utf-16-be", b"\xfe\xff"),
    "utf-32": ("utf-32-le", "utf-32-be", b"\x00\x00\xfe\xff"),
}


@cache
def canonical(name: str) -> str:
    """Give the one name of a text codec; raises LookupError for any other word.

    A byte order mark is kept as part of the text, so utf-8-sig is utf-8 here.
    """
    found = codecs.lookup(name).name
    "".encode(found)  # raises LookupError for a codec that is not text, such as rot13
    if found.startswith(_STATEFUL):
        raise LookupError(f"unusable encoding: {name}")
    return _SIGNED.get(found, found)


def ordered(codec: str, data: bytes) -> str:
    """Give utf-16 and utf-32 with the byte order that the data shows; any other codec as it is."""
    little, big, mark = _BY_ORDER.get(codec, (codec, codec, b""))
    return big if data.startswith(mark) else little


@cache
def is_wide(codec: str) -> bool:
    """Say whether a plain letter takes more than one byte, as in UTF-16."""
    return len("a".encode(codec)) > 1


@cache
def is_ebcdic(codec: str) -> bool:
    """Say whether the codec is one of IBM's EBCDIC pages."""
    return " ".encode(codec) == b"\x40"


@cache
def latin_table(codec: str) -> bytes:
    """Give the table that turns bytes of a one-byte codec into Latin-1, NEL into LF.

    A character that Latin-1 lacks (the euro sign of cp1140) becomes a question
    mark: the table serves readers, never what is written back.
    """
    letters = (bytes((byte,)).decode(codec, "replace") for byte in range(256))
    return b"".join(b"\n" if letter == NEL else letter.encode("latin-1", "replace") for letter in letters)
