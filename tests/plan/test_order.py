import pytest

from legacyctl.plan import plan
from legacyctl.plan.order import dependencies, levels_of


@pytest.fixture
def rules(rule):
    made = [
        rule("PY01", codemod="python2to3"),
        rule("COB04", codemod="cobol-next-sentence"),
        rule("COB03", codemod="cobol-scope-terminators"),
        rule("PY11", instruction="narrow it"),
    ]
    return {found.id: found for found in made}


def test_codemods_come_before_models(assessed, report, finding, unit, rules):
    found = [finding("PY11", 1, minutes=900), finding("PY01", 2)]
    tasks = plan(assessed(report(findings=found, units=[unit("f", 1, 5)])), rules)
    assert [task.by_model for task in tasks] == [False, True]


def test_what_others_include_comes_first(assessed, report, finding, rules):
    reports = [
        report("app/main.py", [finding("PY01", 1, "app/main.py", 90)], includes=["app.model"]),
        report("app/model.py", [finding("PY01", 1, "app/model.py", 9)], includes=["app.base", "os"]),
        report("app/base.py", [finding("PY01", 1, "app/base.py", 1)]),
    ]
    assert [t.path for t in plan(assessed(*reports), rules)] == ["app/base.py", "app/model.py", "app/main.py"]


def test_then_the_largest_gain_then_the_path(assessed, report, finding, rules):
    minutes = {"b.py": 5, "a.py": 5, "c.py": 50}
    reports = [report(path, [finding("PY01", 1, path, value)]) for path, value in minutes.items()]
    assert [task.path for task in plan(assessed(*reports), rules)] == ["c.py", "a.py", "b.py"]


def test_a_model_gains_most_on_small_definitions(assessed, report, finding, unit, rules):
    units = [unit("large", 1, 40), unit("small", 41, 44)]
    tasks = plan(assessed(report(findings=[finding("PY11", 2), finding("PY11", 42)], units=units)), rules)
    assert [task.unit.name for task in tasks] == ["small", "large"]


def test_scope_terminators_come_after_next_sentence(assessed, report, finding, rules):
    found = [finding("COB03", 1, minutes=90), finding("COB04", 2)]
    tasks = plan(assessed(report(findings=found)), rules)
    assert [task.codemod for task in tasks] == ["cobol-next-sentence", "cobol-scope-terminators"]


@pytest.mark.parametrize(
    ("target", "path", "language"),
    [
        pytest.param("app.model", "app/model.py", "python", id="module"),
        pytest.param("app", "app/__init__.py", "python", id="package"),
        pytest.param("model.Dossier", "app/model.py", "python", id="name-inside-a-module"),
        pytest.param(".model", "app/model.py", "python", id="relative"),
        pytest.param("nl.example.Dao", "src/nl/example/Dao.java", "java", id="class"),
        pytest.param("CUSTREC", "copy/custrec.cpy", "cobol", id="copybook"),
    ],
)
def test_an_include_names_one_file(report, target, path, language):
    user = report("main.x", includes=[target], language=language).facts
    assert dependencies([user, report(path, language=language).facts])["main.x"] == {path}


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(["a/model.py", "b/model.py"], id="two-candidates"),
        pytest.param(["other/thing.py"], id="not-there"),
        pytest.param(["model.java"], id="another-language"),
        pytest.param(["main.py"], id="itself"),
    ],
)
def test_an_include_that_names_no_single_file_is_no_dependency(report, paths):
    user = report("main.py", includes=["model", "main", ""]).facts
    others = [report(p, language=p.rpartition(".")[2].replace("py", "python")).facts for p in paths if p != user.path]
    assert dependencies([user, *others])["main.py"] == set()


def test_a_cycle_and_what_needs_it_share_the_last_level():
    needs = {"a": {"b"}, "b": {"a"}, "user": {"a"}, "base": set(), "top": {"base"}}
    assert levels_of(needs) == {"base": 0, "top": 1, "a": 2, "b": 2, "user": 2}


def test_the_order_does_not_depend_on_how_the_files_came(assessed, report, finding, rules):
    reports = [report(p, [finding("PY01", 1, p)], includes=["b"]) for p in ("c.py", "a.py", "b.py")]
    assert plan(assessed(*reports), rules) == plan(assessed(*reversed(reports)), rules)
