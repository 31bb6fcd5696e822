"""Names that stand for one literal: items with a VALUE that nothing in the program changes.

CALL and EXEC CICS LINK often name such an item instead of the program itself.
An item counts as changed wherever it, or a group that holds it, stands in a
place that is not known to leave it alone, and where some text is missing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from legacyctl.parse.cobol.columns import Layout
from legacyctl.parse.cobol.nodes import EXEC, ODD, DataItem, Source, Statement

# Statements that change none of their operands, and those of which the first operand is safe.
_READERS = frozenset({"DISPLAY", "IF", "EVALUATE", "CANCEL"})
_FIRST_SAFE = frozenset({"CALL", "MOVE"})
_SAFE_OPTION = re.compile(r"\b(?:PROGRAM|TRANSID|FILE|DATASET|MAP|MAPSET|QUEUE|FROM)\s*\([^()]*\)")
_WORD = re.compile(r"[A-Z0-9][A-Z0-9_-]*")
_TOP = 1
_ALONE = frozenset({66, 77, 78, 88})


class Constants:
    """The constants of one program text that was read; `layout` is that of `source`."""

    def __init__(self, layout: Layout, source: Source) -> None:
        self.layout = layout
        self.source = source
        self._known: dict[str, str] = {}

    def value(self, name: str) -> str:
        """The text of the literal that an item always holds, in upper case; "" when it is not known."""
        if name not in self._known:
            self._known[name] = self._value(name)
        return self._known[name]

    @cached_property
    def _items(self) -> dict[str, list[int]]:
        """The numbers of the items by name."""
        found: dict[str, list[int]] = {}
        for number, item in enumerate(self.source.data):
            found.setdefault(item.name, []).append(number)
        return found

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each name of an item stands."""
        found: dict[str, list[int]] = {name: [] for name in self._items if name}
        for at, (_, text, _, _) in enumerate(self.source.tokens):
            if text in found:
                found[text].append(at)
        return found

    @cached_property
    def _whole(self) -> bool:
        """Whether no text is missing that could change something."""
        first = self.source.statements[0].first if self.source.statements else 0
        copied = any(copy.before >= first for copy in self.source.copies)
        return not copied and not any(token.kind == ODD and not token.text for token in self.source.tokens)

    def _value(self, name: str) -> str:
        numbers = self._items.get(name, [])
        if len(numbers) != 1 or not self._whole:
            return ""
        item = self.source.data[numbers[0]]
        if item.value[:1] not in {"'", '"'} or item.occurs or item.redefines:
            return ""
        if item.level != 78 and any(self._changed(one) for one in {name, *self._groups(numbers[0])}):
            return ""
        return item.value.strip("\"'").strip().upper()

    def _groups(self, number: int) -> Iterator[str]:
        """The names of the groups that hold an item."""
        while (number := self._around[number]) >= 0:
            yield self.source.data[number].name

    @cached_property
    def _around(self) -> list[int]:
        """For each item the number of the group directly around it, -1 for none."""
        found: list[int] = []
        groups: list[tuple[int, int]] = []
        for number, item in enumerate(self.source.data):
            level = _TOP if item.level in _ALONE else item.level
            while groups and groups[-1][0] >= level:
                groups.pop()
            found.append(groups[-1][1] if groups and item.level not in _ALONE else -1)
            if item.level not in _ALONE:
                groups.append((level, number))
        return found

    @cached_property
    def _in_blocks(self) -> set[str]:
        """The words of the EXEC blocks, without the options that change nothing."""
        tokens = (token for token in self.source.tokens if token.kind == EXEC)
        blocks = (_SAFE_OPTION.sub("", self.layout.text[token.start : token.end]) for token in tokens)
        return {word for block in blocks for word in _WORD.findall(block)}

    def _changed(self, name: str) -> bool:
        return name in self._in_blocks or not all(self._is_safe(at) for at in self._places.get(name, ()))

    def _is_safe(self, at: int) -> bool:
        """Whether the item that is named at token `at` keeps its value there."""
        statement = self._statement(at)
        if statement is None:
            return not self._redefined(at)
        if statement.verb in _READERS:
            return True
        return statement.verb in _FIRST_SAFE and at == statement.first + 1

    def _redefined(self, at: int) -> bool:
        return at > 0 and self.source.tokens[at - 1].text in {"REDEFINES", "RENAMES", "USING"}

    def _statement(self, at: int) -> Statement | None:
        """The innermost statement that starts last before token `at`, None in the data division."""
        statements = self.source.statements
        number = bisect_right(statements, at, key=_first) - 1
        if number < 0 or self._declares(at):
            return None
        return statements[number]

    def _declares(self, at: int) -> bool:
        """Whether token `at` stands in a data description."""
        data: list[DataItem] = self.source.data
        number = bisect_right(data, at, key=_first) - 1
        return number >= 0 and at <= data[number].last


def _first(node: Statement | DataItem) -> int:
    return node.first
