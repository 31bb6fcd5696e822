import re
from dataclasses import replace

import pytest

from legacyctl.catalog import detectors
from legacyctl.errors import GuardError
from legacyctl.guard.detect import Hit, detect, without_overlap

RULES = tuple(detectors().values())


def spans(text):
    return [(hit.kind, text[hit.start : hit.end]) for hit in detect(text, RULES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("int x = 999990019;", [("BSN", "999990019")], id="bsn alone"),
        pytest.param("long x = 999990019L;", [("BSN", "999990019")], id="bsn with L"),
        pytest.param("x = 999_990_019", [("BSN", "999_990_019")], id="bsn with underscores"),
        pytest.param("* zie 9999.90.019.", [("BSN", "9999.90.019")], id="bsn dotted"),
        pytest.param("* zie 999 990 019 hier", [("BSN", "999 990 019")], id="bsn spaced"),
        pytest.param("* zie 999-990-019,", [("BSN", "999-990-019")], id="bsn dashed"),
        pytest.param('s = "a\\n999990019"', [("BSN", "999990019")], id="bsn after an escape"),
        pytest.param("bsn = 999990011", [("BSN", "999990011")], id="labelled typo"),
        pytest.param("MOVE 999990011 TO WS-BSN", [("BSN", "999990011")], id="typo moved to a label"),
        pytest.param("05 K-BSN PIC 9(10) VALUE 0999990019.", [("BSN", "0999990019")], id="zero-padded"),
        pytest.param("BSN: 99990015", [("BSN", "99990015")], id="eight digits with a label"),
        pytest.param("'NL91ABNA0417164300'", [("IBAN", "NL91ABNA0417164300")], id="iban"),
        pytest.param("nl91 abna 0417 1643 00 is", [("IBAN", "nl91 abna 0417 1643 00")], id="iban spaced, lower case"),
        pytest.param("<J.Jansen@Example.Org>", [("EMAIL", "J.Jansen@Example.Org")], id="mail"),
        pytest.param('"\\nj@example.org"', [("EMAIL", "j@example.org")], id="mail after an escape"),
        pytest.param("tel +31 (0)6 12345678", [("PHONE", "+31 (0)6 12345678")], id="phone abroad"),
        pytest.param("(070) 123 45 67", [("PHONE", "(070) 123 45 67")], id="phone with area code"),
        pytest.param("0031612345678", [("PHONE", "0031612345678")], id="phone 0031"),
    ],
)
def test_finds(text, expected):
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("order = 999990011", id="nine digits that fail"),
        pytest.param("version 2.22.13", id="version"),
        pytest.param("datum = 20200128", id="date of eight digits"),
        pytest.param("06-12-2015 10:30:00", id="date and time"),
        pytest.param("bsn_datum = 20200128", id="the label says something else"),
        pytest.param("oid = '2.16.840.1.113883.2.4.6.8'", id="object identifier"),
        pytest.param("x = 2147483647", id="largest int"),
        pytest.param("isbn = 9789238079373", id="thirteen digits"),
        pytest.param("uuid 6cff483d-e51c-4059-9459-95148ccea0bd", id="uuid"),
        pytest.param("sha = '449042a89f14d6f6ce9ddbc422adbb2bf296f55e'", id="sha1"),
        pytest.param("testIban = 'NL92ABNA0417164300'", id="iban that fails"),
        pytest.param("git@example.org:team/x.git", id="git address"),
        pytest.param("MAX-BSN PIC 9(9) VALUE 999999999.", id="filler beside a label"),
        pytest.param("bsn = 0", id="short number beside a label"),
    ],
)
def test_leaves(text):
    assert spans(text) == []


def test_of_overlapping_hits_the_longer_stays():
    hits = [Hit("A", 0, 5, "", "a", ()), Hit("B", 3, 12, "", "b", ()), Hit("C", 12, 14, "", "c", ())]
    assert [hit.kind for hit in without_overlap(hits)] == ["B", "C"]


@pytest.mark.parametrize(
    "key",
    [
        "-----BEGIN EC PRIVATE KEY-----\n{}\n{}\n-----END EC PRIVATE KEY-----",
        '"-----BEGIN EC PRIVATE KEY-----\\n{}\\n{}\\n-----END EC PRIVATE KEY-----"',
        '"-----BEGIN EC PRIVATE KEY-----\\n" +\n  "{}\\n" +\n  "{}\\n" + "-----END EC PRIVATE KEY-----"',
        "// -----BEGIN EC PRIVATE KEY-----\n// {}\n// {}\n// -----END EC PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\n{}\n{}\nthe end is cut off",
    ],
    ids=["lines", "one literal", "joined literals", "comment", "no end"],
)
def test_the_parts_of_a_key_are_its_lines(key):
    lines = ["bm90IGEga2V5LCBvbmx5IGEgdGVzdCBv", "ZiB0aGUgZ3VhcmQgYQ=="]
    text = key.format(*lines)
    (hit,) = detect(text, RULES)
    assert [text[start:end] for start, end in hit.parts] == lines


def test_a_detector_that_breaks_down_stops_everything():
    broken = replace(RULES[2], checksum="nobody knows this one")
    with pytest.raises(GuardError, match="broke down"):
        detect("999990019", [broken])


def test_many_digits_take_linear_time():
    # A quadratic detector would need minutes here.
    assert detect("1" * 300_000, RULES) == []
    assert detect("a.b@" * 50_000, RULES) == []


def test_a_hit_does_not_show_its_value():
    (hit,) = detect("999990019", RULES)
    assert not re.search(r"\d{4}", repr(hit))
