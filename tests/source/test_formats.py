"""One program in every encoding and record format: the same facts and findings, and its bytes come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl import catalog, codemods, facts, source
from legacyctl.catalog import languages
from legacyctl.config import SourceConfig
from legacyctl.debt import match
from legacyctl.model import Grade, SourceFile, Task
from legacyctl.parse import parse

COBOL = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. BYS020.
      * Vermogenstoets [bijstand] in één keer                           00000100
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT INVOER ASSIGN TO INVOER.
       DATA DIVISION.
       FILE SECTION.
       FD  INVOER.
           COPY BYSREC.
       WORKING-STORAGE SECTION.
       77  TELLER PIC 9(4) VALUE 0.
       01  MELDING PIC X(20) VALUE 'TE VEEL [É]!'.
       PROCEDURE DIVISION.
       BEGIN-PROGRAMMA.
           PERFORM TOETS THRU TOETS-EINDE
           IF TELLER > 3 GO TO BEGIN-PROGRAMMA.
           CALL 'BYS030' USING TELLER.
           STOP RUN.
       TOETS.
           IF TELLER = 0 AND MELDING = SPACES NEXT SENTENCE
           ELSE ADD 1 TO TELLER.
       TOETS-EINDE.
           EXIT.
"""
JCL = """\
//BYSMAAND JOB (BIJST),'MAANDRUN',CLASS=A,
//             MSGCLASS=X                      in één keer [alles]!     00000200
//         SET OMG=PROD
//STAP1    EXEC PGM=BYS010
//UITVOER  DD DSN=GEM.&OMG..SELECT,DISP=(NEW,CATLG)
//STAP2    EXEC PGM=BYS020,PARM='café'
//INVOER   DD DSN=GEM.PROD.SELECT,DISP=SHR
//         DD DSN=GEM.PROD.EXTRA,DISP=SHR
//SYSIN    DD *
 GEMEENTE=0114
/*
//GOED     IF (STAP2.RC = 0 & STAP1.RC < 5) THEN
//STAP3    EXEC PGM=IKJEFT01
//SYSTSIN  DD *
  RUN PROGRAM(BYS030) -
      PLAN(BYSPLAN)
/*
//         ENDIF
"""
BMS = """\
* Scherm voor de toets, in één keer
BYSMAP   DFHMSD TYPE=&SYSPARM,MODE=INOUT,LANG=COBOL
BYSM1    DFHMDI SIZE=(24,80)
BSN      DFHMDF POS=(1,2),LENGTH=9,ATTRB=(UNPROT,NUM),                 X
               INITIAL='één [BSN]!'
         DFHMSD TYPE=FINAL
         END
"""
PROGRAMS = {"BYS020.cbl": COBOL, "BYSMAAND.jcl": JCL, "BYSMAP.bms": BMS}


def cards(codec, length=80):
    return lambda text: b"".join(line.ljust(length).encode(codec) for line in text.splitlines())


def lines(codec, end="\n", head="", tail=""):
    return lambda text: (head + text.replace("\n", end) + tail).encode(codec)


# The encoding that must be found, the length of the records, the way to write it, what is configured.
FORMS = {
    "UTF-8 with its mark": ("utf-8", 0, lines("utf-8", head="\ufeff"), {}),
    "UTF-8, CR LF": ("utf-8", 0, lines("utf-8", "\r\n"), {}),
    "UTF-8, CR": ("utf-8", 0, lines("utf-8", "\r"), {}),
    "UTF-8, end of file of DOS": ("utf-8", 0, lines("utf-8", "\r\n", tail="\x1a"), {}),
    "cp1252": ("cp1252", 0, lines("cp1252"), {}),
    "UTF-16": ("utf-16-le", 0, lines("utf-16-le", head="\ufeff"), {}),
    "UTF-16, CR LF": ("utf-16-be", 0, lines("utf-16-be", "\r\n", head="\ufeff"), {}),
    "cp037, NEL": ("cp037", 0, lines("cp037", "\x85"), {}),
    "cp037, CR LF, end of file": ("cp037", 0, lines("cp037", "\r\n", tail="\x1a"), {}),
    "cp500, NEL": ("cp500", 0, lines("cp500", "\x85"), {}),
    "cp1047, LF": ("cp1047", 0, lines("cp1047"), {}),
    "cp1047, NEL": ("cp1047", 0, lines("cp1047", "\x85"), {}),
    "cp1140, NEL": ("cp1140", 0, lines("cp1140", "\x85"), {"encodings": {"*": "cp1140"}}),
    "cp037, cards": ("cp037", 80, cards("cp037"), {}),
    "cp500, cards": ("cp500", 80, cards("cp500"), {}),
    "cp1047, cards": ("cp1047", 80, cards("cp1047"), {}),
    "cp1252, cards": ("cp1252", 80, cards("cp1252"), {}),
    "cp1047, records of 133": ("cp1047", 133, cards("cp1047", 133), {"records": {"*": 133}}),
}
BOTH = [pytest.param(name, form, id=f"{name}-{form}") for name in PROGRAMS for form in FORMS]


def seen(file):
    """What is told of a file, without offsets and sizes."""
    assert file.problem == ""
    tree = parse(file, languages()[file.language])
    known = facts.collect(tree)
    found = match(tree, known, tuple(catalog.rules().values()))
    units = [(u.kind, u.name, at(u.span), u.lines, u.cyclomatic, u.cognitive, u.parent, u.dead) for u in known.units]
    findings = [(f.rule, f.unit, f.snippet, at(f.span)) for f in found]
    texts = [(mark.tag, mark.text.strip(), at(mark.span)) for mark in tree.marks()]
    return units, known.links, findings, texts, (known.unparsed, known.lines, known.code_lines)


def at(span):
    return span.first_line, span.last_line


@pytest.mark.parametrize(("name", "form"), BOTH)
def test_every_form_gives_the_same_facts_and_findings(file_of, name, form):
    codec, record, written, config = FORMS[form]
    file = file_of(written(PROGRAMS[name]), name, **config)
    assert (file.encoding, file.record) == (codec, record)
    for told, expected in zip(seen(file), seen(file_of(PROGRAMS[name].encode(), name)), strict=True):
        assert told == expected


@pytest.mark.parametrize(("name", "form"), BOTH)
def test_every_form_comes_back_as_its_bytes(file_of, name, form):
    _, _, written, config = FORMS[form]
    file = file_of(written(PROGRAMS[name]), name, **config)
    text = source.legible(file) if file.record else file.text
    assert source.encode(file, text) == file.data == written(PROGRAMS[name])


@pytest.mark.parametrize("name", PROGRAMS)
def test_places_in_records_are_those_of_the_file(file_of, name):
    file = file_of(cards("cp500")(PROGRAMS[name]), name)
    marks = parse(file, languages()[file.language]).marks()
    strings = [file.data[m.span.start : m.span.end].decode("cp500") for m in marks if m.tag == "string"]
    assert strings == [m.text for m in marks if m.tag == "string"] != []
    assert all(m.span.first_line == m.span.start // 80 + 1 for m in marks)


CARD = st.text(st.sampled_from("/*ABDEP '(),=.é\x85\n"), max_size=80)


@given(st.lists(CARD, min_size=1, max_size=6), st.sampled_from(["jcl", "cobol", "bms"]), st.sampled_from([80, 100]))
def test_places_never_leave_a_file_of_records(found, language, length):
    data = b"".join(card.ljust(length).encode("cp500") for card in found)
    tree = parse(SourceFile("a", language, "cp500", "", data, len(data), record=length), languages()[language])
    spans = [*tree.unparsed, *(mark.span for mark in tree.marks())]
    assert all(0 <= span.start <= span.end <= len(data) for span in spans)
    assert all(
        span.first_line == min(span.start, len(data) - 1) // length + 1 for span in spans if span.start < span.end
    )
    assert facts.collect(tree).lines == len(found)


@pytest.mark.parametrize("codemod", ["cobol-next-sentence", "cobol-scope-terminators"])
def test_records_are_not_changed_in_place_and_the_reason_is_given(file_of, codemod):
    file = file_of(cards("cp037")(COBOL), "BYS020.cbl")
    task = Task("t1", "", file.path, "cobol", (), (), Grade.E1, codemod=codemod)
    patch = codemods.rewrite(file, task)
    assert patch.empty
    assert patch.notes == ("BYS020.cbl: left as it is: in fixed records of 80 bytes a change is not made in place",)
    assert codemods.rewritten(file, codemod) == file.data


def test_the_same_program_in_lines_is_changed(file_of):
    file = file_of(lines("cp1047", "\x85")(COBOL), "BYS020.cbl")
    assert "CONTINUE" in codemods.rewritten(file, "cobol-next-sentence").decode("cp1047")


def test_a_file_of_cards_is_read_whatever_its_configuration_says_of_others(tmp_path):
    (tmp_path / "A.cbl").write_bytes(cards("cp037")(COBOL))
    config = SourceConfig(records={"B.cbl": 72})
    assert source.read_file(tmp_path, "A.cbl", config, languages()).record == 80
