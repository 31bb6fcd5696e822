"""The repository at hand with everything that the use cases need to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from legacyctl import config
from legacyctl.config import Config
from legacyctl.errors import UsageError

if TYPE_CHECKING:
    from legacyctl.catalog import Language, Rule

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how many are done, and how many there are (0: not known)."""
Warn = Callable[[str], None]
"""Called with a sentence for the user about something that went otherwise than it should and stopped nothing."""


def silent(_stage: str, _done: int, _all: int) -> None:
    """Report no progress."""


def unheard(_warning: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Project:
    """A repository: its root, its configuration, the user's language; and, once asked for, languages and rules.

    Those are loaded late, because a scan of which nothing changed needs none of
    them; their properties raise CatalogError for a file that is wrong.
    """

    root: Path
    config: Config
    lang: str = "en"

    @property
    def adapters(self) -> Path | None:
        """The folder with the project's own language adapters."""
        own = self.config.source.adapters
        return (self.root / own).resolve() if own else None

    @cached_property
    def languages(self) -> Mapping[str, Language]:
        """Every language by its id, those of the project's own adapters too."""
        from legacyctl import catalog, parse  # noqa: PLC0415 - see the docstring of the class

        found = catalog.languages(self.adapters)
        for language in found.values():
            if self.adapters and language.path.is_relative_to(self.adapters):
                parse.check(language)
        return found

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules in force by their id."""
        from legacyctl import catalog  # noqa: PLC0415 - see the docstring of the class

        return {name: rule for name, rule in catalog.rules().items() if name not in self.config.rules_off}

    @cached_property
    def _by_language(self) -> Mapping[str, tuple[Rule, ...]]:
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules.values():
            found[rule.language] = (*found.get(rule.language, ()), rule)
        return found

    def rules_of(self, language: str) -> tuple[Rule, ...]:
        """Give the rules of one language, in id order."""
        return self._by_language.get(language, ())


def open_project(path: Path, *, lang: str = "en") -> Project:
    """Open the folder at `path`; raises UsageError when it is none, ConfigError for a wrong legacyctl.toml."""
    root = path.resolve()
    if not root.is_dir():
        raise UsageError(f"{path}: not a folder", way_out="Give the root of a repository.")
    return Project(root=root, config=config.read(root), lang=lang)
