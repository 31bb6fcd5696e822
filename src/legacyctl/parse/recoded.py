"""Files that a reader cannot take as they lie: read as UTF-8, with all places counted back.

UTF-16 is one kind, and fixed records, which get line ends, are another. For a
tree-sitter grammar every file that is neither UTF-8 nor plain ASCII is a third:
its lexer and its query predicates know UTF-8 only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from legacyctl.catalog import Language, Rule
from legacyctl.model import SourceFile, Span
from legacyctl.parse.tree import Lean, Mark, Outline, Tree, outline
from legacyctl.source import legible

_BEYOND_ASCII = re.compile(r"[^\0-\x7f]")
_BEYOND_ASCII_OR_LINE = re.compile(r"[^\0-\x09\x0b-\x7f]")


@dataclass(frozen=True, slots=True)
class _Offsets:
    """Places right behind the letters beyond ASCII, and behind inserted line ends: in the UTF-8 text, and on disk.

    Between two of them every letter is one byte of UTF-8 and `step` bytes on disk.
    """

    text: list[int]
    disk: list[int]
    step: int

    def back(self, span: Span) -> Span:
        """Give a span of the UTF-8 text as one of the file on disk; the lines are the same."""
        return span._replace(start=self.at(span.start), end=self.at(span.end))

    def at(self, offset: int) -> int:
        """Give an offset in the UTF-8 text as one in the file on disk."""
        index = bisect_right(self.text, offset) - 1
        return self.disk[index] + (offset - self.text[index]) * self.step


class RecodedTree(Lean):
    """The tree of the UTF-8 text, with the spans of the file on disk."""

    def __init__(self, file: SourceFile, inner: Tree, offsets: _Offsets) -> None:
        self.file = file
        self.language = inner.language
        self._inner = inner
        self._offsets = offsets

    @property
    def unparsed(self) -> Sequence[Span]:
        """Outermost pieces that the reader did not understand, in order."""
        return tuple(map(self._offsets.back, self._inner.unparsed))

    @property
    def problem(self) -> str:
        """Why nothing of the file was looked at, or ""."""
        return self._inner.problem

    @property
    def depends(self) -> tuple[tuple[str, str], ...]:
        """The other files that the marks were made from, as `facts.collect` asks for them."""
        return tuple(getattr(self._inner, "depends", ()))

    def marks(self) -> Sequence[Mark]:
        """All marks in order of start, the larger first."""
        return tuple(replace(mark, span=self._offsets.back(mark.span)) for mark in self._inner.marks())

    def outline(self) -> Outline:
        """Marks for the facts."""
        found, at = outline(self._inner), self._offsets.at
        return Outline(
            places=[(at(one[0]), -at(-one[1]), *one[2:]) for one in found.places],
            comments=[(at(start), at(end)) for start, end in found.comments],
        )

    def strings(self) -> Sequence[Mark]:
        """Marks of the string literals, in order."""
        found = self._inner.strings() if isinstance(self._inner, Lean) else self._inner.marks()
        return [replace(mark, span=self._offsets.back(mark.span)) for mark in found if mark.tag == "string"]

    def expect(self, rules: Sequence[Rule]) -> None:
        """Say which rules `find` will be asked for."""
        if isinstance(self._inner, Lean):
            self._inner.expect(rules)

    def find(self, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Span]]:
        """Every place that a rule with `query` or `node` points at."""
        return ((rule, self._offsets.back(span)) for rule, span in self._inner.find(rules))


def parse_recoded(file: SourceFile, language: Language, reader: Callable[[SourceFile, Language], Tree]) -> RecodedTree:
    """Give the tree that `reader` makes of the file's text in UTF-8, in the places of the file itself."""
    text = legible(file)
    data = text.encode("utf-8")
    newline = "\n" if file.record else file.newline
    inner = reader(replace(file, data=data, size=len(data), encoding="utf-8", newline=newline, record=0), language)
    return RecodedTree(file, inner, _offsets(text, file.encoding, recorded=bool(file.record)))


def _offsets(text: str, encoding: str, *, recorded: bool) -> _Offsets:
    step = len("a".encode(encoding))
    places, on_disk = [0], [0]
    letter_end = 0
    for found in (_BEYOND_ASCII_OR_LINE if recorded else _BEYOND_ASCII).finditer(text):
        plain, inserted = found.start() - letter_end, found[0] == "\n"
        places.append(places[-1] + plain + len(found[0].encode("utf-8")))
        on_disk.append(on_disk[-1] + plain * step + (0 if inserted else len(found[0].encode(encoding))))
        letter_end = found.end()
    return _Offsets(places, on_disk, step)
