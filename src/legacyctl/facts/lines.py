"""Lines that hold code: more than white space and comment."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from legacyctl.model import SourceFile
from legacyctl.source import is_wide, line_starts, working_bytes

# Byte order marks are no code, though they may stand before a comment.
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# The zero bytes are those of a wide encoding; 0x1A ends many files from DOS and the mainframe.
_BLANK = b" \t\r\f\v\0\x1a"
_LONE_CR = re.compile(rb"\r(?!\n)")
Comments = Iterable[tuple[int, int]]


class CodeLines:
    """Counts lines with code between any two lines; `starts` are the offsets of all lines.

    `comments` are pairs of start and end.
    """

    def __init__(self, file: SourceFile, comments: Comments) -> None:
        self.starts = line_starts(file)
        text = working_bytes(file)
        self.total = len(self.starts) if text else 0
        by_bytes = file.record or is_wide(file.encoding)
        lines = _cut(text, comments, self.starts) if by_bytes else _split(text, comments)
        # A byte for each line: whether it holds code.
        self._full = bytes(map(bool, lines))

    def between(self, first: int, last: int) -> int:
        """Give the number of lines with code from line `first` to line `last`, both included."""
        return self._full.count(1, first - 1, last) if last else 0


def _split(text: bytes, comments: Comments) -> list[bytes]:
    """Give the code of each line, without white space."""
    if text.count(b"\r") != text.count(b"\r\n"):
        text = _LONE_CR.sub(b"\n", text)
    pieces: list[bytes] = []
    at = _marked(text)
    for start, end in sorted(comments):
        pieces += (text[at:start], b"\n" * text.count(b"\n", max(at, start), end))
        at = max(at, end)
    pieces.append(text[at:])
    return b"".join(pieces).translate(None, _BLANK).split(b"\n")


def _cut(text: bytes, comments: Comments, starts: Sequence[int]) -> list[bytes]:
    """Give the code of each line where the bytes alone do not show where one ends."""
    code = bytearray(text)
    for start, end in [*comments, (0, _marked(text))]:
        code[start:end] = b" " * (end - start)
    return [bytes(code[start:end]).strip(_BLANK + b"\n") for start, end in pairwise((*starts, len(code)))]


def _marked(text: bytes) -> int:
    """Give the length of the byte order mark."""
    return next((len(mark) for mark in _MARKS if text.startswith(mark)), 0)
