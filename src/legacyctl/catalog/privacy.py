"""Detectors of personal data as data: `rules/privacy/<country>/<id>.toml`, each with its own examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from legacyctl.catalog.find import bundled, readers
from legacyctl.catalog.rules import TEXT_LANGUAGES
from legacyctl.tables import TableReader

ACTIONS = ("mask", "warn")
CHECKSUMS = ("elfproef", "iban")

# A repeat without an upper bound, and the tokens between which group ends are looked for.
UNBOUNDED = re.compile(r"[*+]|\{\d+,\}")
TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\??|\)|\{\d*,?\d*\}|[*+?]|[^\\\[\](){}*+?]+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Detector:
    r"""One way to find a kind of personal data, or (action "warn") text that a person should look at.

    `pattern` finds the shape. `checksum` names the check that a shape must pass
    to be valid ("" lets every shape pass). A valid one is a hit by itself when
    `alone` is true, else only beside one of the `labels`; with `typo` an invalid
    one beside a label is a hit too, because a number with a slip of the pen is
    still someone's. `ignore` lists shapes, without separators, that are filler
    (all zeros) and no hit unless they pass a checksum.
    """

    id: str
    country: str
    kind: str
    action: str
    pattern: re.Pattern[str]
    checksum: str
    alone: bool
    typo: bool
    labels: tuple[str, ...]
    ignore: frozenset[str]
    matches: tuple[str, ...] = field(repr=False)
    not_matches: tuple[str, ...] = field(repr=False)
    title: Mapping[str, str]
    path: Path


@cache
def detectors() -> dict[str, Detector]:
    """Give every bundled detector by its id, in id order; raises CatalogError."""
    found: dict[str, Detector] = {}
    for reader in readers(bundled("rules/privacy")):
        detector = read_detector(reader, found)
        found[detector.id] = detector
    return dict(sorted(found.items()))


def read_detector(reader: TableReader, known: Mapping[str, Detector]) -> Detector:
    """Check one detector file and give its Detector; raises CatalogError."""
    path = reader.path
    if path.stem in known:
        reader.problem("id", f"{path.stem} is already defined in {known[path.stem].path}")
    labels = reader.texts("labels", ())
    detector = Detector(
        id=path.stem,
        country=path.parent.name,
        kind=reader.text("kind"),
        action=reader.text("action", "mask", among=ACTIONS),
        pattern=_pattern(reader),
        checksum=reader.text("checksum", "", among=CHECKSUMS),
        alone=reader.flag("alone"),
        typo=reader.flag("typo", default=False),
        labels=labels,
        ignore=frozenset(reader.texts("ignore", ())),
        matches=reader.texts("matches"),
        not_matches=reader.texts("not_matches"),
        title={word: reader.table(word).text("title") for word in TEXT_LANGUAGES},
        path=path,
    )
    if not labels and not detector.alone:
        reader.problem("labels", "are needed when `alone` is false")
    if not detector.matches:
        reader.problem("matches", "needs an example: the guard tests itself with the first one")
    reader.finish()
    return detector


def _pattern(reader: TableReader) -> re.Pattern[str]:
    """Take the pattern; it must compile, match no empty text and repeat no repeat."""
    text = reader.text("pattern")
    try:
        pattern = re.compile(text)
    except re.error as fault:
        reader.problem("pattern", f"does not compile: {fault}")
        return re.compile("(?!)")
    if pattern.search(""):
        reader.problem("pattern", "matches an empty text")
    if nested_repeat(text):
        reader.problem("pattern", "repeats without bound what already repeats without bound: it may never end")
    return pattern


def nested_repeat(pattern: str) -> bool:
    """Whether a group that repeats without bound holds something that does so too, such as `(a+)+`."""
    open_groups: list[bool] = []  # whether each open group holds an unbounded repeat
    closed = False  # whether the group that ended just now holds one
    for piece in TOKEN.findall(pattern):
        repeats = UNBOUNDED.fullmatch(piece) is not None
        if repeats and closed:
            return True
        if repeats and open_groups:
            open_groups[-1] = True
        closed = False
        if piece.startswith("("):
            open_groups.append(False)
        elif piece == ")" and open_groups:
            closed = open_groups.pop()
            if closed and open_groups:
                open_groups[-1] = True
    return False
