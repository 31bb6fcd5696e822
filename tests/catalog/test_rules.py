"""Every bundled rule by its fixture, and what a wrong rule file is told."""

import re
import shutil

import pytest

from legacyctl import catalog, codemods
from legacyctl.catalog import rules_in
from legacyctl.config import SourceConfig
from legacyctl.debt import match
from legacyctl.debt.fixtures import check
from legacyctl.errors import CatalogError
from legacyctl.facts import collect
from legacyctl.model import Grade, Task
from legacyctl.parse import parse
from legacyctl.source import read_file

RULES = catalog.rules()
PY01 = RULES["PY01"].path


MECHANICAL = {rule.id: rule for rule in RULES.values() if rule.fix.codemod}


def rewritten(file, codemod):
    task = Task("t1", codemod, file.path, file.language, (), (), Grade.E1, codemod=codemod)
    return codemods.rewrite(file, task).changes[0].after


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_rule_finds_what_its_fixture_says(rule):
    result = check(rule, catalog.languages(), rewritten)
    assert result.passed, f"{result.path}: {result.reason}"


@pytest.mark.parametrize("rule", MECHANICAL.values(), ids=MECHANICAL.keys())
def test_a_rule_with_a_codemod_shows_the_fixed_text_without_findings(rule):
    (fixed,) = rule.path.parent.glob(f"{rule.id}.fixed.*")
    file = read_file(fixed.parent, fixed.name, SourceConfig(), catalog.languages())
    tree = parse(file, catalog.languages()[rule.language])
    assert match(tree, collect(tree), [rule]) == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_fixture_also_shows_what_is_fine(rule):
    fixture = check(rule, catalog.languages()).path
    assert f"ok: {rule.id}" in fixture.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_only_a_metric_rule_fills_in_its_message(rule):
    fields = set(re.findall(r"\{(\w*)\}", "".join((*rule.message.values(), *rule.title.values()))))
    assert fields <= ({"name", "value", "over"} if rule.match.metric else set())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_rule_is_fully_told(rule):
    assert rule.minutes > 0
    assert rule.source
    assert all(text for texts in (rule.title, rule.message, rule.why) for text in texts.values())
    assert not (rule.fix.codemod and rule.fix.instruction)


@pytest.mark.parametrize(("language", "least"), [("cobol", 6), ("java", 8), ("python", 10)])
def test_every_language_has_its_rules(language, least):
    assert sum(rule.language == language for rule in RULES.values()) >= least


@pytest.fixture
def folder(tmp_path):
    """A folder of rules with a copy of PY01, without its fixture."""
    (tmp_path / "python").mkdir()
    shutil.copy(PY01, tmp_path / "python")
    return tmp_path


def test_a_rule_without_a_fixture_fails(folder):
    rule = rules_in(folder)["PY01"]
    assert "has 0 fixtures" in check(rule, catalog.languages()).reason
    shutil.copy(PY01.with_suffix(".py"), folder / "python")
    assert check(rule, catalog.languages()).passed


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param("minutes = 5", "minutes = 5\nminuten = 5", r"line \d+: minuten: is not a known key", id="unknown"),
        pytest.param("minutes = 5", "", "minutes: is missing", id="missing"),
        pytest.param('severity = "major"', 'severity = "huge"', "'huge' is not one of info, minor", id="severity"),
        pytest.param(
            "query = '''", "metric = 'lines'\nquery = '''", "exactly one of query, node, metric", id="two-ways"
        ),
        pytest.param('needs = "E1"', 'needs = "E9"', "'E9' is not one of E0, E1", id="grade"),
        pytest.param("[en]", "[en", "line", id="no-toml"),
    ],
)
def test_a_wrong_rule_file_is_told_what_and_where(folder, old, new, problem):
    path = folder / "python" / "PY01.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogError, match=problem) as raised:
        rules_in(folder)
    assert str(path) in str(raised.value)


def test_all_faults_of_a_rule_file_are_told_at_once(folder):
    path = folder / "python" / "PY01.toml"
    path.write_text("minutes = 'x'\n", encoding="utf-8")
    with pytest.raises(CatalogError) as raised:
        rules_in(folder)
    assert len(raised.value.problems) > 5


def test_the_same_id_twice_is_told_with_the_other_file(folder):
    (folder / "zz").mkdir()
    shutil.copy(PY01, folder / "zz")
    with pytest.raises(CatalogError, match=r"PY01 is already defined in .*python.PY01\.toml"):
        rules_in(folder)


def test_a_wrong_query_names_the_file_of_the_rule(folder):
    path = folder / "python" / "PY01.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("(print_statement)", "(print_statment)"), encoding="utf-8")
    shutil.copy(PY01.with_suffix(".py"), folder / "python")
    with pytest.raises(CatalogError, match=r"PY01\.toml"):
        check(rules_in(folder)["PY01"], catalog.languages())


def test_what_a_model_writes_needs_more_than_e1(tmp_path):
    rule = (catalog.bundled("rules/debt") / "java" / "JAV13.toml").read_text(encoding="utf-8")
    (tmp_path / "java").mkdir()
    (tmp_path / "java" / "X1.toml").write_text(rule.replace('needs = "E2"', 'needs = "E1"'), encoding="utf-8")
    with pytest.raises(CatalogError, match="what a model writes needs E2"):
        rules_in(tmp_path)
