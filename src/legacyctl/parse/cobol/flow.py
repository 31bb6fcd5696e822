"""Which sections and paragraphs of a program control can reach, and which it falls out of.

The model. A PERFORM of a range puts the end of that range on a stack and goes
to its start. Control that comes to the end on top of the stack goes back behind
that PERFORM; at any other end it falls through to what follows in the text.
GO TO leaves the stack as it is. That is how GnuCOBOL and Micro Focus work. On
the mainframe every end that some PERFORM waits for goes back, also when it is
not on top. Both are the same as long as control never comes to an end that is
waited for below the top; whether it can is looked for, and if so the program is
judged by a weaker model: every PERFORM returns and every end falls through.

The algorithm. A state is a node of the graph of `routes` with the end on top of
the stack, its context; states are visited once each, from the start of the
program and its ENTRY points. A context that was seen to return lets those that
wait for it go on. So code is reached only behind a PERFORM that can return, and
behind a paragraph only if it can be entered otherwise than by a PERFORM that
ends there. The states are at most nodes times contexts, in practice few more
than nodes; a program with too many is judged by the weaker model, so that the
time is linear in its length.

What is assumed. A CALL returns. Conditions can be true and false. A GO TO that
any ALTER names goes to all of its targets. USE procedures and labels that are
named in some other way (EXEC CICS HANDLE, EXEC SQL WHENEVER) can be entered at
any time. Nothing is said of a program that was not understood whole: a span
that was not parsed, a copybook that is missing, conditional compilation, or a
name that means no paragraph in its procedure division.

The method is reachability in a pushdown system by summaries: T. Reps, S.
Horwitz, M. Sagiv, "Precise interprocedural dataflow analysis via graph
reachability" (POPL 1995); the stack of ends as in J. Field and G. Ramalingam,
"Identifying procedural structure in Cobol programs" (PASTE 1999).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.copybooks import conditional
from legacyctl.parse.cobol.labels import Procedures, Stretch, procedures, stretches
from legacyctl.parse.cobol.nodes import Source, Unit
from legacyctl.parse.cobol.routes import Routes, routes

# Real programs stay far below these; they bound the time and the memory that a made one can take.
_STATES_PER_NODE, _STATES, _MOST_STATES, _MOST_CONTEXTS = 10, 20_000, 1_000_000, 5_000
_ROUNDS = 30  # enough but for a program that performs itself in many ways


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """What control does with a section or paragraph: never comes there, falls through its end."""

    unit: Unit
    dead: bool
    falls: bool


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """The control flow of a program.

    `unclear` says why nothing is claimed, "" when it was understood whole.
    `strict` is whether the stronger model held. `unreached` are the numbers of
    the statements that control never comes to.
    """

    program: Unit
    unclear: str
    strict: bool
    passages: tuple[Passage, ...]
    unreached: frozenset[int] = frozenset()


def flows(layout: Layout, source: Source) -> list[Flow]:
    """Give the control flow of each program in an expanded text that was read."""
    unread = {start for start, _ in source.unparsed}
    switches = conditional(layout)
    return [_flow(layout, source, stretch, unread, switches) for stretch in stretches(source)]


def _flow(layout: Layout, source: Source, stretch: Stretch, unread: set[int], switches: list[int]) -> Flow:
    found = procedures(source, stretch)
    graph = routes(layout, source, stretch, found)
    tokens = source.tokens[stretch.first : stretch.end]
    if unread and any(token.start in unread for token in tokens):
        graph.unclear.insert(0, "not all of it was understood")
    end = max(token.end for token in tokens) if switches else 0
    if any(tokens[0].start < start < end for start in switches):
        graph.unclear.append("conditional compilation")
    if graph.unclear:
        return Flow(stretch.program, graph.unclear[0], strict=False, passages=())
    walk = Walk(graph)
    strict = walk.strict()
    reached = walk.nodes if strict else _weakly(graph)
    falling = walk.falling if strict else reached
    unreached = frozenset(graph.first + at for at in range(graph.count) if graph.statements + at not in reached)
    passages = _passages(found, reached | graph.doors, falling)
    return Flow(stretch.program, "", strict, tuple(passages), unreached)


def _passages(found: Procedures, reached: set[int], falling: set[int]) -> list[Passage]:
    """What was seen of each section and paragraph."""
    passages = []
    ends = {section.last: section.end for section in found.sections}
    for at, block in enumerate(found.blocks):
        if block.unit is None:
            continue
        if block.unit.kind == "section":
            section = found.sections[block.section]
            inside = found.blocks[section.block : section.last + 1]
            dead = not any(one.start in reached for one in inside)
            falls = section.end in falling and section.last + 1 < len(found.blocks)
        else:
            dead = block.start not in reached
            last = at + 1 == len(found.blocks)
            falls = block.end in falling and not last and ends.get(at, block.end) in falling
        passages.append(Passage(block.unit, dead, falls))
    return passages


def _weakly(graph: Routes) -> set[int]:
    """What can be reached when every PERFORM returns and every end falls through."""
    seen = set(graph.entries)
    stack = list(seen)
    while stack:
        node = stack.pop()
        ways = [*graph.after[node], *graph.performs.get(node, ())[:1]]
        for way in ways:
            if way not in seen:
                seen.add(way)
                stack.append(way)
    return seen


@dataclass(slots=True, eq=False)
class _Context:
    """An end on top of the stack: who waits for it, below whom it was put, whether it was reached."""

    end: int
    waiting: list[int] = field(default_factory=list)
    below: set[int] = field(default_factory=set)
    returns: bool = False


class Walk:
    """Visits the states of a graph.

    Afterwards `nodes` are those that were reached, `falling` the ends that control fell through.
    """

    def __init__(self, graph: Routes) -> None:
        self.graph = graph
        self.size = len(graph.after)
        self.contexts = [_Context(-1)]
        self.numbers: dict[int, int] = {}
        self.seen: set[int] = set()
        self.stack: list[int] = []
        self.passed: list[int] = []
        self.nodes: set[int] = set()
        self.falling: set[int] = set()

    def strict(self) -> bool:
        """Visit all states; whether the stronger model holds."""
        limit = min(_STATES_PER_NODE * self.size + _STATES, _MOST_STATES)
        self._push(self.graph.entries, 0)
        while self.stack:
            self._visit(self.stack.pop())
            if len(self.seen) > limit or len(self.contexts) > _MOST_CONTEXTS:
                return False
        self.nodes = {state % self.size for state in self.seen}
        self.falling = {state % self.size for state in self.passed}
        return not self._crossed()

    def _push(self, nodes: Sequence[int], context: int) -> None:
        for node in nodes:
            state = context * self.size + node
            if state not in self.seen:
                self.seen.add(state)
                self.stack.append(state)

    def _visit(self, state: int) -> None:
        number, node = divmod(state, self.size)
        context = self.contexts[number]
        if node == context.end:
            self._return(context)
            return
        self.passed.append(state)
        if node in self.graph.performs:
            self._perform(node, number)
        else:
            self._push(self.graph.after[node], number)

    def _return(self, context: _Context) -> None:
        context.returns = True
        for state in context.waiting:
            if state not in self.seen:
                self.seen.add(state)
                self.stack.append(state)
        context.waiting.clear()

    def _perform(self, node: int, number: int) -> None:
        start, end = self.graph.performs[node]
        inner = self.numbers.setdefault(end, len(self.contexts))
        if inner == len(self.contexts):
            self.contexts.append(_Context(end))
        context = self.contexts[inner]
        context.below.add(number)
        if context.returns:
            self._push(self.graph.after[node], number)
        else:
            context.waiting += [number * self.size + way for way in self.graph.after[node]]
        self._push([start], inner)

    def _crossed(self) -> bool:
        """Whether control can come to an end that is waited for below the top of the stack."""
        below = self._below()
        if not below:
            return True
        for state in self.passed:
            number, node = divmod(state, self.size)
            inner = self.numbers.get(node)
            if inner is not None and below[number] >> inner & 1:
                return True
        return False

    def _below(self) -> list[int]:
        """For each context the contexts that may lie below it, a bit each; nothing when that takes too long to find."""
        below = [0] * len(self.contexts)
        for _ in range(_ROUNDS):
            changed = False
            for number, context in enumerate(self.contexts):
                joined = below[number]
                for lower in context.below:
                    joined |= below[lower] | 1 << lower
                changed |= joined != below[number]
                below[number] = joined
            if not changed:
                return below
        return []
