"""Where lines start: after LF, CR LF or CR, and after NEL in an EBCDIC file."""

from __future__ import annotations

import re
from itertools import accumulate

from legacyctl.model import SourceFile
from legacyctl.source.codepages import is_wide
from legacyctl.source.decode import working_bytes

_END = re.compile(rb"\r\n|\n|\r")
_TEXT_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)")


def line_starts(file: SourceFile) -> list[int]:
    """Give the byte offset of every line, the first being 0; a last line end starts no line of its own."""
    if is_wide(file.encoding):
        lengths = [len(line.encode(file.encoding)) for line in _TEXT_LINE.findall(file.text)]
        starts = [0, *accumulate(lengths)]
    else:
        starts = [0, *(end.end() for end in _END.finditer(working_bytes(file)))]
    if len(starts) > 1 and starts[-1] == len(file.data):
        starts.pop()
    return starts
