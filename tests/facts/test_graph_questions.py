"""Impact, missing, dead and cycles, on a small estate made by hand."""

import pytest

from legacyctl.facts.graph import cycles, dead, find, impact, missing, nearest_names, trail, unknown_calls
from legacyctl.facts.graph.cycles import components

from .estate import file, graph, link, program, step, unit


@pytest.fixture(scope="module")
def estate():
    """NIGHT > S1 > MAIN > SUB > BOOK; MAIN writes OUT, which S2 > PRINT reads; ALONE is alone."""
    dds = [(("file", "OUT"), {"how": "dd", "local": "OUT", "access": access}) for access in ("write", "read")]
    return graph(
        file(
            "jcl/NIGHT.jcl",
            "jcl",
            unit("job", "NIGHT"),
            *step("S1", 2, (("call", "MAIN"), {"how": "pgm"}), dds[0]),
            *step("S2", 5, (("call", "PRINT"), {"how": "pgm"}), dds[1]),
        ),
        program("MAIN", link("call", "SUB", 9, how="call"), link("file", "OUT", 5, how="select", access="write")),
        program(
            "SUB",
            link("include", "BOOK", 4, how="copy"),
            link("include", "GONE", 5, how="copy"),
            link("call", "WS-X", 6, how="call", dynamic=True),
            more=[unit("paragraph", "P1", 7, 8), unit("paragraph", "P2", 9, 9, dead=True)],
        ),
        program("PRINT", link("file", "OUT", 5, how="select", access="read")),
        program("ALONE", link("include", "GONE", 3, how="copy")),
        file("copy/BOOK.cpy", "cobol"),
    )


def broken(estate, name, **more):
    return [(hit.node.name, hit.depth) for hit in impact(estate, find(estate, name), **more)]


def test_impact_goes_up_to_the_job(estate):
    assert broken(estate, "BOOK") == [("SUB", 1), ("MAIN", 2), ("S1", 3), ("NIGHT", 4)]


def test_impact_names_the_way_and_the_place(estate):
    hits = impact(estate, find(estate, "BOOK"))
    assert [estate.by_id[one].name for one in trail(hits[-1], hits)] == ["NIGHT", "S1", "MAIN", "SUB", "BOOK"]
    assert str(hits[0].edge.places[0]) == "cbl/SUB.cbl:4"


def test_impact_of_data_is_on_all_who_touch_it(estate):
    assert sorted(broken(estate, "OUT")) == [("MAIN", 1), ("NIGHT", 2), ("PRINT", 1), ("S1", 1), ("S2", 1)]


@pytest.mark.parametrize(("data", "reached"), [(False, False), (True, True)], ids=["calls only", "data too"])
def test_impact_through_data_is_asked_for(estate, data, reached):
    assert ("PRINT" in dict(broken(estate, "SUB", data=data))) == reached


def test_nothing_breaks_above_what_nothing_refers_to(estate):
    assert broken(estate, "ALONE") == []


def test_a_paragraph_breaks_its_program_only_where_it_is_performed():
    paragraphs = [unit("paragraph", "A", 2, 3), unit("paragraph", "B", 4, 5)]
    made = graph(program("P", link("call", "B", 2, "A", how="perform"), more=paragraphs), program("Q"))
    assert broken(made, "B") == [("P", 1)]
    assert broken(made, "A") == []


def test_a_map_breaks_who_uses_its_mapset():
    screens = file("bms/S.bms", "bms", unit("mapset", "SET1"), unit("map", "M1", 2, 3, parent="SET1"))
    made = graph(program("P", link("include", "SET1.M1", how="map")), screens)
    assert broken(made, "SET1") == [("P", 1)]
    assert broken(made, "M1") == [("P", 1)]


NAMES = {
    "name": ("SUB", ["SUB"]),
    "any case": ("sub", ["SUB"]),
    "path": ("cbl/SUB.cbl", ["SUB"]),
    "file name": ("SUB.cbl", ["SUB"]),
    "id": ("program:cbl/SUB.cbl#SUB", ["SUB"]),
    "paragraph": ("P1", ["SUB.P1"]),
    "paragraph with its program": ("SUB.P1", ["SUB.P1"]),
    "nothing": ("NOPE", []),
}


@pytest.mark.parametrize(("asked", "names"), NAMES.values(), ids=NAMES)
def test_find(estate, asked, names):
    assert [node.name for node in find(estate, asked)] == names


def test_nearest_names(estate):
    assert nearest_names(estate, "ALONG")[0] == "ALONE"
    assert nearest_names(estate, "@@@@@") == []


def test_missing_says_who_asks(estate):
    ((node, edges),) = missing(estate)
    assert (node.wanted, node.name) == ("copybook", "GONE")
    assert [str(edge.places[0]) for edge in edges] == ["cbl/ALONE.cbl:3", "cbl/SUB.cbl:5"]


def test_dead_keeps_the_proven_apart(estate):
    assert [(one.node.name, one.proven) for one in dead(estate)] == [("ALONE", False), ("SUB.P2", True)]
    assert unknown_calls(estate) == 1


ALIVE = {
    "a job": file("j.jcl", "jcl", unit("job", "J")),
    "a transaction": file("a.csd", "csd", unit("transaction", "T1")),
    "a trigger": file("t.sql", "plsql", unit("trigger", "T")),
    "a main method": file("M.java", "java", unit("class", "M"), unit("method", "main", 2, 3)),
    "a test": file("src/test/MTest.java", "java", unit("class", "MTest")),
    "a script": file("bin/run", "python", unit("module", "run")),
    "a module that runs itself": file("a.py", "python", unit("module", "a"), link("call", "main", 9, "a")),
    "a page": file("index.jsp", "jsp", unit("module", "index")),
    "a main function": file("m.c", "c", unit("function", "main")),
    "documentation": file("a.css", "css"),
    "code of others": file("lib/A.java", "java", unit("class", "A"), vendored=True),
    "generated code": file("gen/A.java", "java", unit("class", "A"), generated=True),
    "a table": file("t.sql", "plsql", unit("table", "T")),
}


@pytest.mark.parametrize("alive", ALIVE.values(), ids=ALIVE)
def test_what_is_started_from_outside_is_not_dead(alive):
    assert dead(graph(alive)) == ()


SUSPECTS = {
    "a copybook": file("A.cpy", "cobol"),
    "a proc": file("A.prc", "jcl", unit("proc", "A")),
    "a mapset": file("a.bms", "bms", unit("mapset", "A"), unit("map", "M", 2, 3)),
    "a class": file("A.java", "java", unit("class", "A")),
    "a class that only calls itself": file(
        "A.java", "java", unit("class", "A"), unit("method", "a", 2, 3), link("call", "a", 2, "a")
    ),
    "a program that only calls itself": program("A", link("call", "A", how="call")),
    "a package": file("a.pks", "plsql", unit("package", "A")),
    "a module": file("a.py", "python", unit("module", "a")),
    "a C file": file("a.c", "c", unit("function", "f")),
}


@pytest.mark.parametrize("unused", SUSPECTS.values(), ids=SUSPECTS)
def test_what_nothing_refers_to(unused):
    found = dead(graph(unused))
    assert found
    assert not any(one.proven for one in found)


def test_cycles_of_calls_and_copybooks():
    made = graph(
        program("A", link("call", "B", how="call")),
        program("B", link("call", "C", how="call")),
        program("C", link("call", "A", how="call"), link("call", "B", how="call")),
        program("D", link("call", "A", how="call")),
        file("copy/X.cpy", "cobol", link("include", "Y", how="copy")),
        file("copy/Y.cpy", "cobol", link("include", "X", how="copy")),
    )
    found = cycles(made)
    assert [[made.by_id[one].name for one in cycle.members] for cycle in found] == [["A", "B", "C"], ["X", "Y"]]
    assert [(edge.source[-1], edge.target[-1]) for edge in found[0].ring] == [("A", "B"), ("B", "C"), ("C", "A")]


def test_a_script_that_includes_itself_is_a_cycle_and_recursion_is_none():
    made = graph(
        file("a.php", "php", link("include", "a.php")),
        file("b.c", "c", unit("function", "f", 1, 2), link("call", "f", 2, "f")),
    )
    assert [cycle.members for cycle in cycles(made)] == [("source:a.php",)]


GRAPHS = {
    "none": ({}, []),
    "line": ({"a": ["b"], "b": ["c"]}, [("c",), ("b",), ("a",)]),
    "ring": ({"a": ["b"], "b": ["a"]}, [("a", "b")]),
    "two rings that meet": ({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"]}, [("c", "d"), ("a", "b")]),
    "ring with a chord": ({"a": ["b", "c"], "b": ["c"], "c": ["a"]}, [("a", "b", "c")]),
}


@pytest.mark.parametrize(("follow", "parts"), GRAPHS.values(), ids=GRAPHS)
def test_components(follow, parts):
    assert list(components(follow)) == parts


def test_components_of_a_very_long_ring():
    size = 50_000
    follow = {str(n): [str((n + 1) % size)] for n in range(size)}
    (part,) = components(follow)
    assert len(part) == size
