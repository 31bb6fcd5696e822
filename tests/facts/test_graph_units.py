"""Which units become nodes, and in which of them a link stands."""

import pytest

from .estate import file, graph, kinds, link, unit

NODES = {
    "program with paragraphs": (
        file("A.cbl", "cobol", unit("program", "A"), unit("paragraph", "P", 2, 3)),
        ["program A"],
    ),
    "copybook": (file("copy/BOOK.cpy", "cobol", unit("paragraph", "P", 2, 3)), ["copybook BOOK"]),
    "nested program": (
        file("A.cbl", "cobol", unit("program", "A"), unit("program", "B", 5, 9)),
        ["program A", "program B"],
    ),
    "job": (file("j.jcl", "jcl", unit("job", "J"), unit("step", "S", 2, 3)), ["job J", "step S"]),
    "member to include": (file("m.jcl", "jcl"), ["source m.jcl"]),
    "class in a package": (file("A.java", "java", unit("package", "p"), unit("class", "A", 2, 9)), ["class A"]),
    "nested class": (file("A.java", "java", unit("class", "A"), unit("class", "B", 5, 9)), ["class A"]),
    "module": (file("a.py", "python", unit("module", "a"), unit("class", "A", 2, 9)), ["module a"]),
    "C": (file("a.c", "c", unit("function", "f")), ["source a.c"]),
    "PHP": (file("a.php", "php", unit("module", "a"), unit("class", "A", 2, 9)), ["source a.php"]),
    "loose procedure": (file("a.sql", "plsql", unit("procedure", "p", 1, 3)), ["procedure P"]),
    "script of commands": (file("a.sql", "plsql"), ["source a.sql"]),
}


@pytest.mark.parametrize(("one", "nodes"), NODES.values(), ids=NODES)
def test_things_of_the_estate(one, nodes):
    assert [name for name in kinds(graph(one)) if name in nodes] == nodes
    assert len(kinds(graph(one))) <= len(nodes)


WHERE = {
    "in the first": (3, "A.run"),
    "in the second": (13, "B.run"),
    "behind both": (25, "A"),
}


@pytest.mark.parametrize(("line", "name"), WHERE.values(), ids=WHERE)
def test_a_link_stands_in_the_unit_around_its_line(line, name):
    units = [
        *(unit("class", "A", 1, 10), unit("method", "run", 2, 5)),
        *(unit("class", "B", 11, 20), unit("method", "run", 12, 15)),
    ]
    made = graph(file("A.java", "java", *units, link("table", "T", line, "run")))
    assert [made.by_id[edge.source].name for edge in made.edges] == [name]


def test_a_unit_inside_another_of_its_name_is_the_one_that_refers():
    units = [unit("class", "A", 1, 20), unit("constructor", "A", 5, 9)]
    made = graph(file("A.java", "java", *units, link("table", "T", 6, "A"), link("table", "U", 12, "A")))
    assert [made.by_id[edge.source].name for edge in made.edges] == ["A", "A.A"]
