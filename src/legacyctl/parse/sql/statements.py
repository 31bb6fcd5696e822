"""The statements in a PL/SQL block: control structures, SQL, calls and assignments."""

from __future__ import annotations

from legacyctl.parse.sql.context import Context, is_word
from legacyctl.parse.sql.frames import Frame
from legacyctl.parse.sql.source import LITERAL, Facts
from legacyctl.parse.sql.vocabulary import QUERY

# Statements that are read to their semicolon.
_SIMPLE = frozenset(
    (
        *("RETURN", "RAISE", "CLOSE", "NULL", "PIPE", "PRAGMA", "SAVEPOINT", "SET", "CALL", "FETCH", "LOCK", "EXECUTE"),
        *("COMMIT", "ROLLBACK", "EXIT", "CONTINUE", "GOTO", "PERFORM", "SIGNAL", "RESIGNAL", "LEAVE", "ITERATE"),
    )
)
_AFTER_STRING = frozenset(("INTO", "USING", "BULK", "RETURNING", "RETURN"))
_THEN = frozenset(("THEN",))
_LOOP = frozenset(("LOOP", "DO"))
_WHEN = frozenset(("WHEN",))
_VERBS = QUERY | {"EXECUTE"}


class Statements:
    """Reads one statement at a time; every method takes the place of its first token and gives the place behind it."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.source = context.source
        self.texts = context.texts
        self.frames = context.frames

    def read(self, at: int) -> int:
        """Read the statement at `at`."""
        word = self.texts[at]
        action = _ACTIONS.get(word)
        if action is not None and self.context.word(at + 1) not in {":=", ".", "%"}:
            return action(self, at)
        end = self.context.stop(at + 1)
        whole = self.context.word(end) == ";"
        if word in _SIMPLE and whole:
            self._simple(at, end)
        elif not (whole and (is_word(word) or word in {":", "("}) and self._named(at, end)):
            self.source.lost(at, end if whole else end - 1)
        return self.context.behind(end)

    def _named(self, at: int, end: int) -> bool:
        """Take an assignment or a call; say whether it is one."""
        if self.texts[at] == "(":  # (self AS its_parent).method
            self.context.expressions.read(at, end)
            return True
        if ":=" in self.texts[at:end]:
            self.context.expressions.read(self.texts.index(":=", at) + 1, end)
            return True
        last = self.context.dotted(at)
        behind = self.context.word(last + 1)
        if behind not in {"(", ";", "@"}:
            return False
        self.context.expressions.call(last, at, sure=True)
        self.context.expressions.read(last + 1 + (behind == "("), end)
        return True

    def _simple(self, at: int, end: int) -> None:
        """A statement that no other one stands in."""
        word = self.texts[at]
        if word in {"COMMIT", "ROLLBACK"} and "TO" not in self.texts[at:end]:
            self.source.note(word.lower(), at, end, facts={"loop": self.frames.inside_loop()})
        elif word == "GOTO":
            label = self.source.name(at + 1, at + 1)
            self.source.note("goto", at, end, label)
            self.source.note("jump", at, end, label)
        elif word == "EXECUTE":
            self.dynamic(at, at + 2, end, "execute immediate")
        elif word in {"EXIT", "CONTINUE"}:
            self._leave(at, end)
        elif word == "LOCK":
            self.context.queries.read(at, end)
        elif word == "CALL":
            self.context.expressions.call(self.context.dotted(at + 1), at + 1, sure=True)
        if word not in {"LOCK", "GOTO"}:
            self.context.expressions.read(at + 1, end)

    def _leave(self, at: int, end: int) -> None:
        """EXIT and CONTINUE: WHEN is a decision, a label makes it a jump."""
        if "WHEN" in self.texts[at:end]:
            self.source.note("decision", at, at, self.texts[at].lower())
        if self.context.word(at + 1) not in {";", "WHEN"}:
            self.source.note("jump", at, end, self.context.word(at + 1))

    def dynamic(self, at: int, first: int, end: int, kind: str) -> None:
        """Note the statement [at, end] that runs the SQL of the expression from `first` on; a literal is read."""
        stop = self.context.until(_AFTER_STRING, first, end)
        built = self.texts[first:stop]
        literal = built == [LITERAL]
        name = self.source.name(first, first) if len(built) == 1 and not literal else ""
        facts: Facts = {"kind": kind, "concatenated": "||" in built, "literal": literal}
        self.source.note("dynamic-sql", at, end, name, facts)
        if literal:
            self.context.queries.quoted(first, at, end)
        else:
            self.source.note("call", at, end, name, {"kind": "sql", "dynamic": True})

    def begin(self, at: int) -> int:
        """BEGIN or DECLARE opens a block."""
        self.frames.push(Frame("block", at, "declare" if self.texts[at] == "DECLARE" else "body"))
        return at + 1

    def label(self, at: int) -> int:
        """A label between angles."""
        return at + 3 if self.context.word(at + 2) == ">>" else at + 1

    def if_(self, at: int) -> int:
        """IF condition THEN."""
        self.frames.push(Frame("if", at))
        self.source.note("decision", at, at, "if")
        return self._condition(at, _THEN)

    def elsif(self, at: int) -> int:
        """ELSIF condition THEN."""
        if self._inside("if", at):
            self.source.note("flow.elseif", at, at, "elsif")
            self.source.note("decision", at, at, "elsif")
        return self._condition(at, _THEN)

    def else_(self, at: int) -> int:
        """ELSE of IF or CASE."""
        frame = self.frames.top
        if frame is not None and frame.kind == "if":
            self.source.note("flow.else", at, at, "else")
        elif frame is None or frame.kind != "case":
            self.source.lost(at, at)
        return at + 1

    def case(self, at: int) -> int:
        """CASE [expression], as a statement."""
        self.frames.push(Frame("case", at))
        end = self.context.until(_WHEN, at + 1, self.context.stop(at + 1))
        self.context.expressions.read(at + 1, end)
        return end

    def when(self, at: int) -> int:
        """A branch of CASE, or an exception handler."""
        frame = self.frames.top
        if frame is not None and frame.state == "handlers":
            self.frames.end_handler(frame, at - 1)
            frame.handler = at
            end = self.context.until(_THEN, at, self.context.stop(at))
            return end + (self.context.word(end) == "THEN")
        if self._inside("case", at):
            self.source.note("decision", at, at, "when")
        return self._condition(at, _THEN)

    def loop(self, at: int) -> int:
        """LOOP without a condition; its EXIT WHEN is the decision."""
        self.frames.push(Frame("loop", at))
        return at + 1

    def while_(self, at: int) -> int:
        """WHILE condition LOOP."""
        self.frames.push(Frame("loop", at))
        self.source.note("decision", at, at, "while")
        return self._condition(at, _LOOP)

    def for_(self, at: int) -> int:
        """FOR over numbers, a cursor, or a query in brackets, LOOP."""
        self.frames.push(Frame("loop", at))
        self.source.note("decision", at, at, "for")
        self.context.expressions.variables.add(self.context.word(at + 1))
        if self.context.word(at + 3) != "(" or self.context.word(at + 4) not in {"SELECT", "WITH"}:
            return self._condition(at, _LOOP)
        end = self.context.stop(at)
        self.context.queries.read(at + 4, self.context.close_bracket(at + 3, end))
        return end + (self.context.word(end) == "LOOP")

    def forall(self, at: int) -> int:
        """FORALL bounds and one statement."""
        end = self.context.stop(at)
        verb = self.context.until(_VERBS, at, end)
        self.context.expressions.read(at + 1, verb)
        if self.context.word(verb) == "EXECUTE":
            self.dynamic(verb, verb + 2, end, "execute immediate")
        else:
            self.context.queries.read(verb, end)
        return self.context.behind(end)

    def query(self, at: int) -> int:
        """SELECT, INSERT and so on."""
        end = self.source.find(";", at)
        self.context.queries.read(at, end)
        return self.context.behind(end)

    def open_(self, at: int) -> int:
        """OPEN cursor, OPEN cursor FOR query, OPEN cursor FOR a string."""
        end = self.context.stop(at)
        found = self.context.until(frozenset(("FOR",)), at, end)
        self.context.expressions.read(at + 1, found)
        if self.context.word(found + 1) in {"SELECT", "WITH"}:
            self.context.queries.read(found + 1, end)
        elif found < end:
            self.dynamic(at, found + 1, end, "open for")
            self.context.expressions.read(found + 1, end)
        return self.context.behind(end)

    def exception(self, at: int) -> int:
        """EXCEPTION: the handlers of the block or unit around it follow."""
        index = self.frames.innermost("block", "unit", "section")
        if index < 0:
            self.source.lost(at, at)
            return at + 1
        self.frames.close_to(index + 1, at - 1)
        self.frames.stack[index].state = "handlers"
        return at + 1

    def _condition(self, at: int, words: frozenset[str]) -> int:
        """Read the expression behind token `at` up to one of `words`; give the place behind that."""
        stop = self.context.stop(at + 1)
        end = self.context.until(words, at + 1, min(stop + 1, self.context.total))
        self.context.expressions.read(at + 1, min(end, stop))
        if self.context.word(end) in words:
            return end + 1
        self.source.lost(at, stop - 1)
        return stop

    def _inside(self, kind: str, at: int) -> bool:
        """Say whether a branch at `at` belongs to the innermost frame; if not, it is not understood."""
        frame = self.frames.top
        fits = frame is not None and frame.kind == kind
        if not fits:
            self.source.lost(at, at)
        return fits


_ACTIONS = {
    "BEGIN": Statements.begin,
    "DECLARE": Statements.begin,
    "<<": Statements.label,
    "IF": Statements.if_,
    "ELSIF": Statements.elsif,
    "ELSEIF": Statements.elsif,
    "ELSE": Statements.else_,
    "CASE": Statements.case,
    "WHEN": Statements.when,
    "LOOP": Statements.loop,
    "WHILE": Statements.while_,
    "FOR": Statements.for_,
    "FORALL": Statements.forall,
    "OPEN": Statements.open_,
    "EXCEPTION": Statements.exception,
    **dict.fromkeys((*QUERY, "TRUNCATE"), Statements.query),
}
