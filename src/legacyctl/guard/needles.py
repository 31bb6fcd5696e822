"""A growing set of texts to look for in bytes, in one pass whatever their number.

The first bytes of every needle stand in a set; each place of the text is looked
up there, and only where that answers the whole needles are compared. Upper and
lower case are the same.
"""

from __future__ import annotations

from collections import defaultdict

# Bytes of a needle that the first look-up takes; a needle is at least this long.
STEM = 6


class Needles:
    """Texts to look for; `add` them, then `first` gives where one stands."""

    def __init__(self) -> None:
        self._by_stem: defaultdict[bytes, set[bytes]] = defaultdict(set)

    def add(self, needle: bytes) -> None:
        """Look for `needle` from now on; raises ValueError when it is shorter than six bytes."""
        if len(needle) < STEM:
            raise ValueError("a needle of fewer than six bytes would be met by chance")
        folded = needle.lower()
        self._by_stem[folded[:STEM]].add(folded)

    def first(self, data: bytes) -> int:
        """Give the offset of the first needle in `data`, -1 when there is none."""
        folded, stems = data.lower(), self._by_stem
        if not stems:
            return -1
        for at in range(len(folded) - STEM + 1):
            stem = folded[at : at + STEM]
            if stem in stems and any(folded.startswith(needle, at) for needle in stems[stem]):
                return at
        return -1
