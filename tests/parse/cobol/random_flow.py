"""Random programs of PERFORM, GO TO and EXIT: their COBOL text, and what they do on two kinds of machine."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .copying import fixed

LONGEST = 60  # paragraphs that a run enters before it ends


@dataclass(frozen=True)
class Step:
    """A statement: its kind, the numbers of the labels it names, and whether a condition stands before it."""

    kind: str
    first: int = -1
    last: int = -1
    guarded: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or, when `section`, a section header with its first statements."""

    section: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class RandomProgram:
    name: str
    paragraphs: tuple[Paragraph, ...]

    def text(self) -> str:
        return fixed(*self._lines())

    def _lines(self):
        yield from ("IDENTIFICATION DIVISION.", f"PROGRAM-ID. {self.name}.", "DATA DIVISION.")
        yield from ("WORKING-STORAGE SECTION.", "01  N PIC 9(4).", "LINKAGE SECTION.", "01  S PIC 9(9).")
        yield from ("PROCEDURE DIVISION USING S.", "START-UP.", "    MOVE 0 TO N.")
        for number, paragraph in enumerate(self.paragraphs):
            yield f"{label(number)}{' SECTION' if paragraph.section else ''}."
            yield f"    ADD 1 TO N. IF N > {LONGEST} GOBACK."
            for step in paragraph.steps:
                if step.guarded:
                    yield "    ADD 11 TO S IF S > 30 SUBTRACT 31 FROM S END-IF"
                    yield "    IF S < 13"
                yield f"        {self._words(step)}{'' if step.guarded else '.'}"
                if step.guarded:
                    yield "    END-IF."
        yield f"END PROGRAM {self.name}."

    def _words(self, step: Step) -> str:
        words = {"goto": f"GO TO {label(step.first)}", "stop": "GOBACK", "exit": "EXIT PARAGRAPH"}
        thru = f" THRU {label(step.last)}" if step.last != step.first else ""
        return words.get(step.kind, f"PERFORM {label(step.first)}{thru}")

    def end(self, number: int) -> int:
        """The number of the last paragraph of what has this number."""
        if not self.paragraphs[number].section:
            return number
        sections = (at for at in range(number + 1, len(self.paragraphs)) if self.paragraphs[at].section)
        return next(sections, len(self.paragraphs)) - 1

    def run(self, seed: int, *, armed: bool) -> set[str]:
        """Names of the labels that a run enters; `armed` is how the mainframe does it, else a stack as in GnuCOBOL."""
        return {label(number) for number in _Run(self, random.Random(seed), armed=armed).go()}  # noqa: S311 - no secret


class _Run:
    """Interprets a program: a place is a paragraph and a step in it."""

    def __init__(self, program: RandomProgram, chance: random.Random, *, armed: bool) -> None:
        self.program, self.chance, self.armed = program, chance, armed
        self.stack: list[tuple[int, tuple[int, int]]] = []
        self.cells: dict[int, list[tuple[int, int]]] = {}
        self.entered: set[int] = set()
        self.left = LONGEST

    def go(self) -> set[int]:
        at, step = 0, -1
        while at < len(self.program.paragraphs):
            if step < 0:
                self.entered.add(at)
                self.left -= 1
                if self.left < 0:
                    break
                step = 0
            steps = self.program.paragraphs[at].steps
            if step == len(steps):
                at, step = self._leave(at)
                continue
            at, step = self._do(at, step, steps[step])
        return self.entered

    def _do(self, at: int, step: int, what: Step) -> tuple[int, int]:
        if what.guarded and self.chance.random() < 0.6:
            return at, step + 1
        if what.kind == "goto":
            return what.first, -1
        if what.kind == "stop":
            return len(self.program.paragraphs), -1
        if what.kind == "exit":
            return at, len(self.program.paragraphs[at].steps)
        self._push(what.last, (at, step + 1))
        return what.first, -1

    def _push(self, end: int, back: tuple[int, int]) -> None:
        self.stack.append((end, back))
        self.cells.setdefault(end, []).append(back)

    def _leave(self, at: int) -> tuple[int, int]:
        """At the end of a paragraph, and of the section that ends with it."""
        sections = (n for n in range(at, -1, -1) if self.program.paragraphs[n].section)
        section = next(sections, -1)
        ends = [at] if not self.program.paragraphs[at].section else []
        ends += [section] if section >= 0 and self.program.end(section) == at else []
        for end in ends:
            if self.armed and self.cells.get(end):
                return self.cells[end].pop()
            if not self.armed and self.stack and self.stack[-1][0] == end:
                return self.stack.pop()[1]
        return at + 1, -1


def label(number: int) -> str:
    return f"L-{number}"


def random_programs(seed: int, count: int) -> list[RandomProgram]:
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [RandomProgram(f"R{number}", _paragraphs(chance)) for number in range(count)]


def _paragraphs(chance: random.Random) -> tuple[Paragraph, ...]:
    count = chance.randint(4, 12)
    sections = chance.random() < 0.5
    wild = chance.choice((0.0, 0.0, 0.1, 0.3))  # how often control goes just anywhere
    return tuple(
        Paragraph(sections and (not number or chance.random() < 0.3), _steps(chance, number, count, wild))
        for number in range(count)
    )


def _steps(chance: random.Random, number: int, count: int, wild: float) -> tuple[Step, ...]:
    steps = []
    for _ in range(chance.randint(1, 3)):
        first = chance.randrange(count) if chance.random() < wild else min(count - 1, number + chance.randint(1, 4))
        last = min(count - 1, first + chance.choice((0, 0, 0, 1, 2)))
        kind = chance.choice(("perform", "perform", "perform", "goto", "stop", "exit"))
        steps.append(Step(kind, first, last, guarded=chance.random() < 0.6))
    return tuple(steps)


def driver(count: int) -> str:
    """A main program that calls each program twenty times, each time with another seed."""
    calls = [f"    CALL 'R{number}' USING S." for number in range(count)]
    return fixed(
        *("IDENTIFICATION DIVISION.", "PROGRAM-ID. DRIVER.", "DATA DIVISION.", "WORKING-STORAGE SECTION."),
        *("01  S PIC 9(9) VALUE 1.", "PROCEDURE DIVISION.", "MAIN-LINE.", "    PERFORM CALLS 20 TIMES."),
        *("    STOP RUN.", "CALLS.", *calls, "END PROGRAM DRIVER."),
    )
