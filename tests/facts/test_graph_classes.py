"""Java and C#: a name leads to a class through imports, the package and what is nested."""

import pytest

from .estate import edges, file, graph, kinds, link, reasons, unit


def java(package, name, *pieces, folder="src"):
    """A class with a method `run` in a file of its own."""
    path = f"{folder}/{package.replace('.', '/')}/{name}.java"
    return file(path, "java", unit("package", package), unit("class", name, 3), *pieces)


def uses(*links, package="nl.meerwijk.leges"):
    return java(package, "Main", unit("method", "run", 4, 90), *links)


def call(target, **more):
    return link("call", target, 10, "run", **more)


def imports(target):
    return link("include", target, 2, "nl.meerwijk.leges")


OTHER = java("nl.meerwijk.dao", "Dao", unit("method", "read", 5, 6), unit("class", "Row", 8, 9))
FOUND = {
    "imported": ([imports("nl.meerwijk.dao.Dao"), call("Dao")], "Dao"),
    "imported with its package": ([imports("nl.meerwijk.dao.*"), call("Dao")], "Dao"),
    "a static method": ([imports("nl.meerwijk.dao.Dao"), call("Dao.read")], "Dao.read"),
    "a member that is not seen": ([imports("nl.meerwijk.dao.Dao"), call("Dao.other")], "Dao"),
    "by its full name": ([call("nl.meerwijk.dao.Dao")], "Dao"),
    "nested": ([imports("nl.meerwijk.dao.Dao.Row"), call("Row")], "Dao.Row"),
    "own method": ([call("run")], "Main.run"),
}


@pytest.mark.parametrize(("links", "name"), FOUND.values(), ids=FOUND)
def test_a_call_leads_to(links, name):
    made = graph(uses(*links), OTHER)
    assert [edge[2] for edge in edges(made, "calls")] == [name]


def test_the_same_package_needs_no_import():
    made = graph(uses(call("Dao"), package="nl.meerwijk.dao"), OTHER)
    assert edges(made) == [("Main.run", "calls", "Dao")]


def test_a_type_that_is_named_is_one_that_is_used():
    named = [link("include", "Dao", 3, "Main"), link("include", "T", 3, "Main")]
    made = graph(uses(*named, package="nl.meerwijk.dao"), OTHER)
    assert edges(made) == [("Main", "includes", "Dao")]
    assert reasons(made) == {("includes", "resolved"): 1}


def test_a_class_of_another_package_is_not_seen_without_import():
    assert reasons(graph(uses(call("Dao")), OTHER)) == {("calls", "untyped"): 1}


def test_the_import_chooses_between_classes_of_one_name():
    made = graph(uses(imports("a.b.Dao"), call("Dao")), OTHER, java("a.b", "Dao"))
    assert {made.by_id[one.target].path for one in made.edges} == {"src/a/b/Dao.java"}


NOT_HERE = {
    "platform": ("java.util.List", "external", "external java.util"),
    "library": ("org.example.log.Logger", "external", "external org.example.log"),
    "a class of ours that is gone": ("nl.meerwijk.leges.Gone", "missing", "class nl.meerwijk.leges.Gone"),
    "a library package": ("org.example.log.*", "external", "external org.example.log"),
}


@pytest.mark.parametrize(("target", "reason", "name"), NOT_HERE.values(), ids=NOT_HERE)
def test_an_import_that_is_not_here(target, reason, name):
    made = graph(uses(imports(target)))
    assert reasons(made) == {("includes", reason): 1}
    assert name in kinds(made)


LOOSE = {
    "on an object": (call("dao.read"), "untyped"),
    "a class of java.lang": (call("Integer.parseInt"), "external"),
    "forName": (call("forName", dynamic=True), "dynamic"),
}


@pytest.mark.parametrize(("one", "reason"), LOOSE.values(), ids=LOOSE)
def test_a_call_that_the_text_does_not_tell(one, reason):
    assert reasons(graph(uses(one), OTHER)) == {("calls", reason): 1}


def test_overloads_are_one_node_with_two_places():
    made = graph(java("a", "A", unit("method", "f", 4, 5), unit("method", "f", 6, 7)))
    (method,) = [node for node in made.nodes if node.inner]
    assert [place.line for place in method.places] == [4, 6]


def test_an_import_belongs_to_the_class_that_bears_the_name_of_the_file():
    made = graph(
        file(
            "src/B.java", "java", unit("package", "p"), unit("class", "A", 3, 4), unit("class", "B", 5, 9),
            link("include", "java.util.List", 2, "p"),
        )
    )  # fmt: skip
    assert edges(made) == [("B", "includes", "java.util")]


def test_namespaces_of_csharp_open_what_they_hold():
    other = file(
        "O.cs", "csharp", unit("namespace", "Shop.Data"), unit("class", "Dao", 2), unit("method", "Read", 3, 4)
    )
    links = [link("include", "Shop.Data", 1), link("call", "Dao.Read", 5, "Main")]
    made = graph(file("M.cs", "csharp", unit("namespace", "Shop"), unit("class", "Main", 2), *links), other)
    assert edges(made) == [("Main", "calls", "Dao.Read")]
    assert reasons(made) == {("includes", "resolved"): 1, ("calls", "resolved"): 1}
