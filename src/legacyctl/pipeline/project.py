"""The repository at hand with everything that the use cases need to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from legacyctl import catalog, config
from legacyctl.catalog import Language, Rule
from legacyctl.config import Config
from legacyctl.errors import UsageError

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many are done, and how many there are (0: not known)."""


def silent(_stage: str, _done: int, _all: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class Project:
    """A repository: its root, its configuration, the languages and rules in force, the user's language."""

    root: Path
    config: Config
    languages: Mapping[str, Language]
    rules: Mapping[str, Rule]
    lang: str = "en"

    def rules_of(self, language: str) -> tuple[Rule, ...]:
        """Give the rules of one language, in id order."""
        return tuple(rule for rule in self.rules.values() if rule.language == language)


def open_project(path: Path, *, lang: str = "en") -> Project:
    """Open the folder at `path`; raises UsageError when it is none, ConfigError for a wrong legacyctl.toml."""
    root = path.resolve()
    if not root.is_dir():
        raise UsageError(f"{path}: not a folder", way_out="Give the root of a repository.")
    settings = config.read(root)
    rules = {name: rule for name, rule in catalog.rules().items() if name not in settings.rules_off}
    return Project(root=root, config=settings, languages=catalog.languages(), rules=rules, lang=lang)
