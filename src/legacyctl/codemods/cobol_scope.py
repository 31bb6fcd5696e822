"""Scope terminators: END-IF and its kin where a period ended the statement.

A period ends every statement that is still open. The same statements can be
ended by name just before it, the innermost first, and the period stays behind
the last of them; nothing changes in what is executed. An IF that ends because
the statement around it goes on (WHEN, AT END, END-PERFORM) gets its END-IF too.

Each terminator stands on a line of its own below its statement, never beyond
column 72 in fixed form. `task.findings` does not narrow the change: a codemod is
for a whole file.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from legacyctl.codemods.cobol_sentences import Doubts, Text, any_between, rewritten
from legacyctl.model import Patch, SourceFile, Task
from legacyctl.parse.cobol.columns import AREA_B, IDENTIFICATION, width
from legacyctl.parse.cobol.nodes import PERIOD, Statement

NAME = "cobol-scope-terminators"
_NO_TERMINATOR = frozenset({"ON", "PERFORM"})


def rewrite(file: SourceFile, task: Task) -> Patch:
    """Give the change of a COBOL file; an empty patch when nothing applies."""
    return rewritten(file, task, NAME, _edits)


def _edits(text: Text) -> Iterator[tuple[int, int, str]]:
    doubts, jumps = Doubts(text), _jumps(text)
    open_ones = [statement for statement in text.source.statements if _unterminated(text, statement)]
    for number, sentence in groupby(open_ones, key=lambda statement: statement.sentence):
        found = list(sentence)
        reason = doubts.of(text.source.sentences[number]) or _obstacle(text, found, jumps)
        if reason:
            text.note(found[0].first, reason)
            continue
        found.sort(key=lambda statement: (statement.last, -statement.first))
        for last, ending in groupby(found, key=lambda statement: statement.last):
            yield from _ended(text, last, list(ending))


def _obstacle(text: Text, found: list[Statement], jumps: list[int]) -> str:
    """Why terminators cannot be put into a sentence that is certain."""
    if any(any_between(jumps, statement.first, statement.last) for statement in found):
        return "NEXT SENTENCE inside it would stand between terminators"
    if any(text.continued(text.line_of(statement.last)) for statement in found):
        return "its last line is continued"
    return ""


def _jumps(text: Text) -> list[int]:
    """The tokens of all NEXT SENTENCE."""
    return [statement.first for statement in text.source.statements if statement.verb == "NEXT SENTENCE"]


def _unterminated(text: Text, statement: Statement) -> bool:
    """Whether a statement is to get a terminator.

    That is one with branches, and one without inside another of its verb: the
    outer one's terminator would end the inner one.
    """
    if statement.verb in _NO_TERMINATOR:
        return False
    if statement.branches:
        return statement.ended == "period" or (statement.ended == "implicit" and statement.verb == "IF")
    if statement.parent < 0 or statement.ended:
        return False
    around = text.source.statements[statement.parent]
    return (around.verb, around.last, around.ended) == (statement.verb, statement.last, "period")


def _ended(text: Text, last: int, statements: list[Statement]) -> Iterator[tuple[int, int, str]]:
    """The edits that end `statements`, the innermost first, behind token `last`."""
    number = text.line_of(last)
    newline = text.newline(number)
    lines = "".join(newline + _line(text, statement, number) for statement in statements)
    closing = text.source.tokens[last + 1]
    line_end = text.line_end(number)
    if closing.start >= line_end:
        yield line_end, line_end, lines
        return
    if closing.kind != PERIOD:
        yield text.source.tokens[last].end, closing.start, lines + newline + _blank(text, closing.start)
        return
    following = _code_behind(text, closing.end, line_end)
    if following >= 0:
        yield closing.start, following, f"{lines}.{newline}{_blank(text, following)}"
        return
    behind = text.layout.raw[closing.end : line_end].strip()
    yield closing.start, closing.end, " " if behind else ""
    yield line_end, line_end, f"{lines}."


def _line(text: Text, statement: Statement, below: int) -> str:
    """The terminator of a statement, at its column as far as there is room."""
    token = text.source.tokens[statement.first]
    word = text.word(f"END-{statement.verb}", statement.first)
    prefix = _blank(text, token.start)
    if text.layout.free[below]:
        return prefix + word
    last = IDENTIFICATION - len(word) - 1
    if width(prefix) <= last and ("\t" in prefix or width(prefix) >= AREA_B):
        return prefix + word
    return " " * min(max(width(prefix), AREA_B), last) + word


def _blank(text: Text, offset: int) -> str:
    """Blanks that reach the same column as `offset` does on its line, tabs kept."""
    start = text.layout.starts[text.layout.line(offset)]
    before = text.shown(start, offset)
    return "".join("\t" if char == "\t" else " " for char in before)


def _code_behind(text: Text, start: int, end: int) -> int:
    """The offset of the first code on the rest of a line, -1 when only remarks stand there."""
    code = text.layout.text[start:end]
    bare = code.lstrip()
    if not bare or bare.startswith("*>"):
        return -1
    return start + len(code) - len(bare)
