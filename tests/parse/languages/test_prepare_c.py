"""The preparations of C and Fortran: what they change, what they leave, and that no place moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.parse.prepare import PREPARATIONS, prepared

NAMES = ("c-macros", "embedded-sql", "first-branch", "fixed-form")
# A dot stands for a blank.
CHANGED = {
    "the first branch": (
        "first-branch",
        "#if A\nint\n#else\nlong\n#endif\nf;\n",
        ".....\nint\n.....\n....\n......\nf;\n",
    ),
    "another branch of whole statements": (
        "first-branch",
        "a;\n#ifdef A\nb();\n#elif B\nif (c) { d(); }\n#else\ne();\n#endif\n",
        "a;\n........\nb();\n.......\nif (c) { d(); }\n.....\ne();\n......\n",
    ),
    "another branch in an expression": (
        "first-branch",
        "f(a,\n#ifdef A\nb();\n#else\nc();\n#endif\n",
        "f(a,\n........\nb();\n.....\n....\n......\n",
    ),
    "another branch that opens a block": (
        "first-branch",
        "#ifdef A\nif (b) {\n#else\nif (c) {\n#endif\n}",
        "........\nif (b) {\n.....\n........\n......\n}",
    ),
    "another branch that goes on": (
        "first-branch",
        "#ifdef A\nif (b) { }\n#else\nelse { }\n#endif\n",
        "........\nif (b) { }\n.....\n........\n......\n",
    ),
    "never": ("first-branch", "#if 0\na\n#else\nb\n#endif\n", ".....\n.\n.....\nb\n......\n"),
    "branches in branches": (
        "first-branch",
        "#if A\n#if 0\nb\n#endif\nc\n#else\n#if D\ne\n#endif\n#endif\n",
        ".....\n.....\n.\n......\nc\n.....\n.....\n.\n......\n......\n",
    ),
    "a comment that is none": (
        "first-branch",
        "#if A // /*\nb;\n#endif\nc; /* */\n",
        "...........\nb;\n......\nc; /* */\n",
    ),
    "directives over lines": (
        "first-branch",
        "#if A && \\\n B\nc\n#endif /* A\n and B */\nd\n",
        "..........\n..\nc\n...........\n.........\nd\n",
    ),
    "behind a mark": ("first-branch", "\ufeff#if A\nb\n#endif\n", "........\nb\n......\n"),
    "an export": ("c-macros", "LIB_API struct a *b;", "........struct a *b;"),
    "a convention": ("c-macros", "int WINAPI a(int b) { }", "int ...... a(int b) { }"),
    "an attribute": ("c-macros", "int a(int b)\n  CHECK_ALL(1, 2);", "int a(int b)\n.................;"),
    "SQL": ("embedded-sql", "EXEC SQL SELECT ';' INTO :a;b;", "." * 27 + ";b;"),
    "SQL in lower case": ("embedded-sql", "if (a) exec sql commit; else b;", "if (a) " + "." * 15 + "; else b;"),
    "a block of PL/SQL": (
        "embedded-sql",
        "EXEC SQL EXECUTE\nBEGIN a; END;\nEND-EXEC;b;",
        "." * 16 + "\n.............\n........;b;",
    ),
    "SQL without an end": ("embedded-sql", "a; EXEC SQL b", "a; .........."),
    "fixed form": ("fixed-form", "C A\n      B = 1\n", "! A\n      B = 1\n"),
    "a continuation": ("fixed-form", "* A\n      B = 1 +\n     +    2\n", "! A\n      B = 1 +.......    2\n"),
    "a comment in between": (
        "fixed-form",
        "      B = 1 +\nC     A\n     1    2\n",
        "      B = 1 +&!     A\n..........2\n",
    ),
    "a comment behind": (
        "fixed-form",
        "* A\n      B = 1 + ! C\n     &    2\n",
        "! A\n      B = 1 +&! C\n..........2\n",
    ),
    "a comment right behind": (
        "fixed-form",
        "* A\n      B = '!'//!C\n     &    D\n",
        "! A\n      B = '!'//&.\n..........D\n",
    ),
    "CR LF": ("fixed-form", "* A\r\n      B = 1 +\r\n     &    2\r\n", "! A\r\n      B = 1 +........    2\r\n"),
    "a tab": ("fixed-form", "* A\n\tB = 1 +\n\t1 2\n", "! A\n\tB = 1 +.\t. 2\n"),
    "columns 73 to 80": (
        "fixed-form",
        "* A\n      B = 1" + " " * 61 + "KAART010\n",
        "! A\n      B = 1" + " " * 61 + "........\n",
    ),
}
LEFT = {
    "no directive": ("first-branch", "a = b; /* #if */ c = '#';\n"),
    "other directives": ("first-branch", "#define A\n#include <b>\n#pragma c\n"),
    "a macro that is a statement": ("c-macros", "  if (a) GO_ON(b);\n  GO_ON(c) ;\n  return MAX_INT;\n"),
    "a type in capitals": ("c-macros", "HBRUSH f(DWORD a);\nstatic HBRUSH g(void);\n"),
    "no SQL": ("embedded-sql", '/* EXEC SQL a; */ b("EXEC SQL c;"); EXEC_SQL d; // EXEC SQL e;\n'),
    "free form": ("fixed-form", "module a\n  integer :: b   ! c\n  b = 1 + &\n    2\nend module\n"),
    "free form that calls": ("fixed-form", "program a\ncall b\ncontains\nc = d\nend\n"),
    "a label": ("fixed-form", "! A\n   10 CONTINUE\n      IF (B) GOTO 10\n"),
}


@pytest.mark.parametrize(("name", "before", "after"), CHANGED.values(), ids=CHANGED)
def test_what_the_grammar_does_not_know_is_changed(name, before, after):
    result = PREPARATIONS[name](before.encode()).decode()
    assert result.replace(" ", ".") == after.replace(" ", ".")


@pytest.mark.parametrize(("name", "text"), LEFT.values(), ids=LEFT)
def test_everything_else_is_left(name, text):
    assert PREPARATIONS[name](text.encode()) == text.encode()


WORDS = (
    "#if 0",
    "#if A",
    "#else",
    "#endif",
    "#",
    "/*",
    "*/",
    "//",
    "'",
    '"',
    "\\",
    "EXEC SQL",
    "EXECUTE BEGIN",
    "END-EXEC",
)
SIGNS = (";", "{", "}", "(", ")", "!", "&", "\n", "\r\n", "\t", " " * 5, "C", "* ", "1", "A_B", "int ", "é", "x" * 70)


@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=40).map("".join), st.sampled_from(NAMES))
def test_no_place_moves(text, name):
    data = text.encode()
    result = PREPARATIONS[name](data)
    assert len(result) == len(data)
    if name != "fixed-form":
        assert [result[at] for at, byte in enumerate(data) if byte in b"\r\n"] == [b for b in data if b in b"\r\n"]


@pytest.mark.parametrize(
    "piece",
    ["#if /*\n", "#if A\n/*", "#if A\n'", "EXEC SQL '", "/*", "A_B\n", "int a()\n", "     1!'\n", "int a("],
    ids=repr,
)
def test_many_of_a_kind_take_no_more_than_a_moment(piece):
    data = piece.encode() * 20_000
    assert len(prepared(data, " ".join(NAMES))) == len(data)


def test_several_go_one_after_the_other():
    text = b"#if A\nint WINAPI f(int a) { EXEC SQL COMMIT; }\n#endif\n"
    expected = b"     \nint        f(int a) {                ; }\n      \n"
    assert prepared(text, "embedded-sql first-branch c-macros") == expected
