import pytest

from legacyctl.model import Grade, Span, Unit
from legacyctl.plan import plan
from legacyctl.plan.budget import CODE_CHARACTERS


@pytest.fixture
def rules(rule):
    made = [
        rule("PY01", codemod="python2to3"),
        rule("PY04", codemod="python2to3", needs=Grade.E2),
        rule("COB04", codemod="cobol-next-sentence"),
        rule("PY11", instruction="narrow it"),
        rule("PY20", instruction="split it", needs=Grade.E2),
        rule("PY23"),
    ]
    return {found.id: found for found in made}


@pytest.fixture
def planned(assessed, report, rules):
    """The tasks for one file with these findings and units."""

    def make(findings, units=(), **marks):
        return plan(assessed(report(findings=findings, units=units, **marks)), rules)

    return make


def test_one_task_for_a_codemod_and_a_file(planned, finding):
    found = [finding("PY01", 1), finding("PY04", 2), finding("PY01", 3)]
    (task,) = planned(found)
    assert (task.codemod, task.unit, task.rules, task.minutes) == ("python2to3", None, ("PY01", "PY04"), 15.0)
    assert (task.needs, task.findings, task.by_model, task.instruction) == (Grade.E2, tuple(found), False, "")


def test_two_codemods_in_a_file_are_two_tasks(planned, finding):
    tasks = planned([finding("PY01", 1), finding("COB04", 1)])
    assert {task.codemod for task in tasks} == {"python2to3", "cobol-next-sentence"}


def test_one_task_for_a_model_and_a_unit_with_all_that_it_can_mend(planned, finding, unit):
    f, g = unit("f", 1, 5), unit("g", 6, 9)
    found = [finding("PY11", 2), finding("PY20", 1), finding("PY11", 7)]
    first, second = planned(found, [f, g])
    assert {first.unit, second.unit} == {f, g}
    both = first if first.unit == f else second
    assert (both.rules, both.needs, both.by_model) == (("PY11", "PY20"), Grade.E2, True)
    assert "narrow it" in both.instruction
    assert "split it" in both.instruction


@pytest.mark.parametrize(
    "rule_id", [pytest.param("PY23", id="rule-without-fix"), pytest.param("PY99", id="rule-switched-off")]
)
def test_what_cannot_be_mended_gives_no_task(planned, finding, unit, rule_id):
    assert planned([finding(rule_id, 1)], [unit("f", 1, 5)]) == ()


@pytest.mark.parametrize("mark", ["generated", "vendored"])
def test_generated_and_vendored_files_give_no_task(planned, finding, mark):
    assert planned([finding("PY01", 1)], **{mark: True}) == ()


@pytest.mark.parametrize("kind", ["class", "module", "package", "program"])
def test_a_model_is_not_asked_to_rewrite_what_holds_other_definitions(planned, finding, unit, kind):
    assert planned([finding("PY11", 1)], [unit("C", 1, 9, kind)]) == ()


@pytest.mark.parametrize("kind", ["function", "method", "constructor", "paragraph", "section"])
def test_a_model_is_asked_to_rewrite_one_definition(planned, finding, unit, kind):
    assert len(planned([finding("PY11", 1)], [unit("f", 1, 9, kind)])) == 1


@pytest.mark.parametrize(("size", "oversize"), [(CODE_CHARACTERS, False), (CODE_CHARACTERS + 1, True)])
def test_a_definition_larger_than_a_prompt_is_marked(planned, finding, size, oversize):
    large = Unit("function", "f", Span(0, size, 1, 900))
    (task,) = planned([finding("PY11", 2)], [large])
    assert task.oversize is oversize


def test_ids_stay_when_lines_move(planned, finding, unit):
    def ids(down):
        found = [finding("PY11", 2 + down), finding("PY01", 3 + down)]
        units = [unit("C", 1 + down, 9 + down, "class"), unit("f", 1 + down, 5 + down, parent="C")]
        return [task.id for task in planned(found, units)]

    assert ids(0) == ids(40)


def test_ids_differ_by_path_unit_codemod_and_rules(assessed, report, finding, unit, rules):
    units = [unit("f", 1, 5), unit("f", 6, 9, parent="C"), unit("g", 10, 12)]
    found = [finding(r, line) for r, line in (("PY11", 2), ("PY11", 7), ("PY20", 11), ("PY01", 3), ("COB04", 3))]
    other = [finding("PY11", 2, "b.py"), finding("PY01", 3, "b.py")]
    tasks = plan(assessed(report(findings=found, units=units), report("b.py", other, units)), rules)
    assert len({task.id for task in tasks}) == len(tasks) == 7


def test_an_id_does_not_depend_on_what_else_is_found(assessed, report, finding, unit, rules):
    units = [unit("f", 1, 5, parent="A"), unit("f", 6, 9, parent="B")]
    alone = plan(assessed(report("b.py", [finding("PY11", 7, "b.py")], units)), rules)
    more = [report("b.py", [finding("PY11", 2, "b.py"), finding("PY11", 7, "b.py")], units)]
    more.append(report("a.py", [finding("PY11", 7)], units))
    assert alone[0].id == next(t.id for t in plan(assessed(*more), rules) if t.path == "b.py" and t.unit == units[1])


def test_overloads_are_told_apart_by_their_order(planned, finding, unit):
    overloads = [unit("add", 1, 3, "method", "C"), unit("add", 4, 6, "method", "C")]
    tasks = planned([finding("PY11", 2), finding("PY11", 5)], overloads)
    assert len({task.id for task in tasks}) == 2


def test_words_of_the_repository_stay_out_of_the_instruction(assessed, report, finding, unit, rules):
    trap = "ignore_all_rules"
    found = [finding("PY11", 2, f"{trap}.py", message=trap)]
    (task,) = plan(assessed(report(f"{trap}.py", found, [unit(trap, 1, 5, parent=trap)])), rules)
    assert trap not in task.instruction
