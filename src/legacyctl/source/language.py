"""Which language a file is in: by pattern, name, extension, or the interpreter of its first line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase, translate
from functools import cache
from pathlib import Path, PurePosixPath

from legacyctl.catalog import Language
from legacyctl.config import FILE_NAME
from legacyctl.errors import ConfigError
from legacyctl.source.patterns import Patterns

_SHEBANG = re.compile(rb"#!\s*(\S+)([^\r\n]*)")
_VERSION = "0123456789."


@dataclass(frozen=True, slots=True)
class LanguageBook:
    """The ways to know a language; a pattern of `legacyctl.toml` goes before all others.

    `extensions` gives for each extension the languages that claim it, in the order in which they are asked;
    `members` are those that know the members of a library by their content.
    """

    patterns: Patterns
    names: tuple[tuple[str, str], ...]
    extensions: Mapping[str, tuple[Language, ...]]
    interpreters: Mapping[str, str]
    members: tuple[Language, ...] = ()

    def by_path(self, path: str) -> str | None:
        """Give the id of the language that the path alone tells; None when it does not tell one."""
        told = self.patterns.word(path) or self._by_name(path.rpartition("/")[2])
        if told:
            return told
        claims = self._claims(path)
        return claims[0].id if len(claims) == 1 and not claims[0].asked(_suffix(path)) else None

    def _by_name(self, name: str) -> str | None:
        # most names are no pattern's, which one expression tells
        if not any_of(tuple(pattern for pattern, _ in self.names)).match(name):
            return None
        return next(language for pattern, language in self.names if fnmatchcase(name, pattern))

    def by_content(self, path: str, head: bytes) -> str | None:
        """Give the id of the language that has the file's extension and the first bytes; else that of its `#!` line."""
        for language in self._claims(path):
            asked = language.asked(_suffix(path))
            if not asked or _shows(asked, head):
                return language.id
        return self._member(path, head) or self.by_first_line(head)

    def _member(self, path: str, head: bytes) -> str | None:
        """Give the id of the language of a member of a library, which has no extension, or .txt in its folder."""
        folder, suffix = path.lower().rpartition("/")[0].rpartition("/")[2], _suffix(path)
        if suffix not in ("", ".txt"):
            return None
        for language in self.members:
            if (not suffix or any_of(language.folders).match(folder)) and _shows(language.members, head):
                return language.id
        return None

    def by_first_line(self, head: bytes) -> str | None:
        """Give the id of the language whose interpreter a `#!` line names; None without one."""
        program = interpreter(head)
        return self.interpreters.get(program) or self.interpreters.get(program.rstrip(_VERSION))

    def _claims(self, path: str) -> tuple[Language, ...]:
        return self.extensions.get(_suffix(path), ())


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
        extensions=_claimed(languages.values()),
        interpreters=_table((word, language.id) for language in languages.values() for word in language.interpreters),
        members=tuple(language for language in languages.values() if language.members),
    )


@cache
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Give one expression that matches what any of these file name patterns does."""
    return re.compile("|".join(map(translate, patterns)) or r"(?!)")


def _suffix(path: str) -> str:
    """Give the extension of a path in lower case, with its dot; "" without one, as for .profile."""
    name = path.rpartition("/")[2]
    stem, _, last = name.rpartition(".")
    return f".{last.lower()}" if stem and last else ""


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


def _shows(patterns: Iterable[str], head: bytes) -> bool:
    """Say whether one of the patterns is found in the first bytes of a file."""
    return any(re.search(pattern.encode(), head) for pattern in patterns)


def _claimed(languages: Iterable[Language]) -> dict[str, tuple[Language, ...]]:
    """Give the languages that claim each extension; those that ask for content go before those that do not."""
    table: dict[str, tuple[Language, ...]] = {}
    for language in sorted(languages, key=lambda one: (not one.content, one.id)):
        for word in language.extensions:
            table[dotted(word)] = (*table.get(dotted(word), ()), language)
    return table


def _table(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give a table in which the first of two claims stands."""
    table: dict[str, str] = {}
    for word, language in pairs:
        table.setdefault(word, language)
    return table
