"""A source file as plain text with LF line ends, and the way back to its own bytes."""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Iterator

from legacyctl.model import SourceFile

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_END = re.compile(r"\r\n|\r|\n")


def plain(file: SourceFile) -> str:
    """Give the text without byte order mark, with LF only and with a final line end.

    Raises UnicodeDecodeError when the bytes are not in the file's encoding and
    LookupError when Python has no such encoding.
    """
    text = _END.sub("\n", _body(file))
    return text if text.endswith("\n") or not text else text + "\n"


def restore(file: SourceFile, after: str) -> bytes:
    """Give `after` in the file's own encoding, line ends, mark and last line.

    A text that equals `plain(file)` gives the file's very bytes. Raises
    UnicodeEncodeError when the encoding lacks a character.
    """
    before = plain(file)
    if after == before:
        return file.data
    body = _body(file)
    if not _END.search(body[-1:]):
        after = after.removesuffix("\n")
    text = "".join(_with_ends(_LINE.findall(body), after))
    return _mark(file.data) + text.encode(_codec(file))


def _with_ends(before: list[str], after: str) -> Iterator[str]:
    """Give the lines of `after`, each with the line end that the file has at that place."""
    ends = [line[len(line.rstrip("\r\n")) :] for line in before]
    new = after.split("\n")
    if len(set(ends[:-1])) <= 1:
        yield (ends[0] or "\n").join(new)
        return
    old = [line.rstrip("\r\n") for line in before]
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        for index in range(first, last):
            # A changed line takes the end of the line that stood there.
            at = min(start + index - first, end - 1 if end > start else start, len(ends) - 1)
            yield new[index] + ((ends[at] or "\n") if index < len(new) - 1 else "")


def _body(file: SourceFile) -> str:
    return file.data[len(_mark(file.data)) :].decode(_codec(file))


def _mark(data: bytes) -> bytes:
    return codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""


def _codec(file: SourceFile) -> str:
    """Give the codec without its own handling of the mark, which `_mark` does."""
    return "utf-8" if codecs.lookup(file.encoding).name == "utf-8-sig" else file.encoding
