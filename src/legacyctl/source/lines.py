"""Where lines start: after LF, CR LF or CR, after NEL in an EBCDIC file, and with every fixed record."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from legacyctl.model import SourceFile
from legacyctl.source.codepages import is_wide
from legacyctl.source.decode import working_bytes

_TEXT_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)")


# Of the file at hand, which several rooms ask for after each other.
@lru_cache(maxsize=1)
def line_starts(file: SourceFile) -> list[int]:
    """Give the byte offset of every line, the first being 0; what follows a last line end, 0x1A too, is no line."""
    if file.record:
        return list(range(0, max(len(file.data), 1), file.record))
    if is_wide(file.encoding):
        lengths = [len(line.encode(file.encoding)) for line in _TEXT_LINE.findall(file.text)]
        starts = [0, *accumulate(lengths)]
    else:
        # In bytes, the line ends of splitlines are LF, CR LF and CR; the end of the last line starts none.
        starts = list(accumulate(map(len, working_bytes(file).splitlines(keepends=True)), initial=0))
        if len(starts) > 1:
            starts.pop()
    if len(starts) > 1 and not file.data[starts[-1] :].strip("\x1a\0".encode(file.encoding)):
        starts.pop()
    return starts
