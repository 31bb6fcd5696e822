"""Replaces values by their surrogates: what the detectors find, and every value that the session knows already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from legacyctl.guard.detect import Hit, detect, without_escapes, without_overlap
from legacyctl.guard.vault import Vault

# Where a known value may stand without its label: numbers in groups, and runs of base64.
NUMBER = re.compile(r"(?<![0-9])[0-9](?:[ ._-]?[0-9]){7,12}(?![0-9])")
KEY_RUN = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{8,}={0,2}")
KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with surrogates: each of them as often as it was put in, and the hits by kind."""

    text: str = field(repr=False)
    surrogates: tuple[str, ...] = field(repr=False)
    counts: Counter[str]


def mask(texts: Sequence[str], vault: Vault) -> tuple[Masked, ...]:
    """Mask every text; a value that is found in one of them is masked in all. Raises GuardError."""
    found = [detect(text, vault.rules) for text in texts]
    for text, hits in zip(texts, found, strict=True):
        for hit in hits:
            vault.surrogates(hit, text, avoid=texts)
    return tuple(_masked(text, hits, texts, vault) for text, hits in zip(texts, found, strict=True))


def shown_path(path: str, vault: Vault) -> str:
    """Give a path for messages: a value in a file name is replaced by its kind."""
    for hit in reversed(detect(path, vault.rules)):
        path = f"{path[: hit.start]}<{hit.kind}>{path[hit.end :]}"
    return path


def _masked(text: str, hits: Sequence[Hit], texts: Sequence[str], vault: Vault) -> Masked:
    hits = without_overlap([*hits, *_known(text, vault)])
    pieces: list[str] = []
    issued: list[str] = []
    at = 0
    for hit in hits:
        for (start, end), surrogate in zip(hit.parts, vault.surrogates(hit, text, avoid=texts), strict=True):
            pieces += (text[at:start], surrogate)
            issued.append(surrogate)
            at = end
    return Masked("".join((*pieces, text[at:])), tuple(issued), Counter(hit.kind for hit in hits))


def _known(text: str, vault: Vault) -> Iterator[Hit]:
    """Give the places of values that the session knows, where no label or check digit betrays them."""
    for kind, pattern in (("BSN", NUMBER), ("PRIVATE_KEY", KEY_RUN)):
        for found in pattern.finditer(without_escapes(text)):
            if vault.knows(kind, found[0]):
                yield Hit(kind, *found.span(), found[0], KNOWN, (found.span(),))
