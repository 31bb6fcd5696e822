"""NEXT SENTENCE becomes CONTINUE where both lead to the same point.

NEXT SENTENCE jumps behind the next period, CONTINUE goes on behind the
statement around it. That is the same when nothing else stands between that and
the period: the statement is the last of its branch, and so is every statement
around it, none of them a loop.

`task.findings` does not narrow the change: a codemod is for a whole file.
"""

from __future__ import annotations

from collections.abc import Iterator

from legacyctl.codemods.cobol_sentences import Doubts, Text, last_of_branches, rewritten
from legacyctl.model import Patch, SourceFile, Task

NAME = "cobol-next-sentence"
_BEFORE, _AFTER = "NEXT SENTENCE", "CONTINUE"
_REPEATS = frozenset({"PERFORM", "ON"})


def rewrite(file: SourceFile, task: Task) -> Patch:
    """Give the change of a COBOL file; an empty patch when nothing applies."""
    return rewritten(file, task, NAME, _edits)


def _edits(text: Text) -> Iterator[tuple[int, int, str]]:
    statements, doubts = text.source.statements, Doubts(text)
    blockers = _blockers(text)
    for number, statement in enumerate(statements):
        if statement.verb != _BEFORE:
            continue
        reason = doubts.of(text.source.sentences[statement.sentence]) or blockers[number]
        if reason:
            text.note(statement.first, reason)
        else:
            yield from _replaced(text, statement.first)


def _blockers(text: Text) -> list[str]:
    """For each statement, what is still executed between its end and the period; "" for nothing."""
    statements = text.source.statements
    last = last_of_branches(statements)
    blockers: list[str] = []
    for number, statement in enumerate(statements):
        parent = statement.parent
        if parent >= 0 and statements[parent].verb in _REPEATS:
            blockers.append("it stands in a loop")
        elif number not in last:
            blockers.append("other statements follow before the period")
        else:
            blockers.append(blockers[parent] if parent >= 0 else "")
    return blockers


def _replaced(text: Text, at: int) -> Iterator[tuple[int, int, str]]:
    """Put the word in place of both, without moving what stands in columns 73-80 or runs on to the next line."""
    first, second = text.source.tokens[at : at + 2]
    if first.end - first.start + second.end - second.start + 1 != len(_BEFORE):
        text.note(at, "its words are split over two lines")
        return
    word, number = text.word(_AFTER, at), text.line_of(at)
    if number != text.line_of(at + 1):
        yield first.start, first.end, " " * (first.end - first.start)
        yield second.start, second.end, word
        return
    free = second.end - first.start - len(word)
    if text.continued(number) or (text.identified(number) and text.tabbed(number)):
        yield first.start, second.end, word + " " * free
    elif text.identified(number):
        yield first.start, second.end, word
        yield text.column_73(number), text.column_73(number), " " * free
    else:
        yield first.start, second.end, word
