import pytest

from legacyctl.guard.labels import bound

LABELS = ("bsn", "burgerservicenummer", "citizen service number")


def binds(text):
    start = text.index("?")
    return bound(text, start, start + 1, LABELS)


@pytest.mark.parametrize(
    "text",
    [
        "bsn = ?",
        "BSN?",
        "BSN nr. ?",
        "het BSN is ?",
        "klantBsn = '?'",
        "{'bsn': ?}",
        "<bsn>?</bsn>",
        "setBsn(?)",
        "WHERE bsn = '?'",
        "(bsn) VALUES (?)",
        "05 WS-BSN12 PIC 9(9) VALUE ?.",
        "05 WS-BSN PIC X(9) VALUE '?'.",
        'MOVE "?" TO WS-BSN.',
        "MOVE ? TO WS-BSN OF KLANT",
        "citizen service number: ?",
        "$row['burgerservicenummer'] => ?",
    ],
)
def test_a_label_next_to_the_value_binds(text):
    assert binds(text)


@pytest.mark.parametrize(
    "text",
    [
        "?",
        "order = ?",
        "bsn_datum = ?",
        "absnode = ?",
        "bsn\nx = ?",
        "MOVE ? TO WS-DATUM",
        "bsn = lees(klant, datum, ?)",
        "bsn" + " " * 90 + "?",
    ],
)
def test_other_words_do_not(text):
    assert not binds(text)
