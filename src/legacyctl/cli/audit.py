"""`legacyctl audit`: check the log of model calls."""

from __future__ import annotations

from pathlib import Path

import click

from legacyctl import audit
from legacyctl.cli.language import t
from legacyctl.cli.options import define_group, option, path_argument
from legacyctl.errors import EXIT_FINDINGS


@define_group("audit")
def command() -> None:
    """Check the log of everything that went to a model."""


@command.command("verify", help=t("Find changed, dropped, swapped or inserted lines.",
                                  "Vind gewijzigde, verwijderde, verwisselde of ingevoegde regels."))  # fmt: skip
@path_argument
@option(
    "--anchor",
    default="",
    metavar=("HASH", "HASH"),
    en="A hash that a run printed: its line must be there.",
    nl="Een hash die een run afdrukte: die regel moet er zijn.",
)
def verify(path: Path, *, anchor: str) -> int:
    """Print every fault; exit code 1 when there is one."""
    log = path.resolve() / audit.LOG
    faults = audit.verify(log, anchor=anchor)
    for fault in faults:
        click.echo(str(fault))
    click.echo(t(f"{log}: {len(faults)} faults", f"{log}: {len(faults)} fouten"))
    return EXIT_FINDINGS if faults else 0
