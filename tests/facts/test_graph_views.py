"""The graph from further off, a part of it, and the promises that hold for every graph."""

import pytest

from legacyctl.catalog import externals
from legacyctl.facts.graph import LEVELS, around, at_level, connect, without_externals

from .estate import NOTHING, edges, file, graph, kinds, link, program, unit

ESTATE = [
    program(
        "MAIN",
        link("call", "SUB", 4, "P1", how="call"),
        link("call", "P2", 3, "P1", how="perform"),
        link("call", "SORT", 5, how="call"),
        more=[unit("paragraph", "P1", 3, 4), unit("paragraph", "P2", 5, 6)],
    ),
    program("SUB", link("table", "CLIENT", 3, how="sql", access="read"), folder="lib"),
]


@pytest.fixture(scope="module")
def whole():
    return graph(*ESTATE)


SEEN = {
    "unit": [("MAIN", "calls", "SORT"), ("MAIN.P1", "calls", "SUB"), ("MAIN.P1", "performs", "MAIN.P2")],
    "estate": [("MAIN", "calls", "SORT"), ("MAIN", "calls", "SUB")],
    "file": [("cbl/MAIN.cbl", "calls", "SORT"), ("cbl/MAIN.cbl", "calls", "lib/SUB.cbl")],
    "folder": [("cbl", "calls", "SORT"), ("cbl", "calls", "lib")],
}


@pytest.mark.parametrize("level", LEVELS)
def test_levels(whole, level):
    seen = at_level(whole, level)
    assert sorted(edge for edge in edges(seen) if edge[1] != "reads") == SEEN[level]
    assert len(edges(seen, "reads")) == 1


def test_folding_keeps_every_place(whole):
    (edge,) = [one for one in at_level(whole, "folder").edges if one.target == "folder:lib"]
    assert [str(place) for place in edge.places] == ["cbl/MAIN.cbl:4"]


@pytest.mark.parametrize(("depth", "names"), [(0, ["SUB"]), (1, ["MAIN", "SUB", "CLIENT"])], ids=str)
def test_around(whole, depth, names):
    part = around(at_level(whole, "estate"), ["program:lib/SUB.cbl#SUB"], depth)
    assert [node.name for node in part.nodes] == names


def test_without_externals(whole):
    assert "external SORT" in kinds(whole)
    assert "external SORT" not in kinds(without_externals(whole))


def test_the_order_of_the_files_does_not_matter():
    one, other = (connect(files, externals()) for files in (ESTATE, ESTATE[::-1]))
    assert (one.nodes, one.edges, one.loose, one.tally) == (other.nodes, other.edges, other.loose, other.tally)


LANGUAGES = ["cobol", "jcl", "java", "python", "plsql", "tsql", "csharp", "vb6", "c", "php", "ksh", "xml", "unheard-of"]
ODD = ["", " ", ".", "..", "::", "->", "\\", "/", "a.", ".a", "X'41'", "&&", "(+1)", '"', "$A", "é\n<b>", "x" * 5000]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", [None, NOTHING], ids=["externals", "none"])
def test_any_target_in_any_language_is_taken(language, known):
    hows = ("", "call", "perform", "link", "start", "map", "copy", "sql", "pgm", "proc", "run", "jcl", "dd", "select")
    links = [
        link(kind, target, 1, "u", how=how, local=target)
        for kind in ("call", "include", "table", "file")
        for target in ODD
        for how in hows
    ]
    made = graph(file("d/a.x", language, unit("class", "u"), *links), known=known)
    ids = {node.id for node in made.nodes}
    assert {end for edge in made.edges for end in (edge.source, edge.target)} <= ids
    assert all(node.owner in ids for node in made.nodes if node.owner)


def test_no_files_give_an_empty_graph():
    made = graph()
    assert (made.nodes, made.edges, made.loose) == ((), (), ())
