"""PHP up to 7 allows `$text{0}` for a letter of a text; the grammar only knows `$text[0]`."""

from __future__ import annotations

import re

# A variable with properties or subscripts and, right behind it, a brace that holds one expression:
# a block would hold a semicolon, and a rule of CSS in a text a colon.
_LETTER = re.compile(rb"(\$\w+(?:->\w+|\[[^\[\]{}\r\n]{0,80}\])*)\{([^{}\r\n;:'\"]{1,80})\}")


def string_braces(data: bytes) -> bytes:
    """Turn the braces of `$text{0}` into brackets."""
    return _LETTER.sub(rb"\1[\2]", data) if b"{" in data else data
