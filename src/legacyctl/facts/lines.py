"""Lines that hold code: more than white space and comment."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

from legacyctl.model import SourceFile, Span
from legacyctl.source import line_starts, working_bytes

# The zero bytes are those of a wide encoding; 0x1A ends many files from DOS and the mainframe.
_BLANK = b" \t\r\n\f\v\0\x1a"


class CodeLines:
    """Counts lines with code between any two lines, in constant time."""

    def __init__(self, file: SourceFile, comments: Iterable[Span]) -> None:
        text = bytearray(working_bytes(file))
        for span in comments:
            text[span.start : span.end] = b" " * (span.end - span.start)
        starts = line_starts(file)
        full = (bool(text[start:end].strip(_BLANK)) for start, end in pairwise([*starts, len(text)]))
        self._sums = [0, *accumulate(full)]
        self.total = len(starts) if text else 0

    def between(self, first: int, last: int) -> int:
        """Give the number of lines with code from line `first` to line `last`, both included."""
        return self._sums[last] - self._sums[first - 1] if last else 0
