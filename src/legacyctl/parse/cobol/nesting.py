"""The open statements of a sentence as a stack: what is inside what, and what each still awaits.

Nothing recurses, so nesting may be of any depth. Counters of what the open
statements await keep a stray word from searching the whole stack, so that the
time stays linear.
"""

from __future__ import annotations

from collections import defaultdict

from legacyctl.parse.cobol.nodes import Branch, Sentence, Source, Statement
from legacyctl.parse.cobol.words import VERBS


class Nesting:
    """Adds statements, branches and sentences to a Source, in the order in which they are read.

    `fresh` says that a statement, and nothing else, may start at the next token.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tokens = source.tokens
        # Each open statement with its number and the words that open a branch of it or end it.
        self.stack: list[tuple[int, Statement, list[str]]] = []
        self.awaited: defaultdict[str, int] = defaultdict(int)
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
        stack, statements = self.stack, self.source.statements
        if self._skipped >= 0:
            self._settle(at)
        while stack and not stack[-1][1].open:
            self.pop(at, "")
        if self.sentence is None:
            self._begin(at)
        number, inside = -1, 0
        if stack:
            number, parent, _ = stack[-1]
            inside = len(parent.branches) - 1
            if parent.branches[inside].head < 0:
                parent.branches[inside].head = at
        statement = Statement(verb, at, number, inside, len(stack), len(self.source.sentences) - 1)
        stack.append((len(statements), statement, []))
        statements.append(statement)
        self.fresh = False
        return statement

    def await_(self, *words: str) -> None:
        """Let the innermost statement await words that open a branch of it or end it."""
        self.stack[-1][2].extend(words)
        for word in words:
            self.awaited[word] += 1

    def find(self, word: str, at: int) -> Statement | None:
        """End everything inside the innermost statement that awaits `word`, and give that one."""
        if self.awaited[word] <= 0:
            return None
        self._settle(at)
        while word not in self.stack[-1][2]:
            self.pop(at, "implicit")
        return self.stack[-1][1]

    def branch(self, kind: str, at: int, *, once: bool = True) -> Branch:
        """Open a branch of the innermost statement at token `at`."""
        _, statement, awaits = self.stack[-1]
        if once and kind in awaits:
            awaits.remove(kind)
            self.awaited[kind] -= 1
        if statement.head < 0:
            statement.head = at
        branches = statement.branches
        if branches and branches[-1].head < 0:
            branches[-1].head = at
        branches.append(Branch(kind, at))
        statement.open = True
        return branches[-1]

    def pop(self, at: int, ended: str) -> None:
        """End the innermost statement before token `at`."""
        _, statement, awaits = self.stack.pop()
        for word in awaits:
            self.awaited[word] -= 1
        statement.last = at - 1
        if statement.head < 0:
            statement.head = at
        if statement.open:
            self._end_branches(statement, at, ended)
            return
        if ended == "terminator":
            statement.ended = ended
        needs = VERBS.get(statement.verb)
        if needs and needs.isdisjoint([text for _, text, _, _ in self.tokens[statement.first + 1 : at]]):
            self.source.unparsed.append(self._bytes(statement.first, at - 1))

    def close(self, at: int, ended: str) -> None:
        """End the sentence before token `at`, its period when `ended` says so."""
        if self._skipped >= 0:
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
