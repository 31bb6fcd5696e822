"""What the COBOL codemods share: sentences, what makes one uncertain, lines and columns.

A sentence is only changed when its text is all that the compiler sees of it. A
COPY inside it, an active REPLACE, a compiler directive, a debugging line or a
word that was not understood can each change what belongs to what; then a note
says so and the sentence stays.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from legacyctl.model import FileChange, Patch, SourceFile, Task
from legacyctl.parse.cobol import read
from legacyctl.parse.cobol.columns import JOIN, Layout, columns_of
from legacyctl.parse.cobol.nodes import EXEC, Sentence, Source, Statement
from legacyctl.patch import Edit, splice
from legacyctl.source import encode, is_wide

_LISTING = (b"EJECT", b"SKIP", b"TITLE")
_INCLUDE = "SQL INCLUDE"


@dataclass(slots=True)
class Text:
    """A COBOL file as a codemod sees it, with the notes for its reader."""

    file: SourceFile
    layout: Layout
    source: Source
    notes: dict[str, None] = field(default_factory=dict)

    def note(self, at: int, reason: str) -> None:
        """Say of the statement at token `at` why it stays as it is."""
        line = self.layout.line(self.source.tokens[at].start) + 1
        self.notes[f"{self.file.path}:{line}: left as it is: {reason}"] = None

    def line_of(self, at: int) -> int:
        """The number, from 0, of the line on which token `at` ends."""
        return self.layout.line(self.source.tokens[at].end - 1)

    def line_end(self, number: int) -> int:
        """The offset behind the last byte of a line, before its line end."""
        starts, raw = self.layout.starts, self.layout.raw
        if number + 1 == len(starts):
            return len(raw)
        end = starts[number + 1] - 1
        return end - 1 if raw[end : end + 1] == b"\n" and raw[end - 1 : end] == b"\r" else end

    def newline(self, number: int) -> str:
        """The line end of a line; a line feed where it has none."""
        end = self.line_end(number)
        behind = self.layout.raw[end : end + 2].decode("latin-1")
        return "\r\n" if behind == "\r\n" else behind[:1] or "\n"

    def continued(self, number: int) -> bool:
        """Whether the next line of code continues a word or literal of this one."""
        last = self.layout.starts[number + 1] - 1 if number + 1 < len(self.layout.starts) else -1
        return last >= 0 and self.layout.text[last] == JOIN

    def column_73(self, number: int) -> int:
        """The offset at which the identification of a line in fixed form starts."""
        start = self.layout.starts[number]
        return start + columns_of(self.layout.raw[start : self.line_end(number)], utf8=self.utf8)[2]

    def identified(self, number: int) -> bool:
        """Whether a line in fixed form has something in columns 73-80."""
        if self.layout.free[number]:
            return False
        return bool(self.layout.raw[self.column_73(number) : self.line_end(number)].strip())

    @property
    def utf8(self) -> bool:
        """Whether a character may take several bytes."""
        return self.file.encoding.lower().startswith("utf")

    def tabbed(self, number: int) -> bool:
        """Whether a line has tabs, so that what stands behind an edit may move."""
        return b"\t" in self.layout.raw[self.layout.starts[number] : self.line_end(number)]

    def shown(self, start: int, end: int) -> str:
        """The characters of bytes [start, end)."""
        return self.layout.raw[start:end].decode("utf-8" if self.utf8 else "latin-1", "replace")

    def word(self, word: str, like: int) -> str:
        """`word` in the case of token `like`: upper, lower or capitalised."""
        token = self.source.tokens[like]
        written = self.layout.raw[token.start : token.end].decode("latin-1")
        if written.islower():
            return word.lower()
        return word if written.isupper() else word.title()


Finder = Callable[[Text], Iterable[tuple[int, int, str]]]


def rewritten(file: SourceFile, task: Task, name: str, find: Finder) -> Patch:
    """Make the edits (start, end, text) that `find` gives, as the patch of codemod `name`.

    The result is read again; when it does not hold the same statements in the
    same places, nothing is changed.
    """
    if is_wide(file.encoding) or file.problem:
        reason = file.problem or f"COBOL in {file.encoding} cannot be changed in place"
        return _patch(file, task, name, file.data, (f"{file.path}: {reason}",))
    text = Text(file, *read(file))
    edits = [Edit(start, end, encode(file, new)) for start, end, new in find(text)]
    after = splice(file.data, edits)
    if edits and _shape(text.source) != _shape(read(_with(file, after))[1]):
        text.notes[f"{file.path}: left as it is: the changed text does not read as the same statements"] = None
        after = file.data
    return _patch(file, task, name, after, tuple(text.notes))


def _patch(file: SourceFile, task: Task, name: str, after: bytes, notes: tuple[str, ...]) -> Patch:
    return Patch(task.id, (FileChange(file.path, file.data, after, file.encoding),), f"codemod:{name}", notes)


def _with(file: SourceFile, data: bytes) -> SourceFile:
    return SourceFile(file.path, file.language, file.encoding, file.newline, data, len(data))


def _shape(source: Source) -> list[tuple[str, int, int, int]]:
    """Every statement with its place; CONTINUE and NEXT SENTENCE count alike."""
    return [
        ("CONTINUE" if s.verb == "NEXT SENTENCE" else s.verb, s.parent, s.branch, s.sentence) for s in source.statements
    ]


class Doubts:
    """Says of each sentence why it may not be what it seems."""

    def __init__(self, text: Text) -> None:
        self.layout = text.layout
        self.source = text.source
        self.copies = [copy.before for copy in text.source.copies]
        self.includes = [
            at for at, token in enumerate(text.source.tokens) if token.kind == EXEC and token.text.startswith(_INCLUDE)
        ]
        self.counted = [statement.first for statement in text.source.statements if statement.verb == "ON"]
        self.unread = sorted(start for start, _ in text.source.unparsed)
        remarks = [remark for remark in text.source.remarks if self._matters(remark.kind, remark.start, remark.end)]
        self.remarks = [remark.start for remark in remarks]
        self.reasons = [f"a {remark.kind}{' line' * (remark.kind == 'debugging')} stands inside" for remark in remarks]

    def of(self, sentence: Sentence) -> str:
        """Give the reason, or "" when there is none."""
        if self.source.replaces:
            return "REPLACE changes words of this file"
        if sentence.period < 0:
            return "no period ends it in this file"
        if any_between(self.copies, sentence.first + 1, sentence.period):
            return "COPY stands inside"
        tokens = self.source.tokens
        return self._inside(sentence) or self._between(tokens[sentence.first].start, tokens[sentence.period].end)

    def _inside(self, sentence: Sentence) -> str:
        """The reason that lies in the tokens of a sentence."""
        if any_between(self.includes, sentence.first, sentence.period):
            return "EXEC SQL INCLUDE stands inside"
        return "a counting ON stands inside" if any_between(self.counted, sentence.first, sentence.period) else ""

    def _between(self, start: int, end: int) -> str:
        """The reason that lies in bytes [start, end)."""
        if any_between(self.unread, start, end):
            return "it holds words that were not understood"
        place = bisect_left(self.remarks, start)
        return self.reasons[place] if place < len(self.remarks) and self.remarks[place] < end else ""

    def _matters(self, kind: str, start: int, end: int) -> bool:
        """Whether text that is no code may still change the code around it."""
        if kind == "directive":
            words = self.layout.raw[start:end].upper().split()
            return not any(word.startswith(_LISTING) for word in words[:2])
        return kind == "debugging"


def any_between(places: list[int], first: int, last: int) -> bool:
    """Whether one of the sorted `places` lies in [first, last]."""
    return bisect_right(places, last) > bisect_left(places, first)


def last_of_branches(statements: list[Statement]) -> set[int]:
    """Numbers of the statements that are the last in their branch, or in their sentence."""
    last = {(s.sentence, s.parent, s.branch): number for number, s in enumerate(statements)}
    return set(last.values())
