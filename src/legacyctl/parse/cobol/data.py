"""Data descriptions and file entries: level, name and clauses of each item.

An entry ends at its period; where that is missing, at a level number that leads
a line. An entry with a word that no clause explains is not understood.
"""

from __future__ import annotations

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import (
    EXEC,
    NUMBER,
    ODD,
    PERIOD,
    PICTURE,
    WORD,
    DataItem,
    FileEntry,
    Source,
    Token,
)
from legacyctl.parse.cobol.words import CLAUSES, DATA_SECTIONS, DIVISIONS, ENVIRONMENT_SECTIONS, NAMING

_NOTHING = Token(ODD, "", 0, 0)
_LEVELS = frozenset({*range(1, 50), 66, 77, 78, 88})
_NOT_A_NAME = frozenset({"THRU", "THROUGH", "TIMES", "TO"})
_USAGES = frozenset(word for word in CLAUSES if word.startswith(("COMP", "BINARY", "FLOAT"))) | {
    "PACKED-DECIMAL",
    "INDEX",
    "POINTER",
    "NATIONAL",
    "DISPLAY-1",
}
_VALUES = frozenset({"VALUE", "VALUES"})


class DataReader:
    """Reads one entry at a time; `lenient` is for screens and reports, whose clauses are not checked."""

    def __init__(self, layout: Layout, source: Source) -> None:
        self.layout = layout
        self.source = source
        self.tokens = source.tokens
        self.lenient = False

    def starts(self, at: int) -> bool:
        """Whether a data description starts at token `at`."""
        token = self.tokens[at]
        if token.kind != NUMBER or not token.text.isdecimal() or int(token.text[:3]) not in _LEVELS:
            return False
        following = self._peek(at + 1)
        return following.kind in {WORD, PICTURE, PERIOD} and following.text not in _NOT_A_NAME

    def item(self, at: int) -> int:
        """Read the entry at `at`; give the number of the token behind it."""
        end = self.end(at)
        item = DataItem(int(self.tokens[at].text), self._name(at + 1), at, end - 1)
        known = self._clauses(item, at + 2 if item.name or self._peek(at + 1).text == "FILLER" else at + 1, end)
        self.source.data.append(item)
        if not (known or self.lenient):
            self.source.unparsed.append((self.tokens[at].start, self.tokens[end - 1].end))
        return end + 1 if self._peek(end).kind == PERIOD else end

    def file(self, at: int) -> int:
        """Read the SELECT entry at `at`; give the number of the token behind it."""
        end = self.end(at)
        texts = [token.text for token in self.tokens[at:end]]
        name = at + (2 if "OPTIONAL" in texts[1:3] else 1)
        entry = FileEntry(self._peek(name).text, self._assigned(texts, at), "STATUS" in texts, at, end - 1)
        self.source.files.append(entry)
        return end + 1 if self._peek(end).kind == PERIOD else end

    def end(self, at: int) -> int:
        """The number of the period that ends the entry at `at`, or of what starts without one."""
        at += 1
        while at < len(self.tokens) and not self._ends(at):
            at += 1
        return at

    def _ends(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind in {PERIOD, EXEC}:
            return True
        if token.kind == NUMBER:
            return self._restarts(at)
        following = self._peek(at + 1).text
        if following == "SECTION":
            return token.text in DATA_SECTIONS or token.text in ENVIRONMENT_SECTIONS
        return following == "DIVISION" and token.text in DIVISIONS

    def _restarts(self, at: int) -> bool:
        """Whether a number is the level of a next entry, where the period before it is missing."""
        if self._peek(at + 1).kind == PERIOD or self._peek(at - 1).text in NAMING:
            return False
        return self.starts(at) and self.layout.leads(self.tokens[at].start)

    def _peek(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else _NOTHING

    def _name(self, at: int) -> str:
        token = self._peek(at)
        if token.kind != WORD or token.text in CLAUSES or token.text == "FILLER":
            return ""
        return token.text

    def _clauses(self, item: DataItem, at: int, end: int) -> bool:
        """Note the clauses in tokens [at, end); whether every word was understood."""
        known, naming = True, item.level == 66
        for number in range(at, end):
            kind, text, _, _ = self.tokens[number]
            if kind == PICTURE:
                item.picture, naming = text.split()[-1], False
            elif kind == ODD:
                known = False
            elif kind == WORD and text in CLAUSES:
                naming = text in NAMING
                self._clause(item, text, number, end)
            elif kind == WORD and not naming:
                known = False
        return known

    def _clause(self, item: DataItem, word: str, at: int, end: int) -> None:
        if word in _USAGES:
            item.usage = word
        elif word == "REDEFINES":
            item.redefines = self._peek(at + 1).text
        elif word in _VALUES and not item.value:
            item.value = self._value(at + 1, end)
        elif word == "OCCURS":
            counts = [token.text for token in self.tokens[at + 1 : min(at + 4, end)] if token.kind == NUMBER]
            item.occurs = max((int(count) for count in counts if count.isdecimal() and len(count) < 10), default=1)

    def _value(self, at: int, end: int) -> str:
        """The first value as it is written."""
        while at < end and self.tokens[at].text in {"IS", "ARE"}:
            at += 1
        if at >= end:
            return ""
        token = self.tokens[at]
        return self.layout.raw[token.start : token.end].decode("latin-1")

    def _assigned(self, texts: list[str], first: int) -> str:
        """What a file is assigned to: the last name or literal of the ASSIGN clause."""
        if "ASSIGN" not in texts:
            return ""
        at = texts.index("ASSIGN") + 1
        while at < len(texts) and texts[at] in {"TO", "USING", "DYNAMIC", "EXTERNAL", "DISK", "PRINTER"}:
            at += 1
        if at >= len(texts):
            return texts[-1]
        token = self.tokens[first + at]
        return self.layout.raw[token.start : token.end].decode("latin-1").strip("\"'").upper()
