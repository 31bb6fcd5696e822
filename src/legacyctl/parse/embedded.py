"""SQL between the statements of C: the marks of what it names, which the grammar never saw."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator

from legacyctl.model import SourceFile
from legacyctl.parse.prepare.embedded_sql import statements
from legacyctl.parse.tree import Place

PREPARATION = "embedded-sql"

Named = tuple[str, str, dict[str, str | int | bool]]


def embedded_places(file: SourceFile) -> Iterator[Place]:
    """Give the tables, calls and includes of every EXEC SQL statement, each at the whole of it."""
    named: Callable[[str], Iterable[Named]] | None = None
    for start, end in statements(file.data):
        named = named or importlib.import_module("legacyctl.parse.cobol.embedded").named
        text = file.data[start:end].decode("utf-8", "replace").upper()
        for tag, name, attributes in named(text):
            yield start, -end, 0, tag, name, attributes
