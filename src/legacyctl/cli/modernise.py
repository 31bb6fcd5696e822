"""`legacyctl modernise`: carry out the plan and give verified patches."""

from __future__ import annotations

from pathlib import Path

import click

from legacyctl import apply, pipeline, report
from legacyctl.cli.language import t
from legacyctl.cli.options import FILE, FOLDER, define, json_option, option, path_argument, progress_shown
from legacyctl.config import STATE_FOLDER
from legacyctl.errors import EXIT_BACKEND, EXIT_FINDINGS, EXIT_FINE, EXIT_REFUSED, UsageError
from legacyctl.model import Run, Status

EXITS = {Status.FAILED: EXIT_BACKEND, Status.REFUSED: EXIT_REFUSED, Status.REJECTED: EXIT_FINDINGS}


@define("modernise")
@path_argument
@option("--codemods-only", is_flag=True, en="Call no model.", nl="Roep geen model aan.")
@option(
    "--dry-run",
    is_flag=True,
    en="Say what would be done and what might go where.",
    nl="Zeg wat er gedaan en verstuurd zou worden.",
)
@option(
    "--apply",
    "on_branch",
    is_flag=True,
    en="Commit each accepted task on a new branch.",
    nl="Leg elke geaccepteerde taak vast op een nieuwe tak.",
)
@option(
    "--out", type=click.Path(path_type=Path), metavar=FOLDER, en="Where the patches go.", nl="Waar de patches komen."
)
@option("--backend", metavar=("ID", "ID"), en="The model endpoint.", nl="Het modeleindpunt.")
@option(
    "--model-path",
    type=click.Path(path_type=Path),
    metavar=FILE,
    en="A GGUF file for the embedded backend.",
    nl="Een GGUF-bestand voor het ingebouwde model.",
)
@option(
    "--limit",
    type=click.IntRange(min=0),
    metavar=("N", "N"),
    en="Ask the model for at most N tasks.",
    nl="Vraag het model voor hoogstens N taken.",
)
@json_option
@click.pass_obj
def command(lang: str, /, path: Path, **options: object) -> int:
    """Run the pipeline, write the patches, say what became of every task."""
    project = pipeline.open_project(path, lang=lang)
    wanted = _options(options)
    if options["on_branch"] and wanted.dry_run:
        raise UsageError("--apply and --dry-run exclude each other")
    with progress_shown() as progress:
        run = pipeline.modernise(project, wanted, progress=progress)
    where = "" if wanted.dry_run else _written(project, run, options)
    if options["as_json"]:
        click.echo(report.document.dumps(report.document.run(run)), nl=False)
    else:
        click.echo(report.text.run(run, lang, where=where), nl=False)
    return exit_code(run)


def exit_code(run: Run) -> int:
    """Give the gravest exit code of what became of the tasks."""
    return max((EXITS.get(result.status, EXIT_FINE) for result in run.results), default=EXIT_FINE)


def _options(options: dict[str, object]) -> pipeline.Options:
    model_path, limit = options["model_path"], options["limit"]
    return pipeline.Options(
        codemods_only=bool(options["codemods_only"]),
        dry_run=bool(options["dry_run"]),
        backend=str(options["backend"] or ""),
        model_path=str(model_path or ""),
        limit=limit if isinstance(limit, int) else None,
    )


def _written(project: pipeline.Project, run: Run, options: dict[str, object]) -> str:
    """Write the patches and the run's record; with --apply also commit. Gives what to tell the user."""
    state = project.root / STATE_FOLDER
    # git must not see our state, whatever the repository's own .gitignore says
    apply.write_file(state / ".gitignore", b"*\n")
    folder = state / "runs" / run.id
    out = options["out"]
    patches = out if isinstance(out, Path) else folder / "patches"
    apply.write_patches(run, patches)
    apply.write_file(folder / "run.json", report.document.dumps(report.document.run(run)).encode())
    if options["on_branch"]:
        branch = apply.apply_on_branch(project.root, run)
        return t(f"{patches}; committed on branch {branch}", f"{patches}; vastgelegd op tak {branch}")
    return str(patches)
