"""Names in statements: which are declared, which are called.

Brackets behind a name are an index or a call; a name that is declared as a
variable or parameter is taken for the first. A procedure of another module
cannot be told from a function of a library here; the graph tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from legacyctl.parse.vb.lexer import Token
from legacyctl.parse.vb.words import CREATORS, DECLARES, MODIFIERS, NO_CALL

_NO_NAME = frozenset((*DECLARES, *MODIFIERS, "BYVAL", "BYREF", "OPTIONAL", "PARAMARRAY", "PRESERVE"))
_REFERS = {"NEW": "new", "ADDRESSOF": "addressof", "RAISEEVENT": "raiseevent"}


class Names:
    """The variables that are known: those of the module, and those of the procedure at hand."""

    def __init__(self) -> None:
        self._module: set[str] = set()
        self._local: set[str] | None = None

    def __contains__(self, name: str) -> bool:
        """Whether a name (upper case) is a variable."""
        return name in self._module or (self._local is not None and name in self._local)

    def add(self, names: Iterable[str]) -> None:
        """Take names as declared where we are."""
        (self._module if self._local is None else self._local).update(names)

    def enter(self) -> None:
        """Begin a procedure."""
        self._local = set()

    def leave(self) -> None:
        """End the procedure."""
        self._local = None


@dataclass(frozen=True, slots=True)
class Called:
    """One call: the tokens of its dotted name, and the literal that names an object to create."""

    tokens: Sequence[Token]
    how: str = ""
    literal: Token | None = None
    dynamic: bool = False
    iif: bool = False


class Calls:
    """Finds the calls of a statement, with what is declared so far."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def of(self, body: Sequence[Token], *, first: bool) -> Iterator[Called]:
        """Give the calls in order; `first` says that the first name is called without brackets too."""
        at, start = 0, True
        while at < len(body):
            token = body[at]
            if token.kind != "word":
                start = start and token.text == "."
                at += 1
                continue
            chain = _chain(body, at)
            before = body[at - 1].text if at else ""
            at += 2 * len(chain) - 1
            opened = at < len(body) and body[at].text == "("
            found = self._called(chain, before, body[at + 1 : at + 3] if opened else None, first=first and start)
            start = False
            if found:
                yield found

    def _called(
        self, chain: Sequence[Token], before: str, arguments: Sequence[Token] | None, *, first: bool
    ) -> Called | None:
        """Say what a dotted name is; `arguments` is the beginning of what its brackets hold, None without them."""
        head = chain[0].text
        chain = chain[1:] if head == "ME" else chain
        if not chain or (before == "AS" and head != "NEW"):
            return None
        if before in _REFERS:
            return Called(chain, _REFERS[before])
        if head in CREATORS and arguments:
            literal = arguments[0] if arguments[0].kind == "string" else None
            return Called(chain, "createobject", literal, dynamic=literal is None)
        if head == "CALLBYNAME":
            return Called(chain, "callbyname", dynamic=True)
        if head == "IIF" and arguments is not None:
            return Called(chain, iif=True)
        known = len(chain) == 1 and head != "ME" and (head in NO_CALL or (head in self._names and not first))
        return None if known or not (first or arguments is not None) else Called(chain)


def _chain(body: Sequence[Token], at: int) -> Sequence[Token]:
    """Give the words of a dotted name that begins at `at`."""
    chain = [body[at]]
    while at + 2 < len(body) and body[at + 1].text in {".", "!"} and body[at + 2].kind == "word":
        at += 2
        chain.append(body[at])
    return chain


def before_equals(body: Sequence[Token]) -> bool:
    """Say whether a statement assigns: a name with its brackets and members, then `=`."""
    at = 1 if body[0].text in {".", "!"} else 0
    depth = 0
    for token, following in pairwise(body[at:]):
        depth += (token.text == "(") - (token.text == ")")
        if depth:
            continue
        if following.text == "=":
            return True
        joined = following.text in {".", "!", "("} or token.text in {".", "!"}
        if not joined:
            return False
    return False


def declared(tokens: Sequence[Token], *, keep_first: bool = True) -> list[str]:
    """Give the names that a declaration or, without `keep_first`, a list of parameters in brackets declares."""
    names, depth, waiting = [], 0, keep_first
    base = 0 if keep_first else 1
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if depth == base and token.text in {",", "("}:
            waiting = True
        elif waiting and token.kind == "word" and token.text not in _NO_NAME:
            names.append(token.text)
            waiting = False
        if depth < base:
            break
    return names


def parameters(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Give the first and last token of every parameter in the brackets that the tokens begin with."""
    if not tokens or tokens[0].text != "(":
        return
    depth, piece = 0, list[Token]()
    for token in tokens:
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 or (depth == 1 and token.text == ","):
            if piece:
                yield piece[0], piece[-1]
            piece = []
        elif not (depth == 1 and token.text == "(" and not piece):
            piece.append(token)
        if depth == 0:
            return


def split_at(tokens: Sequence[Token], words: AbstractSet[str]) -> Iterator[list[Token]]:
    """Give the pieces between certain words and signs that are not empty."""
    piece: list[Token] = []
    for token in tokens:
        if token.text in words and token.kind in {"word", "sign"}:
            if piece:
                yield piece
            piece = []
        else:
            piece.append(token)
    if piece:
        yield piece
