import pytest

PROGRAM = """\
#include <vector>
#include "uitkering.h"
namespace soza { namespace {
class Regel : public Basis {
public:
    Regel(int bedrag) : bedrag_(bedrag) { if (bedrag < 0) throw Fout("x"); }
    ~Regel() {}
    int bedrag() const { return bedrag_ > 0 and actief || !oud ? 1 : 2; }
    template<class T> T als(T waarde) { return waarde; }
    operator bool() { return true; }
    Regel& operator=(const Regel& ander) { return *this; }
    static int* geef() { return nullptr; }
    virtual void niets() = 0;
};
struct Stand { int nr; };
enum class Soort { A, B };
}}
int& Regel::telOp(int a, int b = 2, ...) {
    for (auto regel : regels) {
        try { regel->tel(a); } catch (const Fout& fout) { log::schrijf(fout); } catch (...) { }
    }
    auto som = [&](int q) { if (q) return q; return 0; };
    std::ifstream invoer("regels.txt");
    new Regel(1); std::make_unique<Stand>(); this->bedrag(); a.b.c();
    switch (a) { case 1: break; default: break; }
    if (a) b = 1; else b = 2;
    return som(a);
}
template <> void Lijst<int>::leeg() {}
Regel::~Regel() {}
int main(int argc, char** argv) { return 0; }
"""


def test_a_program(see):
    seen = see(PROGRAM, "cpp")
    assert (seen.unparsed, seen.units) == (
        [],
        [
            *("namespace soza", "class Regel", "constructor Regel", "method ~Regel", "method bedrag", "method als"),
            *("method bool", "method operator=", "method geef", "structure Stand", "enum Soort"),
            *("method Regel::telOp", "method Lijst<int>::leeg", "method Regel::~Regel", "function main"),
        ],
    )
    assert (seen.links("include"), seen.links("file")) == (["<vector>", "uitkering.h"], ["regels.txt"])
    calls = ["Fout", "regel.tel", "log::schrijf", "Regel", "std.make_unique", "bedrag", "c", "som"]
    assert seen.links("call") == calls


def test_complexity_of_the_program(see):
    seen = see(PROGRAM, "cpp")
    # 1 + for + 2 catches + if (in the lambda) + case + if
    # for 1, catches 2 + 2, if in the lambda 2, switch 1, if 1, else 1
    assert seen.numbers("Regel::telOp") == (7, 10, 3)
    # 1 + ?: + and + ||; ?: 1 and two runs
    assert seen.numbers("bedrag") == (4, 3, 0)
    assert (seen.numbers("Regel"), seen.numbers("main")) == ((1, 0, 0), (1, 0, 2))


UNITS = {
    "a method outside": ("int A::b(int c) { return c; }", ["method A::b"]),
    "that gives a pointer": ("int *A::b() { return 0; }\nint *c() { return 0; }", ["method A::b", "function c"]),
    "an operator": ("bool A::operator<(const A& b) const { return true; }", ["method A::operator<"]),
    "a conversion": ("A::operator int() const { return 1; }", ["method int"]),
    "a template": ("template <class T> class A { void b() { } };", ["class A", "method b"]),
    "behind a macro": ("LIB_API class A { };\nextern void LIB_CALL b(int);", ["class A"]),
    "a declaration": ("class A;\nenum B : int;\nint c();\nstruct D *e;", []),
    "names with their path": ("namespace a::b { }", ["namespace a::b"]),
}


@pytest.mark.parametrize(("code", "units"), UNITS.values(), ids=UNITS)
def test_units(see, code, units):
    seen = see(code, "cpp")
    assert (seen.unparsed, seen.units) == ([], units)


FLOW = {
    "else if": ("if (a) b(); else if (c) d(); else e();", 3, 3),
    "loops": ("for (;;) {} while (a) {} do {} while (b);", 4, 3),
    "words for signs": ("return a and b or not c;", 3, 2),
    "a run": ("return a && b && c;", 3, 1),
    "a jump": ("goto a; a: b();", 1, 1),
    "a lambda": ("auto a = [] { return b ? 1 : 2; };", 2, 2),
    "nothing": ("try { a(); } catch (...) { throw; }", 2, 1),
}


@pytest.mark.parametrize(("body", "cyclomatic", "cognitive"), FLOW.values(), ids=FLOW)
def test_complexity(see, body, cyclomatic, cognitive):
    seen = see(f"int f(int a) {{ {body} }}", "cpp")
    assert (seen.unparsed, seen.numbers("f")) == ([], (cyclomatic, cognitive, 1))


def test_texts_and_comments(see):
    seen = see('/* a */ auto b = "c"; // d\nauto e = R"(f\n)";\n', "cpp")
    assert (seen.pieces("comment"), seen.pieces("string")) == (["/* a */", "// d"], ['"c"', 'R"(f\n)"'])
    assert seen.sound
