"""Macros of C and C++ that stand where the grammar allows no name: blank.

Three places, all in capitals as macros are: before a declaration (`API_EXPORT
template <...>`), between type and name (`int WINAPI main(`), and behind the
parameters of a declaration that starts its line (`int f(int) CHECK_RESULT;`).
Behind indented parentheses a macro may well be a statement, and stays.
"""

from __future__ import annotations

import re

_BEFORE = re.compile(
    rb"^[ \t]*+([A-Z][A-Z0-9]*_[A-Z0-9_]+)(?=[ \t]+(?:template|class|struct|union|enum|inline|static|extern|typedef"
    rb"|virtual|friend|using|namespace|explicit|constexpr|const)\b)",
    re.MULTILINE,
)
_CALLING = re.compile(
    rb"\b(?:WINAPIV?|CALLBACK|APIENTRY|PASCAL|CDECL|STDCALL|FASTCALL|STDMETHODCALLTYPE"
    rb"|[A-Z][A-Z0-9_]*_(?:METHOD|CALL|CDECL|STDCALL|CALLBACK|FUNCTION|FUNC|API|EXPORT))(?=[ \t]+[\w:~]+[ \t]*\()"
)
_BEHIND = re.compile(
    rb"^[A-Za-z_][^;{}#()]{0,200}\([^;{}#]{0,400}?\)\s+([A-Z][A-Z0-9]*_[A-Z0-9_]+(?:\s*\([^()]*\))?)(?=\s*;)",
    re.MULTILINE,
)


def c_macros(data: bytes) -> bytes:
    """Blank macros where only the preprocessor could read them."""
    for pattern in (_BEFORE, _CALLING, _BEHIND):
        data = pattern.sub(_blanked, data)
    return data


def _blanked(found: re.Match[bytes]) -> bytes:
    group = found.re.groups
    start, end = found.start(group) - found.start(), found.end(group) - found.start()
    return found[0][:start] + re.sub(rb"[^\r\n]", b" ", found[0][start:end]) + found[0][end:]
