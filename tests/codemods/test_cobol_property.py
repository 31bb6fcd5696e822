"""The COBOL codemods change nothing that a program does: shown with GnuCOBOL on written and on random programs."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse.cobol import CobolTree, parse_cobol

from .cobol_programs import SCOPE, SENTENCE, needs_cobc, patch_of, rewritten, run
from .cobol_random import PROGRAM_SENTENCES, Lines

START = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PROEF.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  A PIC 9.
       01  B PIC 9.
       01  N PIC 999 VALUE 0.
       01  T.
           05  E PIC 9 OCCURS 3 INDEXED BY I VALUE 1.
       PROCEDURE DIVISION.
       MAIN-LINE.
           PERFORM EACH-CASE
               VARYING A FROM 0 BY 1 UNTIL A > 2
               AFTER B FROM 0 BY 1 UNTIL B > 2.
           DISPLAY 'N = ' N.
           STOP RUN.
       EACH-CASE.
           DISPLAY 'CASE ' A B.
"""
WRITTEN = """\
           IF A = 1 IF B = 1 DISPLAY 'BOTH' ELSE DISPLAY 'ONLY A'.
           DISPLAY 'S1'.
           IF A = 1 IF B = 1 DISPLAY 'X' ELSE DISPLAY 'Y'
           ELSE DISPLAY 'Z'.
           DISPLAY 'S2'.
           IF A = 0 NEXT SENTENCE
           ELSE IF A = 1 DISPLAY 'ONE' ELSE DISPLAY 'TWO'.
           DISPLAY 'S3'.
           IF A = 0 IF B = 0 NEXT SENTENCE END-IF DISPLAY 'BEHIND'.
           DISPLAY 'S4'.
           IF A = 0 IF B = 0 NEXT SENTENCE
           ELSE DISPLAY 'B'. DISPLAY 'S5'.
           EVALUATE A WHEN 0 IF B = 0 DISPLAY 'E'
             WHEN 1 NEXT SENTENCE WHEN OTHER DISPLAY 'O'.
           DISPLAY 'S6'.
           PERFORM 2 TIMES IF A = B DISPLAY 'L' END-PERFORM.
           SET I TO 1
           SEARCH E AT END DISPLAY 'NONE' WHEN E (I) = A NEXT SENTENCE.
           DISPLAY 'S7'.
           ADD 600 TO N ON SIZE ERROR ADD 1 TO N.
           IF A = 2 ADD 700 TO N ON SIZE ERROR DISPLAY 'BIG'
               NOT ON SIZE ERROR IF B = 1 DISPLAY 'FITS' ELSE
               DISPLAY 'NO'.
           DISPLAY 'S8'.
"""


def modern(text: str) -> str:
    return rewritten(rewritten(text, SENTENCE), SCOPE)


def program(sentences: list[Lines]) -> str:
    """A program that runs every sentence for each pair of A and B and shows where it has been."""
    numbers = count(1)
    lines = []
    for sentence in sentences:
        lines += [*sentence, f"DISPLAY 'S{next(numbers)}'."]
    shown = "".join(f"           {line}\n" for line in lines)
    while "@" in shown:
        shown = shown.replace("@", f"D{next(numbers)}", 1)
    return START + shown


def tree_of(text: str) -> CobolTree:
    data = text.encode()
    return parse_cobol(SourceFile("PROEF.cbl", "cobol", data=data, size=len(data)), languages()["cobol"])


@needs_cobc
def test_written_programs_do_the_same(tmp_path: Path):
    before, after = START + WRITTEN, modern(START + WRITTEN)
    assert before.count("NEXT SENTENCE") - after.count("NEXT SENTENCE") == 4
    assert after.count("END-IF") > 10
    assert run(after, tmp_path / "after") == run(before, tmp_path / "before")


@needs_cobc
@settings(
    max_examples=4, deadline=None, derandomize=True, phases=(Phase.generate,), suppress_health_check=list(HealthCheck)
)
@given(sentences=st.lists(PROGRAM_SENTENCES, min_size=20, max_size=40))
def test_random_programs_do_the_same(sentences, tmp_path_factory):
    folder = tmp_path_factory.mktemp("random")
    before = program(sentences)
    assert run(modern(before), folder / "after") == run(before, folder / "before")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PROGRAM_SENTENCES, min_size=1, max_size=3))
def test_random_programs_keep_their_statements(sentences):
    before = program(sentences)
    old, new = tree_of(before), tree_of(modern(before))
    assert not old.unparsed
    assert not new.unparsed
    assert len(new.source.statements) == len(old.source.statements)
    assert len(new.source.sentences) == len(old.source.sentences)
    assert all(len(line) <= 72 for line in modern(before).splitlines())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PROGRAM_SENTENCES, min_size=1, max_size=3))
def test_what_stays_open_has_a_note(sentences):
    after = modern(program(sentences))
    is_open = [s for s in tree_of(after).source.statements if s.ended == "period"]
    assert bool(is_open) <= bool(patch_of(after.encode(), SCOPE).notes)


EXAMPLE = Path(__file__).parents[2] / "examples" / "bijstand-cobol"


@pytest.mark.skipif(not EXAMPLE.is_dir(), reason="the COBOL example is not in this checkout")
@pytest.mark.parametrize("path", sorted(EXAMPLE.rglob("*.c[bp][ly]")), ids=lambda path: path.name)
def test_the_example_is_understood_before_and_after(path):
    before = path.read_text("latin-1")
    assert not tree_of(before).unparsed
    assert not tree_of(modern(before)).unparsed
