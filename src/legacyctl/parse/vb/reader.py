"""From statements to marks: which reader takes a statement, by its first word.

Complexity. If, ElseIf, Case, For, While, Do and IIf are decisions; And and Or
count where they stand in a condition, since elsewhere they combine bits. A
one-line If is a control structure of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from legacyctl.model import SourceFile
from legacyctl.parse.tree import UNIT, Mark
from legacyctl.parse.vb import control, declarations, words
from legacyctl.parse.vb.designer import Designer
from legacyctl.parse.vb.lexer import Lexed, Token
from legacyctl.parse.vb.page import Page

FORMS = frozenset((".frm", ".dsr"))
MODULES = frozenset((".bas", ".vbs", ".vba"))
_READERS: Mapping[str, Callable[[Page, list[Token]], None]] = {
    **dict.fromkeys(("DIM", "CONST", "REDIM", "EVENT"), declarations.read_variables),
    **dict.fromkeys(("NEXT", "WEND", "LOOP"), control.read_closer),
    **dict.fromkeys(("FOR", "WHILE", "DO"), control.read_loop),
    **dict.fromkeys(("GOTO", "GOSUB", "RESUME", "RETURN"), control.read_jump),
    "END": control.read_end,
    "IF": control.read_if,
    "ELSEIF": control.read_elseif,
    "ELSE": control.read_else,
    "SELECT": control.read_select,
    "CASE": control.read_case,
    "WITH": control.read_with,
    "ON": control.read_on,
    "OPEN": declarations.read_open,
    "IMPLEMENTS": declarations.read_implements,
    "ATTRIBUTE": declarations.read_attribute,
}
# What may stand behind Public, Private, ...; the number is where the statement starts.
_DECLARED: Mapping[str, Callable[[Page, list[Token], int], None]] = {
    **dict.fromkeys(words.PROCEDURES, declarations.read_procedure),
    **dict.fromkeys(words.TYPES, declarations.read_type),
    "DECLARE": declarations.read_declare,
}


def read(file: SourceFile, lexed: Lexed) -> Page:
    """Read all statements, then close what is open and name the module."""
    page, designer = Page(file, _statement), Designer()
    for statement in lexed.statements:
        if designer.takes(statement):
            declarations.read_designed(page, statement)
            continue
        for token in statement:
            if token.kind == "string":
                page.mark("string", token.start, token.end, page.text(token.start, token.end))
        _statement(page, statement)
    page.blocks.finish(len(file.data))
    for start, end in lexed.comments:
        page.mark("comment", start, end, page.text(start, end))
    extension = PurePosixPath(file.path.lower()).suffix
    kind = "form" if extension in FORMS else "module" if extension in MODULES else "class"
    name = page.module or (page.word(designer.name) if designer.name else "")
    page.marks.append(Mark(f"{UNIT}{kind}", page.lines.span(0, len(file.data)), name))
    return page


def _statement(page: Page, statement: list[Token]) -> None:
    """One statement: what it opens or closes, and what it refers to."""
    body = statement[1:] if statement[0].kind == "number" else statement  # a line number
    if not body or body[0].text == "#":  # conditional compilation: both branches are read
        return
    head = body[0].text
    if page.blocks.is_inside(("TYPE", "ENUM")) and head != "END":  # a member, whatever its name
        return
    if body[0].kind != "word" and head not in {".", "!"}:
        page.lose(body)
    elif head in _DECLARED:
        _DECLARED[head](page, body, body[0].start)
    elif head in _READERS:
        _READERS[head](page, body)
    elif head == "CALL":
        page.expressions(body[1:], called=True)
    elif head in words.MODIFIERS and len(body) > 1:
        _declaration(page, body)
    else:
        page.expressions(body, called=head not in words.STATEMENTS)


def _declaration(page: Page, body: list[Token]) -> None:
    """What stands behind Public, Private, ...: a unit, a Declare, or variables."""
    at = 0
    while at < len(body) - 1 and body[at].text in words.MODIFIERS:
        at += 1
    if body[at].text in _DECLARED:
        _DECLARED[body[at].text](page, body[at:], body[0].start)
    else:
        declarations.read_variables(page, body[at:])
