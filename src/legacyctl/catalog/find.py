"""Where the bundled data lies: inside the wheel, else at the top of the checkout."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from legacyctl import tables
from legacyctl.errors import CatalogError

KINDS = ("adapters/languages", "adapters/backends", "rules/debt", "rules/privacy", "rules/norms")


def bundled(kind: str) -> Path:
    """Give the folder of a kind of data, such as "rules/debt".

    Raises CatalogError when an installation lacks it.
    """
    package = Path(str(files("legacyctl")))
    for base in (package, package.parents[1]):
        if (base / kind).is_dir():
            return base / kind
    raise CatalogError(package / kind, ["is not in this installation; install legacyctl again"])


def readers(folder: Path) -> Iterator[tables.TableReader]:
    """Give a reader for every TOML file under `folder`, in path order."""
    for path in sorted(folder.rglob("*.toml")):
        yield tables.load(path, CatalogError)
