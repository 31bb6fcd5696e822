"""Marks while they are made: plain tuples, which cost a fraction of a Mark and sort by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legacyctl.parse.cobol.nodes import Token
from legacyctl.parse.tree import Place

Known = Mapping[str, str | int | bool]
NOTHING: Known = {}


class Places:
    """Collects the places of a file whose tokens are `tokens`."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._found: list[Place] = []

    def add(self, tag: str, first: int, last: int, text: str = "", known: Known = NOTHING) -> None:
        """Add tokens [first, last]."""
        found, tokens = self._found, self.tokens
        found.append((tokens[first][2], -tokens[max(first, last)][3], len(found), tag, text, known))

    def stretch(self, tag: str, start: int, end: int, text: str, known: Known = NOTHING) -> None:
        """Add bytes [start, end)."""
        self._found.append((start, -end, len(self._found), tag, text, known))

    def taken(self) -> list[Place]:
        """Give what was collected in order of start, the larger first."""
        self._found.sort()
        return self._found
