"""The norms that a score leans on, from `rules/norms/`: data with a source and a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from legacyctl import tables
from legacyctl.bundled import bundled
from legacyctl.errors import CatalogError

BUILD_COST = "build-cost.toml"


@dataclass(frozen=True, slots=True)
class Norms:
    """What a line of code costs to write: minutes per line with code, by language id.

    `other` is for a language that is not in `build_minutes`; `source` and `date`
    say where the figures come from and when they were taken.
    """

    build_minutes: Mapping[str, float] = field(default_factory=dict)
    other: float = 12.0
    source: str = ""
    date: str = ""

    def build(self, language: str) -> float:
        """Give the minutes per line of a language."""
        return self.build_minutes.get(language, self.other)


@cache
def norms() -> Norms:
    """Give the bundled norms; raises CatalogError."""
    return read(bundled("rules/norms") / BUILD_COST)


def read(path: Path) -> Norms:
    """Read a file of build costs; raises CatalogError with every fault in it."""
    reader = tables.load(path, CatalogError)
    minutes = reader.table("minutes")
    other = minutes.number("other")
    found = Norms(
        build_minutes={language: minutes.number(language) for language in minutes.keys()},  # noqa: SIM118 - no mapping
        other=other,
        source=reader.text("source"),
        date=reader.text("date"),
    )
    if min((other, *found.build_minutes.values())) <= 0:
        reader.problem("minutes", "every figure must be larger than 0")
    reader.finish()
    return found
