"""Which label binds to a value: the name it is assigned to, its key, its tag, or the field it is moved to.

Only what stands next to the value on the same line counts; the columns of an
INSERT and other structure are for the zones of a parse tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Characters before the value in which its label must stand.
REACH = 80

NAME = re.compile(r"[^\W_][\w-]*", re.ASCII)
SUBWORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
MOVED_TO = re.compile(r"""["']?\s{1,40}TO\s{1,40}([\w-]{1,60})""", re.IGNORECASE)

# What may stand between a label and its value, beside punctuation: "BSN nr. is", "PIC 9(9) VALUE", "VALUES (".
FILLERS = frozenset(
    ("nr", "nrs", "nummer", "number", "no", "num", "is", "was", "van", "of", "the", "de", "het", "eq", "comp")
).union(("value", "values", "pic", "picture", "s", "v", "x", "string"))


def bound(text: str, start: int, end: int, labels: Sequence[str]) -> bool:
    """Whether one of `labels` (lower case) binds to the value text[start:end]."""
    if not labels:
        return False
    line = text.rfind("\n", max(0, start - REACH), start) + 1 or max(0, start - REACH)
    before = text[line:start]
    moved = MOVED_TO.match(text, end)
    return _names(before, labels) or (moved is not None and _names(moved[1], labels))


def _names(text: str, labels: Sequence[str]) -> bool:
    """Whether the words of `text` end in a label, with nothing but fillers after it."""
    words = [word.lower() for name in NAME.findall(text) for word in SUBWORD.findall(name)]
    while words:
        spoken = " ".join(words)
        if any(spoken == label or spoken.endswith(f" {label}") for label in labels):
            return True
        if words[-1] not in FILLERS and not words[-1].isdigit():
            return False
        words.pop()
    return False
