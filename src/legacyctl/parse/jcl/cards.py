"""From lines to statements: columns, comments, continuation, in-stream data.

Columns 1-71 hold the statement, 72 may say that it goes on, 73-80 hold a
sequence number. A statement goes on behind a comma, or in a string that the
line breaks, on a line with `//` and a blank; comment lines may stand between.
Data behind `DD *` ends at a line with `/*` or `//`, behind `DD DATA` at `/*`
only, and with DLM= at those characters.
"""

from __future__ import annotations

import re
from itertools import accumulate

from legacyctl.parse.jcl.nodes import Deck, Statement
from legacyctl.parse.jcl.operands import BLANK, FIELD, plain, split
from legacyctl.parse.width import bytes_of

COLUMNS = 71
STRING_COLUMN = 15  # offset at which a broken string goes on
OPERATIONS = frozenset(
    (
        *("JOB", "EXEC", "DD", "PROC", "PEND", "SET", "INCLUDE", "JCLLIB", "OUTPUT", "IF", "ELSE", "ENDIF"),
        *("CNTL", "ENDCNTL", "COMMAND", "XMIT", "NOTIFY", "SCHEDULE", "EXPORT"),
        *("JOBGROUP", "ENDGROUP", "GJOB", "AFTER", "BEFORE", "CONCURRENT", "JOBSET", "SJOB", "ENDSET"),
    )
)
# Operator commands, which may stand in a job in the place of a statement.
_COMMANDS = frozenset(
    (
        *("S", "START", "P", "STOP", "F", "MODIFY", "C", "CANCEL", "D", "DISPLAY", "M", "MOUNT", "R", "REPLY"),
        *("V", "VARY", "U", "UNLOAD", "SE", "SEND", "H", "HOLD", "E", "RESET", "A", "RELEASE", "L", "LOG"),
    )
)
_CARD = re.compile(r"//(\S*)[ \t]+(\S+)[ \t]*", re.ASCII)
_JES3 = re.compile(
    r"//\*(?:MAIN|FORMAT|DATASET|ENDDATASET|NET|NETACCT|OPERATOR|PAUSE|PROCESS|ENDPROCESS|ROUTE)\b", re.ASCII
)
_SKELETON = re.compile(
    r"\)(?:BLANK|CM|DEFAULT|DO|DOT|ELSE|END|ENDDO|ENDDOT|ENDREXX|ENDSEL|IF|IM|ITERATE|LEAVE|N|REXX|SEL|SET|SETF|TB)\b"
)
_THEN = re.compile(r"\bTHEN\b", re.IGNORECASE | re.ASCII)
_NO_TEXT = str.maketrans("\r\0\x1a\f\v", "     ")


def read_cards(text: str, *, utf8: bool) -> Deck:
    """Read a file, a character for each of its bytes; `utf8` says that a letter may take several of them."""
    return _Reader(text, utf8=utf8).read()


class _Reader:
    """Goes through the lines once; `at` is the line that comes next."""

    def __init__(self, text: str, *, utf8: bool) -> None:
        mark = 3 if utf8 and text.startswith("\xef\xbb\xbf") else 0
        self.text = " " * mark + text[mark:]
        self.mark = mark
        self.utf8 = utf8
        self.lines = self.text.translate(_NO_TEXT).split("\n")
        if mark:
            self.lines[0] = self.lines[0][mark:]
        lengths = (len(line) + 1 for line in text.split("\n"))
        self.starts = [0, *accumulate(lengths)]
        self.at = 0
        self.deck = Deck()

    def read(self) -> Deck:
        """Give everything that stands in the file."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.startswith("//*"):
                kind = self.deck.controls if _JES3.match(line) else self.deck.comments
                kind.append(self._whole(self.at))
            elif line.startswith("//") and line[2:COLUMNS].strip(BLANK):
                self._statement(line)
                continue
            elif line.startswith(("//", "/*")) or _SKELETON.match(line):
                self.deck.controls.append(self._whole(self.at))
            elif line.strip(BLANK):
                self.deck.unparsed.append(self._whole(self.at))
            self.at += 1
        return self.deck

    def _start(self, number: int) -> int:
        """Give the offset of the first letter of a line."""
        return self.starts[number] + (self.mark if number == 0 else 0)

    def _whole(self, number: int) -> tuple[int, int]:
        start = self._start(number)
        return start, start + len(self.lines[number].rstrip(BLANK))

    def _statement(self, line: str) -> None:
        """Read the statement that starts on this line, with all that belongs to it."""
        code = line[: self._cut(line)]
        card = _CARD.match(code)
        operation = card[2].upper() if card else ""
        if not card or (operation not in OPERATIONS and operation not in _COMMANDS):
            self.deck.unparsed.append(self._whole(self.at))
            self.at += 1
            return
        start = self._start(self.at)
        found = Statement(
            card[1], operation if operation in OPERATIONS else "COMMAND", start, start + len(code.rstrip(BLANK))
        )
        self.deck.statements.append(found)
        if operation == "IF":
            self._condition(found, card.end())
        else:
            self._operands(found, card.end())
        found.parameters = split(found.operands)
        found.code_end = found.end
        self._in_stream(found)

    def _operands(self, found: Statement, first: int) -> None:
        """Take the operand field of this line and of those that go on with it."""
        more: int | None = first
        opened = False
        texts: list[str] = []
        while more is not None:
            line = self.lines[self.at]
            end = self._cut(line)
            close, opened = _field_end(line, more, end, opened=opened)
            self._take(found, texts, more, close)
            self._remark(close, end)
            self.at += 1
            more = self._next(string=opened) if opened or texts[-1].endswith(",") else None
        found.operands = "".join(texts)
        if line[end : end + 1].strip(BLANK) and line[close:end].strip(BLANK):
            self._long_comment()

    def _condition(self, found: Statement, first: int) -> None:
        """Take the condition of an IF, which has blanks in it and goes on up to THEN."""
        more: int | None = first
        texts: list[str] = []
        while more is not None:
            line = self.lines[self.at]
            end = self._cut(line)
            then = _THEN.search(line, more, end)
            if texts:
                texts[-1] += " "
            self._take(found, texts, more, then.start() if then else min(end, len(line)))
            if then:
                self._remark(then.end(), end)
                found.end = self._start(self.at) + then.end()
            self.at += 1
            more = None if then else self._next(string=False)
        found.operands = "".join(texts)

    def _take(self, found: Statement, texts: list[str], first: int, last: int) -> None:
        start = self._start(self.at)
        found.take(texts, self.lines[self.at][first:last], start + first)
        found.end = start + max(last, 2)

    def _remark(self, first: int, last: int) -> None:
        """Note what stands behind the operands as a comment."""
        line = self.lines[self.at]
        text = line[first:last]
        if text.strip(BLANK):
            start = self._start(self.at)
            begin = first + len(text) - len(text.lstrip(BLANK))
            self.deck.comments.append((start + begin, start + first + len(text.rstrip(BLANK))))

    def _next(self, *, string: bool) -> int | None:
        """Go to the line that goes on with a statement and give the place of its text; None when there is none."""
        number = self.at
        while number < len(self.lines) and self.lines[number].startswith("//*"):
            number += 1
        line = self.lines[number] if number < len(self.lines) else ""
        if not line.startswith(("// ", "//\t")) or not line[2:COLUMNS].strip(BLANK):
            return None
        self.deck.comments += map(self._whole, range(self.at, number))
        self.at = number
        if string and not line[2:STRING_COLUMN].strip(BLANK):
            return STRING_COLUMN
        return len(line) - len(line[2:].lstrip(BLANK))

    def _long_comment(self) -> None:
        """Take the next line as more comment, when it is no statement by itself."""
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        card = _CARD.match(line)
        if line.startswith("// ") and card and not card[1] and card[2].upper() not in OPERATIONS | _COMMANDS:
            self.deck.comments.append(self._whole(self.at))
            self.at += 1

    def _in_stream(self, found: Statement) -> None:
        """Take the data behind a statement that says that there is some."""
        if found.operation not in ("DD", "XMIT"):
            return
        kind = found.positional.upper()
        if found.operation == "DD" and kind not in ("*", "DATA"):
            return
        delimiter = plain(found.value("DLM"))
        first = self.at
        while self.at < len(self.lines) and not self._ends_data(kind, delimiter):
            self.at += 1
        if self.at > first:
            found.data = self._start(first), self._whole(self.at - 1)[1]
            found.end = max(found.end, found.data[1])
        closed = delimiter or "/*"
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        controls_jes = closed == "/*" and bool(line[2:3].strip(BLANK))
        if line.startswith(closed) and not controls_jes:
            found.end = self._whole(self.at)[1]
            self.at += 1

    def _ends_data(self, kind: str, delimiter: str) -> bool:
        line = self.lines[self.at]
        if delimiter:
            return line.startswith(delimiter)
        return line.startswith("/*") or (kind == "*" and line.startswith("//"))

    def _cut(self, line: str) -> int:
        """Give the place of column 72 in a line."""
        return bytes_of(line, COLUMNS, utf8=self.utf8)


def _field_end(line: str, first: int, end: int, *, opened: bool) -> tuple[int, bool]:
    """Give where the operand field of a line ends, and whether a string is open there; `opened` says it was before."""
    if opened:
        quote = line.find("'", first, end)
        if quote < 0:
            return min(end, len(line)), True
        first = quote + 1
    field = FIELD.match(line, first, end)
    return (field.end(), bool(field[1])) if field else (first, False)
