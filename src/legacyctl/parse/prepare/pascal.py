"""Pascal and Delphi: conditional compilation, and the corners that the grammar does not know.

Of every `{$IFDEF}` the first branch stays. Blank become the file names of a
`uses`, properties that are only published again, calling conventions, and the
warnings behind an `end`. A range as a type becomes a name, a bare `raise` a
`break`, `asm ... end` an empty `begin ... end`, and a package a library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legacyctl.parse.prepare.conditionals import Branches, blank

_COMMENT = rb"\{[^}]*(?:\}|\Z)|\(\*(?s:.*?)(?:\*\)|\Z)|//[^\r\n]*"
_TOKEN = re.compile(
    rb"(?:\{|\(\*)\$(?P<word>if|ifdef|ifndef|ifopt|elseif|else|endif|ifend)\b[^}*]*(?:\}|\*\))"
    rb"|" + _COMMENT + rb"|'[^'\r\n]*'"
    rb"|(?P<asm>\basm\b)"
    rb"|(?P<raise>\braise)(?=\s*(?:;|\bend\b))"
    rb"|(?P<keep>\b(?:read|write)\s+[\w.]+)\[\w+\]"
    rb"|(?P<package>\bpackage)(?=\s+[\w.]+\s*;)|(?P<contains>\bcontains)\b"
    rb"|(?P<range>(?<=[=:])\s*-?\$?\w+\s*\.\.\s*-?\$?[\w.]+(?=\s*[;=]))"
    rb"|(?P<blank>\bin\s+'[^'\r\n]*'|\brequires\b[^;]{0,4000};"
    rb"|\bproperty\s+\w+\s*(?:(?:default|implements|index|nodefault|read|stored|write)\b[^;:\r\n]*)?;"
    rb"|(?:;\s{0,80})?\b(?:cdecl|safecall|stdcall)\b(?=\s*[;=])"
    rb"|(?<=\bend)\s+(?:deprecated|experimental|platform)\b(?:\s*'[^'\r\n]*')?)",
    re.IGNORECASE,
)
# What dropped branches leave behind: a comma or semicolon with nothing after it.
_TRAILING = re.compile(rb",(?=\s*;)|;(?=\s*\))")
_END_OF_ASM = re.compile(_COMMENT + rb"|(?P<end>(?<![@.\w])end\b)", re.IGNORECASE)
_SWAPS = {"contains": b"uses", "package": b"library", "raise": b"break", "range": b"x"}
_WORDS = {b"endif": b"endif", b"ifend": b"endif", b"elseif": b"elif"}


def pascal_branches(data: bytes) -> bytes:
    """Blank or swap what the grammar does not know."""
    return _TRAILING.sub(b" ", b"".join(_pieces(data)))


def _pieces(data: bytes) -> Iterator[bytes]:
    """Give the file piece by piece, each as long as it was."""
    branches, at = Branches(), 0
    while found := _TOKEN.search(data, at):
        piece = data[at : found.start()]
        yield piece if branches.keep else blank(piece)
        at = found.end()
        if found["word"]:
            word = found["word"].lower()
            branches.take(_WORDS.get(word, word))
        if found["asm"] and branches.keep:
            at = _end_of_asm(data, at)
            yield _begin(data[found.start() : at])
        else:
            yield _known(found) if branches.keep else blank(found[0])
    yield data[at:] if branches.keep else blank(data[at:])


def _known(found: re.Match[bytes]) -> bytes:
    """Give a token as the grammar knows it."""
    if found["word"] or found["blank"]:
        return blank(found[0])
    if found["keep"]:
        return found["keep"] + blank(found[0].removeprefix(found["keep"]))
    word = next((word for group, word in _SWAPS.items() if found[group]), None)
    return word.ljust(len(found[0])) if word else found[0]


def _end_of_asm(data: bytes, at: int) -> int:
    """Give the place of the `end` behind `asm`; the end of the file when there is none."""
    ends = (found.start() for found in _END_OF_ASM.finditer(data, at) if found["end"])
    return next(ends, len(data))


def _begin(piece: bytes) -> bytes:
    """Give `begin` with blanks for `asm` and its instructions."""
    return b"begin".ljust(len(piece)) if len(piece) > len(b"begin") else piece
