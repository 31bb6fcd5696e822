"""Which language a file is in: by pattern, name, extension, or the interpreter of its first line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from legacyctl.catalog import Language
from legacyctl.config import FILE_NAME
from legacyctl.errors import ConfigError
from legacyctl.source.patterns import Patterns

_SHEBANG = re.compile(rb"#!\s*(\S+)([^\r\n]*)")
_VERSION = "0123456789."


@dataclass(frozen=True, slots=True)
class LanguageBook:
    """The ways to know a language; a pattern of `legacyctl.toml` goes before all others."""

    patterns: Patterns
    names: tuple[tuple[str, str], ...]
    extensions: Mapping[str, str]
    interpreters: Mapping[str, str]

    def by_path(self, path: str) -> str | None:
        """Give the id of the language that the path tells; None when it tells nothing."""
        name = PurePosixPath(path).name
        by_name = (language for pattern, language in self.names if fnmatchcase(name, pattern))
        return self.patterns.word(path) or next(by_name, None) or self._by_extension(name)

    def by_first_line(self, head: bytes) -> str | None:
        """Give the id of the language whose interpreter a `#!` line names; None without one."""
        program = interpreter(head)
        return self.interpreters.get(program) or self.interpreters.get(program.rstrip(_VERSION))

    def _by_extension(self, name: str) -> str | None:
        extension = PurePosixPath(name.lower()).suffix
        return self.extensions.get(extension)


def book(root: Path, patterns: Mapping[str, str], languages: Mapping[str, Language]) -> LanguageBook:
    """Gather how the languages are known; raises ConfigError for a pattern with an unknown language."""
    unknown = [
        f"source.languages: '{pattern}': '{word}' is not one of {', '.join(languages)}"
        for pattern, word in patterns.items()
        if word not in languages
    ]
    if unknown:
        raise ConfigError(root / FILE_NAME, unknown)
    return LanguageBook(
        patterns=Patterns.of(root, "languages", patterns),
        names=tuple((name, language.id) for language in languages.values() for name in language.file_names),
        extensions=_table(
            (dotted(word), language.id) for language in languages.values() for word in language.extensions
        ),
        interpreters=_table((word, language.id) for language in languages.values() for word in language.interpreters),
    )


def dotted(extension: str) -> str:
    """Give an extension in the one form that is compared: lower case, with its dot."""
    return f".{extension.lower().lstrip('.')}"


def interpreter(head: bytes) -> str:
    """Give the name of the program in a `#!` line, through `env` and its options; "" without one."""
    found = _SHEBANG.match(head)
    if not found:
        return ""
    words = [found[1].decode("latin-1"), *found[2].decode("latin-1").split()]
    if PurePosixPath(words[0]).name == "env":
        words = [word for word in words[1:] if not word.startswith("-") and "=" not in word]
    return PurePosixPath(words[0]).name if words else ""


def _table(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give a table in which the first of two claims stands."""
    table: dict[str, str] = {}
    for word, language in pairs:
        table.setdefault(word, language)
    return table
