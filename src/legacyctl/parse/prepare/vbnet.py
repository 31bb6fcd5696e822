"""Visual Basic .NET: an attribute on a line of its own before a type within a type, which the grammar does not know."""

from __future__ import annotations

import re

from legacyctl.parse.prepare.conditionals import blank

_WORDS = rb"public|private|protected|friend|partial|shared|shadows|mustinherit|notinheritable|overloads|widening"
_ATTRIBUTE = re.compile(
    rb"^[ \t]+<[A-Za-z][^<>\r\n]*>[ \t]*(?:_[ \t]*)?\r?\n(?=(?:[ \t]*(?:" + _WORDS + rb")\b)*"
    rb"[ \t]*(?:class|structure|enum|module|interface)\b)",
    re.IGNORECASE | re.MULTILINE,
)


def type_attributes(data: bytes) -> bytes:
    """Blank attributes of nested types."""
    return _ATTRIBUTE.sub(lambda found: blank(found[0]), data)
