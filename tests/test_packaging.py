"""The wheel holds the data and works with the checkout out of sight."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Give the folder of a fresh installation of the wheel, and the environment that uses it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    environment = {**os.environ, "PYTHONPATH": str(folder / "site"), "PYTHONSAFEPATH": "1"}
    return folder / "site", environment


def run(installed, *arguments, **options):
    _, environment = installed
    command = [sys.executable, "-m", "legacyctl", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, **options)


def test_the_wheel_holds_all_data(installed):
    site, _ = installed
    for kind in ("adapters", "rules"):
        here = {p.relative_to(ROOT) for p in (ROOT / kind).rglob("*") if p.is_file()}
        there = {p.relative_to(site / "legacyctl") for p in (site / "legacyctl" / kind).rglob("*") if p.is_file()}
        assert there == here


def test_the_installed_program_is_the_one_that_runs(installed, tmp_path):
    site, environment = installed
    where = [sys.executable, "-c", "import legacyctl; print(legacyctl.__file__)"]
    done = subprocess.run(where, env=environment, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.startswith(str(site))


def test_the_installed_rules_pass_their_fixtures(installed, tmp_path):
    done = run(installed, "rules", "test", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_installed_program_scans(installed, tmp_path):
    (tmp_path / "old.py").write_text("print 'hello'\n", encoding="utf-8")
    done = run(installed, "scan", "--json", str(tmp_path))
    assert '"rule": "PY01"' in done.stdout
