"""A masked piece must parse as well as it did; a surrogate that breaks the code is a fault of ours."""

from __future__ import annotations

from legacyctl.catalog import languages
from legacyctl.errors import GuardError
from legacyctl.model import SourceFile
from legacyctl.parse import parse


def still_parses(before: str, after: str, language: str, path: str) -> None:
    """Raise GuardError when more bytes of `after` than of `before` are not understood.

    A language without a reader is not judged.
    """
    if before == after or language not in languages():
        return
    if _unparsed(after, language) > _unparsed(before, language):
        raise GuardError(
            f"{path}: with placeholders the code parses worse than before; nothing is sent",
            way_out="Leave this task to a person, or report the shape of the value.",
        )


def _unparsed(code: str, language: str) -> int:
    """Give the bytes of a piece that its reader does not understand."""
    data = code.encode("utf-8")
    file = SourceFile(path="piece", language=language, data=data, size=len(data))
    return sum(span.end - span.start for span in parse(file, languages()[language]).unparsed)
