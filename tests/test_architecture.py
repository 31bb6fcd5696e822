"""The order of the rooms, the homes of third-party libraries, the sealed door, the only writer."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import cli as lint
from importlinter.application.use_cases import read_user_options

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "legacyctl"
HOMES = {
    "httpx": {"backends"},
    "xllamacpp": {"backends"},
    "libcst": {"parse", "codemods"},
    "fissix": {"codemods"},
    "tree_sitter": {"parse"},
    "click": {"cli"},
    "rich": {"cli"},
    "dask": {"fleet"},
}
WRITES = re.compile(
    r"\.write_(?:text|bytes)\(|os\.replace\(|\.rename\(|shutil\.(?:copy|move)|\bopen\([^)]*[\"'][wax]b?"
)
# What may write, and where: never the user's tree.
WRITERS = {
    "apply": "the only writer into the user's tree",
    "audit": "its own log under .legacyctl/",
    "store": "its own file under .legacyctl/, and what keeps that out of git's sight",
    "verify": "scratch copies in the temporary folder",
}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).parts
        yield parts[0].removesuffix(".py"), path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_order_of_the_rooms_holds(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint.lint_imports(config_filename="pyproject.toml", no_cache=True) == lint.EXIT_STATUS_SUCCESS


def test_every_room_stands_in_the_order(monkeypatch):
    monkeypatch.chdir(ROOT)
    order = next(c for c in read_user_options("pyproject.toml").contracts_options if c["id"] == "order")
    assert str(order["exhaustive"]) == "True"


def test_third_party_libraries_stay_in_their_rooms():
    strays = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for room, path in modules()
        for name in imports(path)
        for home, rooms in HOMES.items()
        if (name == home or name.startswith(f"{home}_")) and room not in rooms
    ]
    assert strays == []


def test_only_the_guard_makes_a_sealed_prompt():
    makers = {room for room, path in modules() if re.search(r"\bSealedPrompt\(", path.read_text(encoding="utf-8"))}
    assert makers <= {"guard"}


UNSEALED = """
from legacyctl.backends import Backend
from legacyctl.model import Prompt, Reply


def around_the_guard(backend: Backend, prompt: Prompt) -> Reply:
    return backend.propose(prompt)
"""


def test_an_unsealed_prompt_does_not_type_check(tmp_path):
    (tmp_path / "around.py").write_text(UNSEALED, encoding="utf-8")
    mypy = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), str(tmp_path / "around.py")]
    done = subprocess.run(mypy, cwd=ROOT, capture_output=True, text=True, check=False)
    assert 'has incompatible type "Prompt"; expected "SealedPrompt"' in done.stdout


def test_only_apply_writes_into_the_users_tree():
    strays = [
        f"{path.relative_to(SOURCE)}:{number}"
        for room, path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if WRITES.search(line) and room not in WRITERS
    ]
    assert strays == []


@pytest.mark.parametrize("word", ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error"])
def test_no_unfinished_work_in_the_product(word):
    assert [
        str(p)
        for room, p in modules()
        if room != "cli"
        and re.search(rf"^[^\"'#]*(?<!\w){re.escape(word)}", p.read_text(encoding="utf-8"), re.MULTILINE)
    ] == []


def test_no_pattern_relies_on_possessive_groups():
    """Python before 3.11.5 does not step back from the last, failed round of `(?:...)*+`; atomic groups do."""
    possessive = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+(?!\+)[^\n]*[\"']")
    found = [
        f"{path.relative_to(SOURCE)}:{number}"
        for _, path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if possessive.search(line) and re.search(r"\(\?:[^)]*\)[*+?]\+", line)
    ]
    assert found == []
