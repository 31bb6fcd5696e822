"""The files of the bundled data, read one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from legacyctl import tables
from legacyctl.bundled import bundled
from legacyctl.errors import CatalogError

__all__ = ["KINDS", "bundled", "readers"]

KINDS = ("adapters/languages", "adapters/backends", "rules/debt", "rules/external", "rules/privacy", "rules/norms")


def readers(folder: Path) -> Iterator[tables.TableReader]:
    """Give a reader for every TOML file under `folder`, in path order."""
    for path in sorted(folder.rglob("*.toml")):
        yield tables.load(path, CatalogError)
