"""Tables and data sets, and the DD statements that tie a program's files to data sets.

A COBOL program knows a file by its DD name only; which data set that is, the step
says that runs the program. So the files of a program, and of the programs that it
calls, get the data sets of every step that runs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legacyctl.facts.graph.index import Ask, Index
from legacyctl.facts.graph.nouns import DATA_SET, TABLE, Place, Reason
from legacyctl.facts.graph.wires import Wires

ACCESS = {"read": "reads", "write": "writes", "update": "updates"}
_GENERATION = re.compile(r"\([+-]?\d+\)$")
# ASSIGN TO UT-S-CLIENT, AS-CLIENT: device and organisation before the external name.
_DEVICE = re.compile(r"^(?:[A-Z0-9]+-)?(?:S|AS|D|DA|I|R|UT|UR)-(?=[A-Z0-9#@$]+$)")


@dataclass(frozen=True, slots=True)
class _Use:
    """A file of a program under its DD name."""

    dd: str
    access: str
    place: Place


@dataclass(slots=True)
class Data:
    """Gathers the references to data; `finish` ties the DD names."""

    index: Index
    wires: Wires
    spellings: dict[str, set[str]] = field(default_factory=dict)
    tables: list[tuple[str, str, str, Place]] = field(default_factory=list)
    files: dict[str, list[_Use]] = field(default_factory=dict)
    steps: dict[str, dict[str, list[tuple[str, str]]]] = field(default_factory=dict)
    overrides: list[tuple[str, str, str, str]] = field(default_factory=list)

    def table(self, ask: Ask) -> None:
        """Note a reference to a table."""
        name = _plain(ask.link.target)
        if name:
            self.spellings.setdefault(_last(name), set()).add(name)
            edge = ACCESS.get(ask.link.access, "uses")
            self.tables.append((ask.node, name, edge, ask.place))
            self.wires.tally[ask.file.language, edge, Reason.RESOLVED] += 1

    def file(self, ask: Ask) -> None:
        """Note a reference to a data set, or to a file by its DD name."""
        link, place = ask.link, ask.place
        edge = ACCESS.get(link.access, "uses")
        if link.dynamic or not link.target:
            self.wires.loose(ask, edge)
        else:
            self.wires.tally[ask.file.language, edge, Reason.RESOLVED] += 1
        if link.how == "dd" and link.target.strip("&."):
            # a symbolic parameter is left in the name: the same text is the same data set
            self._dd(ask, edge)
        elif link.dynamic or not link.target:
            return
        elif ask.file.language == "cobol" and link.how != "cics" and not _is_path(link.target):
            dd = _DEVICE.sub("", link.target.upper())
            self.files.setdefault(self.index.owner(ask.node), []).append(_Use(dd, link.access, place))
        else:
            self.wires.add(ask.node, self.index.named(DATA_SET, link.target), edge, place)

    def _dd(self, ask: Ask, edge: str) -> None:
        link = ask.link
        name = _GENERATION.sub("", link.target)
        key = f"{name}@{ask.path}" if name.startswith("&&") else name
        data = self.index.named(DATA_SET, name, key=key)
        self.wires.add(ask.node, data, edge, ask.place)
        step, dot, dd = link.local.upper().rpartition(".")
        if dot:
            self.overrides.append((ask.node, step, dd, data))
        else:
            self.steps.setdefault(ask.node, {}).setdefault(dd, []).append((data, link.access))

    def finish(self) -> None:
        """Add the edges to tables and those that the DD statements give."""
        for node, name, edge, place in self.tables:
            self.wires.add(node, self._table(name), edge, place)
        for node, step, dd, data in self.overrides:
            for inner in self._steps_below(node, step):
                self.steps.setdefault(inner, {}).setdefault(dd, []).append((data, ""))
        bound = {use: False for uses in self.files.values() for use in uses}
        reached: dict[str, tuple[str, ...]] = {}
        for step, dds in sorted(self.steps.items()):
            for program in self.wires.targets(step, "runs"):
                if program not in reached:
                    reached[program] = tuple(self._with_files(program))
                for one in reached[program]:
                    self._bind(one, dds, bound)
        self._unbound(bound)

    def _table(self, name: str) -> str:
        """One table for the spellings SCHEMA.T and T, unless several schemas have a T."""
        spellings = self.spellings[_last(name)]
        full = sorted(one for one in spellings if "." in one)
        alike = sorted({*full, _last(name)}) if len(full) <= 1 else [name]
        for kind in (TABLE, "view"):
            for one in alike:
                if f"{kind}:{one}" in self.index.nodes:
                    return f"{kind}:{one}"
        return self.index.named(TABLE, full[0] if len(full) == 1 else name)

    def _steps_below(self, node: str, step: str) -> Iterator[str]:
        """The steps of that name in the procs that a step runs."""
        for proc in self.wires.targets(node, "runs"):
            for inner in self.wires.targets(proc, "runs"):
                if self.index.nodes[inner].name.rpartition(".")[2].upper() == step:
                    yield inner

    def _with_files(self, program: str) -> Iterator[str]:
        """The program and those that it calls, as far as they have files."""
        seen, waiting = {program}, [program]
        while waiting:
            one = waiting.pop()
            if one in self.files:
                yield one
            for called in self.wires.targets(one, "calls"):
                if called not in seen:
                    seen.add(called)
                    waiting.append(called)

    def _bind(self, program: str, dds: dict[str, list[tuple[str, str]]], bound: dict[_Use, bool]) -> None:
        for use in self.files[program]:
            for data, access in dds.get(use.dd, ()):
                self.wires.add(program, data, ACCESS.get(use.access or access, "uses"), use.place)
                bound[use] = True

    def _unbound(self, bound: dict[_Use, bool]) -> None:
        """A file that no step ties is still one: known by the program and its DD name."""
        for program, uses in self.files.items():
            for use in uses:
                if not bound[use]:
                    name = f"{self.index.nodes[program].name}/{use.dd}"
                    data = self.index.named(DATA_SET, name)
                    self.wires.add(program, data, ACCESS.get(use.access, "uses"), use.place)


def spelled(index: Index, data: Data, nodes: Iterable[str]) -> None:
    """Let the tables and views that scripts define take part in the spellings of table names."""
    for key in nodes:
        node = index.nodes[key]
        if node.kind in {TABLE, "view"}:
            name = key.partition(":")[2]
            data.spellings.setdefault(_last(name), set()).add(name)


def _plain(target: str) -> str:
    return re.sub(r"[\[\]\"`]", "", target).upper().strip(".")


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _is_path(target: str) -> bool:
    return any(sign in target for sign in "./\\:")
