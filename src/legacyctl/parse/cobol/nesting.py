"""The open statements of a sentence as a stack: what is inside what, and what each still awaits.

Nothing recurses, so nesting may be of any depth. Counters of what the open
statements await keep a stray word from searching the whole stack, so that the
time stays linear.
"""

from __future__ import annotations

from collections import Counter

from legacyctl.parse.cobol.nodes import Branch, Sentence, Source, Statement
from legacyctl.parse.cobol.words import VERBS


class Nesting:
    """Adds statements, branches and sentences to a Source, in the order in which they are read.

    `fresh` says that a statement, and nothing else, may start at the next token.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tokens = source.tokens
        self.stack: list[tuple[int, Statement]] = []
        self.awaited: Counter[str] = Counter()
        self.sentence: Sentence | None = None
        self.fresh = True
        self._skipped = -1

    @property
    def top(self) -> Statement | None:
        """The innermost open statement."""
        return self.stack[-1][1] if self.stack else None

    def skip(self, at: int) -> None:
        """Leave out a token that is no part of a statement."""
        self._begin(at)
        if self._skipped < 0:
            self._skipped = at

    def stray(self, at: int) -> None:
        """Note a single token as not understood."""
        self._settle(at)
        self.source.unparsed.append(self._bytes(at, at))

    def push(self, verb: str, at: int) -> Statement:
        """Start a statement at `at`, inside the innermost one that has an open branch."""
        self._settle(at)
        while self.stack and not self.stack[-1][1].open:
            self.pop(at, "")
        self._begin(at)
        number, parent = self.stack[-1] if self.stack else (-1, None)
        inside = len(parent.branches) - 1 if parent else 0
        statement = Statement(verb, at, number, inside, len(self.stack), len(self.source.sentences) - 1)
        if parent and parent.branches[-1].head < 0:
            parent.branches[-1].head = at
        self.stack.append((len(self.source.statements), statement))
        self.source.statements.append(statement)
        self.fresh = False
        return statement

    def await_(self, statement: Statement, *words: str) -> None:
        """Let `statement` await words that open a branch of it or end it."""
        statement.awaits.extend(words)
        self.awaited.update(words)

    def find(self, word: str, at: int) -> Statement | None:
        """End everything inside the innermost statement that awaits `word`, and give that one."""
        if self.awaited[word] <= 0:
            return None
        self._settle(at)
        while word not in self.stack[-1][1].awaits:
            self.pop(at, "implicit")
        return self.stack[-1][1]

    def branch(self, statement: Statement, kind: str, at: int, *, once: bool = True) -> Branch:
        """Open a branch of `statement`, the innermost one, at token `at`."""
        if once and kind in statement.awaits:
            statement.awaits.remove(kind)
            self.awaited[kind] -= 1
        if statement.head < 0:
            statement.head = at
        if statement.branches and statement.branches[-1].head < 0:
            statement.branches[-1].head = at
        statement.branches.append(Branch(kind, at))
        statement.open = True
        return statement.branches[-1]

    def pop(self, at: int, ended: str) -> None:
        """End the innermost statement before token `at`."""
        _, statement = self.stack.pop()
        self.awaited.subtract(statement.awaits)
        statement.last = at - 1
        if statement.head < 0:
            statement.head = at
        if statement.open:
            self._end_branches(statement, at, ended)
            return
        statement.ended = "terminator" if ended == "terminator" else ""
        needs = VERBS.get(statement.verb)
        if needs and not any(token.text in needs for token in self.tokens[statement.first + 1 : at]):
            self.source.unparsed.append(self._bytes(statement.first, at - 1))

    def close(self, at: int, ended: str) -> None:
        """End the sentence before token `at`, its period when `ended` says so."""
        self._settle(at)
        while self.stack:
            self.pop(at, ended)
        if self.sentence is not None and ended == "period":
            self.sentence.period = at
        self.sentence = None
        self.fresh = True

    def _end_branches(self, statement: Statement, at: int, ended: str) -> None:
        if statement.branches[-1].head < 0:
            statement.branches[-1].head = at
        statement.ended = ended or "implicit"
        if statement.verb == "PERFORM" and ended != "terminator":
            self.source.unparsed.append(self._bytes(statement.first, statement.branches[0].head - 1))

    def _begin(self, at: int) -> None:
        if self.sentence is None:
            self.sentence = Sentence(at)
            self.source.sentences.append(self.sentence)

    def _settle(self, at: int) -> None:
        """Note the tokens that were left out before `at`."""
        if 0 <= self._skipped < at:
            self.source.unparsed.append(self._bytes(self._skipped, at - 1))
        self._skipped = -1

    def _bytes(self, first: int, last: int) -> tuple[int, int]:
        return self.tokens[first].start, self.tokens[max(first, last)].end
