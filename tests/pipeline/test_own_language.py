"""A language that a project adds as data: an adapter and a query in a folder that legacyctl.toml names."""

import sys

import pytest

from legacyctl.errors import CatalogError, ConfigError
from legacyctl.pipeline import open_project, scan

ADAPTER = """\
name = "Job script"
parser = "tree-sitter"
grammar = "tree_sitter_bash"
extensions = [".job"]
comment = "#"
"""
QUERY = """\
(function_definition name: (word) @name) @unit.step
(if_statement) @flow @decision
((command name: (command_name (word) @_run) argument: (word) @name) @call
  (#eq? @_run "run"))
(comment) @comment
"""


@pytest.fixture
def project(tmp_path):
    """Make a project with an adapter of its own."""

    def make(adapter=ADAPTER, query=QUERY, config='[source]\nadapters = "languages"\n'):
        folder = tmp_path / "languages"
        folder.mkdir()
        (tmp_path / "legacyctl.toml").write_text(config, encoding="utf-8")
        (folder / "job.toml").write_text(adapter, encoding="utf-8")
        (folder / "job.scm").write_text(query, encoding="utf-8")
        (tmp_path / "night.job").write_text("a() { if b; then run LOAD01; fi; }  # c\n", encoding="utf-8")
        return tmp_path

    return make


def facts_of(root):
    return {report.facts.path: report.facts for report in scan(open_project(root)).files}["night.job"]


def test_two_files_of_data_give_units_and_links(project):
    facts = facts_of(project())
    assert (facts.language, facts.unparsed) == ("job", 0)
    assert [(unit.kind, unit.name, unit.cyclomatic) for unit in facts.units] == [("step", "a", 2)]
    assert [(link.kind, link.target, link.unit) for link in facts.links] == [("call", "LOAD01", "a")]


def test_without_the_key_the_folder_is_not_read(project):
    assert facts_of(project(config="")).language is None


def test_a_language_without_a_grammar(project):
    adapter = ADAPTER.replace('"tree-sitter"', '"lines"').replace('grammar = "tree_sitter_bash"\n', "")
    marks = "[lines]\ncomment = ['#.*$']\n[marks.run]\ntag = 'call'\npattern = '''\\brun[ \\t]+(?P<name>\\w+)'''\n"
    assert [link.target for link in facts_of(project(adapter + marks)).links] == ["LOAD01"]


def test_it_goes_before_a_bundled_one(project):
    root = project()
    for ending in (".toml", ".scm"):
        (root / "languages" / f"job{ending}").rename(root / "languages" / f"bash{ending}")
    assert open_project(root).languages["bash"].name == "Job script"


REFUSED = {
    "a module that is no grammar": (ADAPTER.replace("tree_sitter_bash", "os"), "line 3: grammar: 'os' is not the name"),
    "another function": (
        ADAPTER.replace("_bash", "_bash:exit"),
        "line 3: grammar: 'tree_sitter_bash:exit' is not the name",
    ),
    "a grammar that is not installed": (ADAPTER.replace("_bash", "_klingon"), "pip install tree-sitter-klingon"),
    "a compiler": (ADAPTER + 'compiler = "sh"\ncompile = ["sh", "{file}"]\n', "line 7: compile: is a program"),
    "an unknown preparation": (ADAPTER + 'prepare = "magic"\n', "prepare: 'magic' is not one of"),
    "an unknown key": (ADAPTER + "query = 1\n", "line 6: query: is not a known key"),
}


@pytest.mark.parametrize(("adapter", "message"), REFUSED.values(), ids=REFUSED)
def test_what_a_project_may_not_say(project, adapter, message):
    with pytest.raises(CatalogError) as caught:
        scan(open_project(project(adapter)))
    told = str(caught.value)
    assert (message in told, "job.toml" in told) == (True, True)


def test_a_broken_query_names_its_file(project):
    with pytest.raises(CatalogError, match=r"(?s)languages/job\.scm.*query: "):
        scan(open_project(project(query="(function @unit.step")))


def test_a_grammar_that_lies_in_the_repository_is_not_loaded(project, monkeypatch):
    root = project(ADAPTER.replace("_bash", "_trap"))
    (root / "tree_sitter_trap.py").write_text("raise SystemExit('loaded')\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(root), *sys.path])
    with pytest.raises(CatalogError, match="does not lie where packages are installed"):
        scan(open_project(root))
    assert "tree_sitter_trap" not in sys.modules


@pytest.mark.parametrize("name", ["/etc", "..", "no_such_folder", "night.job"])
def test_the_folder_lies_in_the_repository(project, name):
    with pytest.raises(ConfigError, match=r"line 2: source\.adapters: .* is not a folder of this repository"):
        open_project(project(config=f'[source]\nadapters = "{name}"\n'))
