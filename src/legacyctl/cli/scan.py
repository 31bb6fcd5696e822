"""`legacyctl scan`: read a repository and say what is in it."""

from __future__ import annotations

from pathlib import Path

import click

from legacyctl import pipeline, report
from legacyctl.cli.options import define, json_option, path_argument, progress_shown


@define("scan")
@path_argument
@json_option
@click.pass_obj
def command(lang: str, path: Path, *, as_json: bool) -> int:
    """Read, assess, print; exit code 0 whatever was found."""
    project = pipeline.open_project(path, lang=lang)
    with progress_shown() as progress:
        assessment = pipeline.scan(project, progress=progress)
    click.echo(report.FORMATS["json" if as_json else "text"](assessment, lang), nl=False)
    return 0
