"""The door: runs one command and turns every error into a message and an exit code."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

import click

from legacyctl import __version__
from legacyctl.cli.language import t
from legacyctl.errors import EXIT_BUG, EXIT_FINE, EXIT_INTERRUPTED, EXIT_USAGE, LegacyctlError


def enter(name: str, arguments: Sequence[str], lang: str) -> int:
    """Run command `name`; gives its exit code, and prints a report for an error of our own."""
    try:
        return _run(name, arguments, lang)
    except LegacyctlError as error:
        click.echo(f"legacyctl: {error}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(t("interrupted", "onderbroken"), err=True)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone; Python would complain once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FINE
    except Exception as error:  # noqa: BLE001 - the door: whatever it is, the user gets a report
        click.echo(bug_report(name, error), err=True)
        return EXIT_BUG


def _run(name: str, arguments: Sequence[str], lang: str) -> int:
    """Run command `name`; what click finds wrong with the arguments is wrong use."""
    command: click.Command = import_module(f"legacyctl.cli.{name}").command
    try:
        code = command.main(list(arguments), prog_name=f"legacyctl {name}", standalone_mode=False, obj=lang)
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return int(code or EXIT_FINE)


def bug_report(name: str, error: BaseException) -> str:
    """Give a report that can be pasted in public: where it went wrong, without any text of the user's code."""
    frames = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    detail = f": {error}" if os.environ.get("LEGACYCTL_DEBUG") else ""
    lines = [
        t(
            "legacyctl: this is a fault of ours, not of yours. Please report:",
            "legacyctl: dit is onze fout. Meld a.u.b.:",
        ),
        f"  legacyctl {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"  command {name}: {type(error).__name__}{detail}",
        *frames,
    ]
    if not detail:
        lines.append(t("LEGACYCTL_DEBUG=1 adds the message; it may hold text of your code.",
                       "LEGACYCTL_DEBUG=1 voegt de melding toe; die kan tekst uit uw code bevatten."))  # fmt: skip
    return "\n".join(lines)
