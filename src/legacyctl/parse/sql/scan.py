"""Which tables one SQL statement names, from its words alone: a stack of brackets, no grammar.

A word is a keyword, a name, or a sign. Each bracket is a frame that knows its
verb and whether a table may come next, so that EXTRACT(YEAR FROM x), column lists
and subqueries need no table of rules. Time is linear, nothing recurses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from legacyctl.parse.sql.table_words import (
    AFTER_INSERT,
    ALSO_FUNCTIONS,
    BEFORE_NAME,
    CHANGED_ROWS,
    ENDS,
    NO_ALIAS,
    NO_TABLES,
    OLD_HINTS,
    SILENT,
    SOFT,
    TABLE_VERBS,
    VERBS,
)
from legacyctl.parse.sql.words import is_name, plain

READ: Final = "read"
WRITE: Final = "write"
UPDATE: Final = "update"
# What a declaration names without reading or writing it (DECLARE x TABLE).
DECLARED: Final = ""


@dataclass(slots=True)
class _Frame:
    """A bracket: its verb, what a table that comes next is done with, and whether commas go on to the next table."""

    verb: str = ""
    expects: str = ""
    listing: bool = False
    from_allowed: bool = False
    naming: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """What the words of a statement told.

    `named` are pairs of a table in upper case and its access, in order; `queries`
    the names of its common table expressions, which may be among `named`.
    """

    named: tuple[tuple[str, str], ...]
    queries: frozenset[str]


def scan(words: Sequence[str], *, into_writes: bool = False) -> Scan:
    """Read the words of one statement, in upper case; `into_writes` says that SELECT INTO makes a table (T-SQL)."""
    scanner = _Scanner(words, into_writes=into_writes)
    scanner.read()
    return Scan(tuple(scanner.named()), frozenset(scanner.queries))


class _Scanner:
    """Goes over the words once."""

    def __init__(self, words: Sequence[str], *, into_writes: bool) -> None:
        self.words = words
        self.into_writes = into_writes
        self.frames = [_Frame()]
        self.frame = self.frames[0]
        self.found: list[tuple[str, str]] = []
        self.aliases: dict[str, str] = {}
        self.queries: set[str] = set()

    def read(self) -> None:
        """Go over all words."""
        at, total = 0, len(self.words)
        if total and self.words[0] in SILENT:
            return
        while at < total:
            word = self.words[at]
            action = _ACTIONS.get(word)
            if action is not None and not (self.frame.expects and word in SOFT):
                at = action(self, at)
            elif self.frame.expects:
                at = self._name(at)
            else:
                self.frame.verb = self.frame.verb or ("other" if is_name(word) else "")
                at += 2 if word == ":" else 1

    def named(self) -> Iterator[tuple[str, str]]:
        """Give the tables with their access: no pseudo-tables, a written alias as what it stands for."""
        for name, how in self.found:
            table = self.aliases.get(name, name) if how != READ else name
            if table not in NO_TABLES and table[0] not in "@#":
                yield table, how

    def word(self, at: int) -> str:
        """Give the word at a place, "" beyond the end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _name(self, at: int) -> int:
        """Take the table that was announced, with its alias; give the place behind it."""
        frame, word = self.frame, self.words[at]
        if word in BEFORE_NAME or (word == "TOP" and self.word(at + 1) == "("):
            if word == "TABLE" and self.word(at + 1) == "(":
                frame.expects = ""
            return at + 1
        if word in CHANGED_ROWS and self.word(at + 1) == "TABLE":
            frame.expects = ""
            return at + 2
        access, frame.expects = frame.expects, ""
        if not is_name(word):
            return at + (2 if word == ":" else 1)
        parts, behind = self._dotted(at)
        calls = self.word(behind) == "(" and access == READ and frame.verb != "INSERT"
        if calls and self.word(behind + 1) not in OLD_HINTS:
            return behind
        name = ".".join(parts[-2:]) if len(parts) > 1 and parts[-2] else parts[-1]
        self.found.append((name, access))
        return self._alias(name, behind)

    def _dotted(self, at: int) -> tuple[list[str], int]:
        """Give the parts of a name, those left out as in db..table being "", and the place behind it."""
        parts = [plain(self.words[at])]
        at += 1
        while self.word(at) == ".":
            part = self.word(at + 1)
            if part and part not in "().,;":
                parts.append(plain(part))
                at += 1
            elif part == ".":
                parts.append("")
            at += 1
        if self.word(at)[:1] == "@":  # a database link, which may be dotted itself
            at += 1 if len(self.words[at]) > 1 else 2
            while self.word(at) == ".":
                at += 2
        return parts, at

    def _alias(self, name: str, at: int) -> int:
        """Keep the alias behind a table; give the place behind it."""
        if self.word(at) == "AS" and self.word(at + 1) != "OF":
            at += 1
        word = self.word(at)
        if not word or word in NO_ALIAS or not is_name(word) or word in _ACTIONS:
            return at
        self.aliases[plain(word)] = name
        return at + 1

    def select(self, at: int) -> int:
        frame = self.frame
        frame.verb, frame.from_allowed, frame.listing, frame.expects, frame.naming = "SELECT", True, False, "", False
        return at + 1

    def from_(self, at: int) -> int:
        frame = self.frame
        if frame.verb == "DELETE" and not frame.from_allowed:
            frame.expects, frame.from_allowed = WRITE, True
        elif frame.from_allowed or not frame.verb:
            frame.expects, frame.listing = READ, True
            frame.from_allowed = frame.verb == "DELETE"
            frame.verb = frame.verb or "SELECT"
        return at + 1

    def join(self, at: int) -> int:
        """JOIN or APPLY and a table; OPTION (HASH JOIN) has none."""
        if self.word(at + 1) not in {",", ")", ""}:
            self.frame.expects, self.frame.listing = READ, True
        return at + 1

    def comma(self, at: int) -> int:
        frame = self.frame
        if frame.listing:
            frame.expects = WRITE if frame.verb in TABLE_VERBS else READ
        elif frame.naming:
            return self._query(at + 1)
        return at + 1

    def with_(self, at: int) -> int:
        """WITH before common table expressions; WITH (NOLOCK), WITH UR and WITH ROLLUP are something else."""
        at += 1 + (self.word(at + 1) == "RECURSIVE")
        frame = self.frame
        behind = self.word(at + 1)
        if behind not in {"AS", "("} or not is_name(self.word(at)) or frame.verb in {"SELECT", "DELETE", "MERGE"}:
            return at
        frame.naming = True
        frame.verb = ""
        return self._query(at)

    def _query(self, at: int) -> int:
        if at < len(self.words):
            self.queries.add(plain(self.words[at]))
        return at + 1

    def verb(self, at: int) -> int:
        """A verb counts where the statement, or the one in a bracket, starts."""
        frame, verb = self.frame, self.words[at]
        following = self.word(at + 1)
        is_other = following == "JOIN" or (following == "(" and verb in ALSO_FUNCTIONS)
        if frame.verb or is_other or (verb in TABLE_VERBS and following != "TABLE"):
            frame.verb = frame.verb or "other"
            return at + 1
        frame.verb, frame.naming = verb, False
        if verb in {"INSERT", "REPLACE"}:
            frame.expects = "" if following in AFTER_INSERT else WRITE
        elif verb in {"UPDATE", "MERGE"}:
            frame.expects = UPDATE
            frame.from_allowed = verb == "UPDATE"
        elif verb == "DELETE":
            frame.expects = "" if following == "FROM" else WRITE
            frame.from_allowed = following != "FROM"
        else:
            frame.expects, frame.listing = WRITE, verb in TABLE_VERBS
        return at + 1

    def into(self, at: int) -> int:
        frame = self.frame
        frame.listing = False
        makes_table = self.into_writes and frame.verb == "SELECT" and frame.from_allowed
        if makes_table or frame.verb in {"INSERT", "REPLACE"}:
            frame.expects = WRITE
        elif frame.verb != "MERGE":
            frame.expects = ""
        return at + 1

    def returning(self, at: int) -> int:
        self.frame.verb, self.frame.expects, self.frame.listing = "other", "", False
        return at + 1

    def using(self, at: int) -> int:
        if self.frame.verb in {"MERGE", "DELETE"}:
            self.frame.expects, self.frame.listing = READ, self.frame.verb == "DELETE"
        return at + 1

    def end(self, at: int) -> int:
        frame = self.frame
        frame.verb = frame.verb or "other"
        frame.expects, frame.listing = "", False
        return at + 1

    def bracket(self, at: int) -> int:
        outer = self.frame
        nested = outer.expects and self.word(at - 1) != "TOP"
        self.frame = _Frame(expects=outer.expects, listing=True) if nested else _Frame()
        if nested:
            outer.expects = ""
        self.frames.append(self.frame)
        return at + 1

    def close(self, at: int) -> int:
        if len(self.frames) > 1:
            self.frames.pop()
            self.frame = self.frames[-1]
        return at + 1

    def declare(self, at: int) -> int:
        """DECLARE name TABLE, of DB2's declaration generator; every other DECLARE leads to a SELECT."""
        self.frame.verb = self.frame.verb or "other"
        parts, behind = self._dotted(at + 1) if at + 1 < len(self.words) else ([], at + 1)
        if self.word(behind) == "TABLE" and self.word(behind + 1) == "(" and is_name(self.word(at + 1)):
            self.found.append((".".join(parts[-2:]), DECLARED))
            return len(self.words)
        return at + 1

    def semicolon(self, at: int) -> int:
        """What follows is another statement."""
        self.frame = _Frame()
        self.frames = [self.frame]
        return at + 1


_ACTIONS = {
    "(": _Scanner.bracket,
    ")": _Scanner.close,
    ",": _Scanner.comma,
    ";": _Scanner.semicolon,
    "SELECT": _Scanner.select,
    "FROM": _Scanner.from_,
    "JOIN": _Scanner.join,
    "STRAIGHT_JOIN": _Scanner.join,
    "APPLY": _Scanner.join,
    "WITH": _Scanner.with_,
    "INTO": _Scanner.into,
    "RETURNING": _Scanner.returning,
    "OUTPUT": _Scanner.returning,
    "USING": _Scanner.using,
    "DECLARE": _Scanner.declare,
    **dict.fromkeys(VERBS, _Scanner.verb),
    **dict.fromkeys(ENDS - {"INTO", "SELECT", "RETURNING", "OUTPUT", "FROM"}, _Scanner.end),
}
