"""Declarations of Visual Basic: units, variables, libraries, and what a file names of others."""

from __future__ import annotations

from functools import partial

from legacyctl.parse.tree import UNIT
from legacyctl.parse.vb import words
from legacyctl.parse.vb.calls import declared, parameters
from legacyctl.parse.vb.lexer import Token
from legacyctl.parse.vb.page import Facts, Page

_ACCESS = {"INPUT": "read", "OUTPUT": "write", "APPEND": "write", "BINARY": "update", "RANDOM": "update"}


def read_procedure(page: Page, body: list[Token], start: int) -> None:
    """The head of a Sub, Function or Property."""
    word, at = body[0].text, 1
    if word == "PROPERTY" and len(body) > 1 and body[1].text in words.ACCESSORS:
        at = 2
    if at >= len(body) or body[at].kind != "word":
        page.expressions(body, called=False)
        return
    page.blocks.close_all(words.PROCEDURES, start)
    page.names.enter()
    for first, last in parameters(body[at + 1 :]):
        page.mark("parameter", first.start, last.end)
    page.names.add(declared(body[at + 1 :], keep_first=False))
    page.names.add([body[at].text])
    close = partial(_close_unit, page, words.PROCEDURES[word], start, page.word(body[at]))
    page.blocks.open(word, body, close)


def read_type(page: Page, body: list[Token], start: int) -> None:
    """The head of a Type or Enum, or of a Class of VBScript."""
    if len(body) == 2 and body[1].kind == "word":
        close = partial(_close_unit, page, words.TYPES[body[0].text], start, page.word(body[1]))
        page.blocks.open(body[0].text, body, close)
    else:  # a variable or member with that name
        page.expressions(body, called=False)


def read_declare(page: Page, body: list[Token], start: int) -> None:
    """`Declare Function X Lib "kernel32" Alias "Y"`: a call into a library."""
    texts = [token for token in body if token.kind == "string"]
    named = [token for token in body[1:4] if token.text not in {"PTRSAFE", *words.PROCEDURES}]
    if not texts or not named:
        page.lose(body)
        return
    library, *alias = [page.text(token.start, token.end).strip('"') for token in texts]
    target = f"{library}.{alias[0] if alias else page.word(named[0])}"
    at = (start, body[-1].end)
    page.mark("declare", *at, page.word(named[0]), {"library": library})
    page.mark("call", *at, target, {"kind": "declare", "local": page.word(named[0])})


def read_variables(page: Page, body: list[Token]) -> None:
    """Dim, Const, ReDim, Event, and variables behind Public or Private."""
    page.names.add(declared(body))
    for at, token in enumerate(body[:-1]):
        if token.text == "AS" and body[at + 1].text == "OBJECT":
            page.mark("late-binding", body[0].start, body[-1].end, page.word(body[at - 1]), {"how": "object"})
    page.expressions(body, called=False)


def read_open(page: Page, body: list[Token]) -> None:
    """`Open path For Output As #1`; the path is known when it is a literal."""
    mode = next((_ACCESS[token.text] for token in body[2:] if token.text in _ACCESS), "")
    if len(body) > 2 and body[1].text != "=":
        path, literal = body[1], body[1].kind == "string" and body[2].text == "FOR"
        name = page.text(path.start, path.end).strip('"')
        facts: Facts = {"kind": "open", "access": mode, "dynamic": not literal}
        page.mark("file", body[0].start, body[-1].end, name, facts)
    page.expressions(body, called=False)


def read_implements(page: Page, body: list[Token]) -> None:
    """An interface that the class implements."""
    name = ".".join(page.word(token) for token in body[1:] if token.kind == "word")
    page.mark("include", body[0].start, body[-1].end, name, {"kind": "implements"})


def read_attribute(page: Page, body: list[Token]) -> None:
    """An Attribute line; one of them names the module."""
    if len(body) > 3 and body[1].text == "VB_NAME" and body[3].kind == "string":
        page.module = page.text(body[3].start, body[3].end).strip('"')


def read_designed(page: Page, statement: list[Token]) -> None:
    """A line of the part that the form designer wrote: a control, or the library that it comes from."""
    start, end = statement[0].start, statement[-1].end
    if statement[0].text == "BEGIN" and len(statement) > 2:
        kind = page.text(statement[1].start, statement[-2].end)
        page.mark("control", start, end, page.word(statement[-1]), {"type": kind})
    elif statement[0].text == "OBJECT":
        _library(page, statement)


def _library(page: Page, statement: list[Token]) -> None:
    files = [token for token in statement if token.kind == "string"]
    if files:
        name = page.text(files[-1].start, files[-1].end).strip('"')
        page.mark("include", statement[0].start, statement[-1].end, name, {"kind": "ocx"})


def _close_unit(page: Page, kind: str, start: int, name: str, end: int) -> None:
    page.names.leave()
    page.mark(f"{UNIT}{kind}", start, end, name)
