"""The head of a form or class file, which the form designer wrote: no code, but it names the controls."""

from __future__ import annotations

from legacyctl.parse.vb.lexer import Token

_OPENERS = frozenset(("BEGIN", "BEGINPROPERTY"))
_CLOSERS = frozenset(("END", "ENDPROPERTY"))


class Designer:
    """Knows whether a statement still belongs to that head; `name` is the token that names the outermost control."""

    def __init__(self) -> None:
        self.name: Token | None = None
        self._depth = 0
        self._inside = False
        self._first = True

    def takes(self, statement: list[Token]) -> bool:
        """Say whether the statement belongs to the head; ask for each statement of a file in order."""
        word = statement[0].text
        if self._first:
            self._first, self._inside = False, word == "VERSION"
            return self._inside
        if not self._inside:
            return False
        if word in _OPENERS:
            if not self._depth and len(statement) > 1:
                self.name = statement[-1]
            self._depth += 1
            return True
        if self._depth and word in _CLOSERS and len(statement) == 1:
            self._depth -= 1
            return True
        self._inside = self._depth > 0 or word == "OBJECT"
        return self._inside
