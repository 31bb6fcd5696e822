"""Pages of HTML: what stands in them for other readers than a browser of today."""

from __future__ import annotations

import re

# Conditional comments that show their content to all (`<![if !vml]>`), `<?xml ... ?>`, and signs that start nothing.
_FOREIGN = re.compile(rb"<!--(?s:.*?)(?:-->|\Z)|(?P<foreign><!\[[^\]>]{0,200}\]>|<\?[^>]{0,400}>|[<&](?=[\s=]))")
_TEXT = re.compile(rb"[^\r\n]")


def html_islands(data: bytes) -> bytes:
    """Blank conditional comments in the open, processing instructions and signs that start nothing."""
    return _FOREIGN.sub(lambda found: _TEXT.sub(b" ", found[0]) if found["foreign"] else found[0], data)
