"""Style sheets for old browsers: what only Internet Explorer takes becomes plain CSS."""

from __future__ import annotations

import re

# A comment stays. The mark before `*zoom: 1` goes, `\9` behind a value, and the first of two semicolons; the value
# of a filter or an expression and an address without quotes become one word; `! important` is joined.
_HACK = re.compile(
    rb"/\*(?s:.*?)(?:\*/|\Z)"
    rb"|(?P<mark>(?<=[{;\s])[*#+](?=[a-z-]+\s*:[^{};]{0,300}[;}]))"
    rb"|(?<=[{;\s*_])(?P<filter>(?:-ms-)?filter\s*:|[a-z-]+\s*:(?=\s*expression\())(?P<value>[^;{}]+)"
    rb"|(?P<url>url\(\s*)(?P<address>[^'\"()\s][^'\"()\r\n]*)(?=\))"
    rb"|!(?P<blanks>\s+)(?P<important>important)"
    rb"|(?P<more>;(?=\s*;))"
    rb"|(?P<nine>\\[0-9]+/?(?=\s*[;}!]))",
    re.IGNORECASE,
)


def css_hacks(data: bytes) -> bytes:
    """Blank or swap what the grammar does not know."""
    return _HACK.sub(_plain, data)


def _plain(found: re.Match[bytes]) -> bytes:
    if found["mark"] or found["nine"] or found["more"]:
        return b" " * len(found[0])
    if found["filter"]:
        return found["filter"] + b"x".ljust(len(found["value"]))
    if found["url"]:
        return found["url"] + b"x" * len(found["address"])
    if found["important"]:
        return b"!" + found["important"] + found["blanks"]
    return found[0]
