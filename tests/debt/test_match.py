import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl import catalog
from legacyctl.debt import innermost, match
from legacyctl.model import Span, Unit

PRINTS = "(print_statement) @finding"


def test_a_query_rule_gives_a_finding_with_its_place(read, rule):
    tree, facts = read("def pay():\n    x = 1\n    print   x,  'done'\n")
    (found,) = match(tree, facts, [rule(query=PRINTS)])
    assert (found.rule, found.path, found.language, found.unit, found.minutes) == ("R1", "a.py", "python", "pay", 5.0)
    assert (found.span.first_line, found.span.last_line, found.snippet) == (3, 3, "print x, 'done'")


def test_rules_of_another_language_are_passed_over(read, rule):
    tree, facts = read("print 1\n")
    assert match(tree, facts, [rule(language="java", query=PRINTS)]) == ()


def test_findings_come_in_order_of_place_and_rule(read, rule):
    tree, facts = read("print 1\nprint 2\n")
    found = match(tree, facts, [rule("R2", query=PRINTS), rule("R1", query=PRINTS)])
    assert [(f.rule, f.span.first_line) for f in found] == [("R1", 1), ("R2", 1), ("R1", 2), ("R2", 2)]


def test_a_rule_that_points_twice_at_a_place_gives_one_finding(read, rule):
    tree, facts = read("print 1\n")
    assert len(match(tree, facts, [rule(query=f"{PRINTS}\n{PRINTS}")])) == 1


@pytest.mark.parametrize("mark", ["generated", "vendored"])
def test_code_that_nobody_mends_gives_no_findings(read, rule, mark):
    tree, facts = read("print 1\n", **{mark: True})
    assert match(tree, facts, [rule(query=PRINTS)]) == ()


def test_a_metric_rule_counts_every_point_over_the_limit(read, rule):
    tree, facts = read("def f(a, b, c, d):\n    pass\n\ndef g(a, b):\n    pass\n")
    over = rule(metric="parameters", over=2, cost=(10, 3), message="{name} has {value}, limit {over}")
    (found,) = match(tree, facts, [over])
    assert (found.minutes, found.message, found.metric) == (16.0, "f has 4, limit 2", "parameters")


def test_a_metric_at_the_limit_is_fine(read, rule):
    tree, facts = read("def f(a, b):\n    pass\n")
    assert match(tree, facts, [rule(metric="parameters", over=2)]) == ()


@pytest.mark.parametrize(
    ("units", "names"),
    [pytest.param((), ["m"], id="anything-callable"), pytest.param(("class",), ["C"], id="classes-only")],
)
def test_a_metric_rule_looks_at_the_units_that_it_names(read, rule, units, names):
    tree, facts = read("class C:\n    def m(self):\n        return 1\n")
    assert [f.unit for f in match(tree, facts, [rule(metric="lines", over=0, units=units)])] == names


def test_messages_come_in_the_language_asked(read, rule):
    tree, facts = read("print 1\n")
    asked = rule(query=PRINTS)
    asked.message["nl"] = "Nederlands"
    assert [f.message for f in match(tree, facts, [asked], lang="nl")] == ["Nederlands"]


def test_braces_in_a_message_that_are_no_field_stay(read, rule):
    tree, facts = read("print 1\n")
    assert match(tree, facts, [rule(query=PRINTS, message="{} {x} {0}")])[0].message == "{} {x} {0}"


@pytest.mark.parametrize(
    ("text", "snippet"),
    [
        pytest.param(b"print 'a'\n", "print 'a'", id="short"),
        pytest.param(b"print 'a', (\n  'b')\n", "print 'a', (", id="first-line-only"),
        pytest.param(b"print '" + b"x" * 300 + b"'\n", "print '" + "x" * 113, id="cut"),
        pytest.param("# coding: utf-8\nprint 'één'\n".encode(), "print 'één'", id="accents"),
        pytest.param(b"print '\xff'\n", "print '\ufffd'", id="foreign-byte"),
    ],
)
def test_a_snippet_is_one_folded_line(read, rule, text, snippet):
    tree, facts = read(text)
    assert [f.snippet for f in match(tree, facts, [rule(query=PRINTS)])] == [snippet]


@pytest.mark.parametrize(
    ("rule_id", "text", "lines"),
    [
        pytest.param("PY02", "exec self.command in names\nexecute = self.exec_text\n", [1], id="exec-of-a-dotted-name"),
        pytest.param("PY08", "self.has_key(1)\nself.kept.has_key(1)\n", [2], id="has_key-of-its-own-class"),
    ],
)
def test_bundled_rules_where_a_fixture_cannot_show_it(read, rule_id, text, lines):
    tree, facts = read(text)
    assert [f.span.first_line for f in match(tree, facts, [catalog.rules()[rule_id]])] == lines


def test_the_innermost_unit_is_the_smallest_around():
    outer, inner = Unit("class", "C", Span(0, 90, 1, 9)), Unit("method", "m", Span(10, 50, 2, 5))
    units = [outer, inner]
    assert innermost(units, Span(20, 30, 3, 3)) is inner
    assert innermost(units, Span(45, 60, 5, 6)) is outer
    assert innermost(units, Span(80, 95, 9, 10)) is None


PLACES = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted)


def nested(spans):
    """Of spans those that stand in each other or beside each other, as units do, in their order."""
    kept = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if all(end <= other[1] or start >= other[1] for other in kept):
            kept.append((start, end))
    return [Unit("method", f"m{at}", Span(start, end, 1, 1)) for at, (start, end) in enumerate(kept)]


@given(st.lists(PLACES, max_size=12), PLACES)
def test_the_innermost_unit_is_the_last_of_the_smallest_around(spans, place):
    units = nested(spans)
    around = [unit for unit in units if unit.span.start <= place[0] and place[1] <= unit.span.end]
    smallest = min(around, key=lambda unit: (unit.span.end - unit.span.start, -unit.span.start), default=None)
    found = innermost(units, Span(*place, 1, 1))
    assert (found and found.span) == (smallest and smallest.span)
