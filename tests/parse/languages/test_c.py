import pytest

PROGRAM = """\
#include <stdio.h>
#include "uitkering.h"
#ifdef OUD
static int
#else
static long
#endif
tel(a, b) int a; int b; { return a + b; }

/* Leest de stand. */
static char **lees(const char *naam, void (*klaar)(int code, char *tekst), ...)
{
    FILE *stand = fopen("stand.dat", "r");
    if (!stand && naam) {
        goto fout;
    } else if (naam || (stand && klaar)) {
        klaar(1);
    } else {
        while (fgets(regel, 80, stand) != NULL)
            do { tel(1, 2); } while (0);
    }
    switch (fgetc(stand)) {
    case 'a':
    case 'b': dienst->open(naam); break;
    default: (*klaar)(2); tabel[3](1);
    }
    for (;;) { return naam ? 0 : lees(naam, klaar); }
fout:
    return 0;
}
"""


def test_a_program(see):
    seen = see(PROGRAM, "c")
    assert (seen.unparsed, seen.units) == ([], ["function tel", "function lees"])
    assert seen.links("include") == ["<stdio.h>", "uitkering.h"]
    calls = ["fopen", "klaar", "fgets", "tel", "fgetc", "dienst.open?", "klaar?", "tabel?", "lees"]
    assert (seen.links("call"), seen.links("file")) == (calls, ["stand.dat"])
    # 1 + if + && + else if + || + && + while + do + 2 cases + for + ?:
    # if 1, && 1, goto 1, else if 1, || 1, && 1, else 1, while 2, do 3, switch 1, for 1, ?: 2
    assert (seen.numbers("lees"), seen.numbers("tel")) == ((12, 16, 3), (1, 0, 2))
    assert (seen.facts.lines, seen.facts.code_lines) == (30, 28)


UNITS = {
    "a pointer": ("int *f(void) { return 0; }", ["function f"], 0),
    "a pointer to a pointer": ("int **f(int a, ...) { return 0; }", ["function f"], 2),
    "a pointer to a function": ("void (*f(int a))(int) { return 0; }", ["function f"], 1),
    "of Windows": ("int WINAPI f(HWND a, int b) { return 0; }", ["function f"], 2),
    "a declaration": ("int f(int a);\nextern int g(void) CHECK_RESULT;", [], 0),
    "a type": ("struct a { int b; };\ntypedef int (*c)(int d);", [], 0),
}


@pytest.mark.parametrize(("code", "units", "parameters"), UNITS.values(), ids=UNITS)
def test_units(see, code, units, parameters):
    seen = see(code, "c")
    assert (seen.unparsed, seen.units) == ([], units)
    assert sum(unit.parameters for unit in seen.facts.units) == parameters


SQL = """\
int betaal(void) {
    EXEC SQL SELECT naam INTO :naam FROM burger WHERE nr = :nr;
    if (sqlca.sqlcode) EXEC SQL ROLLBACK; else bericht(1);
    EXEC SQL UPDATE dossier SET stand = 'B;C' WHERE nr = :nr;
    EXEC SQL EXECUTE
      BEGIN betaling.maak(:nr); END;
    END-EXEC;
    EXEC SQL PREPARE s FROM :tekst;
    return 1;
}
"""


def test_sql_between_the_statements(see):
    seen = see(SQL, "c")
    tables = [(link.target, link.access, link.line) for link in seen.facts.links if link.kind == "table"]
    assert tables == [("BURGER", "read", 2), ("DOSSIER", "update", 4)]
    assert (seen.unparsed, seen.numbers("betaal"), seen.links("call")) == ([], (2, 2, 0), ["bericht", "TEKST?"])


def test_both_branches_are_seen_where_each_stands_by_itself(see):
    code = "#ifdef A\nint f(void) { return a(); }\n#else\nint f(void) { return b(); }\n#endif\n"
    seen = see(code, "c")
    assert (seen.units, seen.links("call"), seen.facts.code_lines) == (["function f"] * 2, ["a", "b"], 5)


def test_texts_and_comments(see):
    seen = see("/* a */ char *b = \"c\"; // d\nchar e = 'f';\n", "c")
    assert (seen.pieces("comment"), seen.pieces("string")) == (["/* a */", "// d"], ['"c"', "'f'"])
    assert seen.sound


HEADERS = {
    "a class": ("class A {\n public:\n  int b;\n};\n", "cpp"),
    "a namespace": ("#pragma once\nnamespace a {\nint f();\n}\n", "cpp"),
    "a template": ("template <class T> T f(T);\n", "cpp"),
    "a library of C++": ("#include <vector>\nextern int a;\n", "cpp"),
    "using": ("using namespace std;\n", "cpp"),
    "of C": (
        "#ifndef A_H\n#define A_H\n#include <stdio.h>\nstruct a { int class_; };\nint f(int using);\n#endif\n",
        "c",
    ),
    "words in a comment": ("/* a class of\n * public functions: */\nint f(void);\n", "c"),
    "empty": ("", "c"),
}


@pytest.mark.parametrize(("text", "language"), HEADERS.values(), ids=HEADERS)
def test_a_header_is_told_by_what_it_shows(known, text, language):
    assert (known("a.h", text), known("a.c", text), known("a.cpp", text)) == (language, "c", "cpp")
