"""How a file is encoded, and the way back: text into its bytes.

Detection goes in this order: the pattern in `legacyctl.toml`, a byte order
mark, a coding line (PEP 263), strict UTF-8, EBCDIC by its letters and blanks
(which page of it `source.ebcdic` tells by the signs that differ), UTF-16 without
a mark by its zero bytes, and then what the language declares (mostly cp1252)
with Latin-1 as the last resort, which takes everything. A codec is only taken
when all bytes decode with it and come back as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from legacyctl.errors import RecordError
from legacyctl.model import SourceFile
from legacyctl.source.codepages import NEL, canonical, is_ebcdic, is_wide, latin_table, ordered
from legacyctl.source.ebcdic import code_page
from legacyctl.source.records import CARD, is_cards, records

HEAD = 8192
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Common formats that may have no zero byte near their start.
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"BZh",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
)
_COOKIE = re.compile(rb"(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)")
_LETTERS = bytes((*range(0x81, 0x8A), *range(0x91, 0x9A), *range(0xA2, 0xAA)))
_CAPITALS = bytes((*range(0xC1, 0xCA), *range(0xD1, 0xDA), *range(0xE2, 0xEA), *range(0xF0, 0xFA)))
_SIGNS = b"\x40\x4b\x4c\x4d\x4e\x50\x5b\x5c\x5d\x5e\x60\x61\x6b\x6c\x6d\x6e\x6f\x7a\x7b\x7c\x7d\x7e\x7f\x0d\x15\x25"
_EBCDIC_TEXT = _LETTERS + _CAPITALS + _SIGNS
_EBCDIC_ENDS = (b"\x15", b"\x25", b"\x0d")
_LINE_END = re.compile("\r\n|\r|\n")
_END_OF_FILE = bytes.maketrans(b"\x1a\0", b"  ")
# In a fixed record a control character is part of a literal, and ends no line.
_CONTROL = str.maketrans("\r\n", "  ")
_EBCDIC_CONTROL = str.maketrans("\r\n" + NEL, "   ")


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known before looking: the codec that the user names, the language's own, its coding lines."""

    override: str = ""
    fallbacks: tuple[str, ...] = ("utf-8", "cp1252")
    cookies: bool = False


def is_binary(head: bytes) -> bool:
    """Say whether the first bytes of a file are no text in any encoding that is known here."""
    if head.startswith(_MAGIC):
        return True
    marked = any(head.startswith(mark) for mark, codec in _MARKS if is_wide(codec))
    return b"\0" in head and not marked and not _wide_guess(head) and not looks_ebcdic(head)


def detect(data: bytes, hints: Hints) -> str:
    """Give the codec of a whole file; "" when the bytes do not fit the codec that the user named."""
    if hints.override:
        named = ordered(hints.override, data)
        return named if _fits(data, named) else ""
    return next(codec for codec in _candidates(data, hints) if _fits(data, codec))


def looks_ebcdic(head: bytes) -> bool:
    """Say whether the bytes are EBCDIC: its blanks among nearly nothing but its letters and signs."""
    size = len(head)
    if not size or head.count(b"\x40") < size * 0.03:
        return False
    return len(head.translate(None, _EBCDIC_TEXT)) <= size * 0.1


def record_length(data: bytes, codec: str) -> int:
    """Give the length of the fixed records that the file shows to be in; 0 for a file in lines.

    Only records of 80 bytes show themselves, by what stands in their last columns.
    """
    if is_wide(codec) or not is_cards(data.translate(latin_table(codec)) if is_ebcdic(codec) else data):
        return 0
    return CARD if fits_records(data, codec, CARD) else 0


def fits_records(data: bytes, codec: str, length: int) -> bool:
    """Say whether the file is whole records of `length` bytes, each text by itself."""
    if is_wide(codec) or len(data) % length:
        return False
    try:
        return all(record.decode(codec) or True for record in records(data, length))
    except UnicodeError:
        return False


def is_unlined(data: bytes, codec: str) -> bool:
    """Say whether the file is EBCDIC without line ends, and longer than one card of 80."""
    return is_ebcdic(codec) and len(data) > CARD and not any(end in data for end in _EBCDIC_ENDS)


def newline_of(data: bytes, codec: str) -> str:
    """Give the line end that all lines have, "mixed", or "" when there is none."""
    raw = data.decode(codec) if is_wide(codec) or is_ebcdic(codec) else data.decode("latin-1")
    pairs = raw.count("\r\n")
    counts = {"\r\n": pairs, "\n": raw.count("\n") - pairs, "\r": raw.count("\r") - pairs}
    if is_ebcdic(codec):
        counts[NEL] = raw.count(NEL)
    used = [end for end, count in counts.items() if count]
    return "mixed" if len(used) > 1 else "".join(used)


def working_bytes(file: SourceFile) -> bytes:
    """Give what a reader parses: as many bytes as on disk, each at its own offset.

    EBCDIC becomes Latin-1 with NEL as LF, and where CR alone ends the lines it
    becomes LF; the 0x1A that ends files of DOS becomes a blank, and everything
    else stays as it is. A wide encoding (UTF-16) and fixed records cannot keep
    their offsets this way; the parse room reads such a file as UTF-8 with line
    ends and counts back.
    """
    data = file.data.translate(latin_table(file.encoding)) if is_ebcdic(file.encoding) else file.data
    data = data.replace(b"\r", b"\n") if file.newline == "\r" else data
    end = len(data.rstrip(b" \t\r\n\0\x1a"))
    return data[:end] + data[end:].translate(_END_OF_FILE) if b"\x1a" in data[end:] else data


def legible(file: SourceFile) -> str:
    """Give the text of a file with LF behind every fixed record, and as LF the NEL of EBCDIC and CR where it is alone.

    Apart from those of the records it is letter for letter as on disk; 0x1A at the end of the file is a blank.
    """
    if file.record:
        signs = _EBCDIC_CONTROL if is_ebcdic(file.encoding) else _CONTROL
        return "\n".join(record.decode(file.encoding).translate(signs) for record in records(file.data, file.record))
    text = file.text.replace(NEL, "\n") if is_ebcdic(file.encoding) else file.text
    text = text.replace("\r", "\n") if file.newline == "\r" else text
    end = len(text.rstrip(" \t\r\n\0\x1a"))
    return text[:end] + text[end:].replace("\x1a", " ").replace("\0", " ") if "\x1a" in text[end:] else text


def encode(file: SourceFile, text: str) -> bytes:
    """Give text as bytes for splicing into the file: its encoding, its line ends.

    In a file with mixed or no line ends the text keeps its own. For a file in
    fixed records it must be whole lines; each is filled up with blanks. Raises
    UnicodeEncodeError for a character that the file's encoding lacks, and
    RecordError for a line that is longer than a record.
    """
    if file.record:
        lines = _LINE_END.split(text)
        return b"".join(_record(file, line) for line in (lines if lines[-1] else lines[:-1]))
    if file.newline not in ("", "mixed"):
        text = _LINE_END.sub(lambda _: file.newline, text)
    return text.encode(file.encoding)


def first_lines(head: bytes) -> bytes:
    """Give the first bytes of a file as patterns can read them: EBCDIC and UTF-16 in Latin-1, cards as lines."""
    codec = _wide_guess(head)
    if codec or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode(codec or "utf-16", "replace").encode("latin-1", "replace")
    text = head.translate(latin_table(code_page(head))) if looks_ebcdic(head) else head
    whole = text[: len(text) - len(text) % CARD]
    return b"\n".join(records(whole, CARD)) if is_cards(whole) else text


def _record(file: SourceFile, line: str) -> bytes:
    """Give a line as one record."""
    data, blank = line.encode(file.encoding), " ".encode(file.encoding)
    if len(data) > file.record:
        message = f"{file.path}: a line of {len(data)} bytes does not fit its fixed records of {file.record}"
        raise RecordError(message, way_out="Shorten the line, or bring the file over in lines.")
    return data + blank * (file.record - len(data))


def _candidates(data: bytes, hints: Hints) -> Iterable[str]:
    """Give the codecs to try, in order."""
    yield from (codec for mark, codec in _MARKS if data.startswith(mark))
    if hints.cookies:
        yield from _cookie(data)
    guess = _wide_guess(data[:HEAD])
    if guess:
        yield guess
    yield "utf-8"
    if looks_ebcdic(data[:HEAD]):
        yield code_page(data)
    yield from map(canonical, hints.fallbacks)
    yield canonical("latin-1")


def _cookie(data: bytes) -> Iterable[str]:
    """Give the codec that a coding line in the first two lines names, when Python has it."""
    found = _COOKIE.match(data)
    if not found:
        return
    try:
        yield ordered(canonical(found[1].decode("ascii")), data)
    except LookupError:
        return


def _wide_guess(head: bytes) -> str:
    """Give UTF-16 with its byte order when one byte of most pairs is zero and the other never; else ""."""
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if pairs and not even and odd >= pairs * 0.4:
        return "utf-16-le"
    return "utf-16-be" if pairs and not odd and even >= pairs * 0.4 else ""


def _fits(data: bytes, codec: str) -> bool:
    """Say whether the bytes decode and come back as they were."""
    try:
        text = data.decode(codec)
    except UnicodeError:
        return False
    # Strict UTF-8 is exact by definition; other codecs may have two ways to write one letter.
    return codec == "utf-8" or text.encode(codec) == data
