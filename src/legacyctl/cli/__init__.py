"""The command line: a table of commands that are loaded only when they are used.

`--help` answers from the table alone, without click and without any room, so
that it is quick; a test holds each line equal to the command's own help.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from legacyctl import __version__
from legacyctl.cli.language import choose, t

COMMANDS = {
    "scan": ("Read a repository: files, units, links, findings, debt.",
             "Lees een repository: bestanden, eenheden, verbanden, bevindingen, schuld."),
    "map": ("Show what runs, calls, includes, reads and writes what; what may break, is missing or dead.",
            "Toon wat wat draait, aanroept, opneemt, leest en schrijft; wat kan breken, ontbreekt of dood is."),
    "report": ("Print the findings and the debt in a format for people or machines.",
               "Druk de bevindingen en de schuld af, voor mensen of machines."),
    "plan": ("List the refactoring tasks in order, with who does them.",
             "Toon de taken op volgorde, met wie ze doet."),
    "modernise": ("Carry out the plan: codemods first, then a model; verified patches.",
                  "Voer het plan uit: eerst codemods, dan een model; geverifieerde patches."),
    "undo": ("Take back what `modernise --apply` did.", "Draai terug wat `modernise --apply` deed."),
    "rules": ("List, show and test the debt rules.", "Toon en toets de regels voor schuld."),
    "audit": ("Check the log of everything that went to a model.",
              "Controleer het logboek van alles wat naar een model ging."),
    "doctor": ("Say what this machine has and lacks for legacyctl.",
               "Zeg wat deze machine heeft en mist voor legacyctl."),
}  # fmt: skip
ALIASES = {"modernize": "modernise"}


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give its exit code; never raises."""
    lang, rest = choose(arguments, os.environ)
    if not rest or rest[0] in {"-h", "--help"}:
        sys.stdout.write(overview())
        return 0
    if rest[0] == "--version":
        sys.stdout.write(f"legacyctl {__version__}\n")
        return 0
    name = ALIASES.get(rest[0], rest[0])
    if name not in COMMANDS:
        hint = t("see legacyctl --help", "zie legacyctl --help")
        sys.stderr.write(f"legacyctl: {t('no command', 'geen opdracht')} '{rest[0]}': {hint}\n")
        return 2
    door = import_module("legacyctl.cli.door")
    return int(door.enter(name, rest[1:], lang))


def overview() -> str:
    """Give the text of `legacyctl --help`."""
    lines = [
        f"{t('Usage', 'Gebruik')}: legacyctl [--lang nl|en] {t('COMMAND', 'OPDRACHT')} [...]",
        "",
        t(
            "Read, score and modernise legacy code, with proof instead of promises.",
            "Lees, beoordeel en moderniseer oude code, met bewijs in plaats van beloften.",
        ),
        "",
        f"{t('Commands', 'Opdrachten')}:",
        *(f"  {name:<10} {t(*texts)}" for name, texts in COMMANDS.items()),
        "",
        t(
            "legacyctl COMMAND --help tells more. Nothing changes in your tree without --apply.",
            "legacyctl OPDRACHT --help vertelt meer. Zonder --apply verandert er niets in uw code.",
        ),
    ]
    return "\n".join(lines) + "\n"
