"""The PROCEDURE DIVISION: sections, paragraphs, sentences and statements with their nesting.

One loop over the tokens. Most words are operands and are only passed over; a
word that is a verb, opens a branch, ends a statement or ends the division has
an entry in `ProcedureReader.ACTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.inline import is_inline
from legacyctl.parse.cobol.nesting import Nesting
from legacyctl.parse.cobol.nodes import EXEC, NUMBER, ODD, PERIOD, WORD, Source, Token, Unit
from legacyctl.parse.cobol.words import (
    BRANCHES,
    CONNECTIVES,
    DATABASE_VERBS,
    DIVISIONS,
    PHRASES,
    SOFT_VERBS,
    TERMINATORS,
    TO_THE_PERIOD,
    UNIT_ENDS,
    UNIT_HEADS,
    VERBS,
)

_NOTHING = Token(ODD, "", 0, 0)
_EXITS = frozenset({"PROGRAM", "FUNCTION", "METHOD", "PERFORM", "PARAGRAPH", "SECTION", "CYCLE"})
_MORE = frozenset({"RETURNING", "GIVING", "AFTER"})
_GENERATORS = frozenset({"XML", "JSON"})
_DOUBTFUL = SOFT_VERBS | {"ENTRY", "EXIT"}
_BEHIND_NAMES = frozenset({".", "SECTION"})
_BEFORE_NAMES = frozenset({"PERFORM", "GO", "TO", "THRU", "THROUGH", "PROCEDURE", "OF", "IN"})
_DATABASE = ("IDMS", "SCHEMA SECTION")
_BEFORE_PHRASE = frozenset({"NOT", "ON", "AT", "NO", "WITH"})


class ProcedureReader:
    """Reads from behind a PROCEDURE DIVISION header to the next division or the end of the program."""

    def __init__(self, layout: Layout, source: Source) -> None:
        self.layout = layout
        self.source = source
        self.tokens = source.tokens
        self.nest = Nesting(source)
        self.section: Unit | None = None
        self.paragraph: Unit | None = None
        self.database = any(word in layout.text for word in _DATABASE)

    def read(self, at: int) -> int:
        """Read from token `at`; give the number of the first token behind the division."""
        tokens, actions, nest, code = self.tokens, self.ACTIONS, self.nest, self.layout.text
        end = len(tokens)
        while at < end:
            kind, text, start, _ = tokens[at]
            action = actions.get(text) if kind != EXEC else ProcedureReader._exec
            if action is None:
                # most words are operands: in the middle of a statement, or at its end but not at the start of a line
                if (not nest.fresh and kind != ODD) and (
                    at + 1 >= end
                    or tokens[at + 1][1] not in _BEHIND_NAMES
                    or "\n" not in code[tokens[at - 1][3] : start]
                ):
                    at += 1
                    continue
                action = ProcedureReader._operand
            after = action(self, at)
            if after < 0:
                break
            at = after
        self._end_units(at, section=True)
        return at

    def _peek(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else _NOTHING

    def _end_units(self, at: int, *, section: bool) -> None:
        self.nest.close(at, "implicit")
        if self.paragraph is not None:
            self.paragraph.last = at - 1
            self.paragraph = None
        if section and self.section is not None:
            self.section.last = at - 1
            self.section = None

    def _header(self, at: int) -> int:
        """Pass over the section or paragraph header at `at`."""
        name = self.tokens[at].text
        if self._peek(at + 1).kind == PERIOD:
            self._end_units(at, section=False)
            self.paragraph = Unit("paragraph", name, at)
            self.source.units.append(self.paragraph)
            return at + 2
        self._end_units(at, section=True)
        self.section = Unit("section", name, at)
        self.source.units.append(self.section)
        at += 3 if self._peek(at + 2).kind == NUMBER else 2
        return at + 1 if self._peek(at).kind == PERIOD else at

    def _heads(self, at: int) -> bool:
        """Whether a name is a header: where a sentence may start, or in area A."""
        following = self._peek(at + 1)
        if following.kind != PERIOD and following.text != "SECTION":
            return False
        if self.nest.sentence is None:
            return True
        return self.layout.in_area_a(self.tokens[at].start) and self._peek(at - 1).text not in CONNECTIVES

    def _operand(self, at: int) -> int:
        kind = self.tokens[at].kind
        if kind in {WORD, NUMBER} and self._heads(at):
            return self._header(at)
        if self.nest.fresh:
            self.nest.skip(at)
        elif kind == ODD:
            self.nest.stray(at)
        return at + 1

    def _period(self, at: int) -> int:
        self.nest.close(at, "period")
        return at + 1

    def _stray(self, at: int) -> int:
        self.nest.stray(at)
        return at + 1

    def _verb(self, at: int) -> int:
        verb = self.tokens[at].text
        if verb in _DOUBTFUL and self._is_operand(verb, at):
            return self._operand(at)
        self.nest.push(verb, at)
        if verb == "IF":
            self.nest.branch("THEN", at)
        if verb == "PERFORM":
            self._perform(at)
        elif verb in BRANCHES:
            self.nest.await_(*BRANCHES[verb], f"END-{verb}")
        if verb in TO_THE_PERIOD:
            return self._to_period(at)
        return at + 2 if verb in _GENERATORS else at + 1

    def _is_operand(self, verb: str, at: int) -> bool:
        """Whether a verb's word is not a verb at this place."""
        before, after = self._peek(at - 1).text, self._peek(at + 1)
        if (verb, before) in {("ENTRY", "TO"), ("EXIT", "UNTIL")}:
            return not self.nest.fresh
        if verb not in SOFT_VERBS:
            return False
        if before in _BEFORE_NAMES or (verb in DATABASE_VERBS and not (self.nest.fresh or self.database)):
            return True
        if after.text == "SECTION" and self.nest.sentence is None:
            return True
        if after.kind == PERIOD and self.nest.sentence is None:
            return self._is_named(verb, at)
        beside = before in CONNECTIVES or after.text in CONNECTIVES
        return not self.nest.fresh and (beside or not self.layout.leads(self.tokens[at].start))

    def _is_named(self, verb: str, at: int) -> bool:
        """Whether a verb's word that stands alone is the name of a paragraph."""
        start = self.tokens[at].start
        if self.layout.free[self.layout.line(start)]:
            return verb in DATABASE_VERBS and not self.database
        return self.layout.in_area_a(start)

    def _to_period(self, at: int) -> int:
        while at < len(self.tokens) and self.tokens[at].kind != PERIOD:
            at += 1
        return at

    def _perform(self, at: int) -> None:
        """Open the body of an inline PERFORM."""
        if is_inline(self.tokens, at + 1):
            self.nest.await_("END-PERFORM")
            self.nest.branch("BODY", at)

    def _exit(self, at: int) -> int:
        """EXIT [PROGRAM | PERFORM [CYCLE] | ...] or CONTINUE: a statement without operands."""
        verb = self.tokens[at].text
        if self._is_operand(verb, at):
            return self._operand(at)
        self.nest.push(verb, at)
        at += 1
        while verb == "EXIT" and self._peek(at).text in _EXITS:
            at += 1
        self.nest.fresh = self._peek(at).text not in _MORE
        return at

    def _exec(self, at: int) -> int:
        self.nest.push("EXEC", at)
        self.nest.fresh = True
        return at + 1

    def _next(self, at: int) -> int:
        if self._peek(at + 1).text != "SENTENCE":
            return self._operand(at)
        self.nest.push("NEXT SENTENCE", at)
        self.nest.fresh = True
        return at + 2

    def _on(self, at: int) -> int:
        """The counting ON of OS/VS COBOL, or the status of IDMS; elsewhere ON belongs to a branch or an operand."""
        top = self.nest.top
        if top and top.verb in DATABASE_VERBS and not (self.nest.fresh or top.branches):
            self.nest.branch("STATUS", at).head = at + 2
            self.nest.fresh = True
            return at + 2
        if not self.nest.fresh or self._peek(at + 1).kind != NUMBER:
            return self._operand(at)
        self.nest.push("ON", at)
        self.nest.await_("ELSE")
        self.nest.branch("THEN", at)
        return at + 1

    def _then(self, at: int) -> int:
        top = self.nest.top
        if top and top.verb == "IF" and top.branches[-1].head < 0:
            top.branches[-1].head = at
            self.nest.fresh = True
        return at + 1

    def _else(self, at: int) -> int:
        if self.nest.find("ELSE", at) is None:
            return self._stray(at)
        self.nest.branch("ELSE", at).head = at + 1
        self.nest.fresh = True
        return at + 1

    def _when(self, at: int) -> int:
        if self.nest.find("WHEN", at) is None:
            return self._operand(at)
        self.nest.branch("WHEN", at, once=self._peek(at + 1).text == "OTHER")
        self.nest.fresh = False
        return at + 1

    def _phrase(self, at: int) -> int:
        """AT END, INVALID KEY, ON SIZE ERROR and their like open a branch of the statement that awaits them."""
        word = self.tokens[at].text
        if word == "SIZE" and self._peek(at + 1).text != "ERROR":
            return self._operand(at)
        first = at
        while at - first < 3 and self._peek(first - 1).text in _BEFORE_PHRASE:
            first -= 1
        before = {token.text for token in self.tokens[first:at]}
        negation = "NOT " if "NOT" in before else "NO " if "NO" in before else ""
        kind = negation + PHRASES[word]
        if self.nest.find(kind, first) is None:
            return self._operand(at)
        at += 2 if self._peek(at + 1).text in {"KEY", "ERROR"} else 1
        self.nest.branch(kind, first).head = at
        self.nest.fresh = True
        return at

    def _terminator(self, at: int) -> int:
        if self.nest.find(self.tokens[at].text, at) is None:
            return self._stray(at)
        self.nest.pop(at + 1, "terminator")
        self.nest.fresh = True
        return at + 1

    def _end(self, at: int) -> int:
        following = self._peek(at + 1).text
        if following in UNIT_ENDS and (self.nest.sentence is None or self.layout.leads(self.tokens[at].start)):
            return -1
        if following != "DECLARATIVES":
            return self._phrase(at)
        self._end_units(at, section=True)
        return self._to_period(at) + 1

    def _declaratives(self, at: int) -> int:
        return at + 2 if self._peek(at + 1).kind == PERIOD else self._operand(at)

    def _division(self, at: int) -> int:
        if self._peek(at + 1).text == "DIVISION":
            return -1
        return self._phrase(at) if self.tokens[at].text in PHRASES else self._operand(at)

    def _unit_head(self, at: int) -> int:
        return -1 if self.nest.sentence is None else self._operand(at)

    ACTIONS: ClassVar[dict[str, Callable[[ProcedureReader, int], int]]] = {
        **dict.fromkeys(VERBS, _verb),
        **dict.fromkeys(PHRASES, _phrase),
        **dict.fromkeys(TERMINATORS, _terminator),
        **dict.fromkeys(DIVISIONS, _division),
        **dict.fromkeys(UNIT_HEADS, _unit_head),
        **dict.fromkeys(("EXIT", "CONTINUE"), _exit),
        **dict.fromkeys(("ELSE", "OTHERWISE"), _else),
        "DECLARATIVES": _declaratives,
        "END": _end,
        "NEXT": _next,
        "ON": _on,
        "THEN": _then,
        "WHEN": _when,
        ".": _period,
    }
