"""`legacyctl scan`: read a repository and say what is in it."""

from __future__ import annotations

from pathlib import Path

import click

from legacyctl import pipeline, report
from legacyctl.cli.options import define, json_option, means_options, path_argument, progress_shown


@define("scan")
@path_argument
@json_option
@means_options
@click.pass_obj
def command(lang: str, path: Path, *, as_json: bool, means: pipeline.Means) -> int:
    """Read, assess, print; exit code 0 whatever was found."""
    project = pipeline.open_project(path, lang=lang)
    with progress_shown() as progress:
        if as_json:
            text = report.FORMATS["json"](pipeline.scan(project, progress=progress, means=means), lang)
        else:
            text = report.text.scan(pipeline.overview(project, progress=progress, means=means), lang)
    click.echo(text, nl=False)
    return 0
