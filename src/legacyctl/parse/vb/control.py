"""Control structures and jumps of Visual Basic."""

from __future__ import annotations

from functools import partial

from legacyctl.parse.vb import words
from legacyctl.parse.vb.calls import split_at
from legacyctl.parse.vb.lexer import Token
from legacyctl.parse.vb.page import Page


def read_if(page: Page, body: list[Token]) -> None:
    """`If ... Then`, as a block or on one line with its Else."""
    then = next((at for at, token in enumerate(body) if token.text == "THEN"), len(body) - 1)
    page.mark("decision", body[0].start, body[0].end, "if")
    page.condition(body[: then + 1])
    page.expressions(body[:then], called=False)
    if all(token.text == ":" for token in body[then + 1 :]):
        page.blocks.open("IF", body, partial(_close_flow, page, "if", body[0].start))
        return
    page.mark("flow", body[0].start, body[-1].end, "if")
    for piece in split_at(body[then + 1 :], {"ELSE", ":"}):
        page.statement(piece)
    for token in body[then + 1 :]:
        if token.text == "ELSE":
            page.mark("flow.else", token.start, token.end)


def read_elseif(page: Page, body: list[Token]) -> None:
    """`ElseIf ... Then`."""
    if not page.blocks.is_inside(("IF",)):
        page.lose(body)
    page.mark("flow.elseif", body[0].start, body[0].end)
    page.mark("decision", body[0].start, body[0].end, "elseif")
    then = next((at for at, token in enumerate(body) if token.text == "THEN"), len(body))
    page.condition(body[:then])
    page.expressions(body[:then], called=False)
    for piece in split_at(body[then + 1 :], {":"}):
        page.statement(piece)


def read_else(page: Page, body: list[Token]) -> None:
    """`Else` of an If; that of a Select stands behind Case."""
    if page.blocks.is_inside(("IF",)):
        page.mark("flow.else", body[0].start, body[0].end)
        for piece in split_at(body[1:], set()):
            page.statement(piece)
    elif not page.blocks.is_inside(("SELECT",)):
        page.lose(body)


def read_loop(page: Page, body: list[Token]) -> None:
    """For, While or Do, up to its Next, Wend or Loop."""
    word = body[0].text
    page.mark("decision", body[0].start, body[0].end, word.lower())
    page.condition(body)
    page.expressions(body, called=False)
    page.blocks.open(word, body, partial(_close_flow, page, word.lower(), body[0].start))


def read_select(page: Page, body: list[Token]) -> None:
    """`Select Case`."""
    page.expressions(body, called=False)
    page.blocks.open("SELECT", body, partial(_close_flow, page, "select", body[0].start))


def read_case(page: Page, body: list[Token]) -> None:
    """A Case; `Case Else` is no decision."""
    if len(body) < 2 or body[1].text != "ELSE":
        page.mark("decision", body[0].start, body[0].end, "case")
    page.expressions(body, called=False)


def read_with(page: Page, body: list[Token]) -> None:
    """With, which opens a block but no level."""
    page.expressions(body, called=False)
    page.blocks.open("WITH", body, lambda _end: None)


def read_closer(page: Page, body: list[Token]) -> None:
    """Next, Wend or Loop; `Next i, j` closes two."""
    times = 1 + sum(token.text == "," for token in body) if body[0].text == "NEXT" else 1
    for _ in range(times):
        page.blocks.close(words.CLOSERS[body[0].text], body)
    page.condition(body)
    page.expressions(body, called=False)


def read_end(page: Page, body: list[Token]) -> None:
    """End of a block, or the statement that ends the program."""
    if len(body) == 1:
        page.mark("end-statement", body[0].start, body[0].end)
    elif body[1].text in words.CLOSED_BY_END:
        page.blocks.close(body[1].text, body)
    elif body[1].text not in {"=", "."}:
        page.lose(body)


def read_on(page: Page, body: list[Token]) -> None:
    """`On Error ...`, and `On x GoTo a, b`."""
    start, end = body[0].start, body[-1].end
    if len(body) > 1 and body[1].text == "ERROR":
        target = page.word(body[-1])
        if body[2:3] and body[2].text == "RESUME":
            page.mark("on-error", start, end, "resume next", {"resume_next": True})
        else:
            page.mark("on-error", start, end, target, {"resume_next": False, "off": target == "0"})
        return
    for token in body[2:]:
        if token.text == ",":
            page.mark("decision", token.start, token.end, "on")
    page.mark("jump", start, end, "on")


def read_jump(page: Page, body: list[Token]) -> None:
    """GoTo, GoSub, Resume and Return; the words may also be names."""
    if len(body) > 1 and body[1].text in {"=", "(", "."}:
        page.expressions(body, called=body[1].text != "=")
        return
    page.mark("jump", body[0].start, body[-1].end, page.word(body[-1]), {"verb": body[0].text.lower()})


def _close_flow(page: Page, text: str, start: int, end: int) -> None:
    page.mark("flow", start, end, text)
