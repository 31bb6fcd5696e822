"""Tables of `legacyctl.toml` that give a word to paths: pattern -> codec, pattern -> language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from legacyctl.source.ignore import compiled

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns as in `.gitignore`, each with its word; of several that match, the last decides."""

    rows: tuple[tuple[GitIgnoreSpec, str], ...]

    @classmethod
    def of(cls, root: Path, key: str, table: Mapping[str, str]) -> Patterns:
        """Compile the table of `source.KEY`; raises ConfigError for a pattern that git would not take."""
        return cls(tuple((compiled(root, key, [pattern]), word) for pattern, word in table.items()))

    def word(self, path: str) -> str:
        """Give the word for a path; "" when no pattern matches."""
        return next((word for spec, word in reversed(self.rows) if spec.match_file(path)), "")
