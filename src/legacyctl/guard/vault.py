"""The session's table of values and surrogates; the only place where a value outlives its prompt.

It lives in memory only: it cannot be pickled, copied or turned into JSON, and
its repr shows counts. (An encrypted vault on disk, for sessions that go on
another day, is a later step; nothing here writes a file.)
"""

from __future__ import annotations

import base64
import re
import secrets
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn
from urllib.parse import quote

from legacyctl.catalog import Detector, detectors
from legacyctl.errors import GuardError
from legacyctl.guard.detect import Hit, detect
from legacyctl.guard.needles import Needles
from legacyctl.guard.placeholders import Draw, cannot_be_real, canonical, mint, respell
from legacyctl.guard.proof import valid_items
from legacyctl.guard.selftest import self_test

# Candidates that are tried before a kind counts as used up.
TRIES = 10_000

# What may stand between the digits of one number.
SEPARATOR = re.compile(rb"(?<=[0-9])[ ._()/-]{1,3}(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out under a nonce: the sealed piece, how often each surrogate stands in it, the piece as it was."""

    task_id: str
    language: str
    code: str = field(repr=False)
    surrogates: Mapping[str, int] = field(repr=False)
    original: str = field(repr=False)


class Vault:
    """The values of one session and what stands for them; make one per run.

    `rules` are the detectors (the bundled ones by default), `draw` gives random
    numbers below its argument; tests pass their own. Raises GuardError when a
    detector does not find what it must.
    """

    __slots__ = (
        "_bases",
        "_draw",
        "_issued",
        "_kinds",
        "_numbers",
        "_placeholders",
        "_sent",
        "_surrogates",
        "_values",
        "rules",
    )

    def __init__(self, *, rules: Sequence[Detector] | None = None, draw: Draw = secrets.randbelow) -> None:
        self.rules = tuple(detectors().values()) if rules is None else tuple(rules)
        self_test(self.rules)
        self._draw = draw
        self._surrogates: dict[str, str] = {}  # value as spelled -> surrogate as spelled
        self._issued: dict[str, str] = {}  # the other way round
        self._bases: dict[tuple[str, str], str] = {}  # kind and canonical value -> canonical surrogate
        self._kinds: Counter[str] = Counter()
        self._values = Needles()
        self._numbers = Needles()
        self._placeholders = Needles()
        self._sent: dict[str, Sent] = {}

    def __repr__(self) -> str:
        listed = ", ".join(f"{kind} {count}" for kind, count in sorted(self._kinds.items()))
        return f"Vault({len(self._surrogates)} values{': ' if listed else ''}{listed})"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a vault stays in the memory of its session")

    def __copy__(self) -> NoReturn:
        raise TypeError("a vault stays in the memory of its session")

    def __deepcopy__(self, memo: object) -> NoReturn:
        raise TypeError("a vault stays in the memory of its session")

    def learn(self, texts: Iterable[str]) -> None:
        """Take up every value in `texts`, so that it is masked wherever it occurs from now on.

        Run over all files of a repository before the first prompt, a value that
        shows itself in one file only is masked in the others too.
        """
        kept = tuple(texts)
        for text in kept:
            for hit in detect(text, self.rules):
                self.surrogates(hit, text, avoid=kept)

    def surrogates(self, hit: Hit, text: str, *, avoid: Sequence[str]) -> tuple[str, ...]:
        """Give what stands for each part of a hit in `text`; new ones occur in no text of `avoid`.

        Raises GuardError when no free surrogate is left.
        """
        return tuple(self._surrogate(hit.kind, text[start:end], avoid) for start, end in hit.parts)

    def knows(self, kind: str, value: str) -> bool:
        """Whether a value of this kind was taken up, in any spelling."""
        return (kind, canonical(kind, value)) in self._bases

    def issued(self, text: str) -> bool:
        """Whether `text` is a surrogate of this session, spelled as it was issued."""
        return text in self._issued

    def original(self, surrogate: str) -> str:
        """Give the value that a surrogate stands for; raises KeyError for a text that is none."""
        return self._issued[surrogate]

    def holds_value(self, data: bytes) -> bool:
        """Whether any value of the session stands in `data`: as it is, escaped, in base64, or as bare digits."""
        return self._values.first(data) >= 0 or self._numbers.first(_squeezed(data)) >= 0

    def holds_surrogate(self, text: str) -> bool:
        """Whether a surrogate that was issued already occurs in a text of the repository."""
        return self._placeholders.first(text.encode("utf-8", "replace")) >= 0

    def remember(self, nonce: str, sent: Sent) -> None:
        """Keep what went out under `nonce`, for the answer."""
        self._sent[nonce] = sent

    def sent(self, nonce: str) -> Sent:
        """Give what went out under `nonce`; raises GuardError when this vault did not seal it."""
        if nonce not in self._sent:
            raise GuardError("this prompt was not sealed with this vault")
        return self._sent[nonce]

    def _surrogate(self, kind: str, value: str, avoid: Sequence[str]) -> str:
        if value in self._surrogates:
            return self._surrogates[value]
        canon = canonical(kind, value)
        base = self._bases.get((kind, canon))
        spelled = respell(kind, base, value) if base else ""
        if not base or not self._usable(spelled, avoid):
            base, spelled = self._fresh(kind, value, avoid)
            self._bases.setdefault((kind, canon), base)
        self._surrogates[value] = spelled
        self._issued[spelled] = value
        self._kinds[kind] += 1
        self._placeholders.add(spelled.encode())
        self._watch(kind, value)
        return spelled

    def _fresh(self, kind: str, value: str, avoid: Sequence[str]) -> tuple[str, str]:
        """Generate and test: a canonical surrogate and its spelling, not real, not in use, not in any text."""
        canon = canonical(kind, value)
        for _ in range(TRIES):
            base = mint(kind, canon, self._draw)
            spelled = respell(kind, base, value)
            if cannot_be_real(kind, base) and spelled != value and self._usable(spelled, (*avoid, value)):
                return base, spelled
        raise GuardError(f"no free placeholder is left for a {kind} of {len(value)} characters")

    def _usable(self, spelled: str, avoid: Sequence[str]) -> bool:
        """Whether a surrogate is new, stands in none of the texts, and no part of it looks like a value."""
        if spelled in self._issued or any(spelled in text for text in avoid):
            return False
        return not detect(spelled, self.rules) and not any(valid_items(spelled, self.issued))

    def _watch(self, kind: str, value: str) -> None:
        """Look for every spelling of the value from now on."""
        for form in {value, canonical(kind, value)}:
            raw = form.encode()
            for spelling in (raw, quote(form, safe="").encode(), quote(form).encode(), *_base64(raw)):
                self._values.add(spelling)
        if kind in {"BSN", "PHONE"}:
            self._numbers.add(canonical(kind, value).lstrip("0").zfill(8).encode())


def _base64(raw: bytes) -> list[bytes]:
    """Give the base64 of `raw` at each of the three places it can have in a longer text, uncertain ends cut off."""
    forms = []
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + raw).rstrip(b"=")
        # A character of base64 holds six bits: those that mix with a neighbouring byte say nothing.
        whole = (shift + len(raw)) * 8 // 6
        forms.append(coded[(shift * 8 + 5) // 6 : whole])
    return [form for form in forms if len(form) >= 8]


def _squeezed(data: bytes) -> bytes:
    """Give `data` without the separators that may stand between digits."""
    return SEPARATOR.sub(b"", data)
