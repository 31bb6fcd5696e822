"""Units of Visual Basic: modules, forms and classes with their procedures, properties and types."""

import pytest
from tests.parse.vb.reading import facts_of, in_sub, lost, texts, tree_of, unit

FORM = """VERSION 5.00
Object = "{6B7E6392-850A-101B-AFC0-4210102A8DA7}#1.3#0"; "COMCTL32.OCX"
Begin VB.Form frmAanvraag
   Caption         =   "Aanvraag: nieuw"
   Icon            =   "Aanvraag.frx":0000
   BeginProperty Font
      Name            =   "Tahoma"
   EndProperty
   Begin VB.CommandButton cmdOpslaan
      Caption         =   "&Opslaan"
   End
End
Attribute VB_Name = "frmAanvraag"
Option Explicit

Private Sub cmdOpslaan_Click()
    Bewaar
End Sub
"""
CLASS = """VERSION 1.0 CLASS
BEGIN
  MultiUse = -1  'True
END
Attribute VB_Name = "Uitkering"
Private mBedrag As Currency

Public Property Get Bedrag() As Currency
    Bedrag = mBedrag
End Property

Public Property Let Bedrag(ByVal waarde As Currency)
    mBedrag = waarde
End Property

Friend Static Function Netto(ByVal bruto As Currency, Optional korting As Currency = 0, ParamArray rest()) As Currency
    Netto = bruto - korting
End Function
"""


def names(text, path="Kassa.bas"):
    return [(unit.kind, unit.name) for unit in facts_of(text, path).units]


def test_a_form_is_named_by_its_attribute_and_holds_its_handlers():
    assert names(FORM, "Aanvraag.frm") == [("form", "frmAanvraag"), ("procedure", "cmdOpslaan_Click")]


def test_the_designer_names_controls_and_libraries():
    marks = tree_of(FORM, "Aanvraag.frm").marks()
    controls = [(mark.text, mark.attributes["type"]) for mark in marks if mark.tag == "control"]
    assert controls == [("frmAanvraag", "VB.Form"), ("cmdOpslaan", "VB.CommandButton")]
    assert [mark.text for mark in marks if mark.tag == "include"] == ["COMCTL32.OCX"]


def test_nothing_of_the_designer_is_lost_or_called():
    assert tree_of(FORM, "Aanvraag.frm").unparsed == ()
    assert [link.target for link in facts_of(FORM, "Aanvraag.frm").links if link.kind == "call"] == ["Bewaar"]


def test_a_class_with_its_properties():
    assert names(CLASS, "Uitkering.cls") == [
        ("class", "Uitkering"),
        ("property", "Bedrag"),
        ("property", "Bedrag"),
        ("function", "Netto"),
    ]


def test_parameters_are_counted_as_declared():
    assert unit(CLASS, "Netto", "Uitkering.cls").parameters == 3
    assert texts("Sub A(ByVal b As Long, c(), Optional d = 1)\nEnd Sub\n", "parameter") == ["", "", ""]


def test_a_module_without_attribute_has_the_name_of_its_file():
    assert names("Sub A()\nEnd Sub\n")[0] == ("module", "Kassa")


def test_types_and_enums_are_units_whatever_their_members_are_called():
    text = (
        "Type Persoon\n  Sub As Long\n  Next As String\n  Type As Integer\nEnd Type\nEnum Soort\n  Ja = 1\nEnd Enum\n"
    )
    assert names(text)[1:] == [("type", "Persoon"), ("enum", "Soort")]
    assert lost(text) == []


def test_a_class_of_vbscript():
    assert ("class", "Teller") in names("Class Teller\n  Sub Tel()\n  End Sub\nEnd Class\n", "teller.vbs")


def test_a_procedure_on_one_line():
    assert names("Public Sub Leeg(): End Sub\nSub B()\nEnd Sub\n")[1:] == [("procedure", "Leeg"), ("procedure", "B")]


def test_a_procedure_that_never_ends_gives_its_head_as_unparsed():
    text = "Sub A()\n x = 1\nSub B()\nEnd Sub\n"
    assert names(text)[1:] == [("procedure", "A"), ("procedure", "B")]
    assert lost(text) == ["Sub A()"]


@pytest.mark.parametrize("text", ["End Sub\n", "Next\n", "Loop\n", "End If\n", "Wend\n"])
def test_an_end_without_a_beginning_is_unparsed(text):
    assert lost(text) == [text.strip()]


@pytest.mark.parametrize("line", ["* wat", ") x", "\x01\x02", "= 3"])
def test_what_no_statement_begins_with_is_unparsed(line):
    assert lost(in_sub(line)) == [line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "10 x = 1",
        "Fout: x = 1",
        "#If VBA7 Then",
        "#Const A = 1",
        "[een naam] = 3",
        ".Top = 1",
        "!Naam = 2",
        'Print #1, "a"; b',
        "Rem dit is niets",
        "x = #1/2/2003#",
        "x = &HFF& And 2",
        "If a Then: b: c",
        "If a Then b Else c: d",
        "For i = 1 To 3: Next",
        "Do While a: b: Loop",
        "Line Input #1, s",
        "Mid$(s, 1) = t",
        "Let a = 1",
    ],
)
def test_statements_that_are_understood(line):
    assert lost(in_sub(line)) == []


def test_without_an_attribute_the_outermost_control_names_the_form():
    text = "VERSION 5.00\nBegin VB.Form frmKlant\n  Begin VB.TextBox txtNaam\n  End\nEnd\nSub A()\nEnd Sub\n"
    assert names(text, "Klant.frm")[0] == ("form", "frmKlant")


def test_a_method_that_never_ends_leaves_its_class_open():
    text = "Class Teller\nSub A()\nSub B()\nEnd Sub\nEnd Class\n"
    assert names(text, "teller.vbs")[1:] == [("class", "Teller"), ("procedure", "A"), ("procedure", "B")]
    assert lost(text) == ["Sub A()"]


def test_a_declare_without_a_library_is_unparsed():
    assert lost("Declare Function Tik ()\n") == ["Declare Function Tik ()"]
