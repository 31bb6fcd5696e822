from dataclasses import replace

import pytest

from legacyctl.catalog import languages
from legacyctl.errors import CatalogError
from legacyctl.model import SourceFile, Span
from legacyctl.parse import outline, queries
from legacyctl.parse.treesitter import DEPTH, SIBLINGS, SMALL, _outermost, parse_treesitter
from legacyctl.source.decode import newline_of


def parse_bytes(data, language="python", **options):
    file = SourceFile("a", language, newline=newline_of(data, "latin-1"), data=data, size=len(data))
    return parse_treesitter(file, languages()[language], **options)


def covered(tree):
    return sum(span.end - span.start for span in tree.unparsed)


UNPARSED = {
    "nothing": (b"x = 1\n", []),
    "empty": (b"", []),
    "a stray bracket": (b"x = 1\n)\ny = 2\n", [Span(6, 7, 2, 2)]),
    "two places": (b"x = 1\n)\ny = 2\n]\n", [Span(6, 7, 2, 2), Span(14, 15, 4, 4)]),
}


@pytest.mark.parametrize(("data", "spans"), UNPARSED.values(), ids=UNPARSED)
def test_what_was_not_understood_is_given(data, spans):
    assert list(parse_bytes(data).unparsed) == spans


def test_an_imagined_end_of_a_statement_is_a_piece_of_no_bytes():
    assert list(parse_bytes(b"class A { int b = 1 }", "java").unparsed) == [Span(19, 19, 1, 1)]


LINES = {"LF": b"x = 1\n)\n", "CR LF": b"x = 1\r\n)\r\n", "CR": b"x = 1\r)\r"}


@pytest.mark.parametrize("data", LINES.values(), ids=LINES)
def test_lines_are_counted_by_any_line_end(data):
    tree = parse_bytes(data)
    assert [data[span.start : span.end] for span in tree.unparsed] == [b")"]
    assert [span.first_line for span in tree.unparsed] == [2]


@pytest.mark.parametrize("levels", [10_000, 50_000])
@pytest.mark.parametrize("code", [b"(", b"[", b"-"], ids=["parentheses", "lists", "signs"])
def test_deep_nesting_is_read(levels, code):
    close = {b"(": b")", b"[": b"]"}.get(code, b"")
    tree = parse_bytes(b"x = " + code * levels + b"f(1)" + close * levels + b"\n")
    assert not tree.unparsed
    assert [mark.text for mark in tree.marks() if mark.tag == "call"] == ["f"]


@pytest.mark.parametrize("levels", [DEPTH + 2_000, DEPTH + 40_000])
def test_what_lies_too_deep_is_unparsed_and_the_rest_is_read(levels):
    tree = parse_bytes(b"f()\nx = " + b"(" * levels + b"g()" + b")" * levels + b"\nh()\n")
    assert [mark.text for mark in tree.marks() if mark.tag == "call"] == ["f", "h"]
    assert covered(tree) == pytest.approx(2 * (levels - DEPTH), abs=20)


BRACKETS = {"one kind": b"[" * 100_000, "two kinds": b"[(" * 50_000, "just too many": b"(" * (SIBLINGS + 1)}


@pytest.mark.parametrize("brackets", BRACKETS.values(), ids=BRACKETS)
def test_brackets_without_end_are_unparsed(brackets):
    code = b"# a comment\nf(1)\n" + brackets
    tree = parse_bytes(code)
    assert (covered(tree), tree.marks()) == (len(code), ())


def test_pieces_inside_others_are_not_counted_twice():
    assert list(_outermost([(7, 7), (2, 3), (0, 5), (5, 5), (9, 12), (9, 10)])) == [(0, 5), (7, 7), (9, 12)]


def test_a_chain_of_ten_thousand_conditions_is_read():
    tree = parse_bytes(b"class A { boolean b = " + b" && ".join([b"c"] * 10_000) + b"; }", "java")
    assert sum(mark.tag == "boolean" for mark in tree.marks()) == 9_999


def test_a_file_that_takes_too_long_is_wholly_unparsed(rule):
    data = b"x = f(1)\n" * SMALL
    tree = parse_bytes(data, seconds=0)
    assert (covered(tree), tree.marks(), list(tree.find([rule("R", "(call) @finding")]))) == (len(data), (), [])


def test_a_large_file_is_read_within_its_time(rule):
    tree = parse_bytes(b"x = f('a')\n" * 10_000)
    found = list(tree.find([rule("R", '((call function: (identifier) @f) @finding (#eq? @f "f"))')]))
    assert (len(found), len(tree.unparsed)) == (10_000, 0)


@pytest.mark.parametrize("data", [b"\xff\xfe\x80" * 10, b"\0\1\2", b"\r\r\n\n\r", bytes(range(256))], ids=repr)
@pytest.mark.parametrize("language", ["java", "python"])
def test_foreign_bytes_never_raise(data, language):
    tree = parse_bytes(data, language)
    assert all(0 <= span.start <= span.end <= len(data) for span in (*tree.unparsed, *(m.span for m in tree.marks())))


CODE = "import os\nprint 'a'\nx = eval('b')\ny = apply(f, a)\n"
QUERIES = {
    "one pattern": ("(print_statement) @finding", ["print 'a'"]),
    "two patterns": ("(print_statement) @finding (import_statement) @finding", ["import os", "print 'a'"]),
    "one place by two patterns": ("(print_statement) @finding (print_statement) @finding", ["print 'a'"]),
    "eq": ('((call function: (identifier) @f) @finding (#eq? @f "eval"))', ["eval('b')"]),
    "not-eq": ('((call function: (identifier) @f) @finding (#not-eq? @f "eval"))', ["apply(f, a)"]),
    "match": ('((call function: (identifier) @f) @finding (#match? @f "^ap"))', ["apply(f, a)"]),
    "not-match": ('((call function: (identifier) @f) @finding (#not-match? @f "^ap"))', ["eval('b')"]),
    "any-of": (
        '((call function: (identifier) @f) @finding (#any-of? @f "apply" "eval"))',
        ["eval('b')", "apply(f, a)"],
    ),
    "nothing there": ("(exec_statement) @finding", []),
}


@pytest.mark.parametrize(("query", "pieces"), QUERIES.values(), ids=QUERIES)
def test_rules_find_their_places(read, rule, query, pieces):
    tree = read(CODE)
    assert [CODE[span.start : span.end] for _, span in tree.find([rule("R", query)])] == pieces


def test_patterns_are_told_apart_by_rule(read, rule):
    rules = [
        rule("A", "(print_statement) @finding (exec_statement) @finding"),
        rule("B", '((call function: (identifier) @f) @finding (#eq? @f "eval")) (import_statement) @finding'),
        rule("C", "(call) @finding"),
        rule("D", node="call", where={"dynamic": True}),
        rule("E", node="include"),
    ]
    found = sorted((rule.id, CODE[span.start : span.end]) for rule, span in read(CODE).find(rules))
    assert found == [
        ("A", "print 'a'"),
        ("B", "eval('b')"),
        ("B", "import os"),
        ("C", "apply(f, a)"),
        ("C", "eval('b')"),
        ("D", "eval('b')"),
        ("E", "import os"),
    ]


BROKEN = {
    "syntax": ("(call) @finding (call", "Unexpected EOF"),
    "node": ("(cal) @finding", "cal"),
    "field": ("(call name: (identifier)) @finding", "name"),
    "capture": ("(call) @place", "has no capture @finding"),
    "regular expression": ('((call) @finding (#match? @finding "["))', "regular expression"),
    "predicate that is not applied": ('((call) @finding (#not-any-of? @finding "a"))', "#not-any-of? is not"),
    "directive that ends the interpreter": ('((call) @finding (#eq? @finding "a") (#set! "b" "c"))', "#set! is not"),
}


@pytest.mark.parametrize(("query", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_query_names_the_file_of_its_rule(read, rule, query, message):
    rules = [rule("GOOD", "(call) @finding"), rule("BAD", query)]
    with pytest.raises(CatalogError) as caught:
        list(read(CODE).find(rules))
    assert message in str(caught.value)
    assert caught.value.path.name == "BAD.toml"


MISSING = {
    "of its own": ("tree_sitter_klingon", "needs the grammar tree_sitter_klingon: pip install tree-sitter-klingon"),
    "one of several": ("tree_sitter_klingon:language_tlh", "needs the grammar tree_sitter_klingon: pip install"),
    "of the extra": (
        "tree_sitter_language_pack.bindings.klingon",
        "needs the grammar tree_sitter_language_pack: pip install 'legacyctl[legacy]'",
    ),
}


@pytest.mark.parametrize(("grammar", "problem"), MISSING.values(), ids=MISSING)
def test_a_file_whose_grammar_is_not_installed_is_wholly_unparsed(grammar, problem, rule):
    data = b"f(1)\nx = 2\n"
    language = replace(languages()["python"], grammar=grammar)
    tree = parse_treesitter(SourceFile("a", "python", data=data, size=len(data)), language)
    assert tree.problem.startswith(problem)
    assert (list(tree.unparsed), tree.marks(), outline(tree).places) == ([Span(0, 11, 1, 2)], (), [])
    assert list(tree.find([rule("R", "(call) @finding")])) == []


def test_one_package_may_hold_several_grammars():
    assert queries.grammar("tree_sitter_typescript:language_tsx") != queries.grammar(
        "tree_sitter_typescript:language_typescript"
    )


PROBLEMS = {
    "none": (b"x = (\n", {}, ""),
    "too long": (b"x = f(1)\n" * SMALL, {"seconds": 0}, "not parsed within 0 seconds"),
    "hopeless": (b"(" * (SIBLINGS + 1), {}, "not understood: an error with more than 20,000 pieces"),
}


@pytest.mark.parametrize(("data", "options", "problem"), PROBLEMS.values(), ids=PROBLEMS)
def test_why_a_file_was_not_looked_at_is_said(data, options, problem):
    assert parse_bytes(data, **options).problem == problem


def test_a_file_that_needs_too_much_at_once_is_not_looked_at():
    java = languages()["java"]
    waiting = replace(java, query="(binary_expression left: (_) right: (identifier) @name) @call")
    data = b"class A { int b = " + b"c + " * 5_000 + b"d; }"
    tree = parse_treesitter(SourceFile("a", "java", data=data, size=len(data)), waiting)
    assert (tree.problem, covered(tree)) == ("not understood: more than 2,000 constructs open at once", len(data))
    assert (tree.marks(), outline(tree).places) == ((), [])


def test_a_rule_that_needs_too_much_does_not_cost_the_file_its_facts(rule):
    data = b"x = f(" + b"c + " * 5_000 + b"d)\n"
    rules = (rule("R", "(binary_operator left: (_) right: (identifier)) @finding"), rule("S", "(call) @finding"))
    tree = parse_bytes(data)
    tree.expect(rules)
    assert [place[4] for place in outline(tree).places if place[3] == "call"] == ["f"]
    assert (tree.problem, [rule.id for rule, _ in tree.find(rules)].count("S")) == ("", 1)


@pytest.mark.parametrize("name", ["A", "é"], ids=["ascii", "utf-8"])
def test_one_pass_serves_facts_and_rules(read, rule, name):
    code = f"import os\nclass {name}:\n  def f(self, a): # c\n    return g(a and 'b' or {name}.h())\n"
    rules = (rule("R", "(call) @finding"), rule("S", "(boolean_operator) @finding"), rule("N", node="string"))
    told, untold = read(code), read(code)
    told.expect(rules)
    assert outline(told) == outline(untold)
    assert list(told.find(rules)) == list(untold.find(rules))
    assert list(told.find(rules[1:])) == list(untold.find(rules[1:]))
    marks = [mark for mark in told.marks() if mark.tag not in ("comment", "string")]
    assert [(m.span.start, -m.span.end, m.tag, m.text) for m in marks] == [
        (place[0], place[1], place[3], place[4]) for place in outline(told).places
    ]
    assert [mark.span for mark in told.strings()] == [mark.span for mark in told.marks() if mark.tag == "string"]


NAMES = {
    "captures of one node": (
        "(call function: (identifier) @name) @call @is.dynamic",
        "f(1)",
        [("f", {"dynamic": True})],
    ),
    "the name first": ("(identifier) @name @call", "f", [("f", {})]),
    "two tags": ("(if_statement) @flow @decision", "if a: b", [("", {}), ("", {})]),
    "a field": ("(call) @call @name.function", "a.b(1)", [("a.b", {})]),
    "a field of a type": ("(call) @call @name.function.identifier", "a.b(c(1))", [("", {}), ("c", {})]),
    "two fields": ("(attribute) @call @name.object.identifier @name.attribute", "a.b.c", [("c", {}), ("a.b", {})]),
    "two nodes": ("(attribute (identifier) @name (identifier) @name) @call", "a.b", [("a.b", {})]),
    "matched twice": ("(call function: (_) @name arguments: (_ (integer) @_x)) @call", "f(1, 2)", [("f", {})]),
    "a word for it": ("(call function: (identifier) @name) @file @how.open", "f(1)", [("f", {"kind": "open"})]),
    "between quotes": ("(string) @name @include @is.quoted", "'a'", [("a", {})]),
    "a predicate": ('((call function: (_) @name) @call (#eq? @name "f"))', "f(g(1))", [("f", {})]),
    "arrays": ("(call function: (_) @name) @call (subscript value: (_) @name) @is.array", "F(f[1], g(2))", [("g", {})]),
    "a sign in a comment": ("(call function: (_) @name) ; @is.dynamic\n@call", "f(1)", [("f", {})]),
    "a sign in a text": ('((call function: (_) @name) @call (#not-eq? @name "@is.dynamic"))', "f(1)", [("f", {})]),
}


@pytest.mark.parametrize(("query", "code", "named"), NAMES.values(), ids=NAMES)
def test_what_a_query_says_of_its_nodes(query, code, named):
    python = replace(languages()["python"], query=query)
    tree = parse_treesitter(SourceFile("a", "python", data=code.encode(), size=len(code)), python)
    assert [(place[4], place[5]) for place in outline(tree).places] == named


def test_queries_are_compiled_once(rule):
    python, rules = languages()["python"], (rule("A", "(call) @finding"),)
    assert queries.combined(python, rules) is queries.combined(python, tuple(rules))
    assert queries.combined(python, ()) is not queries.combined(python, rules)
