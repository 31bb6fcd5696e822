"""The docs say what is true: generated pages are current, every command, rule and exit code is there."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from legacyctl import catalog
from legacyctl.cli import COMMANDS

ROOT = Path(__file__).parents[1]


def generator():
    spec = spec_from_file_location("generate_docs", ROOT / "scripts" / "generate_docs.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGES = dict(generator().pages())


@pytest.mark.parametrize("path", list(PAGES), ids=lambda path: path.name)
def test_generated_pages_are_current(path):
    assert path.read_text(encoding="utf-8") == PAGES[path], "run: make docs"


def test_readme_names_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`{name}" not in readme and f"legacyctl {name}" not in readme] == []


def test_the_rules_page_has_every_rule():
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert [rule for rule in catalog.rules() if f"| {rule} |" not in page] == []


def links():
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                yield pytest.param(page, target, id=f"{page.name}->{target}")


@pytest.mark.parametrize(("page", "target"), list(links()))
def test_links_lead_somewhere(page, target):
    assert (page.parent / target).exists()


def test_adrs_are_numbered_without_gaps():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
