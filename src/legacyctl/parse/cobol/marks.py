"""From nodes to marks, the vocabulary of parse/tree.py, in one pass over the flat lists.

Three askers want different marks: the facts an `outline`, the rules those of the
tags that they name, everybody else all of them. Each is made only what it asks for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping
from functools import cached_property

from legacyctl.model import Span
from legacyctl.parse.cobol import embedded
from legacyctl.parse.cobol.attributes import Attributes, Facts, data_facts, two_digit_years
from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.constants import Constants
from legacyctl.parse.cobol.control import CONDITIONAL, Control
from legacyctl.parse.cobol.links import LINKED, Links
from legacyctl.parse.cobol.nodes import STRING, Source, Statement
from legacyctl.parse.cobol.places import NOTHING, Known, Places
from legacyctl.parse.cobol.words import OBSOLETE_VERBS, VERBS
from legacyctl.parse.tree import Mark, Outline, Place

# The tag of each verb; "call" is the mark of a link already, for every language, and EXEC has marks of its own.
TAGS = {verb: verb.lower() for verb in (*VERBS, "ON")} | {
    "CALL": "call-statement",
    "GO": "goto",
    "NEXT SENTENCE": "next-sentence",
    "EXEC": "",
}
_CODE = frozenset({"directive", "replace"})
# Of these only the form with TRACE is obsolete; READY is a verb of IDMS, too.
_TRACED = frozenset({"READY", "RESET"})
# The tags that `tagged` gives: of statements and descriptions.
STATEMENT_TAGS = frozenset({*filter(None, TAGS.values()), "obsolete-verb", "data", "select", "copy", "exec"})


class Marker:
    """Makes the marks of one file; `encoding` is what its literals and comments are decoded with.

    `more` has attributes of units and copies that only the control flow and the
    copybooks tell, by the offset at which they start; `constants` the items that
    stand for one literal.
    """

    def __init__(
        self, layout: Layout, source: Source, text: tuple[bytes, str], more: Mapping[int, Known], constants: Constants
    ) -> None:
        self.layout, self.source, self.tokens = layout, source, source.tokens
        self.data, self.encoding = text
        self.more = more
        self.constants = constants

    def marks(self) -> list[Mark]:
        """All marks in order of start, the larger first."""
        places = Places(self.tokens)
        self._structure(places, attributed=True)
        self._statements(places, None)
        self._descriptions(places, None)
        self._texts(places)
        return [Mark(tag, self.span(start, -end), text, known) for start, end, _, tag, text, known in places.taken()]

    def outline(self) -> Outline:
        """What the facts need."""
        places = Places(self.tokens)
        self._structure(places, attributed=False)
        comments = [(remark.start, remark.end) for remark in self.source.remarks if remark.kind not in _CODE]
        return Outline(places.taken(), comments)

    def tagged(self, tags: Collection[str]) -> list[Place]:
        """The marks of statements and descriptions that have one of `tags`."""
        places = Places(self.tokens)
        self._statements(places, tags)
        self._descriptions(places, tags)
        return places.taken()

    def span(self, start: int, end: int) -> Span:
        """The span of bytes [start, end)."""
        line = self.layout.line
        return Span(start, end, line(start) + 1, line(max(start, end - 1)) + 1)

    @cached_property
    def _attributes(self) -> Attributes:
        return Attributes(self.source)

    def _structure(self, places: Places, *, attributed: bool) -> None:
        """What the facts count and link; `attributed` also gives the attributes that only rules ask for."""
        control = Control(self.layout, self.source, places)
        links = Links(self.layout, self._attributes, places, self.constants, self.more)
        self._units(places)
        for statement in self.source.statements:
            if statement.branches or statement.verb in CONDITIONAL:
                control.take(statement, self._attributes.of(statement) if attributed else NOTHING)
            if statement.verb in LINKED:
                links.statement(statement)
        links.others()

    def _units(self, places: Places) -> None:
        copied = [copy.before for copy in self.source.copies]
        for unit in self.source.units:
            start, end = self.tokens[unit.first].start, self.tokens[max(unit.first, unit.last)].end
            behind = bisect_right(copied, unit.last + 1)
            if behind and copied[behind - 1] > unit.first:
                end = max(end, self.source.copies[behind - 1].end)
            places.stretch(f"unit.{unit.kind}", start, end, unit.name, self.more.get(start, NOTHING))

    def _statements(self, places: Places, tags: Collection[str] | None) -> None:
        """Each statement by its verb; all when `tags` is None."""
        obsolete = tags is None or "obsolete-verb" in tags
        for statement in self.source.statements:
            verb = statement.verb
            tag = TAGS[verb]
            if tag and (tags is None or tag in tags):
                facts = self._attributes.of(statement)
                places.add(tag, statement.first, statement.last, str(facts.get("target", "")), facts)
            if verb in OBSOLETE_VERBS and obsolete and self._is_obsolete(statement):
                places.add("obsolete-verb", statement.first, statement.last, verb)

    def _is_obsolete(self, statement: Statement) -> bool:
        """Whether a verb of OS/VS COBOL stands in the form that it had there."""
        if statement.verb not in _TRACED:
            return True
        return statement.last > statement.first and self.tokens[statement.first + 1].text == "TRACE"

    def _descriptions(self, places: Places, tags: Collection[str] | None) -> None:
        """Data items, SELECT entries, COPY statements and EXEC blocks."""
        if tags is None or "data" in tags:
            years = two_digit_years(self.source.data)
            for number, item in enumerate(self.source.data):
                facts = data_facts(item, two_digit_year=number in years)
                places.add("data", item.first, item.last, item.name, facts)
        if tags is None or "select" in tags:
            for entry in self.source.files:
                places.add("select", entry.first, entry.last, entry.name, {"status": entry.status})
        if tags is None or "copy" in tags:
            for copy in self.source.copies:
                known: Facts = {"replacing": copy.replacing, "library": copy.library}
                known |= self.more.get(copy.start, NOTHING)
                places.stretch("copy", copy.start, copy.end, copy.name, known)
        if tags is None or "exec" in tags:
            for at in self.source.blocks:
                token = self.tokens[at]
                language, verb = embedded.command(self.layout.text[token.start : token.end])
                places.add("exec", at, at, language, {"language": language, "command": verb})

    def _texts(self, places: Places) -> None:
        for kind, _, start, end in self.tokens:
            if kind == STRING:
                places.stretch("string", start, end, self._decoded(start, end))
        for remark in self.source.remarks:
            if remark.kind not in _CODE:
                places.stretch("comment", remark.start, remark.end, self._decoded(remark.start, remark.end))

    def _decoded(self, start: int, end: int) -> str:
        return self.data[start:end].decode(self.encoding, "replace")
