"""The tree as the later rooms see it, and as hostile input leaves it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.catalog import Match, rules
from legacyctl.source import line_starts

from .reading import CODE, code, tree_of

SOUP = (
    *("IF", "ELSE", "END-IF", "THEN", "EVALUATE", "WHEN", "OTHER", "END-EVALUATE", "PERFORM", "UNTIL", "TIMES"),
    *("END-PERFORM", "READ", "AT", "END", "NOT", "INVALID", "KEY", "SIZE", "ERROR", "ON", "MOVE", "TO", "A", "B-1"),
    *("NEXT", "SENTENCE", "GO", "COPY", "REPLACING", "==", "BY", "REPLACE", "OFF", "EXEC", "SQL", "END-EXEC", "(", ")"),
    *("SECTION", "DIVISION", "PROCEDURE", "DATA", "ID", "PROGRAM-ID", "WORKING-STORAGE", "PIC", "X(3)", "VALUE", "01"),
    *(
        "05",
        "88",
        "END PROGRAM",
        "DECLARATIVES",
        "AUTHOR",
        "SELECT",
        "ASSIGN",
        "'open",
        '"shut"',
        "*> note",
        ".",
        ".\n",
    ),
    *(
        "\n",
        "\n       ",
        "\n      -    ",
        "\n      * ",
        "\n      D    ",
        "\t",
        "\r\n",
        "é",
        "?",
        ">>IF",
        "OCCURS",
        "OF",
        "IN",
    ),
)


def rule(tag, **where):
    some = next(iter(rules().values()))
    return replace(some, language="cobol", match=Match(node=tag, where=where))


FOUND = {
    "tag": (rule("if"), 2),
    "attribute": (rule("if", terminated=True), 1),
    "two attributes": (rule("if", terminated=False, nested=True), 0),
    "an attribute that is not there": (rule("move", terminated=False), 0),
    "a tag that is not there": (rule("alter"), 0),
}


@pytest.mark.parametrize(("wanted", "times"), FOUND.values(), ids=FOUND)
def test_find(wanted, times):
    tree = code("IF A = 1 MOVE A TO B END-IF", "IF B = 1 MOVE B TO A.")
    assert len(list(tree.find([wanted]))) == times


def test_metric_rules_are_left_out():
    metric = replace(rule("if"), match=Match(metric="lines", over=1))
    assert list(code("IF A = 1 EXIT.").find([metric])) == []


NODES = (
    "if",
    "move",
    "data",
    "copy",
    "exec",
    "select",
    "goto",
    "flow",
    "call",
    "unit.paragraph",
    "comment",
    "obsolete-verb",
)


@pytest.mark.parametrize("tag", NODES)
def test_a_rule_finds_every_mark_with_its_tag(tag):
    lines = ("IF A = 1 MOVE A TO B ELSE GO TO P2.", "COPY X.", "CALL 'A'.", "NOTE THAT.", "EXEC SQL COMMIT END-EXEC.")
    tree = code(*lines, "* A", "READY TRACE.", "READY.")
    found = [span for _, span in tree.find([rule(tag)])]
    assert sorted(found, key=lambda span: span.start) == [mark.span for mark in tree.marks() if mark.tag == tag]


def test_the_outline_holds_what_the_marks_hold():
    tree = tree_of(CODE + "           IF A AND B\n      * C\n           CALL 'X' ELSE GO TO P2.\n           COPY Y.\n")
    seen, tags = tree.outline(), {"if", "string", "goto", "call-statement", "copy", "comment"}
    assert [(start, -end, tag, text) for start, end, _, tag, text, _ in seen.places] == [
        (mark.span.start, mark.span.end, mark.tag, mark.text) for mark in tree.marks() if mark.tag not in tags
    ]
    assert seen.comments == [(m.span.start, m.span.end) for m in tree.marks() if m.tag == "comment"]


def check(tree):
    """What holds for every file, whatever stands in it."""
    size, starts = len(tree.file.data), line_starts(tree.file)
    unparsed = [(span.start, span.end) for span in tree.unparsed]
    assert unparsed == sorted(unparsed)
    assert all(one[1] <= two[0] for one, two in pairwise(unparsed))
    for span in (*tree.unparsed, *(mark.span for mark in tree.marks())):
        assert 0 <= span.start < span.end <= size or span.start == span.end == 0
        lines = bisect_right(starts, span.start), bisect_right(starts, max(span.start, span.end - 1))
        assert (span.first_line, span.last_line) == lines
    for statement in tree.source.statements:
        assert statement.first <= statement.last
        assert statement.parent < len(tree.source.statements)
    assert len(tree.layout.text) == size


@given(st.binary(max_size=400))
def test_any_bytes(data):
    check(tree_of(data, "latin-1"))


@given(st.lists(st.sampled_from(SOUP), max_size=60))
def test_any_soup_of_words(words):
    check(tree_of(" ".join(words)))


@given(st.lists(st.sampled_from(SOUP), max_size=60))
def test_any_soup_in_a_paragraph(words):
    check(tree_of(CODE + "           " + " ".join(words)))


CUT_OFF = (
    "IF A AND NOT",
    "IF A EXIT ELSE",
    "PERFORM",
    "CALL",
    "GO",
    "ACCEPT A FROM",
    "COPY",
    "SELECT",
    "READ F AT",
    "05",
)


@pytest.mark.parametrize("text", CUT_OFF)
def test_a_file_that_ends_in_the_middle(text):
    check(tree_of(text))
    check(tree_of(f"{CODE}           {text}"))


HOSTILE = {
    "stray branches below deep nesting": "           IF A\n" * 3000 + "           AT END WHEN END-READ\n" * 3000,
    "quotes": '           "\n' * 5000,
    "a literal without end": "           MOVE 'A\n" + "      -    'A\n" * 5000,
    "pseudo text": "       COPY A REPLACING ==\n" * 5000,
    "brackets": "       COPY A REPLACING A(\n" * 5000,
    "blocks": "           EXEC SQL\n" * 5000,
    "blank lines": " \n" * 50_000,
    "periods": "." * 50_000,
    "one long line": "MOVE A TO B. " * 5000,
    "hidden format": ">>SOURCE" + " " * 50_000,
    "loops": "       PERFORM A (\n" * 5000,
    "continuation lines without code": "           MOVE A\n" + "      -\n" * 20_000,
    "continuation lines": "           MOVE A\n" + "      -    B\n" * 20_000,
    "conditions": "      >>IF A\n" * 20_000,
    "a long condition": "      >>IF " + "A OR " * 50_000,
    "formats": "      $SET " * 50_000,
    "constants": "".join(f"           CALL A{number}.\n" for number in range(5000)),
    "brackets in a condition": "           IF " + "(A AND\n           " * 20_000,
    "returns among line feeds": "           IF A\r           MOVE A TO B\n" * 2000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_gives_a_tree(text):
    check(tree_of(CODE + text))
