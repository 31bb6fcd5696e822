"""Files in records instead of lines: fixed records without line ends, as a mainframe keeps its sources.

A member that was brought over as binary has no line ends: every 80 bytes (or
whatever the data set's record length is) are a line. Of variable records each
starts with its length; those are named, not read.
"""

from __future__ import annotations

import re
from collections import Counter

from legacyctl.config import LONGEST_RECORD

CARD = 80
# The last eight columns of a card hold nothing or a sequence number, or on all cards the same word.
_TAIL = re.compile(rb" {8}|(?=.{8}\Z)[0-9A-Z@#$.-]{0,6}[0-9]{2,8} {0,6}")
_SOUND = 0.8  # share of the records that must look like cards


def records(data: bytes, length: int) -> list[bytes]:
    """Cut the bytes of a file into its records; the last one may be shorter."""
    return [data[start : start + length] for start in range(0, len(data), length)]


def is_cards(text: bytes) -> bool:
    """Say whether `text` (in ASCII letters) is cards of 80 columns without line ends, more than one.

    A few line ends may stand in it: control characters in a literal. Lines do
    not look like that: they would be hundreds of columns long.
    """
    if len(text) <= CARD or len(text) % CARD:
        return False
    cards = records(text, CARD)
    if (text.count(b"\n") + text.count(b"\r")) * 4 > len(cards):
        return False
    tails = Counter(card[CARD - 8 :] for card in cards)
    sound = sum(count for tail, count in tails.items() if _TAIL.fullmatch(tail))
    return max(sound, *tails.values()) >= len(cards) * _SOUND


def has_length_words(data: bytes) -> bool:
    """Say whether the file is a chain of records that each start with their length (RDW): two bytes, two zeros."""
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 2], "big")
        if not 4 <= size <= LONGEST_RECORD or data[at + 2 : at + 4] != b"\0\0":
            return False
        at += size
    return at == len(data) > 4
