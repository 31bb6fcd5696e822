"""Conditional compilation: which lines between >>IF and >>END-IF are part of the program.

What the file itself defines (>>DEFINE, $SET CONSTANT) decides. A constant that
it does not define may come from the command line of the compiler; then the
first branch is taken and the others are left out, so that the structure of the
program stays whole. $IF of Micro Focus and >>EVALUATE work alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"(?:.{6})??[ \t]*+(>>|\$)[ \t]*+([A-Z-]++)(.*)", re.DOTALL)
_CONSTANT = re.compile(r"\bCONSTANT[ \t]++([A-Z0-9_-]++)[ \t]*+[\"'(]([^\"')]*+)")
_PARTS = re.compile(r"'[^']*+'|\"[^\"]*+\"|>=|<=|<>|[=<>()]|[^\s()=<>]++")
_OR, _AND = re.compile(r"\bOR\b"), re.compile(r"\bAND\b")
_NUMBER = re.compile(r"[+-]?[0-9]{1,40}")
_RELATIONS = {"EQUAL": "=", "EQUALS": "=", "GREATER": ">", "LESS": "<"}
_SIGNS = frozenset({"=", "<", ">", "<=", ">=", "<>"})
_FILLING = frozenset({"IS", "TO", "THAN"})

Truth = bool | None


@dataclass(slots=True)
class _Frame:
    """An IF or EVALUATE: whether what is around it is active, whether a branch was taken, what is evaluated."""

    around: bool
    taken: bool = False
    subject: str = ""


class Conditions:
    """Follows the directives of a file in order; `active` says whether the lines behind the last one are compiled."""

    def __init__(self) -> None:
        self.active = True
        self.defined: dict[str, str | None] = {}
        self._frames: list[_Frame] = []

    @property
    def open(self) -> bool:
        """Whether an IF or EVALUATE waits for its end."""
        return bool(self._frames)

    def take(self, line: str) -> None:
        """Take a directive (in upper case) of any kind."""
        found = _LINE.match(line)
        if not found:
            return
        sign, word, rest = found[1], found[2], found[3].partition("*>")[0].strip().rstrip(".")
        if word in {"IF", "EVALUATE"}:
            self._open(word, rest)
        elif word in {"ELSE", "ELIF", "ELSE-IF", "WHEN"} and self._frames:
            self._branch(word, rest)
        elif (word in {"END-IF", "END-EVALUATE"} or (sign == "$" and word == "END")) and self._frames:
            self.active = self._frames.pop().around
        elif self.active:
            self._define(word, rest)

    def _open(self, word: str, rest: str) -> None:
        frame = _Frame(self.active, subject=rest)
        self._frames.append(frame)
        self.active = False
        if word == "IF":
            self._enter(frame, self._truth(rest))

    def _branch(self, word: str, rest: str) -> None:
        frame = self._frames[-1]
        self.active = False
        if word == "ELSE" or rest == "OTHER":
            self._enter(frame, truth=True)
        elif word != "WHEN" or frame.subject == "TRUE":
            self._enter(frame, self._truth(rest))
        else:
            self._enter(frame, self._truth(f"{frame.subject} = {rest}"))

    def _enter(self, frame: _Frame, truth: Truth) -> None:
        """Make a branch active unless its condition is false or another one was taken."""
        if frame.taken or truth is False:
            return
        frame.taken = True
        self.active = frame.around

    def _define(self, word: str, rest: str) -> None:
        """>>DEFINE name [AS] value, OFF or PARAMETER; $SET CONSTANT name(value)."""
        if word == "SET":
            self.defined |= {found[1]: found[2].strip() for found in _CONSTANT.finditer(rest)}
        parts = [part for part in _PARTS.findall(rest) if part not in {"AS", "CONSTANT"}]
        if word != "DEFINE" or not parts:
            return
        value = parts[1] if len(parts) > 1 else ""
        if value == "PARAMETER":
            self.defined.pop(parts[0], None)
        else:
            self.defined[parts[0]] = None if value == "OFF" else self._value(value) or value

    def _truth(self, text: str) -> Truth:
        """Whether a condition holds; None when the file does not say."""
        if "(" in text:
            return None
        found = [_all([self._simple(one) for one in _AND.split(part)]) for part in _OR.split(text)]
        return True if True in found else None if None in found else False

    def _simple(self, text: str) -> Truth:
        """[NOT] name [IS] [NOT] DEFINED, or a comparison."""
        parts = [_RELATIONS.get(part, part) for part in _PARTS.findall(text) if part not in _FILLING]
        wanted = parts.count("NOT") % 2 == 0
        parts = [part for part in parts if part != "NOT"]
        if len(parts) == 2 and parts[1] in {"DEFINED", "SET"}:
            return (self.defined[parts[0]] is not None) == wanted if parts[0] in self.defined else None
        if len(parts) != 3 or parts[1] not in _SIGNS:
            return None
        left, right = self._value(parts[0]), self._value(parts[2])
        return None if left is None or right is None else _compare(left, parts[1], right) == wanted

    def _value(self, part: str) -> str | None:
        """What a literal or constant stands for, None when that is not known."""
        if part[:1] in {"'", '"'}:
            return part[1:-1]
        return part if _NUMBER.fullmatch(part) else self.defined.get(part)


def _all(truths: list[Truth]) -> Truth:
    return False if False in truths else None if None in truths else True


def _compare(left: str, sign: str, right: str) -> bool:
    """Compare as numbers where both are, else as text."""
    if _NUMBER.fullmatch(left) and _NUMBER.fullmatch(right):
        order = (int(left) > int(right)) - (int(left) < int(right))
    else:
        order = (left > right) - (left < right)
    return {"=": order == 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0}.get(sign, order != 0)
