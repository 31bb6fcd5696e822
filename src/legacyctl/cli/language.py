"""The language of what the user reads: `--lang nl|en`, else the locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "nl")
_chosen = "en"


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[str, list[str]]:
    """Give the language and the arguments without `--lang`; later calls of `t` follow it."""
    global _chosen  # noqa: PLW0603 - one program speaks one language, and help texts are made at import
    rest: list[str] = []
    asked = ""
    words = iter(arguments)
    for word in words:
        if word == "--lang":
            asked = next(words, "")
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
        else:
            rest.append(word)
    _chosen = asked if asked in LANGUAGES else _from_locale(environment)
    return _chosen, rest


def t(english: str, dutch: str) -> str:
    """Give the text in the language that was chosen."""
    return dutch if _chosen == "nl" else english


def _from_locale(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "nl" if environment[name].startswith("nl") else "en"
    return "en"
