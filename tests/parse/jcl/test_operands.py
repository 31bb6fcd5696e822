import pytest

from legacyctl.parse.jcl.conditions import count_tests, operators
from legacyctl.parse.jcl.operands import first, parts, plain, split
from legacyctl.parse.jcl.symbols import resolved, used

SPLIT = {
    "positional and keywords": ("*,DLM=AA", [("", "*"), ("DLM", "AA")]),
    "brackets": ("DISP=(NEW,CATLG),SPACE=(CYL,(1,1),RLSE)", [("DISP", "(NEW,CATLG)"), ("SPACE", "(CYL,(1,1),RLSE)")]),
    "quotes": ("PARM='A,B=(',X=1", [("PARM", "'A,B=('"), ("X", "1")]),
    "left out": (",NAME", [("", ""), ("", "NAME")]),
    "for a step": ("COND.S1=(4,LT)", [("COND.S1", "(4,LT)")]),
    "an equals sign that names nothing": ("(1=2)", [("", "(1=2)")]),
    "an open bracket": ("A=(1,B=2", [("A", "(1,B=2")]),
    "a bracket too many": ("A=1),B=2", [("A", "1)"), ("B", "2")]),
    "an open quote": ("A='1,B=2", [("A", "'1,B=2")]),
    "a comma at the end": ("A=1,", [("A", "1")]),
    "nothing": ("", []),
    "lower case": ("pgm=x", [("PGM", "x")]),
}


@pytest.mark.parametrize(("text", "expected"), SPLIT.values(), ids=SPLIT)
def test_operands_are_cut_at_their_commas(text, expected):
    found = split(text)
    assert [(p.keyword, p.value) for p in found] == expected
    assert all(text[p.start : p.end].endswith(p.value) for p in found)


PARTS = {
    "(NEW,CATLG)": ["NEW", "CATLG"],
    "SHR": ["SHR"],
    "(,CATLG)": ["", "CATLG"],
    "((4,LT,A),EVEN)": ["(4,LT,A)", "EVEN"],
    "(A=1,B)": ["A=1", "B"],
    "('A,B',C)": ["'A,B'", "C"],
    "()": [],
}


@pytest.mark.parametrize(("value", "expected"), PARTS.items(), ids=PARTS)
def test_lists_are_taken_apart(value, expected):
    assert parts(value) == expected


@pytest.mark.parametrize(("value", "expected"), [("'IT''S'", "IT'S"), ("X", "X"), ("'", "'"), ("''", "")])
def test_quotes_are_no_part_of_a_value(value, expected):
    assert plain(value) == expected


def test_the_first_of_a_list_may_be_left_out():
    assert [first(value) for value in ("('A',B)", "(,B)", "C", "()", "")] == ["A", "", "C", "", ""]


VALUES = {"HLQ": "GEM", "DEEL": "X.Y", "LEEG": ""}
RESOLVED = {
    "a name": ("&HLQ", "GEM", False),
    "a period ends it": ("&HLQ..STAM", "GEM.STAM", False),
    "a period joins": ("A&HLQ.B", "AGEMB", False),
    "another letter ends it": ("&HLQ(&DEEL)", "GEM(X.Y)", False),
    "lower case": ("&hlq..A", "GEM.A", False),
    "temporary": ("&&HLQ", "&&HLQ", False),
    "unknown": ("&SYSUID..A", "&SYSUID..A", True),
    "one known, one not": ("&HLQ..&X..A", "GEM.&X..A", True),
    "empty waits for its caller": ("&LEEG", "&LEEG", True),
    "no name": ("A & B", "A & B", False),
    "nothing to do": ("GEM.STAM", "GEM.STAM", False),
}


@pytest.mark.parametrize(("text", "expected", "missing"), RESOLVED.values(), ids=RESOLVED)
def test_symbols_get_their_values(text, expected, missing):
    assert resolved(text, VALUES) == (expected, missing)


def test_a_value_that_grows_without_end_is_left_alone():
    assert resolved("&A&A", {"A": "x" * 200}) == ("&A&A", True)


def test_the_symbols_of_a_text_are_known():
    assert used("&A..&&B&C(&d)") == {"A", "C", "D"}


OPERATORS = {
    "and": ("A.RC = 0 & B.RC = 0", [("and", "& B.RC = 0")]),
    "words": ("A AND B OR C", [("and", "AND B OR C"), ("or", "OR C")]),
    "brackets": ("(A & B) | C ", [("and", "& B"), ("or", "| C")]),
    "a bracket too many": ("A) | B", [("or", "| B")]),
    "an open bracket": ("(A | B", [("or", "| B")]),
    "negation": ("¬(A | B)", [("or", "| B"), ("", "¬(A | B)")]),
    "a word within a word": ("ANDERE.RC = 0", []),
}


@pytest.mark.parametrize(("text", "expected"), OPERATORS.values(), ids=OPERATORS)
def test_the_operators_of_a_condition_hold_what_stands_behind_them(text, expected):
    assert [(word, text[start:end]) for word, start, end in operators(text)] == expected


@pytest.mark.parametrize(("cond", "count"), [("(4,LT)", 1), ("((4,LT,A),(8,EQ),EVEN)", 3), ("EVEN", 1), ("", 1)])
def test_the_tests_of_cond_are_counted(cond, count):
    assert count_tests(cond) == count
