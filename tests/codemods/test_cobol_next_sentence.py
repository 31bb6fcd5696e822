"""NEXT SENTENCE becomes CONTINUE where both lead to the same point."""

from __future__ import annotations

import pytest

from .cobol_programs import HEAD, SENTENCE, body, notes, patch_of

FIXED = {
    "then": ("           IF A = 1 NEXT SENTENCE ELSE EXIT.\n", "           IF A = 1 CONTINUE ELSE EXIT.\n"),
    "else": ("           IF A = 1 EXIT ELSE NEXT SENTENCE.\n", "           IF A = 1 EXIT ELSE CONTINUE.\n"),
    "on its own line": (
        "           IF A = 1\n               NEXT SENTENCE\n           ELSE\n               EXIT.\n",
        "           IF A = 1\n               CONTINUE\n           ELSE\n               EXIT.\n",
    ),
    "nested at the end": (
        "           IF A = 1 EXIT ELSE IF B = 1 NEXT SENTENCE ELSE EXIT.\n",
        "           IF A = 1 EXIT ELSE IF B = 1 CONTINUE ELSE EXIT.\n",
    ),
    "ended by name, then the period": (
        "           IF A = 1 NEXT SENTENCE ELSE EXIT END-IF.\n",
        "           IF A = 1 CONTINUE ELSE EXIT END-IF.\n",
    ),
    "search": (
        "           SEARCH T AT END NEXT SENTENCE WHEN A = 1 NEXT SENTENCE.\n",
        "           SEARCH T AT END CONTINUE WHEN A = 1 CONTINUE.\n",
    ),
    "read": ("           READ F AT END NEXT SENTENCE.\n", "           READ F AT END CONTINUE.\n"),
    "behind other statements": (
        "           MOVE A TO B IF A = 1 NEXT SENTENCE ELSE EXIT.\n",
        "           MOVE A TO B IF A = 1 CONTINUE ELSE EXIT.\n",
    ),
    "alone": ("           NEXT SENTENCE.\n", "           CONTINUE.\n"),
    "lower case": ("           if a = 1 next sentence.\n", "           if a = 1 continue.\n"),
    "two lines": (
        "           IF A = 1 NEXT\n             SENTENCE.\n",
        "           IF A = 1     \n             CONTINUE.\n",
    ),
    "identification": (
        "           IF A = 1 NEXT SENTENCE.".ljust(72) + "IDENT001\n",
        "           IF A = 1 CONTINUE.".ljust(72) + "IDENT001\n",
    ),
    "identification and tabs": (
        "\tIF A = 1 NEXT SENTENCE.\t\t\t\t\t\tIDENT001 IDENT001 IDENT001 IDENT001 IDENT\n",
        "\tIF A = 1 CONTINUE     .\t\t\t\t\t\tIDENT001 IDENT001 IDENT001 IDENT001 IDENT\n",
    ),
    "a literal that goes on": (
        "           IF A = 1 NEXT SENTENCE ELSE DISPLAY 'X".ljust(72) + "\n      -    'Y'.\n",
        "           IF A = 1 CONTINUE      ELSE DISPLAY 'X".ljust(72) + "\n      -    'Y'.\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), FIXED.values(), ids=FIXED)
def test_where_it_is_the_same(before, after):
    assert body(before, SENTENCE) == after


MORE, LOOP = "other statements follow before the period", "it stands in a loop"
NOT_THE_SAME = {
    "a statement behind END-IF": ("           IF A = 1 NEXT SENTENCE ELSE EXIT END-IF STOP RUN.\n", MORE),
    "a statement behind the outer IF": (
        "           IF A = 1\n             IF B = 1 NEXT SENTENCE END-IF\n           END-IF STOP RUN.\n",
        MORE,
    ),
    "a statement in the outer branch": ("           IF A = 1 IF B = 1 NEXT SENTENCE END-IF EXIT.\n", MORE),
    "a statement behind it": ("           IF A = 1 NEXT SENTENCE EXIT.\n", MORE),
    "a loop": ("           PERFORM 2 TIMES IF A = 1 NEXT SENTENCE END-IF\n           END-PERFORM.\n", LOOP),
    "copy": ("           IF A = 1 NEXT SENTENCE\n           COPY X.\n           .\n", "COPY stands inside"),
    "no period": ("           IF A = 1 NEXT SENTENCE\n", "no period ends it in this file"),
    "counting on": ("           ON 1 NEXT SENTENCE.\n", "a counting ON stands inside"),
    "split word": ("           IF A = 1 NEXT SENT\n      -    ENCE.\n", "its words are split over two lines"),
}


@pytest.mark.parametrize(("lines", "reason"), NOT_THE_SAME.values(), ids=NOT_THE_SAME)
def test_where_it_is_not(lines, reason):
    assert notes(lines, SENTENCE) == [reason]


SAME = {"continue": "           IF A = 1 CONTINUE.\n", "next record": "           READ F NEXT RECORD.\n", "nothing": ""}


@pytest.mark.parametrize("lines", SAME.values(), ids=SAME)
def test_what_needs_nothing_stays_without_a_note(lines):
    assert notes(lines, SENTENCE) == []


def test_one_of_two_is_changed():
    lines = "           IF A = 1 NEXT SENTENCE.\n           IF A = 1 NEXT SENTENCE END-IF EXIT.\n"
    patch = patch_of((HEAD + lines).encode(), SENTENCE)
    assert patch.changes[0].after.decode() == HEAD + lines.replace("NEXT SENTENCE.", "CONTINUE.")
    assert len(patch.notes) == 1


def test_deep_nesting():
    lines = "           IF A = 1 NEXT SENTENCE ELSE\n" * 3000 + "           EXIT.\n"
    assert "NEXT" not in body(lines, SENTENCE)
