"""Columns in a line whose letters may take several bytes."""

from __future__ import annotations


def bytes_of(line: str, columns: int, *, utf8: bool) -> int:
    """Give how many bytes the first columns of a line take; `line` has a letter for each byte."""
    if not utf8 or line.isascii():
        return columns
    shown = line.encode("latin-1").decode("utf-8", "surrogateescape")[:columns]
    return len(shown.encode("utf-8", "surrogateescape")) + max(0, columns - len(shown))
