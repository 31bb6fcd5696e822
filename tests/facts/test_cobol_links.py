"""A COBOL program's links say in the language's own word how they refer."""

from legacyctl import catalog, facts, parse
from legacyctl.model import SourceFile

PROGRAM = b"""\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. A.
       PROCEDURE DIVISION.
       BEGIN.
           PERFORM STEP-1.
           CALL 'B'.
           CALL WS-NAME.
           EXEC CICS LINK PROGRAM('C') END-EXEC.
           COPY STEPS.
       STEP-1.
           GOBACK.
"""


def test_links_of_a_program():
    file = SourceFile("A.cbl", "cobol", "utf-8", "\n", PROGRAM, len(PROGRAM))
    found = facts.collect(parse.parse(file, catalog.languages()["cobol"])).links
    assert [(one.kind, one.how, one.target, one.dynamic) for one in found] == [
        ("call", "perform", "STEP-1", False),
        ("call", "call", "B", False),
        ("call", "call", "WS-NAME", True),
        ("call", "link", "C", False),
        ("include", "copy", "STEPS", False),
    ]
