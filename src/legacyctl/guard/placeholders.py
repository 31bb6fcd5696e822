"""Same-shape surrogates: as long as the value, with its separators, out of ranges that cannot be real.

BSN      99 and seven digits (099 and six for a number of eight digits), failing the elfproef
IBAN     its own country with check digits 00, failing mod 97; letters for letters, digits for digits
PHONE    the national number 60 and seven digits: 060 is not handed out
EMAIL    letters for letters, at a domain under .invalid (RFC 2606), or .zz (user-assigned in ISO 3166) when short
KEY      lines of a private key: SECR and base64 characters

A value may be spelled in several ways. Its canonical form gets one surrogate,
and every spelling of the value the same spelling of the surrogate, so that
equal values stay equal and every spelling comes back as it was.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable

from legacyctl.guard.checksums import elfproef, iban_remainder

# Gives a number from 0 up to, but without, its argument; `secrets.randbelow` outside tests.
Draw = Callable[[int], int]

BASE64 = string.ascii_letters + string.digits + "+/"
KINDS = ("BSN", "IBAN", "PHONE", "EMAIL", "PRIVATE_KEY")

# Texts in a reserved range, whether issued or not; what an answer may not make up.
RESERVED = {
    "BSN": re.compile(r"(?<![\w.,-])0{0,4}99(?:[ ._-]?[0-9]){6,7}(?![0-9]|[.,-][0-9])"),
    "IBAN": re.compile(r"(?<!\w)[A-Za-z]{2}00(?:[ -]?[A-Za-z0-9]){11,30}"),
    "PHONE": re.compile(
        r"(?<![\w+])(?:\+31|0031|\(?0)[ .()/-]{0,3}(?:0\))?[ .-]?6\)?[ ./-]{0,3}0(?:[ .)/-]{0,3}[0-9]){7}(?![0-9])"
    ),
    "EMAIL": re.compile(r"(?i)[\w.+%-]{1,64}@[a-z0-9.-]{1,253}\.(?:invalid|zz)(?![a-z0-9-])"),
    "PRIVATE_KEY": re.compile(r"(?<![A-Za-z0-9+/])SECR[A-Za-z0-9+/]{4,}={0,2}"),
}


def canonical(kind: str, value: str) -> str:
    """Give the form that all spellings of a value share."""
    if kind == "BSN":
        return re.sub(r"\D", "", value).lstrip("0").zfill(9)
    if kind == "IBAN":
        return re.sub(r"[\W_]", "", value).upper()
    if kind == "PHONE":
        return re.sub(r"\D", "", value)[-9:]
    return value.lower() if kind == "EMAIL" else value


def mint(kind: str, canon: str, draw: Draw) -> str:
    """Give one candidate surrogate for a canonical value, as long as it; raises KeyError for an unknown kind."""
    return MINTS[kind](canon, draw)


def cannot_be_real(kind: str, surrogate: str) -> bool:
    """Whether a canonical surrogate fails the check of its kind."""
    if kind == "BSN":
        return not elfproef(surrogate)
    return iban_remainder(surrogate) != 1 if kind == "IBAN" else True


def respell(kind: str, surrogate: str, value: str) -> str:
    """Spell a canonical surrogate as `value` is spelled: separators, zeros in front, upper and lower case."""
    if kind in {"BSN", "PHONE"}:
        return _filled(value, surrogate, str.isdigit)
    if kind == "IBAN":
        return _cased(_filled(value, surrogate, str.isalnum), value)
    return _cased(surrogate, value) if kind == "EMAIL" else surrogate


def _filled(value: str, characters: str, significant: Callable[[str], bool]) -> str:
    """Put `characters`, from the right, in the significant places of `value`."""
    spelled = list(value)
    places = [at for at, character in enumerate(value) if significant(character)]
    for at, character in zip(reversed(places), reversed(characters), strict=False):
        spelled[at] = character
    return "".join(spelled)


def _cased(text: str, value: str) -> str:
    """Give `text` with the upper and lower case of `value`; in capitals where value has only capitals."""
    if value.isupper():
        return text.upper()
    return "".join(t.upper() if v.isupper() else t.lower() for t, v in zip(text, value, strict=True))


def _some(alphabet: str, count: int, draw: Draw) -> str:
    return "".join(alphabet[draw(len(alphabet))] for _ in range(count))


def _alike(text: str, draw: Draw) -> str:
    """Give random letters for letters and digits for digits; other characters stay."""
    return "".join(
        _some(string.digits, 1, draw) if c.isdigit() else _some(string.ascii_lowercase, 1, draw) if c.isalpha() else c
        for c in text
    )


def _bsn(canon: str, draw: Draw) -> str:
    front = "099" if canon.startswith("0") else "99"
    return front + _some(string.digits, 9 - len(front), draw)


def _iban(canon: str, draw: Draw) -> str:
    return canon[:2] + "00" + _alike(canon[4:], draw).upper()


def _phone(canon: str, draw: Draw) -> str:
    return "60" + _some(string.digits, len(canon) - 2, draw)


def _email(canon: str, draw: Draw) -> str:
    local, _, domain = canon.rpartition("@")
    top = ".invalid" if len(domain) > len(".invalid") else ".zz"
    return f"{_alike(local, draw)}@{_some(string.ascii_lowercase, len(domain) - len(top), draw)}{top}"


def _key(canon: str, draw: Draw) -> str:
    body = canon.rstrip("=")
    return "SECR" + _some(BASE64, len(body) - 4, draw) + canon[len(body) :]


MINTS: dict[str, Callable[[str, Draw], str]] = {
    "BSN": _bsn,
    "IBAN": _iban,
    "PHONE": _phone,
    "EMAIL": _email,
    "PRIVATE_KEY": _key,
}
