"""Where control can go from each statement of a procedure division: a graph.

Nodes are the starts and ends of blocks and sections (`labels`), one for each
statement, and one for each PERFORM. `after` are the ways on; a node in
`performs` first does the code from one node to another, then goes on.

What an event brings about may happen in any block: the start of every block has
a way to the hub, which leads to the USE procedures and to every label that is
named in a way that is not understood (`events`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.events import named, used
from legacyctl.parse.cobol.jumps import Names, Range
from legacyctl.parse.cobol.labels import Procedures, Stretch, declaratives
from legacyctl.parse.cobol.nodes import Source, Statement

_REPEATS = frozenset({"UNTIL", "TIMES"})
_WITH_PROCEDURES = frozenset({"SORT", "MERGE", "XML"})
_TASK_ENDS = frozenset({"CICS RETURN", "CICS XCTL", "CICS ABEND"})
_GOES_ON = re.compile(r"\b(?:RESP|NOHANDLE)\b")
_LEAVES = frozenset({"PARAGRAPH", "SECTION", "PERFORM", "PROGRAM", "FUNCTION", "METHOD"})


@dataclass(slots=True, eq=False)
class Routes:
    """The graph: `entries` are where control comes in, `doors` the starts of blocks that hold an ENTRY.

    Statements [first, first + count) of the source have the nodes from
    `statements` on. `unclear` says why the graph may lack a way.
    """

    after: list[list[int]]
    statements: int
    first: int
    count: int
    unclear: list[str]
    performs: dict[int, Range] = field(default_factory=dict)
    entries: list[int] = field(default_factory=list)
    doors: set[int] = field(default_factory=set)

    def done(self, span: Range, onward: Sequence[int]) -> int:
        """Make a node that does the code of a range and goes on."""
        self.after.append(list(onward))
        self.performs[len(self.after) - 1] = span
        return len(self.after) - 1


def routes(layout: Layout, source: Source, stretch: Stretch, found: Procedures) -> Routes:
    """Give the graph of a procedure division, whose blocks are `found`."""
    router = _Router(layout, source, stretch, found)
    router.frame()
    router.sequence()
    router.connect()
    router.events()
    return router.routes


class _Router:
    """Makes a graph; statements go by their number in the procedure division."""

    def __init__(self, layout: Layout, source: Source, stretch: Stretch, found: Procedures) -> None:
        self.layout, self.stretch, self.found = layout, stretch, found
        self.tokens = source.tokens
        first = bisect_right(source.statements, stretch.first, key=_first)
        self.own = source.statements[first : bisect_left(source.statements, stretch.end, key=_first)]
        self.names = Names(source.tokens, found)
        self.declared = declaratives(source.tokens, stretch)
        nodes: list[list[int]] = [[] for _ in range(found.nodes + len(self.own))]
        self.routes = Routes(nodes, found.nodes, first, len(self.own), self.names.unclear)
        # for each statement: its block, the node behind it, the node behind the loop around it
        self.blocks: list[int] = []
        self.follow: list[int] = []
        self.loops: list[int] = []
        self.branches: dict[tuple[int, int], int] = {}
        self.sentences: list[int] = []

    def frame(self) -> None:
        """The ways from block to block, and the place where control comes in."""
        found, after = self.found, self.routes.after
        ends = {section.last: section.end for section in found.sections}
        main = next((block for block in found.blocks if block.first >= self.declared), None)
        self.routes.entries += [main.start] if main else []
        for at, block in enumerate(found.blocks):
            after[block.start].append(block.end)
            end = ends.get(at, block.end)
            after[block.end] += [end] if end != block.end else []
            after[end] += [found.blocks[at + 1].start] if at + 1 < len(found.blocks) else []

    def sequence(self) -> None:
        """Find the block of each statement, what follows it, and what is first in each branch."""
        brother: dict[int, int] = {}
        last: dict[tuple[int, int], int] = {}
        block, blocks = 0, self.found.blocks
        for number, statement in enumerate(self.own):
            while block + 1 < len(blocks) and blocks[block + 1].first <= statement.first:
                block += 1
            self.blocks.append(block)
            if not number or statement.sentence != self.own[number - 1].sentence:
                self.sentences.append(number)
            parent = statement.parent - self.routes.first
            place = (parent, statement.branch) if statement.parent >= 0 else (-1, block)
            if place in last:
                brother[last[place]] = number
            elif statement.parent >= 0:
                self.branches[place] = number
            else:
                self.routes.after[blocks[block].start] = [self._node(number)]
            last[place] = number
        for number, statement in enumerate(self.own):
            self._place(number, statement.parent - self.routes.first, brother)

    def _place(self, number: int, parent: int, brother: dict[int, int]) -> None:
        """Note what follows a statement; that of the statement around it is known."""
        end = self.found.blocks[self.blocks[number]].end
        inside = self.own[number].parent >= 0
        after = self.follow[parent] if inside else end
        self.follow.append(self._node(brother[number]) if number in brother else after)
        if inside:
            loop = self.own[parent].verb == "PERFORM"
            self.loops.append(self.follow[parent] if loop else self.loops[parent])
        else:
            self.loops.append(self.follow[number])

    def connect(self) -> None:
        """The ways on from every statement."""
        altered: dict[int, list[int]] = {}
        for number, statement in enumerate(self.own):
            self.routes.after[self._node(number)] += self._ways(number, statement)
            if statement.verb == "ALTER":
                for block, target in self.names.altered(statement, self._section(number)):
                    altered.setdefault(block, []).append(target)
        for number, statement in enumerate(self.own):
            if statement.verb == "GO":
                ways = self.routes.after[self._node(number)]
                ways += altered.get(self.blocks[number], ())
                self.names.unclear += [] if ways else ["GO TO without a name"]

    def events(self) -> None:
        """Make the hub, if anything leads there."""
        ways = [self.routes.done(span, []) for span in used(self.found, self.declared)]
        for label in named(self.layout, self.tokens, self.stretch, self.found, self.names.understood):
            ways += [label.start, self.routes.done((label.start, label.end), [])]
        if not ways:
            return
        self.routes.after.append(ways)
        for block in self.found.blocks:
            self.routes.after[block.start].append(len(self.routes.after) - 1)

    def _node(self, number: int) -> int:
        return self.routes.statements + number

    def _section(self, number: int) -> int:
        return self.found.blocks[self.blocks[number]].section

    def _ways(self, number: int, statement: Statement) -> list[int]:
        verb, follow = statement.verb, self.follow[number]
        if verb == "GO":
            ways, depending = self.names.targets(statement, self._section(number))
            return [*ways, follow] if depending else ways
        if verb == "PERFORM" and not statement.branches:
            return self._perform(number, statement)
        if verb in _WITH_PROCEDURES:
            return self._with_procedures(number, statement)
        if verb == "EXIT":
            return self._exit(number, statement)
        if verb == "NEXT SENTENCE":
            return [self._next_sentence(number)]
        return [] if self._ends(statement) else self._branching(number, statement)

    def _ends(self, statement: Statement) -> bool:
        """Whether the program ends here."""
        if statement.verb == "STOP":
            return self.names.text(statement.first + 1) == "RUN"
        if statement.verb == "EXEC":
            token = self.tokens[statement.first]
            return token.text in _TASK_ENDS and not _GOES_ON.search(self.layout.text, token.start, token.end)
        return statement.verb == "GOBACK"

    def _branching(self, number: int, statement: Statement) -> list[int]:
        """The ways into the branches of a statement, and past them."""
        if statement.verb == "ENTRY":
            self.routes.entries.append(self._node(number))
            self.routes.doors.add(self.found.blocks[self.blocks[number]].start)
        elif statement.verb == "USE":
            self.names.understood.update(range(statement.first, statement.last + 1))
        follow = self.follow[number]
        ways = [] if self._must_branch(statement) else [follow]
        for branch in range(len(statement.branches)):
            child = self.branches.get((number, branch), -1)
            ways.append(follow if child < 0 else self._node(child))
        return ways

    def _must_branch(self, statement: Statement) -> bool:
        """Whether one of the branches is always taken."""
        if statement.verb in {"IF", "ON"}:
            return any(branch.kind == "ELSE" for branch in statement.branches)
        others = (self.names.text(branch.first + 1) == "OTHER" for branch in statement.branches)
        return statement.verb == "EVALUATE" and any(others)

    def _perform(self, number: int, statement: Statement) -> list[int]:
        follow = self.follow[number]
        span = self.names.range(statement.first + 1, statement.head, self._section(number))
        if span is None:
            return [follow]
        words = (self.names.text(at) for at in range(statement.first + 1, statement.head))
        return [self.routes.done(span, [follow]), *([follow] if any(word in _REPEATS for word in words) else ())]

    def _with_procedures(self, number: int, statement: Statement) -> list[int]:
        """SORT, MERGE and XML PARSE do their procedures, one after the other."""
        ways = self._branching(number, statement)
        for span in reversed(list(self.names.procedures(statement, self._section(number)))):
            ways = [self.routes.done(span, ways)] if span else ways
        return [*ways, self.follow[number]] if statement.verb == "XML" else ways

    def _exit(self, number: int, statement: Statement) -> list[int]:
        block = self.found.blocks[self.blocks[number]]
        words = {self.names.text(at) for at in range(statement.first + 1, statement.last + 1)} & _LEAVES
        if "PARAGRAPH" in words:
            return [block.end]
        if "SECTION" in words:
            return [self.found.sections[block.section].end if block.section >= 0 else block.end]
        if "PERFORM" in words:
            return [self.loops[number]]
        # EXIT PROGRAM does nothing in a program that no other called; a program in a program was called
        ends = bool(words) and (words != {"PROGRAM"} or self.stretch.contained)
        return [] if ends else [self.follow[number]]

    def _next_sentence(self, number: int) -> int:
        at = bisect_right(self.sentences, number)
        if at < len(self.sentences) and self.blocks[self.sentences[at]] == self.blocks[number]:
            return self._node(self.sentences[at])
        return self.found.blocks[self.blocks[number]].end


def _first(statement: Statement) -> int:
    return statement.first
