"""The example batch passes its own tests on Python 3 after the codemod."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from legacyctl.catalog import languages
from legacyctl.codemods import rewrite
from legacyctl.config import SourceConfig
from legacyctl.source import discover

from .conftest import task

EXAMPLE = Path(__file__).parents[2] / "examples" / "parkeer-python2"


@pytest.fixture
def example(tmp_path):
    root = tmp_path / "parkeer"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("__pycache__"))
    return root


def modernise(root: Path) -> int:
    """Rewrite the example in place; give the number of files that changed."""
    files = [file for file in discover(root, SourceConfig(), languages()) if file.language == "python"]
    patches = [rewrite(file, task("python2to3", file.path), beside=_beside(root, file.path)) for file in files]
    for change in (change for patch in patches for change in patch.changes):
        (root / change.path).write_bytes(change.after)
    return sum(not patch.empty for patch in patches)


def _beside(root: Path, path: str) -> list[str]:
    return [entry.name for entry in (root / path).parent.iterdir()]


def run_tests(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "unittest", "discover", "-s", "tests"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment, check=False)


def test_fails_on_python3_as_it_is(example):
    assert run_tests(example).returncode != 0


def test_passes_its_own_tests_after_the_codemod(example):
    assert modernise(example) >= 10
    done = run_tests(example)
    assert done.returncode == 0, done.stderr


def test_second_run_changes_nothing(example):
    modernise(example)
    assert modernise(example) == 0
