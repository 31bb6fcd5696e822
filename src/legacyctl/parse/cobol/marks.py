"""From nodes to marks, the vocabulary of parse/tree.py, in one pass over the flat lists.

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

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from legacyctl.model import Span
from legacyctl.parse.cobol import embedded
from legacyctl.parse.cobol.attributes import Facts, data_facts, statement_facts, two_digit_years
from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import EXEC, STRING, Source, Statement
from legacyctl.parse.cobol.words import OBSOLETE_VERBS
from legacyctl.parse.tree import Mark

# "call" is the mark of a link already, for every language
_TAGS = {"CALL": "call-statement", "GO": "goto", "NEXT SENTENCE": "next-sentence"}
_CONDITIONED = frozenset({"THEN", "WHEN", "BODY"})
_OPERATORS = {"AND": "and", "OR": "or", "ALSO": "and", "NOT": ""}
_LOOPS = frozenset({"UNTIL", "TIMES"})
_ELSE = frozenset({"ELSE", "OTHERWISE"})
_CODE = frozenset({"directive", "replace"})
_LINKS = frozenset({"CALL", "PERFORM", "GO", "ALTER", "NEXT SENTENCE"})
_CONDITIONAL = frozenset({"IF", "EVALUATE", "SEARCH", "PERFORM"})
_NOTHING: Facts = {}


class Marker:
    """Makes the marks of one file; `encoding` is what its literals and comments are decoded with."""

    def __init__(self, layout: Layout, source: Source, data: bytes, encoding: str) -> None:
        self.layout = layout
        self.source = source
        self.tokens = source.tokens
        self.data = data
        self.encoding = encoding
        self.copied = [copy.before for copy in source.copies]

    def marks(self) -> list[Mark]:
        """All marks in order of start, the larger first."""
        found = [
            *self._units(),
            *self._statements(),
            *self._entries(),
            *self._blocks(),
            *self._texts(),
        ]
        found.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        return found

    def span(self, start: int, end: int) -> Span:
        """The span of bytes [start, end)."""
        line = self.layout.line
        return Span(start, end, line(start) + 1, line(max(start, end - 1)) + 1)

    def _mark(
        self, tag: str, first: int, last: int, text: str = "", facts: Mapping[str, str | int | bool] = _NOTHING
    ) -> Mark:
        """A mark of tokens [first, last]."""
        tokens = self.tokens
        return Mark(tag, self.span(tokens[first].start, tokens[max(first, last)].end), text, facts)

    def _decoded(self, start: int, end: int) -> str:
        return self.data[start:end].decode(self.encoding, "replace")

    def _units(self) -> Iterator[Mark]:
        for unit in self.source.units:
            end = self.tokens[max(unit.first, unit.last)].end
            behind = bisect_right(self.copied, unit.last + 1)
            if behind and self.copied[behind - 1] > unit.first:
                end = max(end, self.source.copies[behind - 1].end)
            yield Mark(f"unit.{unit.kind}", self.span(self.tokens[unit.first].start, end), unit.name)

    def _statements(self) -> Iterator[Mark]:
        owners = _owners(self.source)
        for statement in self.source.statements:
            if statement.verb == "EXEC":
                continue
            facts = statement_facts(statement, self.source, owners)
            tag = _TAGS.get(statement.verb, statement.verb.lower())
            yield self._mark(tag, statement.first, statement.last, str(facts.get("target", "")), facts)
            if statement.verb in OBSOLETE_VERBS:
                yield self._mark("obsolete-verb", statement.first, statement.last, statement.verb)
            if statement.branches:
                yield from self._flow(statement, facts)
            if statement.verb in _LINKS:
                yield from self._links(statement, facts)
            if statement.verb in _CONDITIONAL:
                yield from self._conditions(statement)

    def _flow(self, statement: Statement, facts: Facts) -> Iterator[Mark]:
        """The control structure itself, its decisions and its ELSE."""
        tag = "flow.elseif" if self._continues_else(statement.first) and statement.verb == "IF" else "flow"
        yield self._mark(tag, statement.first, statement.last, statement.verb.lower(), facts)
        counted = set()
        for branch in statement.branches:
            kind = branch.kind.removeprefix("NOT ").removeprefix("NO ")
            if kind == "ELSE" and not self._continues_else(branch.first + 1):
                yield self._mark("flow.else", branch.first, branch.first)
            elif kind == "WHEN" and self.tokens[branch.head - 1].text != "OTHER":
                yield self._mark("decision", branch.first, branch.first, "when")
            elif kind not in {"ELSE", "WHEN", "BODY"} and kind not in counted:
                yield self._mark("decision", branch.first, branch.first, kind.lower())
            counted.add(kind)

    def _continues_else(self, at: int) -> bool:
        """Whether an IF at token `at` stands behind ELSE on the same line."""
        if self._text(at) != "IF" or self.tokens[at - 1].text not in _ELSE:
            return False
        return self.layout.line(self.tokens[at].start) == self.layout.line(self.tokens[at - 1].start)

    def _conditions(self, statement: Statement) -> Iterator[Mark]:
        """AND and OR in its conditions, and the loop words of a PERFORM."""
        ranges = [(branch.first, branch.head) for branch in statement.branches if branch.kind in _CONDITIONED]
        if statement.verb == "PERFORM":
            ranges = ranges or [(statement.first, statement.head)]
            loops = (at for at in range(*ranges[0]) if self.tokens[at].text in _LOOPS)
            yield from (self._mark("decision", at, at, self.tokens[at].text.lower()) for at in loops)
        for first, head in ranges:
            yield from self._operators(first, head)

    def _operators(self, first: int, head: int) -> Iterator[Mark]:
        """The operators of the condition in tokens [first, head), each with what stands behind it in its brackets."""
        around: list[list[int]] = [[]]
        for at in range(first, head):
            text = self.tokens[at].text
            if text == "(":
                around.append([])
            elif text == ")" and len(around) > 1:
                yield from (self._operator(operator, at - 1) for operator in around.pop())
            elif text in _OPERATORS and (text != "NOT" or self._text(at + 1) == "("):
                around[-1].append(at)
        yield from (self._operator(operator, head - 1) for left in around for operator in left)

    def _text(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _operator(self, at: int, last: int) -> Mark:
        text = _OPERATORS[self.tokens[at].text]
        return self._mark("boolean" if text else "boolean.not", at, last, text)

    def _links(self, statement: Statement, facts: Facts) -> Iterator[Mark]:
        """Calls and jumps."""
        target = str(facts.get("target", ""))
        if statement.verb in {"CALL", "PERFORM"} and target:
            more: Facts = {name: facts[name] for name in ("dynamic", "last") if name in facts}
            more["kind"] = statement.verb.lower()
            yield self._mark("call", statement.first, statement.last, target, more)
        if statement.verb in {"GO", "ALTER", "NEXT SENTENCE"}:
            yield self._mark("jump", statement.first, statement.last, target)
        for _ in range(int(facts.get("targets", 0)) if facts.get("depending") else 0):
            yield self._mark("decision", statement.first, statement.last, "depending")

    def _entries(self) -> Iterator[Mark]:
        years = two_digit_years(self.source.data)
        for number, item in enumerate(self.source.data):
            facts = data_facts(item, two_digit_year=number in years)
            yield self._mark("data", item.first, item.last, item.name, facts)
        for entry in self.source.files:
            yield self._mark("select", entry.first, entry.last, entry.name, {"status": entry.status})
            if entry.assign:
                yield self._mark("file", entry.first, entry.last, entry.assign, {"select": entry.name})
        for copy in self.source.copies:
            facts = {"replacing": copy.replacing, "library": copy.library}
            span = self.span(copy.start, copy.end)
            yield Mark("copy", span, copy.name, facts)
            yield Mark("include", span, copy.name, {"kind": "copy", **facts})

    def _blocks(self) -> Iterator[Mark]:
        for at, token in enumerate(self.tokens):
            if token.kind != EXEC:
                continue
            text = self.layout.text[token.start : token.end]
            language, verb = embedded.command(text)
            yield self._mark("exec", at, at, language, {"language": language, "command": verb})
            for tag, name, attributes in embedded.named(text):
                yield self._mark(tag, at, at, name, attributes)

    def _texts(self) -> Iterator[Mark]:
        for token in self.tokens:
            if token.kind == STRING:
                text = self._decoded(token.start, token.end)
                yield Mark("string", self.span(token.start, token.end), text)
        for remark in self.source.remarks:
            if remark.kind not in _CODE:
                yield Mark("comment", self.span(remark.start, remark.end), self._decoded(remark.start, remark.end))


def _owners(source: Source) -> list[str]:
    """For each sentence the name of the paragraph it stands in, "" outside of any."""
    paragraphs = [unit for unit in source.units if unit.kind == "paragraph"]
    firsts = [unit.first for unit in paragraphs]
    owners = []
    for sentence in source.sentences:
        behind = bisect_right(firsts, sentence.first)
        owner = paragraphs[behind - 1] if behind else None
        owners.append(owner.name if owner and owner.last >= sentence.first else "")
    return owners
