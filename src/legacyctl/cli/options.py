"""What several commands share: their arguments, the open project, and how progress is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from legacyctl import pipeline
from legacyctl.cli import COMMANDS
from legacyctl.cli.language import t

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
PLAIN_STEP = 500
HELP = {"help_option_names": ["-h", "--help"]}


def option(
    *names: str, en: str, nl: str, metavar: tuple[str, str] | None = None, **settings: Any
) -> Callable[[Decorated], Decorated]:
    """Make a click option with its help, and the word for its value, in the chosen language."""
    if metavar:
        settings["metavar"] = t(*metavar)
    return click.option(*names, help=t(en, nl), **settings)


FOLDER = ("FOLDER", "MAP")
FILE = ("FILE", "BESTAND")
path_argument = click.argument("path", default=".", type=click.Path(path_type=Path), metavar=t("[FOLDER]", "[MAP]"))
json_option = option("--json", "as_json", is_flag=True, en="Print JSON.", nl="Druk JSON af.")


def define(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a click command whose help is its line in the table of commands."""
    return click.command(name, help=t(*COMMANDS[name]), context_settings=HELP)


def define_group(name: str) -> Callable[[Callable[..., Any]], click.Group]:
    """Make a click group whose help is its line in the table of commands."""
    return click.group(name, help=t(*COMMANDS[name]), context_settings=HELP)


@contextmanager
def progress_shown(*, quiet: bool = False) -> Iterator[pipeline.Progress]:
    """Give a progress callback: a bar on a terminal, plain lines now and then in CI, nothing when quiet."""
    if quiet:
        yield pipeline.silent
    elif sys.stderr.isatty():
        with _bar() as update:
            yield update
    else:
        yield _plain


@contextmanager
def _bar() -> Iterator[pipeline.Progress]:
    # rich takes 50 ms to import, which only a terminal needs
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        stages: dict[str, Any] = {}

        def update(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bar.add_task(stage, total=total or None)
            bar.update(stages[stage], completed=done)

        yield update


def _plain(stage: str, done: int, total: int) -> None:
    if done % PLAIN_STEP == 0 or (total and done == total):
        click.echo(f"{stage}: {done}" + (f"/{total}" if total else ""), err=True)
