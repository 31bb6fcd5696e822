"""The other languages: paths, names that the linker joins, members behind a dot, what a shell script starts."""

import pytest

from .estate import edges, file, graph, kinds, link, reasons, unit

PATHS = {
    "beside": ("c", "src/a.c", '"util.h"', "src/util.h"),
    "from the root": ("c", "src/a.c", "<lib/util.h>", "lib/util.h"),
    "by its tail": ("cpp", "src/a.cpp", '"sub/deep.h"', "include/sub/deep.h"),
    "up": ("php", "web/shop/a.php", "../inc/db.php", "web/inc/db.php"),
    "a PHP class by its namespace": ("php", "web/a.php", "inc\\db", "web/inc/db.php"),
    "from the root of the web": ("jsp", "web/shop/deep/a.jsp", "/inc/db.php", "web/inc/db.php"),
    "without extension": ("javascript", "js/a.js", "./util", "js/util.js"),
    "a Perl module": ("perl", "bin/a.pl", "Shop::Cart", "lib/Shop/Cart.pm"),
    "behind a variable": ("ksh", "bin/a.ksh", "$HOME/etc/env.ksh", "etc/env.ksh"),
}
FILES = [
    *(file(path, "c") for path in ("src/util.h", "lib/util.h", "include/sub/deep.h")),
    file("web/inc/db.php", "php"),
    file("js/util.js", "javascript"),
    file("lib/Shop/Cart.pm", "perl"),
    file("etc/env.ksh", "ksh"),
]


@pytest.mark.parametrize(("language", "path", "target", "led"), PATHS.values(), ids=PATHS)
def test_an_include_leads_to(language, path, target, led):
    made = graph(file(path, language, link("include", target)), *FILES)
    assert edges(made) == [(path, "includes", led)]


NOT_HERE = {
    "a header of ours": ("c", '"gone.h"', "missing"),
    "a header of the system": ("c", "stdio.h", "external"),
    "between angle brackets": ("c", "<openssl/ssl.h>", "external"),
    "a page": ("php", "inc/gone.php", "missing"),
    "a package of the registry": ("javascript", "lodash", "untyped"),
    "another site": ("html", "https://cdn.example.org/x.js", "external"),
    "a class of a package": ("php", "Vendor\\Shop\\Cart", "untyped"),
    "a type library": ("vbproject", "..\\..\\system32\\stdole2.tlb", "external"),
    "a file of the machine": ("bash", "/etc/profile.d/x.sh", "external"),
    "a page that a descriptor names": ("xml", "/logon.jsp", "missing"),
    "an address that a descriptor names": ("xml", "/logon.do", "untyped"),
    "in a variable": ("php", "$file", "dynamic"),
}


@pytest.mark.parametrize(("language", "target", "reason"), NOT_HERE.values(), ids=NOT_HERE)
def test_an_include_that_is_not_here(language, target, reason):
    one = link("include", target, dynamic=target.startswith("$"))
    assert reasons(graph(file("a.x", language, one))) == {("includes", reason): 1}


def test_a_function_is_looked_up_in_all_files_and_first_at_home():
    helper = unit("function", "helper", 5, 6)
    other = file("b.c", "c", helper, unit("function", "far", 7, 8))
    calls = [link("call", name, 2) for name in ("helper", "far", "printf")]
    made = graph(file("a.c", "c", *calls, helper), other)
    assert edges(made) == [("a.c", "calls", "helper"), ("a.c", "calls", "far")]
    assert [made.by_id[edge.target].path for edge in made.edges] == ["a.c", "b.c"]


def test_names_of_visual_basic_are_folded():
    module = file("m.bas", "vb6", unit("module", "modKeten"), unit("function", "Bedrag", 2, 9))
    form = file("f.frm", "vb6", unit("form", "frmZoek"), link("call", "MODKETEN.bedrag", 3, "frmZoek"))
    made = graph(module, form, file("g.bas", "vb6", unit("module", "G"), link("call", "frmzoek.Show", 2, "G")))
    assert edges(made) == [("frmZoek", "calls", "modKeten.Bedrag"), ("G", "calls", "frmZoek")]


def test_a_name_that_very_many_define_keeps_the_nearest_only():
    many = [file(f"d{n}/x.c", "c", unit("function", "f", 1, 2)) for n in range(30)]
    made = graph(file("d7/a.c", "c", link("call", "f", 3)), *many)
    assert len(made.edges) == 8
    assert made.loose[0].candidates[0] == "function:d7/x.c#f"


def test_a_path_that_ends_very_many_paths_keeps_the_nearest_only():
    many = [file(f"d{n}/inc/x.h", "c") for n in range(30)]
    made = graph(file("d7/src/a.c", "c", link("include", "inc/x.h"), link("include", "x.h")), *many)
    assert edges(made)[0] == ("d7/src/a.c", "includes", "d0/inc/x.h")
    assert len(made.edges) == 8


SHELL = {
    "a Java class": (link("call", "nl.meerwijk.Main", how="java"), ("bin/a.ksh", "runs", "Main")),
    "another script": (link("call", "$BIN/b.ksh", how="script"), ("bin/a.ksh", "runs", "bin/b.ksh")),
    "SQL": (link("call", "sql/c.sql", how="sqlplus"), ("bin/a.ksh", "runs", "db/sql/c.sql")),
    "a script that is gone": (link("call", "gone.ksh", how="script"), ("bin/a.ksh", "runs", "gone.ksh")),
}


@pytest.mark.parametrize(("one", "edge"), SHELL.values(), ids=SHELL)
def test_a_shell_script_starts(one, edge):
    main = file("src/Main.java", "java", unit("package", "nl.meerwijk"), unit("class", "Main", 2))
    made = graph(file("bin/a.ksh", "ksh", one), file("bin/b.ksh", "ksh"), file("db/sql/c.sql", "plsql"), main)
    assert edges(made) == [edge]


def test_files_without_language_are_no_nodes_unless_something_refers_to_them():
    assert kinds(graph(file("logo.png", None), file("a.c", "c"))) == ["source a.c"]
