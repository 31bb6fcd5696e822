import pytest

BODY = (
    "unit U;\ninterface\nimplementation\nprocedure F(a: Integer; const b, c: string; var d);\nbegin\n  {}\nend;\nend.\n"
)


def test_units(see):
    code = """unit A.B;
interface
uses C, D.E;
type
  TF = class(TG)
    constructor Create;
    property Color;
    property Size: Integer read FSize write SetSize[fsBig];
  end;
  IH = interface procedure I; end;
  TJ = record k: Integer; end;
  TL = 0..High;
procedure M; stdcall;
implementation
uses N in 'n.pas';
constructor TF.Create; begin inherited; end;
destructor TF.Destroy; begin end;
class function TF.O: Integer; begin end;
procedure M; procedure P; begin end; begin end;
function Q(r: Integer): Integer;
asm
  mov eax, r // end of it
end;
initialization
  M;
end.
"""
    seen = see(code, "pascal")
    units = ["unit A.B", "class TF", "interface IH", "record TJ", "constructor TF.Create", "destructor TF.Destroy"]
    assert (seen.unparsed, seen.units) == ([], [*units, "method TF.O", "procedure M", "procedure P", "function Q"])
    assert seen.links("include") == ["C", "D.E", "N"]


@pytest.mark.parametrize("kind", ["program", "library"])
def test_other_files(see, kind):
    seen = see(f"{kind} A;\nuses B in 'b.pas' {{BForm}};\nbegin\n  C;\nend.\n", "pascal")
    assert (seen.unparsed, seen.units, seen.links("call")) == ([], [f"{kind} A"], ["C"])


def test_a_package(see):
    seen = see("package A;\nrequires rtl, vcl;\ncontains B in 'b.pas', C;\nend.\n", "pascal")
    assert (seen.unparsed, seen.units, seen.links("include")) == ([], ["library A"], ["B", "C"])


CALLS = {
    "routine": ("A(B(1)); C;", ["A", "B", "C"]),
    "method": ("a.B(1); a.b.C; Self.D(2); TE.Create; a^.F;", ["a.B", "C", "D", "TE.Create", "F"]),
    "inherited": ("inherited Create(1); inherited;", ["Create"]),
    "bound at run time": ("x := CreateOleObject('A');", ["CreateOleObject?"]),
    "nothing": ("x := y; Exit; Break;", []),
}


@pytest.mark.parametrize(("code", "targets"), CALLS.values(), ids=CALLS)
def test_calls(see, code, targets):
    seen = see(BODY.format(code), "pascal")
    assert (seen.unparsed, seen.links("call")) == ([], targets)


FLOW = {
    "if": ("if a then b else if c then d else e;", 3, 3),
    "else with a block": ("if a then begin b end else begin c end;", 2, 2),
    "loops": ("for i := 1 to 2 do a; for x in y do b; while c do d; repeat e; until f;", 5, 4),
    "nested": ("while a do if b then c;", 3, 3),
    "case": ("case a of 1, 2: b; 3..4: c; else d; end;", 3, 1),
    "handlers": ("try a; except on E: X do b; on Y do c; end;", 3, 2),
    "a bare except": ("try a; except b; raise; end;", 2, 1),
    "finally": ("try a; finally b; end;", 1, 0),
    "conditions": ("if a and b and c or not d then e;", 5, 3),
    "jump": ("goto a; a: b;", 1, 1),
    "anonymous": ("x := procedure begin if a then b; end;", 2, 2),
    "nothing": ("x := a xor b; with c do d;", 1, 0),
}


@pytest.mark.parametrize(("code", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, code, cyclomatic, cognitive):
    seen = see(BODY.format(code), "pascal")
    assert (seen.unparsed, seen.numbers("F")) == ([], (cyclomatic, cognitive, 4))


def test_text(see):
    seen = see(BODY.format("{ a } x := 'b''c'; (* d *) // e"), "pascal")
    assert (seen.pieces("comment"), seen.pieces("string")) == (["{ a }", "(* d *)", "// e"], ["'b''c'"])
