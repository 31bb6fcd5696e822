"""Which sections and paragraphs control reaches, and which it falls out of."""

from __future__ import annotations

import pytest

from legacyctl.facts import collect

from .copying import HEAD, code, fixed, tree_with
from .random_flow import random_programs
from .tricky import PROGRAMS
from .tricky_whole import WHOLE


def flows(*lines: str, **copybooks: str):
    return tree_with(code(*lines), **copybooks).completed.flows


def dead(*lines: str, **copybooks: str) -> list[str]:
    """The dead labels of a program that is understood."""
    (flow,) = flows(*lines, **copybooks)
    assert flow.unclear == ""
    return [passage.unit.name for passage in flow.passages if passage.dead]


@pytest.mark.parametrize("program", (PROGRAMS | WHOLE).values(), ids=PROGRAMS | WHOLE)
def test_dead_labels(program):
    tree = tree_with(program.text, **program.copybooks)
    assert [flow.unclear for flow in tree.completed.flows if flow.unclear] == []
    found = [passage.unit.name for flow in tree.completed.flows for passage in flow.passages if passage.dead]
    assert sorted(found) == sorted(program.dead)


ENDS = {
    "stop run": "STOP RUN.",
    "goback": "GOBACK.",
    "return": "EXEC CICS RETURN TRANSID('A') END-EXEC.",
    "xctl": "EXEC CICS XCTL PROGRAM('A') END-EXEC.",
    "abend": "EXEC CICS ABEND ABCODE('A') END-EXEC.",
    "exit function": "EXIT FUNCTION.",
    "in a loop": "PERFORM FOREVER GOBACK END-PERFORM GOBACK.",
}


@pytest.mark.parametrize("statement", ENDS.values(), ids=ENDS)
def test_ends(statement):
    assert dead("MAIN-LINE.", f"    {statement}", "NEXT-1.", "    EXIT.") == ["NEXT-1"]


GOES_ON = {
    "stop literal": "STOP 'WAIT'.",
    "exit": "EXIT.",
    "exit program": "EXIT PROGRAM.",
    "call": "CALL 'CEE3ABD'.",
    "xctl with response": "EXEC CICS XCTL PROGRAM('A') RESP(R) END-EXEC.",
    "link": "EXEC CICS LINK PROGRAM('A') END-EXEC.",
    "sql": "EXEC SQL COMMIT END-EXEC.",
    "half a choice": "IF A = B STOP RUN.",
    "all but other": "EVALUATE A WHEN 1 STOP RUN WHEN 2 GOBACK END-EVALUATE.",
    "at end": "READ F AT END STOP RUN NOT AT END GOBACK END-READ.",
    "search": "SEARCH T AT END STOP RUN WHEN A = B GOBACK END-SEARCH.",
    "depending": "GO TO MAIN-LINE DEPENDING ON A.",
    "loop": "PERFORM UNTIL A = B GOBACK END-PERFORM.",
    "next sentence": "IF A = B NEXT SENTENCE ELSE STOP RUN.",
    "empty branch": "IF A = B ELSE STOP RUN.",
}


@pytest.mark.parametrize("statement", GOES_ON.values(), ids=GOES_ON)
def test_goes_on(statement):
    assert dead("MAIN-LINE.", f"    {statement}", "NEXT-1.", "    EXIT.") == []


REACHED = {
    "perform": ("    PERFORM A-1.",),
    "go to": ("    GO A-1.",),
    "times": ("    PERFORM A-1 N TIMES.",),
    "varying": ("    PERFORM A-1 VARYING I FROM 1 BY 1 UNTIL I > 3.",),
    "sort": ("    SORT W ASCENDING K INPUT PROCEDURE A-1 GIVING F.",),
    "merge": ("    MERGE W ASCENDING K USING F G OUTPUT PROCEDURE IS A-1.",),
    "xml": ("    XML PARSE D PROCESSING PROCEDURE A-1.",),
    "handle condition": ("    EXEC CICS HANDLE CONDITION NOTFND(A-1) END-EXEC.",),
    "handle aid": ("    EXEC CICS HANDLE AID PF3(A-1) END-EXEC.",),
    "handle abend": ("    EXEC CICS HANDLE ABEND LABEL(A-1) END-EXEC.",),
    "whenever go to": ("    EXEC SQL WHENEVER SQLERROR GO TO A-1 END-EXEC.",),
    "whenever perform": ("    EXEC SQL WHENEVER SQLERROR DO PERFORM A-1 END-EXEC.",),
    "an operand": ("    SET WHERE-TO TO A-1.",),
    "not understood as a jump": ("    RESUME AT A-1.",),
    "in a branch": ("    IF A = B DISPLAY 'X' ELSE PERFORM A-1.",),
    "in an exception": ("    READ F INVALID KEY PERFORM A-1.",),
    "debugging line": ("    CONTINUE.", "*"),
}


@pytest.mark.parametrize("lines", REACHED.values(), ids=REACHED)
def test_reached(lines):
    text = code("MAIN-LINE.", *lines[:1], "    STOP RUN.", "A-1.", "    EXIT.", "B-1.", "    EXIT.")
    if len(lines) > 1:
        text = text.replace("           STOP", "      D    PERFORM A-1.\n           STOP")
    (flow,) = tree_with(text).completed.flows
    assert not flow.unclear
    found = {passage.unit.name: passage.dead for passage in flow.passages}
    assert (found["MAIN-LINE"], found["A-1"]) == (False, False)


def test_a_procedure_of_the_screen_section_is_reached():
    screen = ("DATA DIVISION.", "SCREEN SECTION.", "01  S.", "    05  F PIC X TO G BEFORE PROCEDURE A-1.")
    text = fixed(*HEAD, *screen, "PROCEDURE DIVISION.", "MAIN-LINE.", "    COPY X.", "A-1.", "    EXIT.")
    (flow,) = tree_with(text, X="           STOP RUN.\n").completed.flows
    assert [(passage.unit.name, passage.dead) for passage in flow.passages][1] == ("A-1", False)


USES = ("AFTER ERROR PROCEDURE ON F", "FOR DEBUGGING ON ALL PROCEDURES", "GLOBAL BEFORE REPORTING R")


@pytest.mark.parametrize("use", USES)
def test_use_procedures_may_always_be_entered(use):
    declared = ("DECLARATIVES.", "D-1 SECTION.", f"    USE {use}.", "D-2.", "    GO TO D-4.", "D-3.", "    EXIT.")
    end = ("D-4.", "    EXIT.", "END DECLARATIVES.")
    assert dead(*declared, *end, "M-1 SECTION.", "M-2.", "    STOP RUN.", "M-3.", "    EXIT.") == ["D-3", "M-3"]


def test_debugging_a_paragraph_does_not_reach_it():
    declared = ("DECLARATIVES.", "D-1 SECTION.", "    USE FOR DEBUGGING ON M-3.", "END DECLARATIVES.")
    assert dead(*declared, "M-1 SECTION.", "M-2.", "    STOP RUN.", "M-3.", "    EXIT.") == ["M-3"]


NOT_WHOLE, UNKNOWN = "not all of it was understood", "is no section or paragraph, or more than one"
UNCLEAR = {
    "not parsed": (("    BLAH BLAH.",), NOT_WHOLE),
    "missing copybook": (("    COPY NONE.",), NOT_WHOLE),
    "conditional compilation": ((">>IF A = 1", "    STOP RUN.", ">>END-IF"), "conditional compilation"),
    "conditional copybook": (("    COPY MAYBE.",), NOT_WHOLE),
    "a block that is replaced": (("    COPY BLOCK REPLACING ==:X:== BY ==NEXT-1==.",), NOT_WHOLE),
    "unknown name": (("    IF A = B PERFORM UNKNOWN.",), f"UNKNOWN {UNKNOWN}"),
    "unknown end": (("    PERFORM MAIN-LINE THRU UNKNOWN.",), f"UNKNOWN {UNKNOWN}"),
    "unknown qualifier": (("    IF A = B GO TO NEXT-1 OF NONE.",), f"NEXT-1 {UNKNOWN}"),
    "unknown in ALTER": (("    ALTER MAIN-LINE TO UNKNOWN.",), f"UNKNOWN {UNKNOWN}"),
    "unknown in SORT": (("    SORT W ASCENDING K INPUT PROCEDURE UNKNOWN.",), f"UNKNOWN {UNKNOWN}"),
    "a name twice": (("    PERFORM NEXT-1.", "    STOP RUN.", "NEXT-1.", "    EXIT."), f"NEXT-1 {UNKNOWN}"),
    "go to nowhere": (("    GO TO.",), "GO TO without a name"),
}


@pytest.mark.parametrize(("lines", "why"), UNCLEAR.values(), ids=UNCLEAR)
def test_nothing_is_said_of_what_is_not_understood(lines, why):
    copybooks = {
        "MAYBE": ">>IF A = 1\n           GO TO NEXT-1.\n>>END-IF\n",
        "BLOCK": "           EXEC CICS HANDLE AID PF3(:X:) END-EXEC.\n",
    }
    tree = tree_with(code("MAIN-LINE.", *lines, "    STOP RUN.", "NEXT-1.", "    EXIT."), **copybooks)
    (flow,) = tree.completed.flows
    assert (flow.unclear, flow.passages, flow.unreached) == (why, (), frozenset())
    assert not any("dead" in mark.attributes for mark in tree.marks())


def test_a_copybook_alone_has_no_flow():
    assert tree_with(fixed("A-1.", "    STOP RUN.", "B-1.", "    EXIT.")).completed.flows == ()


def test_a_directive_of_another_division_or_kind_does_no_harm():
    text = fixed(*HEAD, "DATA DIVISION.", ">>IF A = 1", "01  R PIC X.", ">>END-IF", "PROCEDURE DIVISION.", ">>PAGE")
    (flow,) = tree_with(text + fixed("A-1.", "    STOP RUN.", "B-1.", "    EXIT.")).completed.flows
    assert (flow.unclear, [passage.dead for passage in flow.passages]) == ("", [False, True])


def test_the_weaker_model_is_used_where_a_range_is_left_for_the_end_of_one_around_it():
    lines = ("MAIN-LINE.", "    PERFORM A-1 THRU A-9.", "    STOP RUN.", "A-1.", "    PERFORM B-1.")
    ends = ("A-9.", "    EXIT.", "A-10.", "    STOP RUN.", "B-1.", "    IF A = B GO TO A-9.", "B-2.", "    EXIT.")
    (flow,) = flows(*lines, *ends)
    assert (flow.strict, [passage.unit.name for passage in flow.passages if passage.dead]) == (False, [])


def test_the_weaker_model_is_used_where_there_are_too_many_states():
    count = 300
    steps = [line for at in range(count) for line in (f"P-{at}.", f"    IF A = {at} GO TO P-{(at * 7 + 1) % count}.")]
    calls = [f"    PERFORM P-{at}." for at in range(count)]
    (flow,) = flows("MAIN-LINE.", *calls, "    STOP RUN.", *steps)
    assert (flow.unclear, flow.strict) == ("", False)


def falls(*lines: str) -> list[str]:
    (flow,) = flows(*lines)
    return [passage.unit.name for passage in flow.passages if passage.falls]


def test_falls_through():
    sections = ("S-1 SECTION.", "A-1.", "    EXIT.", "B-1.", "    EXIT.", "S-2 SECTION.", "C-1.", "    EXIT.")
    assert falls("MAIN-LINE.", "    PERFORM S-1.", "    PERFORM C-1.", "    STOP RUN.", *sections) == ["A-1"]
    assert falls("MAIN-LINE.", "    PERFORM A-1.", *sections) == ["MAIN-LINE", "S-1", "A-1", "B-1", "C-1"][:4]


def test_statements_behind_a_jump_are_unreached():
    tree = tree_with(code("MAIN-LINE.", "    GO TO A-1. DISPLAY 'X'.", "A-1.", "    STOP RUN.", "    MOVE A TO B."))
    (flow,) = tree.completed.flows
    assert [tree.source.statements[number].verb for number in flow.unreached] == ["DISPLAY", "MOVE"]


def test_marks_and_units_tell_what_is_dead():
    tree = tree_with(code("MAIN-LINE.", "    PERFORM A-1.", "    STOP RUN.", "    COPY STEPS."), STEPS=STEPS)
    attributes = {mark.text: mark.attributes for mark in tree.marks() if mark.tag == "unit.paragraph"}
    assert attributes == {"MAIN-LINE": {"dead": False, "falls": False}}
    own = tree_with(code("MAIN-LINE.", "    COPY GONE.", *STEPS_LINES), GONE="           STOP RUN.\n")
    facts = collect(own)
    assert [(unit.name, unit.dead) for unit in facts.units][1:] == [("MAIN-LINE", False), ("A-1", True), ("B-1", True)]
    assert facts.depends == (("GONE", "GONE.cpy"),)


STEPS_LINES = ("A-1.", "    EXIT.", "B-1.", "    EXIT.")
STEPS = fixed(*STEPS_LINES)


@pytest.mark.parametrize("armed", [False, True], ids=["stack", "mainframe"])
@pytest.mark.parametrize("seed", range(20))
def test_random_programs_never_enter_what_is_dead(seed, armed):
    alive = 0
    for program in random_programs(seed, 10):
        (flow,) = tree_with(program.text()).completed.flows
        found = {passage.unit.name for passage in flow.passages if passage.dead}
        for run in range(40):
            entered = program.run(run, armed=armed)
            assert not entered & found, program.text()
            alive += len(entered)
    assert alive > 100


def test_deep_nesting_and_long_sentences_take_linear_time():
    deep = ["    IF A = B"] * 3_000 + ["    NEXT SENTENCE"] + ["    ELSE EXIT PERFORM"] * 2_000
    many = [line for at in range(3_000) for line in (f"P-{at}.", f"    PERFORM P-{at + 1}. NEXT SENTENCE.")]
    (flow,) = flows("MAIN-LINE.", *deep, "    .", *many, "P-3000.", "    EXIT.")
    assert flow.unclear == ""
