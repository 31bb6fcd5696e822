"""What is no part of any repository: `rules/external/<family>.toml`.

Utilities of the machine, standard libraries, run-time functions: a graph that
does not know them would call them missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from legacyctl.catalog.find import bundled, readers
from legacyctl.tables import TableReader

KINDS = ("call", "include")


@dataclass(frozen=True, slots=True)
class Names:
    """Names that are known whole, and beginnings of names; with `fold` upper and lower case are one."""

    fold: bool = False
    names: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()

    def know(self, name: str) -> bool:
        """Whether the name is one of these."""
        wanted = name.upper() if self.fold else name
        return wanted in self.names or bool(self.prefixes and wanted.startswith(self.prefixes))


@dataclass(frozen=True, slots=True)
class Externals:
    """The known names per language and kind of link ("call" or "include")."""

    known: Mapping[tuple[str, str], Names] = field(default_factory=dict)

    def know(self, language: str, kind: str, name: str) -> bool:
        """Whether a program of `language` that refers to `name` refers to something outside every repository."""
        names = self.known.get((language, kind))
        return names is not None and names.know(name)


@cache
def externals() -> Externals:
    """Give the bundled names of all languages; raises CatalogError."""
    known: dict[tuple[str, str], Names] = {}
    for reader in readers(bundled("rules/external")):
        _read(reader, known)
    return Externals(known)


def _read(reader: TableReader, known: dict[tuple[str, str], Names]) -> None:
    """Check one file and add its names; a language may stand in one file only."""
    languages = reader.texts("languages")
    fold = reader.flag("fold", default=False)
    tables = {kind: reader.table(kind) for kind in KINDS}
    for kind, table in tables.items():
        names, prefixes = table.texts("names", ()), table.texts("prefixes", ())
        if fold:
            names, prefixes = tuple(map(str.upper, names)), tuple(map(str.upper, prefixes))
        for language in languages:
            if (language, kind) in known:
                reader.problem("languages", f"{language} has its names in another file already")
            known[language, kind] = Names(fold, frozenset(names), prefixes)
    reader.finish()
