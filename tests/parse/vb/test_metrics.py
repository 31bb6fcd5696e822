"""Complexity of Visual Basic, counted by hand."""

import pytest
from tests.parse.vb.reading import in_sub, lost, unit

CASES = {
    "nothing": (["x = 1"], 1, 0),
    "if": (["If a Then", "b", "End If"], 2, 1),
    "if else": (["If a Then", "b", "Else", "c", "End If"], 2, 2),
    "elseif": (["If a Then", "b", "ElseIf c Then", "d", "Else", "e", "End If"], 3, 3),
    "if on one line": (["If a Then b Else c"], 2, 2),
    "nested": (["If a Then", "For i = 1 To 3", "b", "Next i", "End If"], 3, 3),
    "conditions": (["If a And b And c Or d Then", "e", "End If"], 5, 3),
    "bits are no conditions": (["x = a And b Or c"], 1, 0),
    "loops": (["Do While a", "Loop", "While b", "Wend", "For Each c In d", "Next"], 4, 3),
    "loop until with and": (["Do", "Loop Until a And b"], 3, 2),
    "two loops closed by one next": (["For i = 1 To 2", "For j = 1 To 2", "Next j, i"], 3, 3),
    "select": (["Select Case a", "Case 1, 2", "Case 3", "Case Else", "End Select"], 3, 1),
    "iif": (["x = IIf(a, b, c)"], 2, 0),
    "jumps": (["GoTo Klaar", "Klaar:", "GoSub Klaar"], 1, 2),
    "error handling is no decision": (["On Error GoTo Fout", "Fout:"], 1, 0),
    "computed goto": (["On a GoTo Een, Twee, Drie"], 3, 1),
    "call with commas in a loop's condition": (["Do", "x", "Loop While f(a, b)"], 2, 1),
    "continued condition": (["If a _", "   And b Then", "c", "End If"], 3, 2),
    "nested on one line": (["If a Then If b Then c"], 3, 3),
}


@pytest.mark.parametrize(("lines", "cyclomatic", "cognitive"), CASES.values(), ids=CASES)
def test_complexity(lines, cyclomatic, cognitive):
    text = in_sub(*lines)
    found = unit(text, "Test")
    assert lost(text) == []
    assert (found.cyclomatic, found.cognitive) == (cyclomatic, cognitive)


def test_lines_of_code_leave_out_comments():
    assert unit(in_sub("' niets", "Rem ook niets", "", "x = 1 ' wel"), "Test").lines == 3


def test_a_comment_goes_on_behind_an_underscore():
    assert unit(in_sub("' een _", "If a Then", "x = 1"), "Test").lines == 3
