"""A second, independent look at what is about to go out, or at what came back.

Written apart from the detectors and with other means (it takes texts apart into
words instead of matching patterns), so that one mistake does not blind both. It
only knows what is valid by itself: surrogates never are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from legacyctl.guard.checksums import IBAN_LENGTHS, elfproef, iban_remainder

WORD = re.compile(r"[\w.,+@%()-]+")
EDGES = ".,()-"
# All ten digits in order are a constant, not a number that anyone answers.
PHONE = re.compile(r"(?!0123456789$)(?:\+31|0031|0)(?:6[1-9]|[1-5][0-9]|7[0-9]|8[1-9])[0-9]{7}")
ADDRESS = re.compile(r"(?!git@)\w[\w.+-]*@[\w-]+(?:\.[\w-]+)*\.(?!(?i:invalid|zz)$)[A-Za-z]{2,24}")
ESCAPE = re.compile(r"\\[nrtf]")
KEY_MARK = "PRIVATE KEY-----"
KEY_TEXT = re.compile(r"[A-Za-z0-9+/]{32,}={0,2}")


def valid_items(text: str, ours: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    """Give kind and offset of everything in `text` that is valid and not one of `ours`."""
    text = ESCAPE.sub("  ", text)
    words = [_trimmed(found) for found in WORD.finditer(text)]
    for at, (offset, word) in enumerate(words):
        kind = _kind(word) or _spread_bsn(words, at, text)
        if kind and not ours(word) and not (kind == "EMAIL" and _is_location(text, offset, word)):
            yield kind, offset
    yield from _ibans(text)
    yield from _keys(text, ours)


def _trimmed(found: re.Match[str]) -> tuple[int, str]:
    """Give offset and text of a word without the punctuation around it."""
    word = found[0].lstrip(EDGES)
    return found.end() - len(word), word.rstrip(EDGES)


def _is_location(text: str, offset: int, word: str) -> bool:
    """Whether an address is a host with a user, as in ssh://user@host or user@host:path."""
    after = text[offset + len(word) : offset + len(word) + 2]
    return text[max(0, offset - 3) : offset] == "://" or (after[:1] == ":" and after[1:].isalpha())


def _kind(word: str) -> str:
    """Give the kind of one word, "" when it is nothing."""
    if "@" in word:
        return "EMAIL" if ADDRESS.fullmatch(word) else ""
    if len(word) in {9, 10, 11} and _is_bsn(word.rstrip("lL")):
        return "BSN"
    plain = word.replace("(0)", "").replace("(", "").replace(")", "")
    return "PHONE" if plain.count("-") < 2 and PHONE.fullmatch(plain.replace("-", "")) else ""


def _is_bsn(word: str) -> bool:
    """Whether a word is nine digits, in one group or three with the same separator, that pass the elfproef."""
    for separator in (".", "-", "_"):
        groups = word.split(separator)
        if len(groups) == 3:
            return _grouped(groups) and elfproef(word) > 0
    return len(word) == 9 and word.isascii() and word.isdigit() and elfproef(word) > 0


def _grouped(groups: list[str]) -> bool:
    sizes = tuple(map(len, groups))
    return sizes in {(3, 3, 3), (4, 2, 3)} and all(group.isascii() and group.isdigit() for group in groups)


def _spread_bsn(words: list[tuple[int, str]], at: int, text: str) -> str:
    """Give "BSN" when three words with one blank between them are its groups, and no number stands beside them."""
    three = [word for _, word in words[at : at + 3]]
    start = words[at][0]
    if not _grouped(three) or text[start : start + 11] != " ".join(three):
        return ""
    around = text[max(0, start - 2) : start] + text[start + 11 : start + 13]
    return "BSN" if not any(c.isdigit() for c in around) and elfproef("".join(three)) else ""


def _ibans(text: str) -> Iterator[tuple[str, int]]:
    upper = text.upper()
    for country, length in IBAN_LENGTHS.items():
        at = upper.find(country)
        while at >= 0:
            if (
                upper[at + 2 : at + 4].isdigit()
                and not upper[max(0, at - 1) : at].isalnum()
                and _is_iban(upper, at, length)
            ):
                yield "IBAN", at
            at = upper.find(country, at + 1)


def _is_iban(upper: str, at: int, length: int) -> bool:
    """Whether `length` letters and digits from `at`, single blanks and dashes between them, pass mod 97."""
    compact = ""
    while at < len(upper) and len(compact) < length:
        if upper[at].isascii() and upper[at].isalnum():
            compact += upper[at]
        elif upper[at] not in " -" or not upper[at - 1].isalnum():
            return False
        at += 1
    ends = at == len(upper) or not upper[at].isalnum()
    checked = "02" <= compact[2:4] <= "98"
    return ends and checked and len(compact) == length and iban_remainder(compact) == 1


def _keys(text: str, ours: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    at = text.find(KEY_MARK)
    while at >= 0:
        begins = "BEGIN" in text[max(0, at - 50) : at]
        body = text[at + len(KEY_MARK) : at + len(KEY_MARK) + 20_000].partition("-----")[0]
        if begins and not all(ours(run) for run in KEY_TEXT.findall(body)):
            yield "PRIVATE_KEY", at
        at = text.find(KEY_MARK, at + 1)
