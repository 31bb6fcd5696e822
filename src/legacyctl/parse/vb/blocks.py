"""What is open while the statements of a Visual Basic file come by: units and control structures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from legacyctl.parse.vb.lexer import Token


@dataclass(frozen=True, slots=True)
class Block:
    """An open block: the word that opened it, its first statement, and what is made of it when it closes."""

    word: str
    head: tuple[int, int]
    close: Callable[[int], None]


class Blocks:
    """A stack of blocks; `unparsed` gets the head of one that is never closed, and a closer without a block."""

    def __init__(self, unparsed: list[tuple[int, int]]) -> None:
        self._open: list[Block] = []
        self._unparsed = unparsed

    def open(self, word: str, statement: list[Token], close: Callable[[int], None]) -> None:
        """Open a block with its first statement."""
        self._open.append(Block(word, (statement[0].start, statement[-1].end), close))

    def is_inside(self, words: Iterable[str]) -> bool:
        """Say whether the innermost block was opened by one of the words."""
        return bool(self._open) and self._open[-1].word in words

    def close(self, word: str, statement: list[Token]) -> None:
        """Close the innermost block of `word`; those inside it were never closed."""
        start, end = statement[0].start, statement[-1].end
        if all(block.word != word for block in self._open):
            self._unparsed.append((start, end))
            return
        while (block := self._open.pop()).word != word:
            self._drop(block, start)
        block.close(end)

    def close_all(self, words: Iterable[str], at: int) -> None:
        """Close every block at `at` that has no end of its own, as far as the outermost one among `words`."""
        while self._open and any(block.word in words for block in self._open):
            self._drop(self._open.pop(), at)

    def finish(self, at: int) -> None:
        """Close all that is left at the end of the file."""
        while self._open:
            self._drop(self._open.pop(), at)

    def _drop(self, block: Block, at: int) -> None:
        self._unparsed.append(block.head)
        block.close(at)
