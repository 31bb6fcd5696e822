"""Data descriptions and file entries: level, name and clauses of each item.

An entry ends at its period; where that is missing, at a level number that leads
a line. An entry with a word that no clause explains is not understood. A
copybook may start in the middle of an entry, with one of its clauses.
"""

from __future__ import annotations

import re

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import (
    EXEC,
    NUMBER,
    ODD,
    PERIOD,
    PICTURE,
    STRING,
    WORD,
    DataItem,
    FileEntry,
    Source,
    Token,
)
from legacyctl.parse.cobol.words import (
    CLAUSES,
    DATA_SECTIONS,
    DIVISIONS,
    ENVIRONMENT_SECTIONS,
    FILE_CLAUSES,
    FRAGMENT_CLAUSES,
    FRAGMENT_STARTS,
    NAMING,
    REPORT_CLAUSES,
    SCREEN_CLAUSES,
)

_ENDS = frozenset({PERIOD, EXEC})
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
_HEADS = {"SECTION": DATA_SECTIONS | ENVIRONMENT_SECTIONS, "DIVISION": DIVISIONS}
_DEVICES = frozenset({"DISK", "PRINTER", "TAPE", "RANDOM", "DISC", "CARD-READER", "CASSETTE", "KEYBOARD", "DISPLAY"})
_ASSIGNING = _DEVICES | {"TO", "USING", "DYNAMIC", "EXTERNAL", "LINE", "ADVANCING", "FILE", "MULTIPLE", "REEL", "UNIT"}
_BEHIND_ASSIGN = frozenset({"ORGANIZATION", "ORGANISATION", "ACCESS", "FILE", "STATUS", "RESERVE", "RECORD", "LOCK"})
# The label, device and organisation that stand before a name of the mainframe: UT-S-CLIENT, AS-CLIENT.
_EXTERNAL_NAME = re.compile(
    r"(?:[A-Z0-9]+-){0,3}A?S-([A-Z0-9$#@]{1,8})|(?:UT|DA|UR)-(?:[A-Z0-9]+-){0,2}([A-Z0-9$#@]{1,8})"
)
_PLAIN = frozenset[str]()
_SECTION_CLAUSES = {"REPORT": REPORT_CLAUSES, "SCREEN": SCREEN_CLAUSES, "COMMUNICATION": FILE_CLAUSES}


class DataReader:
    """Reads one entry at a time; `more` are the clauses that only the section at hand knows."""

    def __init__(self, layout: Layout, source: Source) -> None:
        self.layout = layout
        self.source = source
        self.tokens = source.tokens
        self.more = _PLAIN
        self.copied = {copy.before for copy in source.copies}

    def enter(self, section: str) -> None:
        """Go on in another section."""
        self.more = _SECTION_CLAUSES.get(section, _PLAIN)

    def starts(self, at: int) -> bool:
        """Whether a data description starts at token `at`."""
        token = self.tokens[at]
        if token.kind != NUMBER or not token.text.isdecimal() or int(token.text[:3]) not in _LEVELS:
            return False
        if at + 1 in self.copied:
            return True
        following = self._peek(at + 1)
        return following.kind in {WORD, PICTURE, PERIOD} and following.text not in _NOT_A_NAME

    def fragment(self, at: int) -> bool:
        """Whether clauses of an entry stand at `at`, whose start is in the text that brings in this one."""
        token, following = self.tokens[at], self._peek(at + 1)
        named = token.kind == WORD and (following.kind == PICTURE or following.text in _USAGES | _VALUES)
        if not named and token.kind != PICTURE and token.text not in FRAGMENT_STARTS:
            return False
        found = self.tokens[at : self.end(at)]
        names = sum(token.kind == WORD and token.text not in FRAGMENT_CLAUSES for token in found)
        return names * 2 <= len(found) and not any(token.kind == ODD for token in found)

    def description(self, at: int) -> int:
        """Read the FD, SD, RD or CD entry at `at`; give the number of the token behind it."""
        end = self.end(at)
        if any(token.kind == ODD for token in self.tokens[at:end]):
            self.source.unparsed.append((self.tokens[at].start, self.tokens[end - 1].end))
        return end + 1 if self._peek(end).kind == PERIOD else end

    def item(self, at: int) -> int:
        """Read the entry at `at`; give the number of the token behind it."""
        end = self.end(at)
        item = DataItem(int(self.tokens[at].text), self._name(at + 1), at, end - 1)
        known = self._clauses(item, at + 2 if item.name or self._peek(at + 1).text == "FILLER" else at + 1, end)
        self.source.data.append(item)
        if not known:
            self.source.unparsed.append((self.tokens[at].start, self.tokens[end - 1].end))
        return end + 1 if self._peek(end).kind == PERIOD else end

    def file(self, at: int) -> int:
        """Read the SELECT entry at `at`; give the number of the token behind it."""
        end = self.end(at)
        texts = [token.text for token in self.tokens[at:end]]
        name = at + (2 if "OPTIONAL" in texts[1:3] else 1)
        assigned, literal = self._assigned(texts, at)
        entry = FileEntry(self._peek(name).text, assigned, "STATUS" in texts, at, end - 1, literal)
        self.source.files.append(entry)
        return end + 1 if self._peek(end).kind == PERIOD else end

    def end(self, at: int) -> int:
        """The number of the period that ends the entry at `at`, or of what starts without one."""
        tokens, before = self.tokens, self.tokens[at].text
        for number in range(at + 1, len(tokens)):
            kind, text, _, _ = tokens[number]
            if kind in _ENDS:
                return number
            if kind == NUMBER:
                if self._restarts(number):
                    return number
            elif text in _HEADS and before in _HEADS[text] and number > at + 1:
                return number - 1
            before = text
        return len(tokens)

    def _restarts(self, at: int) -> bool:
        """Whether a number is the level of a next entry, where the period before it is missing."""
        if self._peek(at + 1).kind == PERIOD or self._peek(at - 1).text in NAMING:
            return False
        return self.starts(at) and self.layout.leads(self.tokens[at].start)

    def _peek(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.tokens) else _NOTHING

    def _name(self, at: int) -> str:
        token = self._peek(at)
        if token.kind != WORD or token.text in CLAUSES or token.text in self.more or token.text == "FILLER":
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
            elif kind != WORD:
                continue
            elif text in CLAUSES:
                naming = text in NAMING
                self._clause(item, text, number, end)
            elif text in self.more:
                naming = True
            elif not naming:
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

    def _assigned(self, texts: list[str], first: int) -> tuple[str, bool]:
        """What a file is assigned to: the first literal of the ASSIGN clause, else its first name that is no device.

        And whether it is a literal.
        """
        if "ASSIGN" not in texts:
            return "", False
        start = texts.index("ASSIGN") + 1
        places = range(start, len(texts))
        end = next((at for at in places if texts[at] in _BEHIND_ASSIGN and texts[at - 1] != "ADVANCING"), len(texts))
        tokens = self.tokens[first + start : first + end]
        literal = next((token for token in tokens if token.kind == STRING), None)
        if literal is not None:
            text = self.layout.raw[literal.start : literal.end].decode("latin-1")
            return text.strip("\"'").upper(), True
        names = [token.text for token in tokens if token.text not in _ASSIGNING]
        name = names[0] if names else tokens[-1].text if tokens else "ASSIGN"
        found = _EXTERNAL_NAME.fullmatch(name)
        return (found[1] or found[2]) if found else name, False
