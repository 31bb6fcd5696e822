"""SQL: [schema.]package.procedure in any case, bodies that belong to what declares them."""

import pytest

from .estate import edges, file, graph, link, program, reasons, unit

SPEC = file("sql/p.pks", "plsql", unit("package", "Pkg", 1, 9), unit("procedure", "DO_IT", 2, 3))
BODY = file(
    "sql/p.pkb",
    "plsql",
    unit("body", "pkg", 1, 50),
    unit("procedure", "do_it", 2, 9),
    unit("procedure", "helper", 10, 20),
)
ALONE = file("sql/a.sql", "plsql", unit("procedure", "soc.alone", 1, 20))
FOUND = {
    "package.procedure": ("pkg.do_it", "PKG.DO_IT"),
    "schema.package.procedure": ("SOC.PKG.DO_IT", "PKG.DO_IT"),
    "with quotes": ('"PKG"."DO_IT"', "PKG.DO_IT"),
    "alone, with schema": ("SOC.ALONE", "SOC.ALONE"),
    "alone, without": ("alone", "SOC.ALONE"),
    "alone, with another schema": ("OTHER.ALONE", "SOC.ALONE"),
    "a member that is not seen": ("pkg.constant", "PKG"),
}


@pytest.mark.parametrize(("target", "name"), FOUND.values(), ids=FOUND)
@pytest.mark.parametrize("host", ["plsql", "java", "cobol"])
def test_a_call_leads_to(host, target, name):
    made = graph(file("x/caller.x", host, link("call", target, how="sql")), SPEC, BODY, ALONE)
    assert [edge[2] for edge in edges(made)] == [name]


def test_package_and_body_are_one_node_with_two_places():
    made = graph(SPEC, BODY)
    (package,) = [node for node in made.nodes if node.kind == "package"]
    assert [place.path for place in package.places] == ["sql/p.pkb", "sql/p.pks"]


def test_inside_a_package_the_bare_name_is_enough():
    inside = file(*("sql/p.pkb", "plsql"), *BODY.units, link("call", "helper", 5, "do_it"))
    assert edges(graph(inside)) == [("PKG.DO_IT", "calls", "PKG.HELPER")]


NOT_HERE = {
    "supplied package": ("plsql", "dbms_output.put_line", "external"),
    "may be a collection": ("plsql", "l_rows.extend", "untyped"),
    "a procedure of T-SQL": ("tsql", "dbo.Gone", "missing"),
    "system procedure": ("tsql", "sp_executesql", "external"),
    "called from a program": ("cobol", "PKG_GONE.RUN", "missing"),
}


@pytest.mark.parametrize(("language", "target", "reason"), NOT_HERE.values(), ids=NOT_HERE)
def test_a_call_that_is_not_here(language, target, reason):
    assert reasons(graph(file("a.x", language, link("call", target, how="sql")))) == {("calls", reason): 1}


def test_dynamic_sql_is_named_with_its_place():
    (loose,) = graph(program("A", link("call", "", 7, how="sql", dynamic=True))).loose
    assert (loose.reason, loose.place.line) == ("dynamic", 7)


def test_a_script_in_a_parameter_is_dynamic():
    assert reasons(graph(file("sql/all.sql", "plsql", link("include", "@&&1")))) == {("includes", "dynamic"): 1}


def test_a_script_that_another_starts():
    made = graph(
        file("sql/all.sql", "plsql", link("include", "@tables/make.sql")), file("sql/tables/make.sql", "plsql")
    )
    assert edges(made) == [("sql/all.sql", "includes", "sql/tables/make.sql")]
