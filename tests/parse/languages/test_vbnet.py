import pytest

LINKS = {
    "imports": ("Imports System.IO\nImports A = B.C\n", "include", ["System.IO", "B.C"]),
    "function": ("a(b(1))", "call", ["a", "b"]),
    "method": ("a.b(1)\na.b.c(2)\nMe.d(3)\nMyBase.e()", "call", ["a.b", "c", "d", "e"]),
    "statement": ("Foo\na.Bar\na.b.Baz", "call", ["Foo", "a.Bar", "Baz"]),
    "new": ("Dim a = New B(1)\nDim c As New D.E()", "call", ["B", "D.E"]),
    "within With": ("With a\n.b(1)\nEnd With", "call", ["b"]),
    "late bound": ('CallByName(a, "b", 1)\nx = CreateObject("c")', "call", ["CallByName?", "CreateObject?"]),
    "reflection": (
        "Activator.CreateInstance(a)\nType.GetType(b)",
        "call",
        ["Activator.CreateInstance?", "Type.GetType?"],
    ),
    "nothing": ("x = a", "call", []),
}


@pytest.mark.parametrize(("code", "kind", "targets"), LINKS.values(), ids=LINKS)
def test_links(see, code, kind, targets):
    text = code if kind == "include" else f"Module M\nSub S()\n{code}\nEnd Sub\nEnd Module\n"
    assert see(text, "vbnet").links(kind) == targets


def test_units(see):
    code = """Namespace A.B
Public Class C
  Public Sub New(ByVal d As Integer)
  End Sub
  Public Property E As String
    Get
      Return x
    End Get
  End Property
  <Serializable>
  Public Class F
    Function G(h As Integer, Optional i As String = "") As Integer
    End Function
  End Class
End Class
Structure J
  Dim k As Integer
End Structure
Interface L
  Sub M()
End Interface
Enum N
  O
End Enum
End Namespace
Module P
End Module
"""
    seen = see(code, "vbnet")
    units = ["namespace A.B", "class C", "constructor C", "property E", "class F", "method G", "structure J"]
    assert (seen.unparsed, seen.units) == ([], [*units, "interface L", "method M", "enum N", "module P"])
    assert seen.numbers("G")[2] == 2


FLOW = {
    "if": ("If a Then\nb()\nElseIf c Then\nd()\nElse\ne()\nEnd If", 3, 3),
    "if in a line": ("If a Then b() Else c()", 2, 2),
    "loops": (
        "For i = 1 To 2\nNext\nFor Each a In b\nNext\nWhile c\nEnd While\nDo While d\nLoop\nDo\nLoop Until e",
        6,
        5,
    ),
    "nested": ("While a\nIf b Then\nc()\nEnd If\nEnd While", 3, 3),
    "select": ("Select Case a\nCase 1, 2\nb()\nCase Is > 3\nCase Else\nEnd Select", 3, 1),
    "try": ("Try\na()\nCatch b As C When d\nCatch\nFinally\nEnd Try", 3, 2),
    "conditions": ("x = a AndAlso b AndAlso c OrElse Not d", 4, 2),
    "old conditions": ("If a And b Or _\n  c Then\nEnd If", 4, 3),
    "no conditions": ("x = a Xor b\ny = c & d Like e", 1, 0),
    "ternary": ("x = If(a, b, c)", 2, 1),
    "jump": ("GoTo a\na:", 1, 1),
    "lambda": ("x = Function(a) If(a, 1, 2)", 2, 2),
    "nothing": ("x = 1\nReturn x", 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    seen = see(f"Module M\nFunction F(a As Integer)\n{code}\nEnd Function\nEnd Module\n", "vbnet")
    assert (seen.unparsed, seen.numbers("F")) == ([], (cyclomatic, cognitive, 1))


def test_text(see):
    seen = see('Module M \' a\nREM b\nConst C = "d"\nEnd Module\n', "vbnet")
    assert (seen.pieces("comment"), seen.pieces("string")) == (["' a", "REM b"], ['"d"'])
