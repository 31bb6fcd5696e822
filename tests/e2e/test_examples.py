"""The main job on the examples: scan, plan, modernise, git apply, and the modernised code at work."""

import filecmp
import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from legacyctl import cli, pipeline
from legacyctl.model import Grade, Status

EXAMPLES = Path(__file__).parents[2] / "examples"
CODEMODS = pipeline.Options(codemods_only=True)


@pytest.fixture
def copy(tmp_path):
    """Give a function that copies an example to where it may be changed."""
    return lambda name: Path(shutil.copytree(EXAMPLES / name, tmp_path / name))


def applied(folder, patches):
    """Let git apply the patch files in order, as the README says."""
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    for patch in sorted(patches.iterdir()):
        subprocess.run(["git", "apply", str(patch)], cwd=folder, check=True)


def cobol_output(folder, scratch):
    subprocess.run(["sh", "run.sh", str(scratch / "build"), str(scratch / "out")], cwd=folder, check=True)
    return scratch / "out"


def same_files(one, other):
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in other.iterdir())
    return filecmp.cmpfiles(one, other, names, shallow=False) == (names, [], [])


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_every_file_of_an_example_is_read_whole(name):
    assessment = pipeline.scan(pipeline.open_project(EXAMPLES / name))
    facts = [report.facts for report in assessment.files if report.facts.language]
    assert [(one.path, one.problem, one.unparsed) for one in facts if one.problem or one.unparsed] == []
    assert assessment.findings


def test_the_python_example_passes_its_own_tests_on_python_3(copy, tmp_path, capsys):
    folder = copy("parkeer-python2")
    assert cli.run(["modernise", str(folder), "--codemods-only", "--json", "--out", str(tmp_path / "patches")]) == 0
    tasks = json.loads(capsys.readouterr().out)["tasks"]
    done = [task for task in tasks if task["by"] != "model"]
    assert {(task["status"], task["grade"]) for task in done} == {("accepted", "E2")}
    applied(folder, tmp_path / "patches")
    ran = subprocess.run(["sh", "run_tests.sh"], cwd=folder, capture_output=True, text=True, check=True)
    assert "OK" in ran.stderr


@pytest.mark.skipif(shutil.which("cobc") is None, reason="cobc is not installed (Debian: gnucobol3)")
def test_the_cobol_example_gives_the_same_files_before_and_after(copy, tmp_path, capsys):
    folder = copy("bijstand-cobol")
    before = cobol_output(folder, tmp_path / "before")
    assert same_files(before, folder / "expected")
    assert cli.run(["modernise", str(folder), "--codemods-only", "--json", "--out", str(tmp_path / "patches")]) == 0
    tasks = json.loads(capsys.readouterr().out)["tasks"]
    accepted = [task for task in tasks if task["status"] == "accepted"]
    assert {task["by"] for task in accepted} == {"codemod cobol-next-sentence", "codemod cobol-scope-terminators"}
    assert {task["grade"] for task in accepted} == {"E2"}
    applied(folder, tmp_path / "patches")
    assert same_files(cobol_output(folder, tmp_path / "after"), before)


@pytest.mark.skipif(shutil.which("javac") is None, reason="javac is not installed (Debian: default-jdk-headless)")
def test_the_java_example_runs_its_own_test(copy):
    ran = subprocess.run(["sh", "run_tests.sh"], cwd=copy("vergunning-struts"), capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.model
@pytest.mark.skipif(find_spec("xllamacpp") is None, reason="the extra `local` is not installed")
def test_no_answer_of_the_packaged_model_is_accepted_without_its_grade(copy):
    project = pipeline.open_project(copy("vergunning-struts"))
    run = pipeline.modernise(project, pipeline.Options(limit=2))
    asked = [result for result in run.results if result.reply is not None]
    assert len(asked) == 2
    for result in asked:
        assert result.status in {Status.REJECTED, Status.ACCEPTED, Status.UNCHANGED}
        if result.status is Status.ACCEPTED:
            assert result.verdict.grade >= result.task.needs >= Grade.E1
    assert cli.run(["audit", "verify", str(project.root)]) == 0
