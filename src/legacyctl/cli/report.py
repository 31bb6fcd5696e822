"""`legacyctl report`: the findings and the debt in a format of choice, to a file or the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from legacyctl import apply, pipeline, report
from legacyctl.cli.options import FILE, define, means_options, option, path_argument, progress_shown


@define("report")
@path_argument
@option(
    "-f",
    "--format",
    "form",
    type=click.Choice(sorted(report.FORMATS)),
    default="text",
    show_default=True,
    en="The format.",
    nl="Het formaat.",
)
@option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar=FILE,
    en="Write to a file instead of the terminal.",
    nl="Schrijf naar een bestand in plaats van het scherm.",
)
@means_options
@click.pass_obj
def command(lang: str, path: Path, *, form: str, output: Path | None, means: pipeline.Means) -> int:
    """Assess and render; exit code 0 whatever was found."""
    project = pipeline.open_project(path, lang=lang)
    with progress_shown() as progress:
        assessment = pipeline.scan(project, progress=progress, means=means)
    text = report.FORMATS[form](assessment, lang)
    if output is None:
        click.echo(text, nl=False)
    else:
        apply.write_file(output, text.encode("utf-8", "surrogateescape"))
    return 0
