import secrets

import pytest

from legacyctl.guard.checksums import elfproef, iban
from legacyctl.guard.placeholders import KINDS, RESERVED, cannot_be_real, canonical, mint, respell

VALUES = [
    ("BSN", "999990019"),
    ("BSN", "9999.90.019"),
    ("BSN", "99990015"),
    ("BSN", "0999990019"),
    ("IBAN", "NL91ABNA0417164300"),
    ("IBAN", "nl91 abna 0417 1643 00"),
    ("PHONE", "06 - 1234 5678"),
    ("PHONE", "+31 (0)70 123 45 67"),
    ("PHONE", "(0299) 12 34 56"),
    ("EMAIL", "J.de.Vries99@dept.example.org"),
    ("EMAIL", "a@b.nl"),
    ("PRIVATE_KEY", "bm90IGEga2V5LCBvbmx5IGEgdGVzdCBv"),
    ("PRIVATE_KEY", "bm90IGEga2V5Zg=="),
]


def surrogate(kind, value):
    while True:
        base = mint(kind, canonical(kind, value), secrets.randbelow)
        if cannot_be_real(kind, base):
            return respell(kind, base, value)


def test_every_kind_is_covered():
    assert {kind for kind, _ in VALUES} == set(KINDS) == set(RESERVED)


@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_a_surrogate_has_the_shape_of_its_value(kind, value):
    fake = surrogate(kind, value)
    assert fake != value
    assert len(fake) == len(value)
    if kind not in {"EMAIL", "PRIVATE_KEY"}:
        assert [(c.isdigit(), c.isalpha(), c.isupper()) for c in fake] == [
            (c.isdigit(), c.isalpha(), c.isupper()) for c in value
        ]


@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_a_surrogate_is_not_valid_and_is_known_as_reserved(kind, value):
    check = {"BSN": elfproef, "IBAN": iban}.get(kind, lambda _: 0)
    for _ in range(200):
        fake = surrogate(kind, value)
        assert not check(fake)
        assert RESERVED[kind].search(f"x = '{fake}';")


def test_generate_and_test_is_needed():
    numbers = {mint("BSN", "999990019", secrets.randbelow) for _ in range(300)}
    assert any(not cannot_be_real("BSN", number) for number in numbers)


@pytest.mark.parametrize(
    ("kind", "spellings"),
    [
        ("BSN", ["999990019", "9999.90.019", "0999990019", "999_990_019"]),
        ("BSN", ["99990015", "099990015", "99.990.015"]),
        ("IBAN", ["NL91ABNA0417164300", "nl91 abna 0417 1643 00"]),
        ("PHONE", ["0612345678", "+31 6 12345678", "0031612345678", "(06)-12345678"]),
        ("EMAIL", ["J.Jansen@Example.org", "j.jansen@example.org"]),
    ],
)
def test_spellings_share_one_canonical_form_and_one_surrogate(kind, spellings):
    (form,) = {canonical(kind, spelling) for spelling in spellings}
    base = mint(kind, form, secrets.randbelow)
    fakes = [respell(kind, base, spelling) for spelling in spellings]
    assert len(set(fakes)) == len(spellings)
    assert {canonical(kind, fake) for fake in fakes} == {base}


def test_capitals_stay_capitals():
    assert surrogate("EMAIL", "PIET@EXAMPLE.ORG").endswith(".INVALID")


def test_an_unknown_kind_has_no_surrogate():
    with pytest.raises(KeyError):
        mint("NAME", "x", secrets.randbelow)
