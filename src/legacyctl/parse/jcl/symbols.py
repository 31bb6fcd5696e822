"""Symbols of JCL: `&NAME` from SET, from the defaults of a procedure, from the EXEC that calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping

LONGEST = 255  # characters of a value, the most that z/OS allows; also keeps values that hold themselves small
# `&&NAME` is a temporary data set; a period behind a name ends the name and goes away with it.
_SYMBOL = re.compile(r"&(&?)([A-Za-z@#$][\w@#$]{0,7})(\.?)", re.ASCII)


def used(text: str) -> set[str]:
    """Give the names of the symbols in a text."""
    return {found[2].upper() for found in _SYMBOL.finditer(text) if not found[1]} if "&" in text else set()


def resolved(text: str, values: Mapping[str, str]) -> tuple[str, bool]:
    """Put the values in a text; also say whether a symbol without a value remains.

    A symbol whose value is empty counts as one without: it waits for its caller.
    """
    if "&" not in text:
        return text, False
    missing = False

    def value(found: re.Match[str]) -> str:
        nonlocal missing
        if found[1]:
            return found[0]
        known = values.get(found[2].upper(), "")
        missing = missing or not known
        return known or found[0]

    new = _SYMBOL.sub(value, text)
    return (new, missing) if len(new) <= max(LONGEST, len(text)) else (text, True)
