"""What a program refers to, as marks: programs, procedures, members, files and tables."""

from __future__ import annotations

from collections.abc import Mapping

from legacyctl.parse.cobol import embedded
from legacyctl.parse.cobol.attributes import Attributes, Facts, procedures
from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.constants import Constants
from legacyctl.parse.cobol.files import accesses
from legacyctl.parse.cobol.nodes import Statement
from legacyctl.parse.cobol.places import NOTHING, Known, Places

_JUMPS = frozenset({"ALTER", "GO", "NEXT SENTENCE"})
_CALLS = frozenset({"CALL", "PERFORM"})
_WITH_PROCEDURES = frozenset({"SORT", "MERGE", "XML"})
LINKED = _JUMPS | _CALLS | _WITH_PROCEDURES | {"ENTRY"}
_COPY_KINDS = {"copy": "copy", "panvalet": "panvalet", "librarian": "panvalet", "basis": "copy"}


class Links:
    """Adds the links of one file to `places`.

    `constants` tells which items stand for a literal, `more` what is known of a
    COPY by the offset at which it starts.
    """

    def __init__(
        self, layout: Layout, attributes: Attributes, places: Places, constants: Constants, more: Mapping[int, Known]
    ) -> None:
        self.layout, self.attributes = layout, attributes
        self.source, self.tokens = attributes.source, attributes.source.tokens
        self.places, self.constants, self.more = places, constants, more

    def statement(self, statement: Statement) -> None:
        """Add what a statement refers to."""
        verb = statement.verb
        if verb in _CALLS:
            self._call(statement)
        elif verb in _JUMPS:
            self._jump(statement)
        elif verb in _WITH_PROCEDURES:
            self._procedures(statement)
        elif verb == "ENTRY" and statement.last > statement.first:
            name = self.tokens[statement.first + 1].text.strip("\"'")
            self.places.add("unit.entry", statement.first, statement.last, name)

    def others(self) -> None:
        """Add what stands outside of statements, and what EXEC blocks name."""
        self._files()
        for copy in self.source.copies:
            known: Facts = {"replacing": copy.replacing, "library": copy.library, **self.more.get(copy.start, NOTHING)}
            kind = _COPY_KINDS[copy.how]
            self.places.stretch("include", copy.start, copy.end, copy.name, {"kind": kind, **known})
        for at in self.source.blocks:
            token = self.tokens[at]
            for tag, name, known in embedded.named(self.layout.text[token.start : token.end], self.constants.value):
                self.places.add(tag, at, at, name, known)

    def _call(self, statement: Statement) -> None:
        facts = self.attributes.of(statement)
        target = str(facts.get("target", ""))
        if not target:
            return
        known: Facts = {name: facts[name] for name in ("dynamic", "last") if name in facts}
        known["kind"] = statement.verb.lower()
        if facts.get("dynamic") and (constant := self.constants.value(target)):
            known["dynamic"], target = False, constant
        self.places.add("call", statement.first, statement.last, target, known)

    def _jump(self, statement: Statement) -> None:
        facts = self.attributes.of(statement) if statement.verb == "GO" else NOTHING
        self.places.add("jump", statement.first, statement.last, str(facts.get("target", "")))
        for _ in range(int(facts.get("targets", 0)) if facts.get("depending") else 0):
            self.places.add("decision", statement.first, statement.last, "depending")

    def _procedures(self, statement: Statement) -> None:
        for target, last in procedures(statement, self.source):
            known: Facts = {"kind": "perform", "last": last} if last else {"kind": "perform"}
            self.places.add("call", statement.first, statement.last, target, known)

    def _files(self) -> None:
        if not self.source.files:
            return
        used = accesses(self.source)
        items = {item.name for item in self.source.data}
        for entry in self.source.files:
            if not entry.assign:
                continue
            known: Facts = {"kind": "select", "local": entry.name, "access": used.get(entry.name, "")}
            target = entry.assign
            if target in items and not entry.literal:
                constant = self.constants.value(target)
                known["dynamic"], target = not constant, constant or target
            self.places.add("file", entry.first, entry.last, target, known)
