"""Check digits: the Dutch elfproef and the IBAN's mod 97, by name for the detectors.

A check takes the text as found, separators included, and gives the number of
characters from the start that form a valid number, 0 for none: an IBAN's length
follows from its country, so a pattern may have taken the next word with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

# Weights of the citizen service number; the last digit counts negatively.
BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)

# Characters of an IBAN per country, from the IBAN registry (ISO 13616).
IBAN_LENGTHS: Mapping[str, int] = {
    **dict.fromkeys(("NO",), 15),
    **dict.fromkeys(("BE", "BI"), 16),
    **dict.fromkeys(("DK", "FI", "FK", "FO", "GL", "NL", "SD"), 18),
    **dict.fromkeys(("MK", "SI"), 19),
    **dict.fromkeys(("AT", "BA", "EE", "KZ", "LT", "LU", "MN", "XK"), 20),
    **dict.fromkeys(("CH", "CR", "HR", "LI", "LV"), 21),
    **dict.fromkeys(("BG", "BH", "DE", "GB", "GE", "IE", "ME", "RS", "VA"), 22),
    **dict.fromkeys(("AE", "GI", "IL", "IQ", "OM", "SO", "TL"), 23),
    **dict.fromkeys(("AD", "CZ", "ES", "MD", "PK", "RO", "SA", "SE", "SK", "TN", "VG"), 24),
    **dict.fromkeys(("LY", "PT", "ST"), 25),
    **dict.fromkeys(("IS", "TR"), 26),
    **dict.fromkeys(("DJ", "FR", "GR", "IT", "MC", "MR", "SM"), 27),
    **dict.fromkeys(("AL", "AZ", "BY", "CY", "DO", "GT", "HU", "LB", "NI", "PL", "SV"), 28),
    **dict.fromkeys(("BR", "EG", "PS", "QA", "UA"), 29),
    **dict.fromkeys(("JO", "KW", "MU", "YE"), 30),
    **dict.fromkeys(("MT", "SC"), 31),
    **dict.fromkeys(("LC",), 32),
    **dict.fromkeys(("RU",), 33),
}


def elfproef(text: str) -> int:
    """Give the whole length when the digits are a citizen service number, else 0.

    The weighted sum of nine digits is a multiple of eleven; zeros in front may
    be missing or too many. All zeros is no number.
    """
    digits = "".join(filter(str.isdigit, text)).lstrip("0").zfill(9)
    if len(digits) != 9 or digits == "000000000":
        return 0
    total = sum(weight * int(digit) for weight, digit in zip(BSN_WEIGHTS, digits, strict=True))
    return 0 if total % 11 else len(text)


def iban(text: str) -> int:
    """Give the number of characters of the IBAN at the start of `text`, 0 for none.

    ISO 7064 mod 97-10 over the registered length; the check digits are 02 to 98.
    """
    length = IBAN_LENGTHS.get(text[:2].upper(), 0)
    end, compact = _prefix(text, length)
    whole = length > 0 and len(compact) == length and not text[end : end + 1].isalnum()
    if not whole or not "02" <= compact[2:4] <= "98":
        return 0
    return end if iban_remainder(compact) == 1 else 0


def iban_remainder(compact: str) -> int:
    """Give the remainder by 97 of an IBAN without separators; 1 for a valid one."""
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97


def _prefix(text: str, length: int) -> tuple[int, str]:
    """Give where the first `length` letters and digits end, and those in upper case."""
    kept: list[str] = []
    for at, character in enumerate(text):
        if character.isalnum():
            kept.append(character.upper())
        if len(kept) == length:
            return at + 1, "".join(kept)
    return len(text), "".join(kept)


CHECKS: Mapping[str, Callable[[str], int]] = {"elfproef": elfproef, "iban": iban, "": len}
