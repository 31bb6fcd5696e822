"""Conditional compilation of C: of every `#if` its first branch stays, and others that hold whole statements.

Two branches often hold two heads of one block, which no grammar can read at
once; then all but the first are blank. `#if 0` drops its first branch and keeps
the next.
"""

from __future__ import annotations

import re

# A directive with the lines that a backslash or a comment joins to it. A comment that never ends goes on
# to the end of the file, so that many of them cost no more than one.
_DIRECTIVE = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t]*#[ \t]*(if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)\b"
    rb"(?>//[^\r\n]*|/\*(?s:.*?)(?:\*/|\Z)|\\\r?\n|[^\r\n])*",
    re.MULTILINE,
)
_NEVER = re.compile(rb"(?:\xef\xbb\xbf)?[ \t]*#[ \t]*if[ \t]+0[ \t]*(?:$|/)")
# Comments, literals and other directives.
_NO_CODE = re.compile(
    rb"/\*(?s:.*?)(?:\*/|\Z)|//[^\r\n]*|\"(?:\\.|[^\"\\\r\n])*\"|'(?:\\.|[^'\\\r\n])*'"
    rb"|^[ \t]*#(?:\\\r?\n|[^\r\n])*",
    re.MULTILINE,
)
_BRACKET = re.compile(rb"[(){}]")
_GOES_ON = re.compile(rb"(?:else|catch|while)\b")
TAIL = 400
_TEXT = re.compile(rb"[^\r\n]+")


class Branches:
    """Follows nested conditionals: `keep` says whether the code at hand is of first branches only.

    `spare` says that it is of another branch, in code that is kept.
    """

    def __init__(self) -> None:
        self.keep = True
        self.spare = False
        # Of every open condition: both words for the code around it, and whether a branch was kept.
        self._open: list[tuple[bool, bool, bool]] = []

    def take(self, word: bytes, *, never: bool = False) -> None:
        """Go on behind a directive; `never` is an `if` whose first branch is not taken."""
        if word.startswith(b"if"):
            self._open.append((self.keep, self.spare, not never))
            self.keep, self.spare = self.keep and not never, self.spare and not never
        elif self._open:
            keep, spare, taken = self._open.pop()
            if word == b"endif":
                self.keep, self.spare = keep, spare
                return
            self.keep, self.spare = keep and not taken, spare or (keep and taken)
            self._open.append((keep, spare, True))


def first_branch(data: bytes) -> bytes:
    """Blank the conditionals of the preprocessor, and the branches that cannot stand beside the first."""
    if b"#" not in data:
        return data
    pieces: list[bytes] = []
    branches, at = Branches(), 0
    # Whether a statement may start here, and where it could at the start of every open condition.
    edge, edges = True, [True]
    for found in _DIRECTIVE.finditer(data):
        piece = data[at : found.start()]
        kept = branches.keep or (branches.spare and edges[-1] and _is_whole(piece))
        pieces += (piece if kept else blank(piece), blank(found[0]))
        at = found.end()
        edge = _ends_statement(piece, edge) if branches.keep else edge
        if found[1].startswith(b"if"):
            edges.append(edge)
        elif found[1] == b"endif" and len(edges) > 1:
            edges.pop()
        branches.take(found[1], never=bool(_NEVER.match(found[0])))
    pieces.append(data[at:] if branches.keep else blank(data[at:]))
    return b"".join(pieces)


def _is_whole(piece: bytes) -> bool:
    """Say whether a piece of code holds whole statements only."""
    code = _NO_CODE.sub(b" ", piece).strip()
    depth = 0
    for sign in _BRACKET.findall(code):
        depth += 1 if sign in b"({" else -1
        if depth < 0:
            return False
    return not depth and code[-1:] in b";}" and not _GOES_ON.match(code)


def _ends_statement(piece: bytes, edge: bool) -> bool:  # noqa: FBT001 - what held before the piece
    """Say whether a statement may start behind a piece of code; an empty one leaves it as it was."""
    code = _NO_CODE.sub(b" ", piece[-TAIL:]).rstrip()
    return code[-1:] in b";{}:" if code else edge


def blank(piece: bytes) -> bytes:
    """Give as many blanks, with the line ends where they are."""
    return _TEXT.sub(lambda found: b" " * len(found[0]), piece)
