import pytest

PROGRAM = """\
using System;
using Kort = System.IO.File;
#if NET
namespace Soza.Uitkering
{
    public class Regel : Basis
    {
        public Regel(int bedrag, params string[] namen) : base(bedrag) { this.bedrag = bedrag; }
        ~Regel() { }
        public int this[int i] { get { return i > 0 ? i : -i; } set { bedrag = value; } }
        public int Bedrag { get { if (bedrag < 0) return 0; return bedrag; } }
        public static Regel operator +(Regel a, Regel b) { return a; }
        public static implicit operator int(Regel r) { return 1; }
        public int Tel(ref int a, int b)
        {
            if (a > 0 && b > 0 || !Leeg()) Log.Schrijf("x");
            else if (a < 0) throw new Fout("negatief");
            else { b = 1; }
            foreach (var r in regels) { for (;;) { break; } }
            switch (a) { case 1: case 2: goto default; default: break; }
            try { r?.Dicht(); } catch (Fout f) { } catch { } finally { }
            Func<int, int> som = (int q) => q > 0 ? 1 : 2;
            var t = Type.GetType(naam); Type.GetType("Soza.Regel");
            var s = a switch { 1 => 2, > 5 => 3, _ => 4 };
            using (var lezer = new StreamReader("regels.txt")) { }
            File.ReadAllText("stand.txt"); this.Tel(ref a, 1); a.b.Doe(); Maak<int>(1); new Lijst<int>();
            return a;
        }
    }
    struct Stand { } interface ITel { void Tel(); } enum Soort { A } record Paar(int A, int B);
}
#else
namespace Oud {
#endif
"""


def test_a_program(see):
    seen = see(PROGRAM, "csharp")
    assert (seen.unparsed, seen.units) == (
        [],
        [
            *("namespace Soza.Uitkering", "class Regel", "constructor Regel", "destructor Regel", "property this"),
            *("property Bedrag", "operator +", "operator int", "method Tel", "structure Stand", "interface ITel"),
            *("method Tel", "enum Soort", "record Paar"),
        ],
    )
    assert (seen.links("include"), seen.links("file")) == (["System", "System.IO.File"], ["regels.txt", "stand.txt"])
    assert seen.links("call") == [
        *("Leeg", "Log.Schrijf", "Fout", "Dicht", "Type.GetType?", "Type.GetType", "StreamReader"),
        *("File.ReadAllText", "Tel", "Doe", "Maak", "Lijst"),
    ]


def test_complexity_of_the_program(see):
    seen = see(PROGRAM, "csharp")
    # 1 + if + && + || + else if + foreach + for + 2 cases + 2 catches + ?: + 2 arms
    # if 1, two runs, else if 1, else 1, foreach 1, for 2, switch 1, goto 1, catches 2, ?: 2, switch 1
    assert seen.numbers("Tel") == (14, 15, 2)
    assert [seen.numbers(name) for name in ("this", "Bedrag", "+")] == [(2, 1, 1), (2, 1, 0), (1, 0, 2)]
    assert [unit.parameters for unit in seen.facts.units if unit.kind == "constructor"] == [2]


INCLUDES = {
    "plain": ("using System.Xml;", ["System.Xml"]),
    "static": ("using static System.Math;", ["System.Math"]),
    "another name": ("using A = B.C;", ["B.C"]),
    "another plain name": ("using A = B;", ["B"]),
    "no directive": ("class A { void B() { using (var c = D()) { } } }", []),
}


@pytest.mark.parametrize(("code", "targets"), INCLUDES.values(), ids=INCLUDES)
def test_includes(see, code, targets):
    seen = see(code, "csharp")
    assert (seen.unparsed, seen.links("include")) == ([], targets)


FLOW = {
    "nested": ("if (a) { while (b) { if (c) d(); } }", 4, 6),
    "patterns": ("return a switch { int b => 1, not null => 2, _ => 3 };", 3, 1),
    "an old delegate": ("d = delegate(int w) { if (w > 0) e(); };", 2, 2),
    "an inner function": ("int g(int b) { return b > 0 ? 1 : 2; } g(1);", 1, 0),
    "other operators": ("return a ?? b + c & d;", 1, 0),
}


@pytest.mark.parametrize(("body", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, body, cyclomatic, cognitive):
    seen = see(f"class A {{ int f(int a) {{ {body} }} }}", "csharp")
    assert (seen.unparsed, seen.numbers("f")) == ([], (cyclomatic, cognitive, 1))


def test_texts_and_comments(see):
    seen = see('/* a */ // b\nclass A { string c = "d", e = @"f\n"; char g = \'h\'; }\n', "csharp")
    assert (seen.pieces("comment"), seen.pieces("string")) == (["/* a */", "// b"], ['"d"', '@"f\n"', "'h'"])
    assert seen.sound
