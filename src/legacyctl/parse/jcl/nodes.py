"""What is read of a file of JCL: cards in order, with their operands and the data behind them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Parameter:
    """One operand: its keyword ("" for a positional one), its value as written, its place in the operand field."""

    keyword: str
    value: str
    start: int
    end: int


@dataclass(slots=True)
class Statement:
    """A statement with its continuation lines; offsets are bytes of the file.

    `operands` is the operand field with its lines joined; `pieces` say where
    each part of it came from: place in `operands`, offset in the file. `data`
    are the bytes of in-stream data behind it, without the delimiter; `end` lies
    behind those, and `code_end` before them.
    """

    name: str
    operation: str
    start: int
    end: int
    code_end: int = 0
    operands: str = ""
    pieces: list[tuple[int, int]] = field(default_factory=list)
    parameters: list[Parameter] = field(default_factory=list)
    data: tuple[int, int] | None = None

    def take(self, texts: list[str], text: str, start: int) -> None:
        """Add a part of the operand field, which stands at `start`; `texts` are joined by who made them."""
        last = self.pieces[-1][0] + len(texts[-1]) if texts else 0
        self.pieces.append((last, start))
        texts.append(text)

    def offset(self, at: int) -> int:
        """Give the offset in the file of a place in `operands`."""
        if not self.pieces:
            return self.start
        place, offset = self.pieces[max(0, bisect_right(self.pieces, (at, self.end)) - 1)]
        return offset + at - place

    def value(self, *keywords: str) -> str:
        """Give the value of the first of these keywords that is there; "" without one."""
        return next((p.value for p in self.parameters if p.keyword in keywords), "")

    def has(self, keyword: str) -> bool:
        """Whether a keyword is given, alone or for a step of a procedure (`COND.STEP`)."""
        return any(p.keyword.partition(".")[0] == keyword for p in self.parameters)

    @property
    def positional(self) -> str:
        """The first operand without a keyword; "" when the first one has one."""
        first = self.parameters[0] if self.parameters else None
        return first.value if first and not first.keyword else ""


@dataclass(slots=True)
class Deck:
    """All that stands in a file: statements, comments, control cards of JES and ISPF, what was not understood."""

    statements: list[Statement] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    controls: list[tuple[int, int]] = field(default_factory=list)
    unparsed: list[tuple[int, int]] = field(default_factory=list)
