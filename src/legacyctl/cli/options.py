"""What several commands share: their arguments, the open project, and how progress is shown."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from legacyctl import pipeline
from legacyctl.cli import COMMANDS
from legacyctl.cli.language import t
from legacyctl.source.paths import shown

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
PLAIN_STEP = 500
DRAW_SECONDS = 0.1
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


_jobs_option = option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=None,
    metavar=("N", "N"),
    en="Worker processes; one per processor if not given.",
    nl="Werkprocessen; een per processor als niets is opgegeven.",
)
_cache_option = option(
    "--cache/--no-cache",
    default=True,
    show_default=True,
    en="Whether files that did not change are known from the last scan (.legacyctl/store.sqlite).",
    nl="Of bestanden die niet zijn veranderd uit de vorige scan bekend zijn (.legacyctl/store.sqlite).",
)


def means_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options of how files are read; it gets them as `means`, with warnings going to stderr."""

    @wraps(command)
    def with_means(*arguments: Any, jobs: int | None, cache: bool, **rest: Any) -> int:
        return command(*arguments, means=pipeline.Means(jobs=jobs or 0, cache=cache, warn=_warned), **rest)

    return _jobs_option(_cache_option(with_means))


def _warned(warning: str) -> None:
    click.echo(f"legacyctl: {shown(warning)}", err=True)


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
        with closing(_Bar()) as bar:
            yield bar.update
    else:
        yield _plain


class _Bar:
    """A progress bar that comes up when there is something to wait for, and draws itself now and then.

    It starts no thread: worker processes are forked, which is only safe without.
    """

    def __init__(self) -> None:
        self._bar: Any = None
        self._stages: dict[str, Any] = {}
        self._drawn = time.monotonic()

    def update(self, stage: str, done: int, total: int) -> None:
        """Take the state of a stage."""
        now = time.monotonic()
        if now - self._drawn < DRAW_SECONDS:
            return
        self._drawn = now
        if self._bar is None:
            self._bar = _drawn_bar()
        if stage not in self._stages:
            self._stages[stage] = self._bar.add_task(stage, total=total or None)
        self._bar.update(self._stages[stage], completed=done, refresh=True)

    def close(self) -> None:
        """Take the bar from the screen."""
        if self._bar is not None:
            self._bar.stop()


def _drawn_bar() -> Any:
    # rich takes 50 ms to import, which only a long wait needs
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    bar = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
    bar.start()
    return bar


def _plain(stage: str, done: int, total: int) -> None:
    if done % PLAIN_STEP == 0 or (total and done == total):
        click.echo(f"{stage}: {done}" + (f"/{total}" if total else ""), err=True)
