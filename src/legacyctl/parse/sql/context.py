"""What the parts of the PL/SQL reader share: the file, what is open in it, and how far a statement goes."""

from __future__ import annotations

from bisect import bisect_left

from legacyctl.parse.sql.expressions import Expressions
from legacyctl.parse.sql.frames import Frames
from legacyctl.parse.sql.queries import Queries
from legacyctl.parse.sql.source import Source

# Words that no expression holds: where one comes before the semicolon, the statement was cut short.
_ENDS = frozenset((";", "/"))
_BREAKS = frozenset((";", "/", "BEGIN", "LOOP", "ELSIF", "PROCEDURE", "FUNCTION", "DECLARE"))


class Context:
    """One file while it is read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.texts = source.texts
        self.total = len(source.texts)
        self.expressions = Expressions(source)
        self.queries = Queries(source, self.expressions)
        self.frames = Frames(source)
        self._ends = [at for at, text in enumerate(source.texts) if text in _ENDS]
        self._breaks = [at for at, text in enumerate(source.texts) if text in _BREAKS]

    def word(self, at: int) -> str:
        """Give the token at a place, "" where there is none."""
        return self.texts[at] if 0 <= at < self.total else ""

    def stop(self, at: int) -> int:
        """Give the next semicolon at or behind `at`, or the word that cuts a statement short."""
        index = bisect_left(self._breaks, at)
        return self._breaks[index] if index < len(self._breaks) else self.total

    def end(self, at: int) -> int:
        """Give the next semicolon or lone slash at or behind `at`, either of which ends a statement of SQL."""
        index = bisect_left(self._ends, at)
        return self._ends[index] if index < len(self._ends) else self.total

    def behind(self, end: int) -> int:
        """Give the place behind the stop of a statement: behind a semicolon, at any other."""
        return end + (self.word(end) == ";")

    def until(self, words: frozenset[str], first: int, last: int) -> int:
        """Give the first of `words` in tokens [first, last) outside of brackets; `last` where none stands."""
        depth = 0
        for at in range(first, last):
            text = self.texts[at]
            if text == "(":
                depth += 1
            elif text == ")":
                depth -= 1
            elif depth <= 0 and text in words:
                return at
        return last

    def close_bracket(self, at: int, last: int) -> int:
        """Give the place of the bracket that closes the one at `at`, `last` where none does."""
        depth = 0
        for index in range(at, last):
            text = self.texts[index]
            depth += (text == "(") - (text == ")")
            if depth <= 0:
                return index
        return last

    def dotted(self, at: int) -> int:
        """Give the last token of the dotted name that starts at `at`."""
        while self.word(at + 1) == "." and is_word(self.word(at + 2)):
            at += 2
        return at


def is_word(text: str) -> bool:
    """Say whether a token is a name or keyword: no sign, number or literal."""
    return text[:1].isalpha() or (text[:1] in _NAME_STARTS and len(text) > 1)


_NAME_STARTS = frozenset('_"&[#`@$')
