"""Where the data that comes along lies: inside the wheel, else at the top of the checkout.

On its own, because every scan asks for it and most need nothing else of the catalog.
"""

from __future__ import annotations

from pathlib import Path

from legacyctl.errors import CatalogError

PACKAGE = Path(__file__).parent


def bundled(kind: str) -> Path:
    """Give the folder of a kind of data, such as "rules/debt".

    Raises CatalogError when an installation lacks it.
    """
    for base in (PACKAGE, PACKAGE.parents[1]):
        if (base / kind).is_dir():
            return base / kind
    raise CatalogError(PACKAGE / kind, ["is not in this installation; install legacyctl again"])
