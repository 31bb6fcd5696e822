import pytest

BODY = """\
package body P is
   procedure F (A, B : Integer; C : in out Float := 1.0) is
   begin
      {}
   end F;
end P;
"""


def test_units(see):
    code = """package A.B is
   procedure Declared;
   task type T;
end A.B;
package body A.B is
   procedure C is begin null; end C;
   function "+" (L, R : X) return X is begin return L; end "+";
   function D (I : Integer) return Integer is (I + 1);
   procedure E is null;
   task body T is begin null; end T;
   protected body G is entry H when X is begin null; end H; end G;
   procedure Later is separate;
end A.B;
"""
    seen = see(code, "ada")
    units = ["package A.B", "body A.B", "procedure C", 'function "+"', "function D", "procedure E", "task T"]
    assert (seen.unparsed, seen.units) == ([], [*units, "protected G", "entry H"])
    assert [seen.numbers(name)[2] for name in ('"+"', "D", "E")] == [2, 1, 0]


LINKS = {
    "with": (
        "with Ada.Text_IO, B; use Ada.Text_IO;\nprivate with C.D;\nprocedure P is begin null; end P;",
        "include",
        ["Ada.Text_IO", "B", "C.D"],
    ),
    "separate": ("separate (A.B) procedure C is begin null; end C;", "include", ["A.B"]),
    "procedures": (BODY.format("D; E.F.G (1); H (I (2));"), "call", ["D", "E.F.G", "H", "I"]),
    "nothing": (BODY.format("X := Y;"), "call", []),
}


@pytest.mark.parametrize(("code", "kind", "targets"), LINKS.values(), ids=LINKS)
def test_links(see, code, kind, targets):
    seen = see(code, "ada")
    assert (seen.unparsed, seen.links(kind)) == ([], targets)


FLOW = {
    "if": ("if X then null; elsif Y then null; else null; end if;", 3, 3),
    "loops": ("for I in 1 .. 2 loop null; end loop; while X loop null; end loop;", 3, 2),
    "a loop without a scheme": ("loop exit when X; end loop;", 2, 1),
    "nested": ("while X loop if Y then null; end if; end loop;", 3, 3),
    "case": ("case X is when 1 | 2 => null; when 3 => null; when others => null; end case;", 3, 1),
    "exceptions": ("begin null; exception when A => null; when others => raise; end;", 3, 2),
    "conditions": ("X := A and then B and then C and then (D or else not E);", 5, 2),
    "expressions": ("X := (if A then 1 elsif B then 2 else 3); Y := (case C is when 1 => 2, when others => 3);", 4, 4),
    "quantifiers": ("X := (for all I in 1 .. 2 => A (I));", 2, 1),
    "jumps": ("L : loop exit L when X; end loop L; goto M; <<M>> null;", 2, 3),
    "select": ("select accept E; or delay 1.0; else null; end select;", 1, 0),
    "nothing": ("X := Y; return;", 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    seen = see(BODY.format(code), "ada")
    assert (seen.unparsed, seen.numbers("F")) == ([], (cyclomatic, cognitive, 3))


def test_text(see):
    seen = see(BODY.format("Put (\"a\", 'b'); -- c"), "ada")
    assert (seen.pieces("string"), seen.pieces("comment")) == (['"a"', "'b'"], ["-- c"])
