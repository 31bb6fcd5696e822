"""What is open while a file is read: a stack of units, blocks and control structures, without recursion."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from legacyctl.parse.sql.source import Source


@dataclass(slots=True)
class Frame:
    """Something that an END closes.

    `kind` is "unit", "block", "if", "loop", "case" or "section" (of a compound
    trigger); `state` "declare", "body" or "handlers"; `unit` the kind of unit of
    a "unit". `handler` is the token of the WHEN whose handler is open, -1 for none.
    """

    kind: str
    first: int
    state: str = "body"
    unit: str = ""
    name: str = ""
    facts: dict[str, str | int | bool] = field(default_factory=dict)
    handler: int = -1


class Frames:
    """Opens and closes frames, and notes what they add up to."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.stack: list[Frame] = []
        # The numbers of the open frames by kind, and how many units of a name are open.
        self._open: defaultdict[str, list[int]] = defaultdict(list)
        self._names: Counter[str] = Counter()

    @property
    def top(self) -> Frame | None:
        """The innermost open frame."""
        return self.stack[-1] if self.stack else None

    def push(self, frame: Frame) -> Frame:
        """Open a frame."""
        self._open[frame.kind].append(len(self.stack))
        self._names[frame.name.upper()] += 1
        self.stack.append(frame)
        return frame

    def pop(self, last: int) -> Frame:
        """Close the innermost frame with token `last`."""
        frame = self.stack.pop()
        self._open[frame.kind].pop()
        self._names[frame.name.upper()] -= 1
        self.end_handler(frame, last)
        if frame.kind == "unit":
            self.source.note(f"unit.{frame.unit}", frame.first, last, frame.name, frame.facts)
        elif frame.kind in {"if", "loop", "case"}:
            self.source.note("flow", frame.first, last, frame.kind)
        return frame

    def close_to(self, index: int, last: int) -> None:
        """Close all frames above number `index`, which nothing in the file closes: their heads were misread."""
        while len(self.stack) > index:
            frame = self.stack[-1]
            self.source.lost(frame.first, frame.first)
            self.pop(last)

    def innermost(self, *kinds: str) -> int:
        """Give the number of the innermost frame of these kinds, not beyond the unit around; -1 for none."""
        found = max(self._last(kind) for kind in kinds)
        return found if found >= self._last("unit") else -1

    def named(self, name: str) -> int:
        """Give the number of the innermost unit of that name (in upper case), -1 for none."""
        if not self._names[name]:
            return -1
        return next(index for index in range(len(self.stack) - 1, -1, -1) if self.stack[index].name.upper() == name)

    def inside_loop(self) -> bool:
        """Say whether a loop of the innermost unit is open."""
        return self.innermost("loop") >= 0

    def _last(self, kind: str) -> int:
        return self._open[kind][-1] if self._open[kind] else -1

    def end_handler(self, frame: Frame, last: int) -> None:
        """Note the exception handler that ends with token `last`."""
        if frame.handler < 0:
            return
        texts = self.source.texts
        then = self.source.find("THEN", frame.handler)
        names, body = texts[frame.handler + 1 : then], texts[then + 1 : last + 1]
        facts = {
            "others": "OTHERS" in names,
            "empty": body in (["NULL", ";"], []),
            "raises": any(word in {"RAISE", "RAISE_APPLICATION_ERROR"} for word in body),
        }
        self.source.note("handler", frame.handler, last, " ".join(names).lower().replace(" . ", "."), facts)
        self.source.note("flow", frame.handler, last, "handler")
        self.source.note("decision", frame.handler, frame.handler, "handler")
        frame.handler = -1
