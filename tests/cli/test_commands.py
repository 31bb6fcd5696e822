"""The commands as a user runs them: what they print and the exit codes they give."""

import json
import subprocess

import pytest

from legacyctl import cli
from legacyctl.catalog import rules


@pytest.fixture
def repository(tmp_path):
    """Give a git work tree with one Python 2 file, committed."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "old.py").write_text("def f(d):\n    if d.has_key(1):\n        print 'yes'\n", encoding="utf-8")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "start"]):
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        subprocess.run(["git", *identity, *command], cwd=folder, check=True)
    return folder


def git(folder, *arguments):
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_scan_prints_text_or_json(repository, capsys):
    assert cli.run(["scan", str(repository)]) == 0
    assert "python" in capsys.readouterr().out
    assert cli.run(["scan", "--json", str(repository)]) == 0
    assert json.loads(capsys.readouterr().out)["totals"]["findings"] == 2


def test_plan_names_the_codemod_and_the_grade(repository, capsys):
    assert cli.run(["plan", str(repository), "--json"]) == 0
    (task,) = json.loads(capsys.readouterr().out)["tasks"]
    assert (task["by"], task["needs"], task["path"]) == ("codemod python2to3", "E1", "old.py")


def test_report_writes_a_file(repository, tmp_path, capsys):
    target = tmp_path / "report.json"
    assert cli.run(["report", str(repository), "-f", "json", "-o", str(target)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "legacyctl-scan/1"


def test_modernise_writes_patches_and_leaves_the_tree_alone(repository, tmp_path, capsys):
    before = (repository / "old.py").read_bytes()
    assert cli.run(["modernise", str(repository), "--codemods-only", "--out", str(tmp_path / "out")]) == 0
    assert "Accepted: 1" in capsys.readouterr().out
    assert (repository / "old.py").read_bytes() == before
    (patch,) = (tmp_path / "out").iterdir()
    git(repository, "apply", str(patch))
    assert "print('yes')" in (repository / "old.py").read_text(encoding="utf-8")


def test_our_state_in_the_tree_is_nothing_to_git(repository):
    assert cli.run(["modernise", str(repository), "--codemods-only"]) == 0
    assert git(repository, "status", "--porcelain") == ""
    assert list((repository / ".legacyctl" / "runs").glob("*/patches/0001-*.patch"))


def test_the_american_spelling_is_the_same_command(repository, capsys):
    assert cli.run(["modernize", str(repository), "--codemods-only", "--dry-run"]) == 0
    assert "Planned, not done: 1" in capsys.readouterr().out


def test_dry_run_leaves_no_trace(repository):
    assert cli.run(["modernise", str(repository), "--dry-run"]) == 0
    assert sorted(path.name for path in repository.iterdir()) == [".git", "old.py"]


def test_apply_commits_on_a_branch_and_undo_takes_it_back(repository, capsys):
    assert cli.run(["modernise", str(repository), "--codemods-only", "--apply", "--json"]) == 0
    run_id = json.loads(capsys.readouterr().out)["run"]
    message = git(repository, "log", "-1", "--format=%B")
    for trailer in ("Legacyctl-Origin: codemod:python2to3", "Legacyctl-Evidence: E1", f"Legacyctl-Run: {run_id}"):
        assert trailer in message
    assert git(repository, "branch", "--show-current").strip() == f"legacyctl/{run_id}"
    assert git(repository, "status", "--porcelain", "--untracked-files=no") == ""
    assert cli.run(["undo", run_id, str(repository)]) == 0
    assert git(repository, "branch", "--format=%(refname:short)").split() == ["main"]
    assert "print 'yes'" in (repository / "old.py").read_text(encoding="utf-8")


def test_apply_refuses_a_tree_with_changes(repository, capsys):
    (repository / "old.py").write_text("print 1\n", encoding="utf-8")
    assert cli.run(["modernise", str(repository), "--codemods-only", "--apply"]) == 2
    assert "old.py" in capsys.readouterr().err


@pytest.mark.parametrize("backend", ["vlam"])
def test_a_backend_that_the_policy_refuses_is_exit_4(tmp_path, backend, capsys, monkeypatch):
    monkeypatch.setenv("VLAM_API_KEY", "not-a-key")
    body = "".join(f"    if a == {n}:\n        b = b + {n}\n" for n in range(30))
    (tmp_path / "long.py").write_text(f"def f(a, b):\n{body}    return b\n", encoding="utf-8")
    assert cli.run(["modernise", str(tmp_path), "--backend", backend]) == 4
    assert "no_training" in capsys.readouterr().err


def test_an_unknown_backend_is_wrong_use(repository, capsys):
    assert cli.run(["modernise", str(repository), "--backend", "nowhere"]) == 2
    assert "no profile" in capsys.readouterr().err


def test_a_wrong_configuration_names_every_fault(repository, capsys):
    (repository / "legacyctl.toml").write_text("[backend]\nkind = 1\n[verify]\ntimeout = 'x'\n", encoding="utf-8")
    assert cli.run(["scan", str(repository)]) == 2
    printed = capsys.readouterr().err
    assert "line 2: backend.kind" in printed
    assert "line 4: verify.timeout" in printed


def test_rules_list_show_and_test(capsys):
    assert cli.run(["rules", "list"]) == 0
    assert capsys.readouterr().out.count("\n") == len(rules())
    assert cli.run(["--lang", "nl", "rules", "show", "PY01"]) == 0
    assert rules()["PY01"].why["nl"] in capsys.readouterr().out
    assert cli.run(["rules", "test"]) == 0
    assert "0 faults" in capsys.readouterr().out
    assert cli.run(["rules", "show", "NOPE"]) == 2


def test_doctor_says_what_is_here(capsys):
    assert cli.run(["doctor"]) == 0
    printed = capsys.readouterr().out
    assert "tree-sitter" in printed
    assert "cobc" in printed


def test_audit_verify_finds_a_changed_line(repository, capsys):
    assert cli.run(["audit", "verify", str(repository)]) == 0
    log = repository / ".legacyctl" / "audit.jsonl"
    log.parent.mkdir()
    log.write_text('{"seq": 1, "hash": "0"}\n', encoding="utf-8")
    assert cli.run(["audit", "verify", str(repository)]) == 1
    assert "line 1" in capsys.readouterr().out
