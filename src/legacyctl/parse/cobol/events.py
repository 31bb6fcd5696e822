"""What may happen in a program at any time: USE procedures, and labels that are named in another way than by a jump."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.jumps import Range
from legacyctl.parse.cobol.labels import Label, Procedures, Stretch
from legacyctl.parse.cobol.nodes import EXEC, WORD, Token

_WORDS = re.compile(r"[A-Z0-9][A-Z0-9_-]*")


def used(found: Procedures, declared: int) -> list[Range]:
    """The USE procedures: the sections before token `declared`, where the declaratives end."""
    return [
        (found.blocks[section.block].start, section.end) for section in found.sections if section.unit.first < declared
    ]


def named(
    layout: Layout, tokens: Sequence[Token], stretch: Stretch, found: Procedures, understood: set[int]
) -> list[Label]:
    """The labels that are named where no jump or PERFORM was understood, each once.

    In EXEC CICS HANDLE, in EXEC SQL WHENEVER, as an operand, behind PROCEDURE in
    the screen section, in a debugging line.
    """
    return list(dict.fromkeys(_named(layout, tokens, stretch, found, understood)))


def _named(
    layout: Layout, tokens: Sequence[Token], stretch: Stretch, found: Procedures, understood: set[int]
) -> Iterator[Label]:
    labels, headers = found.labels, {block.first for block in found.blocks}
    for at in range(stretch.program.first, stretch.end):
        token = tokens[at]
        if token.kind == EXEC:
            yield from _in_text(layout.text[token.start : token.end], found)
        elif (
            token.text in labels
            and token.kind == WORD
            and at not in headers
            and at not in understood
            and (at > stretch.first or tokens[at - 1].text in {"PROCEDURE", "IS"})
        ):
            yield from labels[token.text]
    for remark in layout.remarks:
        if remark.kind == "debugging":
            yield from _in_text(layout.raw[remark.start : remark.end].decode("latin-1").upper(), found)


def _in_text(text: str, found: Procedures) -> Iterator[Label]:
    for name in _WORDS.findall(text):
        yield from found.labels.get(name, ())
