"""T-SQL: procedures, functions, triggers and views, statement by statement.

What counts as understood: a statement that starts with a word of T-SQL, or with
the name of a procedure at the start of a batch; BEGIN with its END. Anything else
at the start of a statement, a stray END and a BEGIN that nothing closes count as
unparsed; whether the inside of a statement is right is not asked.
"""

from __future__ import annotations

from legacyctl.parse.sql.batches import Batches
from legacyctl.parse.sql.context import Context, is_word
from legacyctl.parse.sql.frames import Frame
from legacyctl.parse.sql.source import LITERAL, Facts, Source
from legacyctl.parse.sql.tsql_heads import TsqlHeads
from legacyctl.parse.sql.vocabulary import QUERY

_TRANSACTION = frozenset(("TRAN", "TRANSACTION", "DISTRIBUTED", "DIALOG", "CONVERSATION"))
_RUNS_TEXT = frozenset(("SP_EXECUTESQL",))
_PLAIN = frozenset(
    (
        *("PRINT", "RAISERROR", "BREAK", "CONTINUE", "WAITFOR", "KILL", "DBCC", "RECONFIGURE", "CHECKPOINT", "OPEN"),
        *("CLOSE", "DEALLOCATE", "SAVE", "RESTORE", "BACKUP", "USE", "THROW", "REVERT", "SHUTDOWN", "SET", "RETURN"),
        *("FETCH", "DROP", "GRANT", "REVOKE", "DENY", "DISABLE", "ENABLE", "EXECUTE", "SEND", "RECEIVE", "DECLARE"),
        *("ADD", "LINENO", "READTEXT", "WRITETEXT", "UPDATETEXT", "SETUSER", "GET", "MOVE"),
    )
)


def read_tsql(source: Source) -> Context:
    """Read all tokens of a file; gives what the marks are made of."""
    reader = _Reader(source)
    reader.read()
    return reader.context


class _Reader:
    """Goes from statement to statement; IF, ELSE and WHILE stay open until the one statement in them ends."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.context = Context(source)
        self.texts = source.texts
        self.frames = self.context.frames
        self.batches = Batches(source)
        self.heads = TsqlHeads(self.context, self.batches)
        self.fresh = True  # at the start of a batch

    def read(self) -> None:
        """Read all tokens."""
        at = 0
        while at < self.context.total:
            at = max(self._step(at), at + 1)
        self._close_batch(self.context.total - 1)

    def _step(self, at: int) -> int:
        word = self.texts[at]
        if word == ";":
            return at + 1
        if self.batches.is_go(at):
            self._close_batch(at - 1)
            return self.source.line_end(at)
        fresh, self.fresh = self.fresh, False
        action = _ACTIONS.get(word)
        if action is not None:
            return action(self, at)
        end = self.batches.end(at)
        if self.context.word(at + 1) == ":":
            return at + 2
        if word in QUERY or word in {"TRUNCATE", "BULK", "("}:
            self.context.queries.read(at, end)
        elif word in _PLAIN:
            self._plain(at, end)
        elif fresh and is_word(word):
            self._run(at, end)
        else:
            self.source.lost(at, end - 1)
        return self._complete(end)

    def _close_batch(self, last: int) -> None:
        """GO ends every unit; a BEGIN that is open was misread."""
        while self.frames.stack:
            frame = self.frames.stack[-1]
            if frame.kind == "block":
                self.source.lost(frame.first, frame.first)
            self.frames.pop(max(last, 0))
        self.fresh = True

    def _complete(self, at: int) -> int:
        """Close each IF, ELSE and WHILE whose one statement ended before `at`; give the next place."""
        while self.frames.stack and self.frames.stack[-1].kind in {"if", "loop", "branch"}:
            place = at
            while self.context.word(place) == ";":
                place += 1
            frame = self.frames.stack[-1]
            if self.context.word(place) == "ELSE" and frame.kind != "loop" and frame.state == "body":
                frame.state = "else"
                return self._else(place)
            self.frames.pop(at - 1)
        return at

    def _else(self, at: int) -> int:
        if self.context.word(at + 1) == "IF":
            return self._if(at + 1, "branch")
        self.source.note("flow.else", at, at, "else")
        return at + 1

    def if_(self, at: int) -> int:
        """IF condition, of which one statement follows."""
        return self._if(at, "if")

    def _if(self, at: int, kind: str) -> int:
        self.frames.push(Frame(kind, at))
        self.source.note("decision", at, at, "if")
        if kind == "branch":
            self.source.note("flow.elseif", at, at, "else if")
        return self._condition(at)

    def while_(self, at: int) -> int:
        """WHILE condition, of which one statement follows."""
        self.frames.push(Frame("loop", at))
        self.source.note("decision", at, at, "while")
        return self._condition(at)

    def _condition(self, at: int) -> int:
        end = self.batches.end(at)
        self.context.expressions.read(at + 1, end)
        return end

    def begin(self, at: int) -> int:
        """BEGIN, BEGIN TRY, BEGIN CATCH; BEGIN TRANSACTION is a statement of its own."""
        following = self.context.word(at + 1)
        if following in _TRANSACTION:
            return self._complete(self.batches.end(at))
        frame = self.frames.push(Frame("block", at))
        if following == "CATCH":
            frame.state = "catch"
        return at + 1 + (following in {"TRY", "CATCH", "ATOMIC"})

    def end(self, at: int) -> int:
        """END [TRY|CATCH] closes the innermost BEGIN."""
        last = at + (self.context.word(at + 1) in {"TRY", "CATCH"})
        if self.context.word(at + 1) == "CONVERSATION":
            return self._complete(self.batches.end(at))
        index = self.frames.innermost("block")
        if index < 0:
            self.source.lost(at, last)
            return last + 1
        while len(self.frames.stack) > index + 1:
            self.frames.pop(at - 1)
        frame = self.frames.pop(last)
        if frame.state == "catch":
            self._catch(frame, last)
        return self._complete(last + 1)

    def _catch(self, frame: Frame, last: int) -> None:
        """BEGIN CATCH ... END CATCH is the handler of all errors."""
        body = [text for text in self.texts[frame.first + 2 : last - 1] if text != ";"]
        raises = any(text in {"THROW", "RAISERROR"} for text in body)
        self.source.note("handler", frame.first, last, "catch", {"others": True, "empty": not body, "raises": raises})
        self.source.note("flow", frame.first, last, "handler")
        self.source.note("decision", frame.first, frame.first, "handler")

    def stray_else(self, at: int) -> int:
        """ELSE without an IF before it."""
        self.source.lost(at, at)
        return at + 1

    def create(self, at: int) -> int:
        """CREATE and ALTER."""
        body = self.heads.unit(at)
        if body >= 0:
            return body
        end = self.batches.end(at)
        self.heads.other(at, end)
        return self._complete(end)

    def _plain(self, at: int, end: int) -> None:
        """A statement that no other one stands in."""
        word = self.texts[at]
        self.context.expressions.read(at + 1, end)
        if word == "DECLARE":
            query = self.context.until(frozenset(("SELECT",)), at, end)
            if "CURSOR" in self.texts[at:query]:
                self.source.note("cursor", at, end - 1, self.source.name(at + 1, at + 1))
                self.context.queries.read(query, end)

    def transaction(self, at: int) -> int:
        """COMMIT and ROLLBACK."""
        end = self.batches.end(at)
        self.source.note(self.texts[at].lower(), at, end - 1, facts={"loop": self.frames.inside_loop()})
        return self._complete(end)

    def goto(self, at: int) -> int:
        """GOTO label."""
        label = self.source.name(at + 1, at + 1)
        self.source.note("goto", at, at + 1, label)
        self.source.note("jump", at, at + 1, label)
        return self._complete(at + 2)

    def execute(self, at: int) -> int:
        """EXEC procedure, EXEC @procedure, EXEC (text)."""
        end = self.batches.end(at)
        if self.context.word(at + 1) != "AS":
            self._run(at + 1, end, start=at)
        return self._complete(end)

    def _run(self, at: int, end: int, *, start: int = -1) -> None:
        """The call of a procedure whose name stands at `at`."""
        start = at if start < 0 else start
        if self.context.word(at)[:1] == "@" and self.context.word(at + 1) == "=":
            at += 2
        word = self.context.word(at)
        if word == "(":
            self._dynamic(start, at + 1, self.context.close_bracket(at, end), end)
            return
        last = self.context.dotted(at)
        if self.context.word(last) in _RUNS_TEXT:
            first = last + 1 + 2 * (self.context.word(last + 2) == "=")
            self._dynamic(start, first, self.context.until(frozenset((",",)), first, end), end)
        elif word[:1] == "@":
            facts: Facts = {"kind": "sql", "dynamic": True}
            self.source.note("call", start, end - 1, self.source.name(at, at), facts)
        elif is_word(word):
            self.context.expressions.call(last, at, sure=True)
        elif start < end:
            self.source.lost(start, end - 1)

    def _dynamic(self, start: int, first: int, stop: int, end: int) -> None:
        """SQL that is made at run time from tokens [first, stop)."""
        built = self.texts[first:stop]
        literal = built == [LITERAL]
        name = self.source.name(first, first) if len(built) == 1 and not literal else ""
        facts: Facts = {"kind": "execute", "concatenated": "+" in built, "literal": literal}
        self.source.note("dynamic-sql", start, end - 1, name, facts)
        if literal:
            self.context.queries.quoted(first, start, end - 1)
        else:
            self.source.note("call", start, end - 1, name, {"kind": "sql", "dynamic": True})


_ACTIONS = {
    "IF": _Reader.if_,
    "WHILE": _Reader.while_,
    "BEGIN": _Reader.begin,
    "END": _Reader.end,
    "ELSE": _Reader.stray_else,
    "COMMIT": _Reader.transaction,
    "ROLLBACK": _Reader.transaction,
    "GOTO": _Reader.goto,
    "EXEC": _Reader.execute,
    "EXECUTE": _Reader.execute,
    "CREATE": _Reader.create,
    "ALTER": _Reader.create,
}
