"""`--help` is quick because it loads nothing; each line equals the command's own help."""

import json
import subprocess
import sys
import time

import pytest

from legacyctl import cli
from legacyctl.cli import door

HEAVY = {"click", "rich", "libcst", "fissix", "httpx", "tree_sitter", "xllamacpp", "pathspec", "tomllib"}
LIST_MODULES = """
import json, runpy, sys
sys.argv = ["legacyctl", *sys.argv[1:]]
try:
    runpy.run_module("legacyctl", run_name="__main__")
finally:
    json.dump(sorted({name.split(".")[0] for name in sys.modules}), sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], [], ["--version"], ["--lang", "nl", "--help"], ["nonsense"]])
def test_help_imports_no_heavy_library(arguments):
    done = subprocess.run([sys.executable, "-c", LIST_MODULES, *arguments], capture_output=True, text=True, check=False)
    loaded = set(json.loads(done.stderr[done.stderr.index("[") :]))
    assert loaded & HEAVY == set()


READERS = {
    "legacyctl.catalog",
    "legacyctl.facts",
    "legacyctl.parse",
    "legacyctl.source.files",
    "pathspec",
    "rich",
    "tree_sitter",
}


def test_a_scan_of_which_nothing_changed_loads_no_reader_and_no_rule(tmp_path):
    (tmp_path / "old.py").write_text("print 1\n", encoding="utf-8")
    time.sleep(0.05)  # or the change might lie in the same tick of the clock as the scan
    script = LIST_MODULES.replace('name.split(".")[0]', "name")
    for _ in range(2):
        command = [sys.executable, "-c", script, "scan", str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    loaded = set(json.loads(done.stderr[done.stderr.index("[") :]))
    assert "legacyctl.pipeline.scan" in loaded
    assert loaded & READERS == set()


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_says_what_the_overview_says(name, lang):
    done = subprocess.run(
        [sys.executable, "-m", "legacyctl", "--lang", lang, name, "--help"], capture_output=True, text=True, check=True
    )
    assert " ".join(cli.COMMANDS[name][lang == "nl"].split()) in " ".join(done.stdout.split())


def test_the_overview_names_every_command(capsys):
    assert cli.run(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"  {name} " in printed for name in cli.COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["nonsense"], 2), (["scan", "--nonsense"], 2), (["scan", "/no/such/folder"], 2), (["--version"], 0)],
    ids=["no-command", "no-option", "no-folder", "version"],
)
def test_exit_codes(arguments, code):
    assert cli.run(arguments) == code


@pytest.mark.parametrize("environment", [{"LC_ALL": "nl_NL.UTF-8"}, {"LANG": "nl_BE"}], ids=str)
def test_the_locale_chooses_dutch(environment):
    assert cli.choose(["scan"], environment) == ("nl", ["scan"])


def test_a_fault_of_ours_gives_a_report_without_the_users_text():
    report = door.bug_report("scan", ValueError("999990019 of the user's code"))
    assert "ValueError" in report
    assert "999990019" not in report
