"""`legacyctl undo`: take back what a `modernise --apply` run did."""

from __future__ import annotations

from pathlib import Path

import click

from legacyctl import apply
from legacyctl.cli.language import t
from legacyctl.cli.options import define, path_argument


@define("undo")
@click.argument("run_id", metavar="RUN")
@path_argument
def command(run_id: str, path: Path) -> int:
    """Remove the run's branch and go back to where it started; refuses when others committed on it."""
    branch = apply.undo(path.resolve(), run_id)
    click.echo(t(f"run {run_id} is undone; you are on {branch}", f"run {run_id} is teruggedraaid; u staat op {branch}"))
    return 0
