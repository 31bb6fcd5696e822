"""What Visual Basic refers to: calls, libraries, objects that are bound late, files."""

import pytest
from tests.parse.vb.reading import facts_of, in_sub, texts, tree_of

CALLS = {
    "call": ("Call Bewaar(a, b)", ["Bewaar"]),
    "implicit": ("Bewaar a, b", ["Bewaar"]),
    "without arguments": ("Bewaar", ["Bewaar"]),
    "of a member": ("kas.Sluit True", ["kas.Sluit"]),
    "of oneself": ("Me.Ververs", ["Ververs"]),
    "in a with block": (".Verwijder 3", ["Verwijder"]),
    "function": ("x = Netto(a) + kas.Saldo(b)", ["Netto", "kas.Saldo"]),
    "in a condition": ("If IsGeldig(x) Then Bewaar", ["IsGeldig", "Bewaar"]),
    "in another": ("Bewaar Netto(a)", ["Bewaar", "Netto"]),
    "equals in an argument": ("Bewaar a = b", ["Bewaar"]),
    "new": ("Set x = New Uitkering", ["Uitkering"]),
    "address": ("Sorteer AddressOf Vergelijk", ["Sorteer", "Vergelijk"]),
    "event": ("RaiseEvent Gewijzigd(x)", ["Gewijzigd"]),
    "of a library": ('Set x = CreateObject("ADODB.Connection")', ["ADODB.Connection"]),
    "none: assignment": ("x = 1", []),
    "none: element": ("Dim rij(3): rij(1) = rij(2)", []),
    "none: property": ("kas.Naam = 3", []),
    "none: property of an element": ("kassen(1).Naam = 3", ["kassen"]),
    "none: built in": ("x = Left(y, 3) & CStr(4)", []),
    "none: statement": ("Unload x: Exit Sub", []),
    "none: label": ("Verder:", []),
    "none: type": ("Dim x As Collection", []),
}


@pytest.mark.parametrize(("line", "expected"), CALLS.values(), ids=CALLS)
def test_calls(line, expected):
    assert texts(in_sub(line), "call") == expected


def link(line, kind):
    return next(link for link in facts_of(in_sub(line)).links if link.kind == kind)


def test_a_declare_is_a_call_into_a_library():
    text = 'Private Declare PtrSafe Function Tik Lib "kernel32" Alias "GetTickCount" () As Long\n'
    found = facts_of(text).links[0]
    assert (found.target, found.how, found.local) == ("kernel32.GetTickCount", "declare", "Tik")


def test_a_parameter_is_no_function():
    assert texts("Sub A(rij() As Long)\n x = rij(1)\nEnd Sub\nSub B()\n x = rij(1)\nEnd Sub\n", "call") == ["rij"]


@pytest.mark.parametrize("line", ["Set x = CreateObject(naam)", "CallByName x, naam, VbMethod"])
def test_what_is_only_known_at_run_time(line):
    assert link(line, "call").dynamic


def test_late_binding_is_marked():
    assert texts(in_sub('Set x = CreateObject("Excel.Application")', "Dim y As Object"), "late-binding") == [
        "Excel.Application",
        "y",
    ]


FILES = {
    "read": ('Open "klant.dat" For Input As #1', ("klant.dat", "read", False)),
    "write": ('Open "uit.txt" For Output As #1', ("uit.txt", "write", False)),
    "add": ('Open "log.txt" For Append As #1', ("log.txt", "write", False)),
    "update": ('Open "stam.dat" For Random As #1 Len = 80', ("stam.dat", "update", False)),
    "of a variable": ("Open pad For Binary Access Read As #1", ("pad", "update", True)),
    "of an expression": ('Open "a" & b For Input As #1', ("a", "read", True)),
}


@pytest.mark.parametrize(("line", "expected"), FILES.values(), ids=FILES)
def test_files(line, expected):
    found = link(line, "file")
    assert (found.target, found.access, found.dynamic) == expected


def test_an_interface_is_included():
    assert texts("Implements IUitkering\n", "include") == ["IUitkering"]


@pytest.mark.parametrize(("line", "resumes"), [("On Error Resume Next", True), ("On Error GoTo Fout", False)])
def test_error_handling_is_marked(line, resumes):
    mark = next(mark for mark in tree_of(in_sub(line)).marks() if mark.tag == "on-error")
    assert mark.attributes["resume_next"] is resumes


def test_the_end_statement_is_marked_and_no_end_of_a_block():
    assert len(texts(in_sub("If a Then End", "End"), "end-statement")) == 2


def test_names_beyond_ascii_are_decoded():
    assert texts(in_sub("Coördinatie 3"), "call") == ["Coördinatie"]
