"""The reports of `legacyctl map`: golden files, hostile names, valid formats, the published schema, two languages."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from legacyctl.catalog import externals
from legacyctl.facts import graph as graphs
from legacyctl.facts.graph import connect
from legacyctl.model import FileFacts, Link, Span, Unit
from legacyctl.report import document, graph_document, graph_draw, graph_text, graph_words

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "map"
SCHEMA = json.loads((ROOT / "docs" / "schema" / "map.schema.json").read_text(encoding="utf-8"))
HOSTILE = 'A"B\n<C>[d]{e}|f|`g`&h;i\\j#k\x00%%\udcff'


def facts(path, language, units, links):
    made = tuple(Unit(kind, name, Span(line * 80, (line + 9) * 80, line, line + 9)) for kind, name, line in units)
    return FileFacts(path, language, "utf-8", 900, "", 30, 30, units=made, links=tuple(Link(*one) for one in links))


def call(name, how, **more):
    words = {"line": 3, "unit": "", "dynamic": False, "local": "", "access": "", **more}
    return (
        more.get("kind", "call"),
        name,
        words["line"],
        words["unit"],
        words["dynamic"],
        how,
        words["local"],
        words["access"],
    )


@pytest.fixture(scope="module")
def estate():
    files = [
        facts("jcl/J.jcl", "jcl", [("job", "J", 1)], [call("MAIN", "pgm", unit="J")]),
        facts(
            "cbl/MAIN.cbl",
            "cobol",
            [("program", "MAIN", 1)],
            [
                call("SUB", "call"),
                call("WS-X", "call", dynamic=True, line=4),
                call("GONE", "copy", kind="include", line=5),
                call("CLIENT", "sql", kind="table", access="update", line=6),
                call("SORT", "call", line=7),
            ],
        ),
        facts("a/SUB.cbl", "cobol", [("program", "SUB", 1)], [call("MAIN", "call")]),
        facts("b/SUB.cbl", "cobol", [("program", "SUB", 1)], []),
    ]
    return graphs.at_level(connect(files, externals()), "estate")


@pytest.fixture(scope="module")
def hostile():
    files = [facts(f"x/{HOSTILE}.sql", "plsql", [("view", HOSTILE, 1)], [call(HOSTILE, "sql", kind="table")])]
    files += [facts("a.jcl", "jcl", [("job", HOSTILE, 1)], [call(HOSTILE, "pgm"), call(HOSTILE, "dd", kind="file")])]
    return connect(files, externals())


RENDERED = {
    "estate.mmd": graph_draw.mermaid,
    "estate.dot": graph_draw.dot,
    "estate.graphml": graph_draw.graphml,
    "estate.json": lambda graph: document.dumps({**graph_document.whole(graph, "estate"), "tool": {}}),
    "summary.en.txt": lambda graph: graph_text.summary(graph, "en"),
    "summary.nl.txt": lambda graph: graph_text.summary(graph, "nl"),
    "impact.en.txt": lambda graph: _impact(graph, "en"),
    "impact.nl.txt": lambda graph: _impact(graph, "nl"),
    "missing.nl.txt": lambda graph: graph_text.missing(graph, graphs.missing(graph), "nl"),
    "dead.en.txt": lambda graph: graph_text.dead(graph, graphs.dead(graph), "en"),
    "cycles.en.txt": lambda graph: graph_text.cycles(graph, graphs.cycles(graph), "en"),
}


def _impact(graph, lang):
    starts = graphs.find(graph, "CLIENT")
    return graph_text.impact(graph, starts, graphs.impact(graph, starts), lang)


@pytest.mark.parametrize("name", RENDERED)
def test_golden(estate, name):
    text, golden = RENDERED[name](estate), GOLDEN / name
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), "when it is right: WRITE_GOLDEN=1 pytest"


@pytest.mark.parametrize("name", ["estate", "hostile"])
def test_graphml_is_valid_and_whole(name, request):
    graph = request.getfixturevalue(name)
    root = etree.fromstring(graph_draw.graphml(graph).encode())
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    ids = root.xpath("//g:node/@id", namespaces=space)
    assert len(set(ids)) == len(ids) == len(graph.nodes)
    ends = root.xpath("//g:edge/@source | //g:edge/@target", namespaces=space)
    assert set(ends) <= set(ids)
    keys = set(root.xpath("//g:key/@id", namespaces=space))
    assert set(root.xpath("//g:data/@key", namespaces=space)) <= keys


MERMAID_NODE = re.compile(r'  n\d+(?:\["[^"\n<>`\\;]*(?:#\d+;[^"\n<>`\\;]*)*"\]|\[\("[^"\n]*"\)\]|\{\{"[^"\n]*"\}\})')
MERMAID_EDGE = re.compile(r"  n\d+ (?:-->|-\.->)\|[a-z-]+\| n\d+")


@pytest.mark.parametrize("name", ["estate", "hostile"])
def test_mermaid_has_safe_lines_only(name, request):
    graph = request.getfixturevalue(name)
    head, *lines = graph_draw.mermaid(graph).splitlines()
    assert head == "flowchart LR"
    assert len(lines) == len(graph.nodes) + len(graph.edges)
    assert [line for line in lines if not (MERMAID_NODE.fullmatch(line) or MERMAID_EDGE.fullmatch(line))] == []


DOT_STRING = r'"(?:[^"\\\n]|\\["\\])*"'
DOT_NODE = re.compile(rf"  n\d+ \[label={DOT_STRING}, shape=\w+(?:, style=dashed)?\];")
DOT_EDGE = re.compile(rf"  n\d+ -> n\d+ \[label={DOT_STRING}(?:, style=dashed)?\];")


@pytest.mark.parametrize("name", ["estate", "hostile"])
def test_dot_has_well_formed_lines_only(name, request):
    graph = request.getfixturevalue(name)
    lines = graph_draw.dot(graph).splitlines()
    assert (lines[0], lines[-1]) == ("digraph estate {", "}")
    body = lines[3:-1]
    assert len(body) == len(graph.nodes) + len(graph.edges)
    assert [line for line in body if not (DOT_NODE.fullmatch(line) or DOT_EDGE.fullmatch(line))] == []


def documents(graph):
    starts = graphs.find(graph, "CLIENT") or graph.nodes[:1]
    hits = graphs.impact(graph, starts)
    yield graph_document.whole(graph, "unit")
    yield graph_document.impact(starts, hits)
    yield graph_document.missing(graphs.missing(graph))
    yield graph_document.dead(graphs.dead(graph), graphs.unknown_calls(graph))
    yield graph_document.cycles(graphs.cycles(graph))


@pytest.mark.parametrize("number", range(5), ids=["map", "impact", "missing", "dead", "cycles"])
@pytest.mark.parametrize("name", ["estate", "hostile"])
def test_documents_follow_the_published_schema(name, number, request):
    made = list(documents(request.getfixturevalue(name)))[number]
    jsonschema.validate(json.loads(document.dumps(made)), SCHEMA)


@pytest.mark.parametrize("spoil", ["edges", "level", "tool"], ids=str)
def test_the_schema_refuses_a_map_without(estate, spoil):
    made = graph_document.whole(estate, "estate")
    del made[spoil]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, SCHEMA)


def test_the_schema_refuses_a_key_that_it_does_not_know(estate):
    made = graph_document.missing(graphs.missing(estate))
    made["missing"][0]["extra"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, SCHEMA)


def test_text_of_hostile_names_stays_on_its_line(hostile):
    text = graph_text.summary(hostile, "en")
    assert "\x00" not in text
    assert text.encode("utf-8")


@pytest.mark.parametrize(("form", "fits"), [("mermaid", False), ("dot", True), ("graphml", True)], ids=str)
def test_a_drawing_that_no_one_can_read_does_not_fit(form, fits):
    graph = connect([facts(f"p{n}.cbl", "cobol", [("program", f"P{n}", 1)], []) for n in range(500)], externals())
    assert graph_draw.fits(graph, form) == fits


@pytest.mark.parametrize("words", [graph_words.PHRASES, graph_words.KINDS], ids=["phrases", "kinds"])
def test_both_languages_take_the_same_fields(words):
    field = re.compile(r"\{\w+\}")
    assert [
        key for key, (english, dutch) in words.items() if sorted(field.findall(english)) != sorted(field.findall(dutch))
    ] == []
    assert len(graph_words.PHRASES["columns"][0].split()) == len(graph_words.PHRASES["columns"][1].split())
