"""What the reader makes of a file: flat lists of nodes that point at tokens by number.

Flat lists with numbers instead of nested objects keep every pass a loop, so that
nesting of any depth costs no recursion, and leave no reference cycles behind.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

WORD, NUMBER, STRING, PERIOD, PICTURE, SIGN, ODD, EXEC = (
    "word",
    "number",
    "string",
    "period",
    "picture",
    "sign",
    "odd",
    "exec",
)


class Token(NamedTuple):
    """A word of the program: its kind, its text in upper case, its byte offsets.

    A word or literal that is continued on the next line is one token. ODD is
    what no COBOL text holds: a stray character or a literal that nothing ends.
    EXEC is a whole EXEC ... END-EXEC block.
    """

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Remark:
    """Text that is no code, a whole line of it in fixed form.

    `kind` is "comment", "debugging" (a line that is not compiled), "inactive" (one
    that conditional compilation leaves out), "directive", "margin" (nothing but a
    sequence number or identification) or "replace".
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Copy:
    """A COPY, ++INCLUDE, -INC or BASIS: what it brings in, and before which token it stands.

    `how` is "copy", "panvalet", "librarian" or "basis".
    """

    name: str
    library: str
    replacing: bool
    start: int
    end: int
    before: int
    how: str = "copy"


@dataclass(slots=True, eq=False)
class Unit:
    """A program, section or paragraph: numbers of its first and last token."""

    kind: str
    name: str
    first: int
    last: int = -1


@dataclass(slots=True, eq=False)
class Branch:
    """A branch of a statement: the token that opens it and the first one after its condition."""

    kind: str
    first: int
    head: int = -1


@dataclass(slots=True, eq=False)
class Statement:
    """A statement: tokens [first, last], of which [first, head) stand before its first branch.

    `parent` is the number of the statement around it, -1 in a sentence; `branch`
    counts the parent's branches. `ended` says how it ends: "terminator" (its
    END-xxx), "period", "implicit" (what is around it goes on or ends), or "" for
    a statement without branches.
    """

    verb: str
    first: int
    parent: int
    branch: int
    depth: int
    sentence: int
    last: int = -1
    head: int = -1
    ended: str = ""
    open: bool = False
    branches: list[Branch] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Sentence:
    """Statements up to a period: its first token and its period (-1 when the file has none)."""

    first: int
    period: int = -1


@dataclass(slots=True, eq=False)
class DataItem:
    """A data description: tokens [first, last], level number, name ("" for FILLER) and its clauses."""

    level: int
    name: str
    first: int
    last: int
    picture: str = ""
    usage: str = ""
    occurs: int = 0
    redefines: str = ""
    value: str = ""


@dataclass(slots=True, eq=False)
class FileEntry:
    """A SELECT entry: the name in the program, what it is assigned to, whether it has a FILE STATUS.

    `literal` is whether a literal names what it is assigned to.
    """

    name: str
    assign: str
    status: bool
    first: int
    last: int
    literal: bool = False


@dataclass(slots=True, eq=False)
class Source:
    """Everything that was read of one file; see the module's docstring.

    `blocks` are the numbers of the EXEC tokens.
    """

    tokens: list[Token]
    blocks: list[int] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    replaces: list[Remark] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    data: list[DataItem] = field(default_factory=list)
    files: list[FileEntry] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    unparsed: list[tuple[int, int]] = field(default_factory=list)
