"""Converted programs print what they printed under Python 2, and nothing is left behind on disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import convert, patch_of
from .python2_programs import PROGRAMS

CONVERT = "from legacyctl.codemods.python2.fixers import fix; print(fix('print 1\\n', 'a', python3=False)[0], end='')"


def run(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-W", "error", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_prints_the_same(program, tmp_path):
    done = run("-c", convert(program.source.encode()).decode(), home=tmp_path)
    assert (done.stdout, done.stderr) == (program.output, "")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_second_run_changes_nothing(program):
    assert patch_of(convert(program.source.encode())).empty


def test_the_fixers_write_nothing_and_say_nothing(tmp_path):
    done = run("-c", CONVERT, home=tmp_path)
    assert (done.stdout, done.stderr) == ("print(1)\n", "")
    assert list(tmp_path.rglob("*")) == []
