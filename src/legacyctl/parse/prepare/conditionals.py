"""Conditional compilation of C: of every `#if` its first branch stays, the rest is blank.

Two branches often hold two heads of one block, which no grammar can read at
once. `#if 0` drops its first branch and keeps the next.
"""

from __future__ import annotations

import re

# A directive with the lines that a backslash or a comment joins to it. A comment has a bound, so that
# many that never end cost no more than one.
_DIRECTIVE = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t]*#[ \t]*(if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)\b"
    rb"(?>/\*(?:[^*]|\*(?!/)){0,2000}\*/|\\\r?\n|[^\r\n])*",
    re.MULTILINE,
)
_NEVER = re.compile(rb"(?:\xef\xbb\xbf)?[ \t]*#[ \t]*if[ \t]+0[ \t]*(?:$|/)")
_TEXT = re.compile(rb"[^\r\n]+")


class Branches:
    """Follows nested conditionals: `keep` says whether the code at hand is kept."""

    def __init__(self) -> None:
        self.keep = True
        # Of every open condition: whether code around it is kept, whether a branch was kept.
        self._open: list[tuple[bool, bool]] = []

    def take(self, word: bytes, *, never: bool = False) -> None:
        """Go on behind a directive; `never` is an `if` whose first branch is not taken."""
        if word.startswith(b"if"):
            self._open.append((self.keep, not never))
            self.keep = self.keep and not never
        elif self._open:
            around, taken = self._open.pop()
            if word == b"endif":
                self.keep = around
                return
            self.keep = around and not taken
            self._open.append((around, True))


def first_branch(data: bytes) -> bytes:
    """Blank the conditionals of the preprocessor and all branches but the first."""
    if b"#" not in data:
        return data
    pieces: list[bytes] = []
    branches, at = Branches(), 0
    for found in _DIRECTIVE.finditer(data):
        piece = data[at : found.start()]
        pieces.append(piece if branches.keep else blank(piece))
        pieces.append(blank(found[0]))
        at = found.end()
        branches.take(found[1], never=bool(_NEVER.match(found[0])))
    pieces.append(data[at:] if branches.keep else blank(data[at:]))
    return b"".join(pieces)


def blank(piece: bytes) -> bytes:
    """Give as many blanks, with the line ends where they are."""
    return _TEXT.sub(lambda found: b" " * len(found[0]), piece)
