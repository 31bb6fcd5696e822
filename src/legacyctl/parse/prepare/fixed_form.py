"""Fixed-form Fortran as free form: columns 1, 6 and 73 to 80 lose their meaning, and no byte moves.

A comment mark in column 1 becomes `!`. A continuation line is joined to the code
line before it: the line end between them becomes a blank, or the `&` of free
form where a comment stands in between. What lies in columns 73 to 80 becomes
blank. A file in free form stays as it is; its first lines tell which it is.
"""

from __future__ import annotations

import re

HEAD = 1 << 15
WIDTH, CARD = 72, 80
_COMMENT = b"cC*!dD"
# A comment in column 1 that no statement can be, or a mark in column 6.
_FIXED = re.compile(rb"^(?:\*|[cC](?:[^\w\r\n]|\r?$)|     [^ 0\t\r\n!&])", re.MULTILINE)
# Letters before column 7 that are no comment, or the `&` of free form at the end of a line.
_FREE = re.compile(rb"^(?:[A-Za-z]\w| {1,4}[A-Za-z]| +[A-Za-z][^!'\"\r\n]*&\s*?$)", re.MULTILINE)
_LITERAL_OR_COMMENT = re.compile(rb"'[^']*'?|\"[^\"]*\"?|!")
_CONTINUED = re.compile(rb" {5}[^ 0\t]| {0,5}\t[1-9]")


def fixed_form(data: bytes) -> bytes:
    """Give fixed-form Fortran in free form, and any other as it is."""
    head = data[:HEAD]
    if len(_FREE.findall(head)) > len(_FIXED.findall(head)):
        return data
    lines: list[bytes] = []
    code = -1
    for line in data.splitlines(keepends=True):
        if line[:1] in _COMMENT:
            lines.append(b"!" + line[1:])
        elif line.lstrip()[:1] in b"!#" and not _CONTINUED.match(line):
            lines.append(line)
        else:
            continued = code >= 0 and _CONTINUED.match(line) is not None
            if continued:
                lines[code] = _open_ended(lines[code], directly=code == len(lines) - 1)
            code = len(lines)
            lines.append(_cut(_without_mark(line) if continued else line))
    return b"".join(lines)


def _without_mark(line: bytes) -> bytes:
    """Blank what says that a line continues: column 6, or the digit behind a tab."""
    at = line.index(b"\t") + 1 if b"\t" in line[:6] else 5
    return line[:at] + b" " + line[at + 1 :]


def _cut(line: bytes) -> bytes:
    """Blank columns 73 to 80; a line that is longer, or has tabs or letters of several bytes, is no card."""
    text = line.rstrip(b"\r\n")
    if not WIDTH < len(text) <= CARD or b"\t" in text or not text.isascii():
        return line
    return text[:WIDTH] + b" " * (len(text) - WIDTH) + line[len(text) :]


def _open_ended(line: bytes, *, directly: bool) -> bytes:
    """Give a line that goes on: in the next line when that follows `directly`, else behind comments."""
    text = line.rstrip(b"\r\n")
    end = line[len(text) :]
    comment = next((found.start() for found in _LITERAL_OR_COMMENT.finditer(text) if found[0] == b"!"), -1)
    if comment > 0 and text[comment - 1 : comment].isspace():
        return text[: comment - 1] + b"&" + text[comment:] + end
    if comment > 0:
        return text[:comment] + b"&" + b" " * (len(text) - comment - 1) + end
    if directly:
        return text + b" " * len(end)
    return text + b"&" + end[1:]
