"""END-IF and its kin where a period ended the statement."""

from __future__ import annotations

import pytest

from legacyctl.patch import unified

from .cobol_programs import HEAD, SCOPE, body, latin, notes, patch_of, rewritten

IDENT = "IDENT001"


def area_b(*lines: str) -> str:
    """Lines from column 12 on."""
    return "".join(f"           {line}\n" for line in lines)


def wide(line: str) -> str:
    """A line with something in columns 73-80."""
    return f"{line:<72}{IDENT}"


FIXED = {
    "one": (
        "           IF A = 1\n               DISPLAY 'X'.\n",
        "           IF A = 1\n               DISPLAY 'X'\n           END-IF.\n",
    ),
    "nested": (
        area_b("IF A = 1", "  IF B = 1", "    EXIT."),
        area_b("IF A = 1", "  IF B = 1", "    EXIT", "  END-IF", "END-IF."),
    ),
    "else of the inner one": (
        area_b("IF A = 1", "  IF B = 1 EXIT", "ELSE", "  EXIT."),
        area_b("IF A = 1", "  IF B = 1 EXIT", "ELSE", "  EXIT", "  END-IF", "END-IF."),
    ),
    "else if": (
        area_b("IF A = 1 EXIT", "ELSE IF B = 1", "  EXIT."),
        area_b("IF A = 1 EXIT", "ELSE IF B = 1", "  EXIT", "     END-IF", "END-IF."),
    ),
    "inner one already ended": (
        "           IF A = 1\n             IF B = 1 EXIT END-IF.\n",
        "           IF A = 1\n             IF B = 1 EXIT END-IF\n           END-IF.\n",
    ),
    "period on its own line": (
        "           IF A = 1\n               EXIT\n      * why\n           .\n",
        "           IF A = 1\n               EXIT\n           END-IF\n      * why\n           .\n",
    ),
    "blanks before the period": (
        "           IF A = 1 EXIT  .  \n",
        "           IF A = 1 EXIT    \n           END-IF.\n",
    ),
    "comment behind the period": (
        "           IF A = 1 EXIT. *> why\n",
        "           IF A = 1 EXIT  *> why\n           END-IF.\n",
    ),
    "identification": (
        f"{wide('000100     IF A = 1')}\n{wide('000200         EXIT.')}\n",
        f"{wide('000100     IF A = 1')}\n{wide('000200         EXIT')}\n           END-IF.\n",
    ),
    "more on the line": (
        "           IF A = 1 EXIT. DISPLAY 'X'.\n",
        "           IF A = 1 EXIT\n           END-IF.\n                          DISPLAY 'X'.\n",
    ),
    "more on a line with an identification": (
        f"{wide('000100     IF A = 1 EXIT. STOP RUN.')}\n",
        f"           IF A = 1 EXIT\n           END-IF.\n{wide('                          STOP RUN.')}\n".replace(
            "           IF", "000100     IF", 1
        ),
    ),
    "behind a paragraph's name": (
        "       P2. IF A = 1 EXIT.\n",
        "       P2. IF A = 1 EXIT\n           END-IF.\n",
    ),
    "in area A": (
        "       IF A = 1\n           EXIT.\n",
        "       IF A = 1\n           EXIT\n           END-IF.\n",
    ),
    "no room below it": (
        f"{'':>60}IF A = 1\n           EXIT.\n",
        f"{'':>60}IF A = 1\n           EXIT\n{'':>60}END-IF.\n",
    ),
    "not beyond column 72": (
        f"{'':>57}EVALUATE\n           A WHEN 1 EXIT.\n",
        f"{'':>57}EVALUATE\n           A WHEN 1 EXIT\n{'':>59}END-EVALUATE.\n".replace(f"{'':>59}END", f"{'':>57}END"),
    ),
    "tabs": ("\tIF A = 1\n\t\tEXIT.\n", "\tIF A = 1\n\t\tEXIT\n\tEND-IF.\n"),
    "lower case": (
        "           if a = 1\n               exit.\n",
        "           if a = 1\n               exit\n           end-if.\n",
    ),
    "capitalised": ("           If A = 1 Exit.\n", "           If A = 1 Exit\n           End-If.\n"),
    "evaluate": (
        "           EVALUATE A\n             WHEN 1 EXIT\n             WHEN OTHER EXIT.\n",
        "           EVALUATE A\n             WHEN 1 EXIT\n             WHEN OTHER EXIT\n           END-EVALUATE.\n",
    ),
    "read": (
        "           READ F\n             AT END EXIT.\n",
        "           READ F\n             AT END EXIT\n           END-READ.\n",
    ),
    "one of its kind inside": (
        area_b("ADD 1 TO N", "  ON SIZE ERROR", "    ADD 1 TO B."),
        area_b("ADD 1 TO N", "  ON SIZE ERROR", "    ADD 1 TO B", "    END-ADD", "END-ADD."),
    ),
    "ended by what is around it": (
        area_b("PERFORM 2 TIMES", "  IF A = 1", "    EXIT", "END-PERFORM."),
        area_b("PERFORM 2 TIMES", "  IF A = 1", "    EXIT", "  END-IF", "END-PERFORM."),
    ),
    "ended by WHEN on its line": (
        area_b("EVALUATE A WHEN 1 IF B = 1 EXIT WHEN 2 EXIT", "END-EVALUATE."),
        area_b(
            "EVALUATE A WHEN 1 IF B = 1 EXIT",
            "                  END-IF",
            "                                WHEN 2 EXIT",
            "END-EVALUATE.",
        ),
    ),
    "block inside": (
        "           IF A = 1\n             EXEC CICS RETURN END-EXEC.\n",
        "           IF A = 1\n             EXEC CICS RETURN END-EXEC\n           END-IF.\n",
    ),
    "copy before it": (
        "           COPY X.\n           IF A = 1 EXIT.\n",
        "           COPY X.\n           IF A = 1 EXIT\n           END-IF.\n",
    ),
    "copy behind it": (
        "           IF A = 1 EXIT. COPY X.\n",
        "           IF A = 1 EXIT\n           END-IF.\n                          COPY X.\n",
    ),
    "next sentence elsewhere": (
        "           IF A = 1 EXIT.\n           IF B = 1 NEXT SENTENCE END-IF.\n",
        "           IF A = 1 EXIT\n           END-IF.\n           IF B = 1 NEXT SENTENCE END-IF.\n",
    ),
    "a page break inside": (
        "           IF A = 1\n           EJECT\n             EXIT.\n",
        "           IF A = 1\n           EJECT\n             EXIT\n           END-IF.\n",
    ),
    "no line end": ("           IF A = 1 EXIT.", "           IF A = 1 EXIT\n           END-IF."),
}


@pytest.mark.parametrize(("before", "after"), FIXED.values(), ids=FIXED)
def test_fixed_form(before, after):
    assert body(before, SCOPE) == after


SAME = {
    "ended by name": "           IF A = 1 EXIT END-IF.\n",
    "no statement with branches": "           MOVE A TO B.\n",
    "a reader without branches": "           READ F.\n",
    "another kind ended by what is around it": "           IF A = 1 READ F AT END EXIT END-IF.\n",
    "nothing": "",
}


@pytest.mark.parametrize("lines", SAME.values(), ids=SAME)
def test_what_needs_nothing_stays_without_a_note(lines):
    assert notes(lines, SCOPE) == []


DOUBTFUL = {
    "next sentence": (
        "           IF A = 1 NEXT SENTENCE ELSE EXIT.\n",
        "NEXT SENTENCE inside it would stand between terminators",
    ),
    "copy": ("           IF A = 1\n           COPY X.\n           EXIT.\n", "COPY stands inside"),
    "sql include": (
        "           IF A = 1\n             EXEC SQL INCLUDE X END-EXEC.\n",
        "EXEC SQL INCLUDE stands inside",
    ),
    "librarian": ("           IF A = 1\n++INCLUDE X\n             EXIT.\n", "COPY stands inside"),
    "debugging line": (
        "           IF A = 1\n      D      DISPLAY A\n             EXIT.\n",
        "a debugging line stands inside",
    ),
    "directive": ("           IF A = 1\n      >>IF X DEFINED\n             EXIT.\n", "a directive stands inside"),
    "not understood": (
        "           IF A = 1 EXIT END-IF FROB A IF B = 1 EXIT.\n",
        "it holds words that were not understood",
    ),
    "no period": ("           IF A = 1 EXIT\n", "no period ends it in this file"),
    "replace": (
        "           REPLACE ==A== BY ==B==.\n           IF A = 1 EXIT.\n",
        "REPLACE changes words of this file",
    ),
    "counting on": ("           ON 1 IF A = 1 EXIT.\n", "a counting ON stands inside"),
    "continued": ("           IF A = 1 EXI\n      -    T\n      -    .\n", "its last line is continued"),
}


@pytest.mark.parametrize(("lines", "reason"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_not_certain_stays_with_a_note(lines, reason):
    assert notes(lines, SCOPE) == [reason]


def test_a_note_names_file_and_line():
    patch = patch_of((HEAD + "           IF A = 1\n             COPY X.\n             EXIT.\n").encode(), SCOPE)
    assert patch.notes == ("src/PROEF.cbl:10: left as it is: COPY stands inside",)


def test_free_form():
    text = "IDENTIFICATION DIVISION.\nPROGRAM-ID. A.\nPROCEDURE DIVISION.\nP1.\n  IF A = 1\n    STOP RUN.\n"
    assert rewritten(text, SCOPE) == text.replace("STOP RUN.", "STOP RUN\n  END-IF.")


ENCODINGS = {"cr lf": ("utf-8", "\r\n"), "ebcdic": ("cp037", "\x85"), "latin-1": ("latin-1", "\n")}


@pytest.mark.parametrize(("encoding", "newline"), ENCODINGS.values(), ids=ENCODINGS)
def test_encodings_and_line_ends(encoding, newline):
    text = HEAD + "           IF A = 1\n             DISPLAY 'é'.\n           STOP RUN.\n"
    before = text.replace("\n", newline).encode(encoding)
    after = patch_of(before, SCOPE, encoding, newline).changes[0].after
    wanted = text.replace("'é'.", "'é'\n           END-IF.").replace("\n", newline).encode(encoding)
    assert latin(after, encoding) == latin(wanted, encoding)
    assert after == wanted


def test_mixed_line_ends_follow_the_line():
    before = (HEAD + "           IF A = 1\n             EXIT.\r\n           IF A = 1\n             EXIT.\n").encode()
    after = patch_of(before, SCOPE, newline="mixed").changes[0].after.decode()
    assert after.endswith("EXIT\r\n           END-IF.\r\n           IF A = 1\n             EXIT\n           END-IF.\n")


def test_a_wide_encoding_stays():
    patch = patch_of((HEAD + "           IF A = 1 EXIT.\n").encode("utf-16-le"), SCOPE, "utf-16-le")
    assert patch.empty
    assert patch.notes == ("src/PROEF.cbl: COBOL in utf-16-le cannot be changed in place",)


def test_the_patch_is_one_hunk():
    patch = patch_of((HEAD + "           IF A = 1\n             EXIT.\n").encode(), SCOPE)
    assert patch.origin == "codemod:cobol-scope-terminators"
    assert b"-             EXIT.\n+             EXIT\n+           END-IF.\n" in unified(patch)


def test_deep_nesting():
    depth = 2000
    after = body("           IF A = 1\n" * depth + "           EXIT.\n", SCOPE)
    assert after.count("END-IF") == depth
