"""From statements to marks: jobs, procedures, steps, and what they run, read and write.

A step that depends on the return code of earlier ones (COND=) is a `flow` of
its job, as what stands between IF and ENDIF is; each condition is a `decision`.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator

from legacyctl.model import Span
from legacyctl.parse.jcl import datasets, programs, symbols
from legacyctl.parse.jcl.conditions import count_tests, operators
from legacyctl.parse.jcl.nodes import Statement
from legacyctl.parse.jcl.operands import parts, plain
from legacyctl.parse.jcl.scopes import Scope, Step, Target
from legacyctl.parse.tree import Mark

MANY_STEPS = 30
# Links of procedures that are looked at again for calls with symbols of their own; bounds the work for a strange file.
MOST_EXPANDED = 50_000
_EXEC_WORDS = frozenset(
    (
        *("PGM", "PROC", "ACCT", "ADDRSPC", "CCSID", "COND", "DYNAMNBR", "MEMLIMIT", "PARM", "PARMDD", "PERFORM"),
        *("RD", "REGION", "REGIONX", "RLSTMOUT", "TIME", "TVSMSG", "TVSAMCOM"),
    )
)
_ENDS_STEP = frozenset(("JOB", "EXEC", "PROC", "PEND", "IF", "ELSE", "ENDIF"))


class JobReader:
    """Takes statements in order; `text` is the file with a letter for each byte."""

    def __init__(self, text: str, span: Callable[[int, int], Span]) -> None:
        self.text = text
        self.span = span
        # On one place a condition of a step comes first, so that it counts for the job, then the unit, then the rest.
        self.around: list[Mark] = []
        self.units: list[Mark] = []
        self.marks: list[Mark] = []
        self.values: dict[str, str] = {}
        self.outer = Scope("file")
        self.proc: Scope | None = None
        self.step: Step | None = None
        self.conditions: list[Statement] = []
        self.procs: dict[str, Scope] = {}
        self.set: list[tuple[str, Span]] = []
        self.expanded = 0
        self.handlers: dict[str, Callable[[Statement], None]] = {
            "JOB": self._job,
            "PROC": self._proc,
            "EXEC": self._exec,
            "IF": self._if,
            "ELSE": self._else,
            "ENDIF": self._endif,
            "DD": self._dd,
            "SET": self._set,
            "INCLUDE": self._include,
            "EXPORT": self._export,
            "JCLLIB": self._jcllib,
            "OUTPUT": self._output,
        }

    @property
    def scope(self) -> Scope:
        """The innermost of file, job and procedure."""
        return self.proc or self.outer

    def read(self, statements: Iterable[Statement]) -> list[Mark]:
        """Give the marks of all statements; those of one place are in order."""
        for statement in statements:
            self._take(statement)
        self._end_job()
        return [*self.around, *self.units, *self.marks]

    def _take(self, found: Statement) -> None:
        if found.operation in _ENDS_STEP:
            self._end_step()
        if found.operation == "JOB":
            self._end_job()
        self._note_symbols(found)
        handler = self.handlers.get(found.operation)
        if handler:
            handler(found)
        for scope in (self.outer, self.proc):
            if scope:
                scope.end = found.end
        if found.operation == "PEND":
            self._end_proc()

    def _mark(self, tag: str, found: Statement, text: str = "", **facts: str | int | bool) -> None:
        self.marks.append(Mark(tag, self.span(found.start, found.code_end), text, facts))

    def _note_symbols(self, found: Statement) -> None:
        data = self.text[slice(*found.data)] if found.data else ""
        names = symbols.used(found.operands) | symbols.used(data)
        self.outer.used |= names
        if self.proc:
            self.proc.used |= names

    # Jobs and procedures

    def _job(self, card: Statement) -> None:
        self.outer = Scope("job", card, guarded=card.has("COND"), used=self.outer.used)
        if card.has("COND"):
            self.marks += self._cond(card, card.end)

    def _end_job(self) -> None:
        self._end_step()
        self._end_proc()
        self._end_conditions(self.outer.end)
        job, self.outer = self.outer, Scope("file")
        closed = bool(job.card) and not job.open_ended
        for name, span in self.set:
            self.marks.append(Mark("symbol", span, name, {"unused": closed and name not in job.used}))
        self.set = []
        if job.card:
            secret = job.card.value("PASSWORD")
            facts = {"steps": job.steps, "many": job.steps > MANY_STEPS, "password": bool(secret) and "&" not in secret}
            self._mark("job", job.card, job.card.name, **facts)
            self.units.append(Mark("unit.job", self.span(job.card.start, job.end), job.card.name))

    def _proc(self, card: Statement) -> None:
        self._end_proc()
        self.proc = Scope("proc", card)
        for parameter in card.parameters:
            if parameter.keyword:
                value, missing = symbols.resolved(plain(parameter.value), self.values)
                self.proc.defaults[parameter.keyword] = "" if missing else value

    def _end_proc(self) -> None:
        self._end_step()
        proc, self.proc = self.proc, None
        if proc is None or proc.card is None:
            return
        for parameter in proc.card.parameters:
            if parameter.keyword:
                span = self.span(proc.card.offset(parameter.start), proc.card.offset(parameter.end - 1) + 1)
                unused = not proc.open_ended and parameter.keyword not in proc.used
                self.marks.append(Mark("symbol", span, parameter.keyword, {"unused": unused}))
        self._mark("proc", proc.card, proc.card.name, steps=proc.steps)
        self.units.append(Mark("unit.proc", self.span(proc.card.start, proc.end), proc.card.name))
        self.procs[proc.card.name.upper()] = proc

    # Steps

    def _exec(self, card: Statement) -> None:
        scope = self.scope
        scope.steps += 1
        program = plain(card.value("PGM"))
        guarded = bool(self.conditions) or scope.guarded or card.has("COND")
        name = card.name or f"EXEC{scope.steps}"
        self.step = Step(card, name, program.upper(), card.end, guarded)
        if program:
            self._refer(card, Target("call", program, {"kind": "pgm"}), dynamic=program.startswith("*."))
            for run in programs.run_by_parameter(program.upper(), card.value("PARM")):
                self._run(card, run)
        else:
            self._call(card, plain(card.value("PROC") or card.positional))

    def _call(self, card: Statement, name: str) -> None:
        """Refer to a procedure; one of this file also to what it runs and reads with the symbols of this call."""
        self._refer(card, Target("call", name, {"kind": "proc"}))
        proc = self.procs.get(name.upper())
        if proc is None:
            self.outer.open_ended = True
            if self.proc:
                self.proc.open_ended = True
            return
        given = {p.keyword: plain(p.value) for p in card.parameters if p.keyword and p.keyword not in _EXEC_WORDS}
        values = ChainMap(given, proc.defaults, self.values)
        looked_at = proc.targets[: MOST_EXPANDED - self.expanded] if given else []
        self.expanded += len(looked_at)
        for target in looked_at:
            if given.keys() & symbols.used(target.text):
                text, dynamic = symbols.resolved(target.text, values)
                self._mark(target.tag, card, text, **target.facts, dynamic=dynamic)

    def _run(self, found: Statement, program: str) -> None:
        local = self.step.name if self.step else ""
        self._refer(found, Target("call", program, {"kind": "run", "local": local}))

    def _refer(self, found: Statement, target: Target, *, dynamic: bool = False) -> str:
        """Make the mark of a link; give its target with the symbols resolved as far as they are known here."""
        if not target.text:
            return ""
        values = ChainMap(self.proc.defaults, self.values) if self.proc else self.values
        text, missing = symbols.resolved(target.text, values)
        self._mark(target.tag, found, text, **target.facts, dynamic=dynamic or missing)
        if self.proc and "&" in target.text:
            self.proc.targets.append(target)
        return text

    def _end_step(self) -> None:
        step, self.step = self.step, None
        if step is None:
            return
        if step.card.has("COND"):
            self.around += self._cond(step.card, step.end)
        scope = self.scope
        self.units.append(Mark("unit.step", self.span(step.card.start, step.end), step.name))
        unchecked = not step.guarded and bool(step.reads & scope.written)
        self._mark("exec", step.card, step.name, program=step.program, cond=step.card.has("COND"), unchecked=unchecked)
        scope.written |= step.writes

    # Conditions

    def _cond(self, card: Statement, end: int) -> Iterator[Mark]:
        """Give the tests of COND=, with the span of what they decide about."""
        span = self.span(card.start, end)
        for parameter in card.parameters:
            if parameter.keyword.partition(".")[0] == "COND":
                yield Mark("decision", span, "cond")
                yield from [Mark("boolean", span, "or")] * (count_tests(parameter.value) - 1)
        yield Mark("flow", span, "cond")

    def _if(self, card: Statement) -> None:
        self.conditions.append(card)
        self._mark("decision", card, "if")
        for word, start, end in operators(card.operands):
            span = self.span(card.offset(start), card.offset(max(start, end - 1)) + 1)
            self.marks.append(Mark("boolean" if word else "boolean.not", span, word))

    def _else(self, card: Statement) -> None:
        self._mark("flow.else", card)

    def _endif(self, card: Statement) -> None:
        if self.conditions:
            opened = self.conditions.pop()
            self.marks.append(Mark("flow", self.span(opened.start, card.end), "if"))

    def _end_conditions(self, end: int) -> None:
        for opened in self.conditions:
            self.marks.append(Mark("flow", self.span(opened.start, max(end, opened.end)), "if"))
        self.conditions = []

    # Data

    def _dd(self, dd: Statement) -> None:
        step = self.step
        name = dd.name or (step.dd if step else "")
        if step:
            step.dd, step.end = name, dd.end
        inside = dd.positional.upper() in ("*", "DATA")
        facts = {"instream": inside, "in-proc": self.proc is not None, "volume": datasets.has_volume(dd)}
        self._mark("dd", dd, name, **facts, unsupported=datasets.is_unsupported(name))
        if dd.data:
            self._data(dd, name)
        else:
            self._data_set(dd, name)

    def _data(self, dd: Statement, name: str) -> None:
        start, end = dd.data or (0, 0)
        self.marks.append(Mark("instream", self.span(start, end), name))
        if datasets.ddname(name).upper() == programs.TSO_INPUT:
            for program in programs.run_by_tso(self.text[start:end]):
                self._run(dd, program)

    def _data_set(self, dd: Statement, name: str) -> None:
        written = datasets.name_of(dd)
        known = self.scope.data_sets
        if written.startswith("*."):
            written = known.get(written[2:].upper(), written)
        access, step = datasets.access_of(dd), self.step
        facts = {"kind": "dd", "local": name, "access": access}
        target = self._refer(dd, Target("file", written, facts), dynamic=written.startswith("*."))
        if not target or not step:
            return
        known[name.upper()] = known[f"{step.name}.{name}".upper()] = written
        (step.writes if access == "write" else step.reads).add(target)

    def _set(self, card: Statement) -> None:
        for parameter in card.parameters:
            value, missing = symbols.resolved(plain(parameter.value), self.values)
            self.values[parameter.keyword] = "" if missing else value
            span = self.span(card.offset(parameter.start), card.offset(parameter.end - 1) + 1)
            self.set.append((parameter.keyword, span))

    def _include(self, card: Statement) -> None:
        self._refer(card, Target("include", plain(card.value("MEMBER")), {"kind": "jcl"}))
        self.outer.open_ended = True
        if self.proc:
            self.proc.open_ended = True

    def _export(self, _card: Statement) -> None:
        self.outer.open_ended = True

    def _jcllib(self, card: Statement) -> None:
        for library in parts(card.value("ORDER")):
            self._refer(card, Target("include", plain(library), {"kind": "jcl"}))

    def _output(self, card: Statement) -> None:
        self._mark("output", card, card.name)
