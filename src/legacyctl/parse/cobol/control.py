"""Control structures as marks: what nests, what decides, and the operators of conditions.

What counts as a `decision` follows McCabe (1976), a predicate each: IF, a WHEN
other than OTHER, an UNTIL or TIMES of PERFORM, each target of GO TO DEPENDING
ON, and each pair of exception branches (AT END with NOT AT END, ON SIZE ERROR,
INVALID KEY, ...). AND, OR and ALSO are `boolean`. SonarQube's published list for
COBOL counts more (GOBACK, EXIT, CONTINUE, STOP, ENTRY, USE), which are no
branches, and gives GO TO DEPENDING ON one point.

For cognitive complexity a statement with branches is a `flow`, ELSE is
`flow.else`, and an IF on the line of the ELSE before it is `flow.elseif`.
"""

from __future__ import annotations

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import Branch, Source, Statement
from legacyctl.parse.cobol.places import NOTHING, Known, Places

_CONDITIONED = frozenset({"THEN", "WHEN", "BODY"})
_OPERATORS = {"AND": "and", "OR": "or", "ALSO": "and", "NOT": ""}
_LOOPS = frozenset({"UNTIL", "TIMES"})
_ELSE = frozenset({"ELSE", "OTHERWISE"})
CONDITIONAL = frozenset({"IF", "EVALUATE", "SEARCH", "PERFORM"})


class Control:
    """Adds the control structures of one file to `places`."""

    def __init__(self, layout: Layout, source: Source, places: Places) -> None:
        self.layout = layout
        self.tokens = source.tokens
        self.places = places

    def take(self, statement: Statement, known: Known = NOTHING) -> None:
        """Add what a statement brings; `known` are its attributes."""
        if statement.branches:
            self._flow(statement, known)
        if statement.verb in CONDITIONAL:
            self._conditions(statement)

    def _flow(self, statement: Statement, known: Known) -> None:
        """The control structure itself, its decisions and its ELSE."""
        verb = statement.verb
        tag = "flow.elseif" if verb == "IF" and self._continues_else(statement.first) else "flow"
        self.places.add(tag, statement.first, statement.last, verb.lower(), known)
        counted: set[str] = set()
        for branch in statement.branches:
            self._branch(branch, counted)

    def _branch(self, branch: Branch, counted: set[str]) -> None:
        """What a branch counts; `counted` are the kinds of those before it, without their NOT."""
        kind = branch.kind.removeprefix("NOT ").removeprefix("NO ")
        first = branch.first
        if kind == "ELSE":
            if not self._continues_else(first + 1):
                self.places.add("flow.else", first, first)
        elif kind == "WHEN":
            if self.tokens[branch.head - 1].text != "OTHER":
                self.places.add("decision", first, first, "when")
        elif kind != "BODY" and kind not in counted:
            self.places.add("decision", first, first, kind.lower())
        counted.add(kind)

    def _continues_else(self, at: int) -> bool:
        """Whether an IF at token `at` stands behind ELSE on the same line."""
        if self.tokens[at - 1].text not in _ELSE or at >= len(self.tokens) or self.tokens[at].text != "IF":
            return False
        return self.layout.line(self.tokens[at].start) == self.layout.line(self.tokens[at - 1].start)

    def _conditions(self, statement: Statement) -> None:
        """AND and OR in its conditions, and the loop words of a PERFORM."""
        ranges = [(branch.first, branch.head) for branch in statement.branches if branch.kind in _CONDITIONED]
        if statement.verb == "PERFORM":
            ranges = ranges or [(statement.first, statement.head)]
            for at in range(*ranges[0]):
                if self.tokens[at].text in _LOOPS:
                    self.places.add("decision", at, at, self.tokens[at].text.lower())
        for first, head in ranges:
            if any(text in _OPERATORS for _, text, _, _ in self.tokens[first:head]):
                self._operators(first, head)

    def _operators(self, first: int, head: int) -> None:
        """The operators of the condition in tokens [first, head), each with what stands behind it in its brackets."""
        around: list[list[int]] = [[]]
        for at in range(first, head):
            text = self.tokens[at].text
            if text == "(":
                around.append([])
            elif text == ")" and len(around) > 1:
                self._closed(around.pop(), at - 1)
            elif text in _OPERATORS and (text != "NOT" or self._opens(at + 1)):
                around[-1].append(at)
        for left in around:
            self._closed(left, head - 1)

    def _opens(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].text == "("

    def _closed(self, operators: list[int], last: int) -> None:
        """Add operators whose operands end at token `last`."""
        for at in operators:
            text = _OPERATORS[self.tokens[at].text]
            self.places.add("boolean" if text else "boolean.not", at, last, text)
