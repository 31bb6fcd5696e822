"""Where a statement names sections and paragraphs, and what these names stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from legacyctl.parse.cobol.labels import Label, Procedures
from legacyctl.parse.cobol.nodes import NUMBER, WORD, Statement, Token

Range = tuple[int, int]
"""The nodes from which and to which a PERFORM goes."""

_THRU = frozenset({"THRU", "THROUGH"})


@dataclass(slots=True, eq=False)
class Names:
    """Reads the names in the statements of a procedure division.

    `understood` are the numbers of the tokens that are part of a jump or PERFORM;
    `unclear` says of which names it is not known what they mean.
    """

    tokens: Sequence[Token]
    found: Procedures
    understood: set[int] = field(default_factory=set)
    unclear: list[str] = field(default_factory=list)

    def text(self, at: int) -> str:
        """The text of a token, "" behind the last."""
        return self.tokens[at].text if at < len(self.tokens) else ""

    def label(self, at: int, end: int, section: int) -> tuple[Label | None, int]:
        """What `name [OF section]` at token `at` means in a section, and the number of the token behind it."""
        if at >= end or self.tokens[at].kind not in {WORD, NUMBER}:
            self.unclear.append("a jump without a name")
            return None, end
        name, qualifier, behind = self.text(at), "", at + 1
        if behind + 1 < end and self.text(behind) in {"OF", "IN"}:
            qualifier, behind = self.text(behind + 1), behind + 2
        self.understood.update(range(at, behind))
        label = self.found.find(name, qualifier, section)
        if label is None:
            self.unclear.append(f"{name} is no section or paragraph, or more than one")
        return label, behind

    def range(self, at: int, end: int, section: int) -> Range | None:
        """What `name [THRU name]` at token `at` means."""
        label, behind = self.label(at, end, section)
        last = label
        if behind < end and self.text(behind) in _THRU:
            last, _ = self.label(behind + 1, end, section)
        return (label.start, last.end) if label and last else None

    def procedures(self, statement: Statement, section: int) -> Iterator[Range | None]:
        """The ranges of INPUT, OUTPUT and PROCESSING PROCEDURE."""
        for at in range(statement.first + 1, statement.head):
            if self.text(at) == "PROCEDURE":
                yield self.range(at + 2 if self.text(at + 1) == "IS" else at + 1, statement.head, section)

    def targets(self, statement: Statement, section: int) -> tuple[list[int], bool]:
        """The nodes that a GO TO leads to, and whether it does so DEPENDING ON something."""
        ways = []
        at = statement.first + (2 if self.text(statement.first + 1) == "TO" else 1)
        while at < statement.head and self.text(at) != "DEPENDING":
            label, at = self.label(at, statement.head, section)
            ways += [label.start] if label else []
        return ways, at < statement.head

    def altered(self, statement: Statement, section: int) -> Iterator[tuple[int, int]]:
        """ALTER name TO [PROCEED TO] name ...: each block with the node that its GO TO may lead to."""
        at = statement.first + 1
        while at < statement.head:
            label, at = self.label(at, statement.head, section)
            while at < statement.head and self.text(at) in {"TO", "PROCEED"}:
                at += 1
            target, at = self.label(at, statement.head, section)
            if label and target:
                yield label.block, target.start
