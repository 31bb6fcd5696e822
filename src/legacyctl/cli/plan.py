"""`legacyctl plan`: the refactoring tasks in the order in which they would be done."""

from __future__ import annotations

from pathlib import Path

import click

from legacyctl import pipeline, report
from legacyctl.cli.options import define, json_option, means_options, path_argument, progress_shown
from legacyctl.plan import plan


@define("plan")
@path_argument
@json_option
@means_options
@click.pass_obj
def command(lang: str, path: Path, *, as_json: bool, means: pipeline.Means) -> int:
    """Assess and plan; nothing is changed and no model is called."""
    project = pipeline.open_project(path, lang=lang)
    with progress_shown() as progress:
        assessment = pipeline.scan(project, progress=progress, means=means)
        tasks = plan(assessment, project.rules)
    text = report.document.dumps(report.document.plan(tasks)) if as_json else report.text.plan(tasks, lang)
    click.echo(text, nl=False)
    return 0
