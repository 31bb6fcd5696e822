"""Languages read by patterns alone: what the bundled adapters find, and how the reader nests and loses its way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl import facts
from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import parse

NATURAL = """0010* Betaal de uitkeringen
0020DEFINE DATA LOCAL USING BETL001
0030LOCAL
00401 KLANT VIEW OF KLANTEN
0050  2 NAAM
0060END-DEFINE
0070READ KLANT BY NAAM
0080  IF NAAM = 'PERFORM X' /* CALLNAT 'NIET'
0090    CALLNAT 'BETN002' NAAM
0100  END-IF
0110  PERFORM TELLEN
0120END-READ
0130DEFINE SUBROUTINE TELLEN
0140  IF NAAM = ' '
0150    FETCH RETURN 'BETP003'
0160  END-IF
0170END-SUBROUTINE
0180END
"""
POWERBUILDER = """$PBExportHeader$w_klant.srw
forward
global type w_klant from w_basis
end type
type cb_ok from commandbutton within w_klant
end type
end forward

global type w_klant from w_basis
integer x = 1
end type

forward prototypes
public function integer of_bewaar (string as_naam)
end prototypes

public function integer of_bewaar (string as_naam);// FROM niets
if as_naam = "" then
    return of_fout("if then")
elseif IsNull(as_naam) and true then
    return -1
end if
UPDATE klant SET naam = :as_naam ;
return 1
end function

event open;call super::open;n_cst_klant lnv
lnv = create n_cst_klant
end event

on w_klant.create
end on
"""
RPG_FIXED = """     H DATEDIT(*YMD)
     FKLANT     IF   E           K DISK
      * CALL 'NIET'
     C                   CALL      'BETAAL'
     C                   EXSR      TEL
     C     TEL           BEGSR
     C     A             IFEQ      B
     C                   ENDIF
     C                   ENDSR
     P bewaar          B                   EXPORT
     P bewaar          E
"""
RPG_FREE = """**free
dcl-pr Betaal extpgm('BETPGM');
end-pr;
/copy 'qref/klant.rpgleinc'
dcl-proc bewaar export;
  // if x;
  if naam = 'endif;' and bedrag > 0;
    exec sql insert into klant values(:naam);
  elseif bedrag = 0;
    callp Betaal(naam);
  endif;
end-proc;
"""
GROOVY = """package nl.voorbeeld
import groovy.sql.Sql
/* class Niet { */
class Aanvraag extends Basis {
    String naam = "class X {"
    def bewaar(String x, Closure c = {}) {
        if (x && naam) { opslaan(x) }
        for (y in [1, 2]) { new Regel(y) }
    }
    private Aanvraag(int x) { }
}
"""
KSH = """#!/bin/ksh
. ./profiel.ksh
function laad {
  if [[ -f $1 ]]; then
    sqlplus -s $USER @sql/laad.sql
  else
    ./fout.ksh "if [ x ]"   # fi
  fi
  cat <<EINDE
  if then else
EINDE
}
verwerk() { for f in *; do laad $f && echo; done; }
case $1 in
  a|b) laad x ;;
  *) exit 1 ;;
esac
eval $2
"""
VBP = """Type=Exe
Reference=*\\G{00020430-0000-0000-C000-000000000046}#2.0#0#stdole2.tlb#OLE Automation
Object={6B7E6392-850A-101B-AFC0-4210102A8DA7}#1.3#0; COMCTL32.OCX
Form=Aanvraag.frm
Module=modKassa; Kassa.bas
FavorPentiumPro(tm)=0
"""
UNITS = {
    "natural": (NATURAL, [("program", 3), ("subroutine", 2)]),
    "powerbuilder": (POWERBUILDER, [("class", 1), ("function", 4), ("event", 1), ("event", 1)]),
    "rpg": (RPG_FIXED, [("program", 1), ("subroutine", 2), ("procedure", 1)]),
    "rpg free": (RPG_FREE, [("program", 1), ("procedure", 4)]),
    "groovy": (GROOVY, [("class", 1), ("method", 4), ("constructor", 1)]),
    "ksh": (KSH, [("script", 2), ("function", 2), ("function", 3)]),
    "vbproject": (VBP, [("project", 1)]),
}
LINKS = {
    "natural": (NATURAL, ["BETL001", "KLANTEN", "BETN002", "TELLEN", "BETP003"]),
    "powerbuilder": (POWERBUILDER, ["w_basis", "of_fout", "IsNull", "klant", "n_cst_klant"]),
    "rpg": (RPG_FIXED, ["KLANT", "BETAAL", "TEL"]),
    "rpg free": (RPG_FREE, ["BETPGM", "qref/klant.rpgleinc", "klant", "Betaal"]),
    "groovy": (GROOVY, ["groovy.sql.Sql", "opslaan", "Regel"]),
    "ksh": (KSH, ["./profiel.ksh", "sql/laad.sql", "./fout.ksh", ""]),
    "vbproject": (VBP, ["stdole2.tlb", "COMCTL32.OCX", "Aanvraag.frm", "Kassa.bas"]),
}


def tree_of(text, language, newline="\n"):
    data = text.replace("\n", newline).encode("latin-1")
    return parse(SourceFile(f"a.{language}", language, "latin-1", newline, data, len(data)), languages()[language])


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", UNITS)
def test_units_and_their_complexity(name, newline):
    text, expected = UNITS[name]
    tree = tree_of(text, name.split()[0], newline)
    assert [(unit.kind, unit.cyclomatic) for unit in facts.collect(tree).units] == expected
    assert tree.unparsed == ()


@pytest.mark.parametrize("name", LINKS)
def test_links(name):
    text, expected = LINKS[name]
    assert [link.target for link in facts.collect(tree_of(text, name.split()[0])).links] == expected


def test_how_and_access_come_from_the_adapter():
    found = facts.collect(tree_of(RPG_FREE, "rpg")).links
    assert [(link.how, link.access) for link in found if link.kind == "table"] == [("sql", "write")]


def test_what_is_dynamic_is_said():
    assert [link.how for link in facts.collect(tree_of(KSH, "ksh")).links if link.dynamic] == ["eval"]


def test_units_nest_by_their_braces():
    units = facts.collect(tree_of(GROOVY, "groovy")).units
    assert [(unit.name, unit.parent) for unit in units][1:] == [("bewaar", "Aanvraag"), ("Aanvraag", "Aanvraag")]


LOST = {
    "an end without a beginning": ("fi\n", "ksh", ["fi"]),
    "a beginning without an end": ("if x\nthen y\n", "ksh", ["if"]),
    "the inner of two": ("if x\nwhile y\nfi\n", "ksh", ["while"]),
    "a brace that never closes": ("class A {\n", "groovy", ["class A"]),
    "a line that no project has": ("Type=Exe\n<<<<<<< wie\n", "vbproject", ["<<<<<<< wie"]),
}


@pytest.mark.parametrize(("text", "language", "expected"), LOST.values(), ids=LOST)
def test_where_it_loses_its_way(text, language, expected):
    tree = tree_of(text, language)
    assert [tree.file.data[span.start : span.end].decode().strip() for span in tree.unparsed] == expected


SCANNED = sorted(language.id for language in languages().values() if language.parser == "lines")


@pytest.mark.parametrize("language", SCANNED)
@given(
    st.lists(
        st.sampled_from([*"{}()'\"/*\\\n;<&|$", "if ", "end ", "<<A", "class A", " then", "fi", "C "]), max_size=40
    )
)
def test_any_text_gives_marks_in_order(language, pieces):
    text = "".join(pieces)
    tree = tree_of(text, language)
    places = [(mark.span.start, -mark.span.end) for mark in tree.marks()]
    assert places == sorted(places)
    assert all(0 <= start <= -end <= len(text) for start, end in places)


HUGE = [
    "/*" * 50_000,
    '"' * 100_000,
    "<<A\n" * 20_000,
    "{" * 100_000,
    "if x\n" * 20_000,
    "(" * 100_000,
    "a." * 50_000,
    "\\" * 99_999,
]


@pytest.mark.parametrize("language", SCANNED)
@pytest.mark.parametrize("text", HUGE, ids=range(len(HUGE)))
def test_large(text, language):
    assert tree_of(text, language).marks() is not None
