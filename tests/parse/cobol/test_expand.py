"""COPY and INCLUDE carried out: what the compiler sees, and where it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import parse

from .copying import HEAD, code, expanded, fixed, shelf, tree_with

STEP = fixed("STEP-1.", "    MOVE A TO B.")


def procedure(tree) -> str:
    return expanded(tree).partition("PROCEDURE DIVISION . ")[2]


BROUGHT_IN = {
    "copy": ("     COPY STEP.", "MAIN-LINE . STEP-1 . MOVE A TO B ."),
    "literal": ("     COPY 'step.cpy'.", "MAIN-LINE . STEP-1 . MOVE A TO B ."),
    "suppress": ("     COPY STEP SUPPRESS.", "MAIN-LINE . STEP-1 . MOVE A TO B ."),
    "sql": ("     EXEC SQL INCLUDE STEP END-EXEC", "MAIN-LINE . STEP-1 . MOVE A TO B ."),
    "panvalet": ("++INCLUDE STEP", "MAIN-LINE . STEP-1 . MOVE A TO B ."),
    "twice": ("     COPY STEP. COPY STEP.", "MAIN-LINE . STEP-1 . MOVE A TO B . STEP-1 . MOVE A TO B ."),
    "in a sentence": ("     IF A = B COPY WORDS. .", "MAIN-LINE . IF A = B MOVE A TO B ."),
    "after an operator": ("     IF A =\n           COPY ONE.\n           EXIT.", "MAIN-LINE . IF A = 1 EXIT ."),
    "nested": ("     COPY OUTER.", "MAIN-LINE . OUTER-1 . STEP-1 . MOVE A TO B . EXIT ."),
    "nested, replaced": ("     COPY OUTER REPLACING B BY C.", "MAIN-LINE . OUTER-1 . STEP-1 . MOVE A TO C . EXIT ."),
    "missing": ("     COPY NONE.", "MAIN-LINE . <gap>"),
    "missing deeper": ("     COPY LACKS.", "MAIN-LINE . <gap>"),
    "itself": ("     COPY LOOP-A.", "MAIN-LINE . A-1 . B-1 . <gap>"),
}
COPYBOOKS = {
    "STEP": STEP,
    "WORDS": "           MOVE A TO B\n",
    "ONE": "           1\n",
    "OUTER": fixed("OUTER-1.", "    COPY STEP.", "    EXIT."),
    "LACKS": fixed("    COPY NONE."),
    "LOOP_A": fixed("A-1.", "    COPY LOOP-B."),
    "LOOP_B": fixed("B-1.", "    COPY LOOP-A."),
}


@pytest.mark.parametrize(("line", "words"), BROUGHT_IN.values(), ids=BROUGHT_IN)
def test_brought_in(line, words):
    assert procedure(tree_with(code("MAIN-LINE.", line), **COPYBOOKS)) == words


def test_free_form_in_fixed_form():
    free = "step-1.\nmove a to b. *> a remark\n"
    assert procedure(tree_with(code("MAIN-LINE.", "    COPY S."), S=free)) == "MAIN-LINE . STEP-1 . MOVE A TO B ."


UNCHANGED = {
    "no copy": code("MAIN-LINE.", "    EXIT."),
    "copy of data": fixed(*HEAD, "DATA DIVISION.", "COPY REC.", "PROCEDURE DIVISION.", "MAIN-LINE.", "    EXIT."),
    "missing data": fixed(*HEAD, "DATA DIVISION.", "COPY NONE.", "PROCEDURE DIVISION.", "MAIN-LINE.", "    EXIT."),
    "a copybook": STEP,
    "a copybook with a copy": fixed("STEP-2.", "    COPY STEP."),
}


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED)
def test_what_needs_no_expansion(text):
    tree = tree_with(text, REC=fixed("01  R PIC X."), STEP=STEP)
    assert tree.completed.expansion is None
    assert tree.completed.source is tree.source


STEERING = {
    "procedure division": ("PROCEDURE DIVISION.\n       MAIN-LINE.\n           EXIT.\n", "MAIN-LINE . EXIT ."),
    "replace": ("REPLACE ==Y== BY ==X==.\n", ""),
    "nested": ("COPY INNER.\n", ""),
}


@pytest.mark.parametrize(("text", "words"), STEERING.values(), ids=STEERING)
def test_copybook_of_the_data_division_that_steers_the_compiler(text, words):
    tree = tree_with(fixed(*HEAD, "DATA DIVISION.", "COPY REC."), REC=f"       {text}", INNER=fixed("01  R PIC X."))
    assert tree.completed.expansion is not None
    assert procedure(tree) == words


def test_places():
    text = code("MAIN-LINE.", "    COPY OUTER.", "    STOP RUN.")
    tree = tree_with(text, **COPYBOOKS)
    expansion = tree.completed.expansion
    tokens = {token.text: token for token in tree.completed.source.tokens}
    step, stop = tokens["STEP-1"], tokens["STOP"]
    assert expansion.place(step.start, step.end) == ("STEP.cpy", 7, 13)
    assert expansion.place(stop.start, stop.end) == ("PROEF.cbl", text.index("STOP"), text.index("STOP") + 4)
    start, end = expansion.own(step.start, step.end)
    assert text[start:end] == "COPY OUTER."
    assert expansion.own(stop.start, stop.end) == (stop.start, stop.end)


def test_a_replaced_word_lies_where_the_word_lay():
    copied = fixed("STEP-1.", "    MOVE A TO B.")
    tree = tree_with(code("MAIN-LINE.", "    COPY STEP REPLACING A BY LONGER."), STEP=copied)
    token = next(token for token in tree.completed.source.tokens if token.text == "LONGER")
    path, start, end = tree.completed.expansion.place(token.start, token.end)
    assert (path, copied[start:end]) == ("STEP.cpy", "A")


def includes(tree) -> dict[str, tuple]:
    wanted = ("missing", "choices", "path", "recursive")
    return {m.text: tuple(m.attributes[key] for key in wanted) for m in tree.marks() if m.tag == "include"}


def test_marks_tell_what_was_found():
    tree = tree_with(code("MAIN-LINE.", "    COPY STEP.", "    COPY NONE.", "    COPY LOOP-A."), **COPYBOOKS)
    assert includes(tree) == {
        "STEP": (False, 1, "STEP.cpy", False),
        "NONE": (True, 0, "", False),
        "LOOP-A": (False, 1, "LOOP-A.cpy", True),
    }


def test_several_that_may_be_meant_are_counted():
    data = code("MAIN-LINE.", "    COPY A.").encode()
    file = SourceFile("P.cbl", "cobol", "utf-8", "\n", data, len(data))
    tree = parse(file, languages()["cobol"], shelf({"x/A.cpy": STEP, "y/A.cpy": STEP}))
    assert includes(tree) == {"A": (False, 2, "x/A.cpy", False)}


def test_depends_names_every_copybook_at_any_depth():
    tree = tree_with(code("MAIN-LINE.", "    COPY OUTER.", "    COPY LACKS."), **COPYBOOKS)
    assert tree.depends == (("OUTER", "OUTER.cpy"), ("LACKS", "LACKS.cpy"), ("STEP", "STEP.cpy"), ("NONE", ""))


def test_without_a_library_nothing_is_known():
    data = code("MAIN-LINE.", "    COPY STEP.").encode()
    tree = parse(SourceFile("P.cbl", "cobol", "utf-8", "\n", data, len(data)), languages()["cobol"])
    assert (tree.depends, expanded(tree).endswith("<gap>")) == ((), True)
    assert not any("missing" in mark.attributes for mark in tree.marks())


def test_a_copybook_that_cannot_be_read_is_a_gap():
    library = shelf({}, paths=["A.cpy"])
    library.read = lambda path: SourceFile(path, problem="larger than max_bytes")
    data = code("MAIN-LINE.", "    COPY A.").encode()
    tree = parse(SourceFile("P.cbl", "cobol", "utf-8", "\n", data, len(data)), languages()["cobol"], library)
    assert procedure(tree) == "MAIN-LINE . <gap>"


def test_copybooks_that_double_at_every_depth_end_somewhere():
    copybooks = {f"C{depth}": fixed(f"    COPY C{depth + 1}.", f"    COPY C{depth + 1}.") for depth in range(30)}
    tree = tree_with(code("MAIN-LINE.", "    COPY C0."), **copybooks, C30="           EXIT.\n")
    assert len(tree.completed.expansion.bases) < 5_000
    assert tree.completed.flows[0].unclear


def test_a_utf16_copybook():
    texts = {"A.cpy": STEP}
    library = shelf(texts)
    library.read = lambda path: SourceFile(path, "cobol", "utf-16", "\n", texts[path].encode("utf-16"))
    data = code("MAIN-LINE.", "    COPY A.").encode()
    tree = parse(SourceFile("P.cbl", "cobol", "utf-8", "\n", data, len(data)), languages()["cobol"], library)
    assert procedure(tree) == "MAIN-LINE . STEP-1 . MOVE A TO B ."


WORDS = (
    *(
        "COPY A.",
        "COPY B",
        "REPLACING",
        "==",
        "BY",
        ":T:",
        "LEADING",
        "REPLACE",
        "OFF",
        "ALSO",
        "LAST",
        "X",
        "'Y'",
        "(",
    ),
    *("EXEC SQL INCLUDE A END-EXEC", "EXEC CICS RETURN END-EXEC", "PROCEDURE DIVISION.", "DATA DIVISION.", "P-1.", "."),
    *("P-2 SECTION.", "PERFORM P-1", "THRU P-2", "GO TO", "DEPENDING ON", "ALTER", "TO", "SORT", "PROCEDURE", "EXIT"),
    *("PERFORM", "SECTION", "UNTIL", "END-PERFORM", "IF", "ELSE", "NEXT SENTENCE", "STOP RUN", "END PROGRAM PROEF."),
    *(
        "PROGRAM-ID. P-1.",
        "DECLARATIVES.",
        "END DECLARATIVES.",
        "USE",
        "ENTRY",
        "OF",
        "\n>>IF",
        "\n      D",
        "\n       ",
    ),
)


@given(*[st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)] * 3)
def test_any_words_give_a_tree(text, first, second):
    tree = tree_with(code("MAIN-LINE.") + f"           {text}", A=f"           {first}", B=f"           {second}")
    spans = [mark.span for mark in tree.marks()]
    assert all(0 <= span.start <= span.end <= len(tree.file.data) for span in spans)
    for flow in tree.completed.flows:
        assert bool(flow.passages) <= (not flow.unclear)
