"""Code that talks to a model: characters that people cannot see block a text, sentences give a warning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from legacyctl.catalog import Detector
from legacyctl.errors import GuardError

# Zero-width characters, marks and overrides of writing direction, and the tag block (Unicode 16, chapters 23.2-23.9).
INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
)
BYTE_ORDER_MARK = "\ufeff"


def block_invisible(text: str, where: str) -> None:
    """Raise GuardError when `text` holds a character that is not seen; a byte order mark may open it."""
    found = INVISIBLE.search(text, 1 if text.startswith(BYTE_ORDER_MARK) else 0)
    if not found:
        return
    name = unicodedata.name(found[0], "tag character")
    raise GuardError(
        f"{where}, line {line_of(text, found.start())}: invisible character U+{ord(found[0]):04X} ({name})",
        way_out="It can hide instructions to a model. Remove it from the file, or leave this task to a person.",
    )


def warnings(text: str, rules: Sequence[Detector]) -> Iterator[str]:
    """Give a line for each place that addresses a model: the rule and the line, not the words."""
    for rule in rules:
        if rule.action == "warn":
            for found in rule.pattern.finditer(text):
                yield f"{rule.id}: line {line_of(text, found.start())} of the piece addresses a model"


def line_of(text: str, offset: int) -> int:
    """Give the line, from 1, of a character offset."""
    return text.count("\n", 0, offset) + 1
