"""From the bytes of a SQL file to its tokens, every one with its byte offsets, and room for what is read of them.

One pass of one pattern. Every repetition in it is possessive or atomic and an
opened string or comment may end with the file, so that the time is linear in the
length of the text, whatever stands in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from legacyctl.model import SourceFile
from legacyctl.source import working_bytes

Facts = Mapping[str, str | int | bool]
NO_FACTS: Facts = {}
# What stands in `texts` for a literal.
LITERAL: Final = "''"

_STRING = r"'[^']*+(?>(?:''[^']*+)*)(?:'|\Z)"
_ESCAPED = r"'[^'\\]*+(?>(?:(?:''|\\[\s\S])[^'\\]*+)*)(?:'|\Z)"  # of MySQL, with a backslash
_QUOTED = (
    r"N?Q'(?:\[[^\]]*+(?>(?:\](?!')[^\]]*+)*)(?:\]'|\Z)|\{[^}]*+(?>(?:\}(?!')[^}]*+)*)(?:\}'|\Z)"
    r"|\([^)]*+(?>(?:\)(?!')[^)]*+)*)(?:\)'|\Z)|<[^>]*+(?>(?:>(?!')[^>]*+)*)(?:>'|\Z)"
    r"|([^\s\[{(<])(?>(?:(?!\2')[\s\S])*)(?:\2'|\Z))"
)
_COMMENT = r"--[^\n]*+|/\*[^*]*+(?>(?:\*(?!/)[^*]*+)*)(?:\*/|\Z)"
_HASH = r"|(?<![^\n])#[^\n]*+"  # of MySQL, at the start of a line
_ODD = r"[\x00-\x08\x0e-\x1f\x7f\\`{}]++"
_WORDS = {
    "oracle": r"(?>(?:[A-Z0-9_$#\x80-\xff]++|&&?[A-Z0-9_$#]++\.?)+)|\"[^\"\n]*+\"",
    "tsql": r"[A-Z0-9_$#@\x80-\xff]++|\"[^\"\n]*+\"|\[(?>(?:[^\]\n]|\]\]){0,258})\]",
    "ansi": r"[A-Z0-9_@\x80-\xff][A-Z0-9_$#@\x80-\xff]*+|\"[^\"\n]*+\"|`[^`\n]*+`|\[[A-Z_][\w ]*+\]",
}
_SIGNS = {
    "oracle": r":=|=>|\.\.|\|\||<<|>>|[();,.:=%@+*]|/(?!\*)",
    "tsql": r"[();,.:=%+*]",
    "ansi": r":=|\|\||::|[();,.:=%+*]",
}


def _pattern(string: str, word: str, comment: str) -> re.Pattern[str]:
    """Groups: 1 a literal (2 the sign around a q-literal), 3 a word or sign, 4 a comment, 5 what no SQL holds."""
    return re.compile(rf"({string})|({word})|({comment})|({_ODD})")


_PATTERNS = {
    "oracle": _pattern(f"{_QUOTED}|N?{_STRING}", f"{_WORDS['oracle']}|{_SIGNS['oracle']}", _COMMENT),
    "tsql": _pattern(f"(?!)()|N?{_STRING}", f"{_WORDS['tsql']}|{_SIGNS['tsql']}", _COMMENT),
    "ansi": _pattern(f"(?!)()|N?{_STRING}", f"{_WORDS['ansi']}|{_SIGNS['ansi']}", _COMMENT),
    "mysql": _pattern(f"(?!)()|N?{_ESCAPED}", f"{_WORDS['ansi']}|{_SIGNS['ansi']}", f"{_COMMENT}{_HASH}"),
}
_IS_STRING, _IS_TOKEN, _IS_COMMENT = 1, 3, 4
# Lines of SQL*Plus whose text may hold a single quote; a declaration of that name is none.
_FREE_TEXT = re.compile(
    r"^[ \t]*+(?:PROMPT|PRO|REM(?:ARK)?)(?=[ \t\r\n]|\Z)"
    r"(?![ \t]++(?:IN|OUT|VARCHAR2?|NUMBER|DATE|CLOB|BOOLEAN|INTEGER|PLS_INTEGER|CONSTANT|CHAR)\b)"
    r"(?![ \t]*+(?::=|=>|[,.)=;%|+]))[^\n]*+",
    re.MULTILINE,
)
# What only MySQL has; there a backslash escapes, in other SQL it is a character.
_MYSQL = re.compile(r"`|\bENGINE\s*=|\bAUTO_INCREMENT\b|\bDELIMITER\b|^#", re.MULTILINE)
# Around the body of a routine of PostgreSQL, which is read as code.
_DOLLARS = re.compile(r"\$\w*+\$")
_OPERATORS = frozenset((b"-", b"/", b"|", b"<", b">", b"!", b"^", b"~", b"&", b"?"))
_SLASH = re.compile(r"^[ \t]*+(/)[ \t]*+\r?$", re.MULTILINE)


class Note(NamedTuple):
    """A mark before it is one: byte offsets, tag, text and attributes."""

    start: int
    end: int
    tag: str
    text: str = ""
    facts: Facts = NO_FACTS


@dataclass(slots=True, eq=False)
class Source:
    """A SQL file: token `at` is `texts[at]` (upper case), the bytes `starts[at]` to `ends[at]`.

    A literal is LITERAL in `texts`; a quoted name keeps its quotes. `terminators`
    are the offsets of a slash that stands alone on its line.
    """

    data: bytes = field(repr=False)
    encoding: str
    dialect: str
    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    strings: list[tuple[int, int]] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    unparsed: list[tuple[int, int]] = field(default_factory=list)
    terminators: frozenset[int] = frozenset()

    def word(self, at: int) -> str:
        """Give the token at a place, "" where there is none."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def raw(self, start: int, end: int) -> str:
        """Give the text of some bytes as written."""
        return self.data[start:end].decode(self.encoding, "replace")

    def name(self, first: int, last: int) -> str:
        """Give tokens [first, last], as far as they are there, as a name: as written, without quotes and blanks."""
        parts = [self.raw(self.starts[at], self.ends[at]) for at in range(first, min(last + 1, len(self.texts)))]
        return "".join(part[1:-1] if part[0] in '"[`' and len(part) > 2 else part for part in parts)

    def note(self, tag: str, first: int, last: int, text: str = "", facts: Facts = NO_FACTS) -> None:
        """Keep a mark of tokens [first, last]."""
        last = min(max(first, last), len(self.texts) - 1)
        self.notes.append(Note(self.starts[first], self.ends[last], tag, text, facts))

    def lost(self, first: int, last: int) -> None:
        """Keep tokens [first, last] as not understood."""
        last = min(max(first, last), len(self.texts) - 1)
        if first < len(self.texts):
            self.unparsed.append((self.starts[first], self.ends[last]))

    def gap(self, at: int) -> bool:
        """Say whether an operator that is no token stands between a token and the next one."""
        if at + 1 >= len(self.texts):
            return False
        between = self.data[self.ends[at] : self.starts[at + 1]]
        return bool(between) and not between.isspace() and between.strip()[:1] in _OPERATORS

    def find(self, word: str, at: int) -> int:
        """Give the place of the next token `word`, the number of tokens where there is none."""
        try:
            return self.texts.index(word, at)
        except ValueError:
            return len(self.texts)

    def line_end(self, at: int) -> int:
        """Give the first token behind the line of token `at`, a hyphen at its end joining the next line."""
        start = self.ends[at]
        while True:
            end = self.data.find(b"\n", start)
            if end < 0:
                return len(self.texts)
            if not self.data[start:end].rstrip(b"\r \t").endswith(b"-"):
                return bisect_left(self.starts, end)
            start = end + 1

    def opens_line(self, at: int) -> bool:
        """Say whether a token is the first on its line."""
        return at == 0 or b"\n" in self.data[self.ends[at - 1] : self.starts[at]]


def tokenize(file: SourceFile, dialect: str) -> Source:
    """Cut a file into its tokens; `dialect` is "oracle", "tsql" or "ansi"."""
    data = working_bytes(file)
    text = data.upper().decode("latin-1")
    source = Source(data, file.encoding, dialect)
    if text.startswith("\xef\xbb\xbf"):
        text = f"   {text[3:]}"
    if dialect == "ansi" and "$" in text:
        text = _DOLLARS.sub(lambda found: " " * len(found[0]), text)
    if dialect == "oracle":
        source.terminators = frozenset(found.start(1) for found in _SLASH.finditer(text))
    lines = [found.span() for found in _FREE_TEXT.finditer(text)] if dialect == "oracle" else []
    words = "mysql" if dialect == "ansi" and _MYSQL.search(text) else dialect
    _read(source, text, lines, _PATTERNS[words])
    return source


def _read(source: Source, text: str, lines: list[tuple[int, int]], pattern: re.Pattern[str]) -> None:
    """Take all tokens; each of `lines` that does not start in a string or comment is a comment."""
    at = 0
    for start, end in [*lines, (len(text), len(text))]:
        if at <= start:
            at = _take(source, pattern.finditer(text, at), at, start)
            if at <= start < end:
                source.comments.append((start, end))
                at = end


def _take(source: Source, matches: Iterable[re.Match[str]], at: int, until: int) -> int:
    """Take the tokens that start before `until`; give where the last one ends, `at` without one."""
    texts, starts, ends, terminators = source.texts, source.starts, source.ends, source.terminators
    for found in matches:
        start, end = found.span()
        if start >= until:
            break
        at = end
        kind = found.lastindex
        if kind == _IS_TOKEN:
            word = found[0]
            if word != "/" or start in terminators:
                texts.append(word)
                starts.append(start)
                ends.append(end)
        elif kind == _IS_COMMENT:
            source.comments.append((start, end))
        elif kind == _IS_STRING:
            texts.append(LITERAL)
            starts.append(start)
            ends.append(end)
            source.strings.append((start, end))
        else:
            source.unparsed.append((start, end))
    return at
