import pytest

from legacyctl.catalog import detectors
from legacyctl.guard.detect import detect
from legacyctl.guard.proof import valid_items


def kinds(text):
    return [kind for kind, _ in valid_items(text, lambda _: False)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x = 999990019;", "BSN"),
        ("999990019L", "BSN"),
        ("9999.90.019", "BSN"),
        ("zie 999 990 019 hier", "BSN"),
        ('"\\n999990019"', "BSN"),
        ("NL91 ABNA 0417 1643 00", "IBAN"),
        ("nl91abna0417164300", "IBAN"),
        ("(j.jansen@example.org)", "EMAIL"),
        ("tel:0612345678", "PHONE"),
        ("070-1234567", "PHONE"),
        ("+31(0)612345678", "PHONE"),
        ("-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5LCBvbmx5IGEgdGVzdCBvZiB0aGUgZ3VhcmQ=\n", "PRIVATE_KEY"),
    ],
)
def test_sees(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "999990011",
        "20200128",
        "06-12-2015",
        "NL92ABNA0417164300",
        "x@y.invalid",
        "X@Y.INVALID",
        "git@example.org",
        "'%s@example.org' % name",
        "0123456789",
        'replace("-----BEGIN PRIVATE KEY-----", "")',
        "12 999 990 019 33",
    ],
)
def test_leaves(text):
    assert kinds(text) == []


def test_ours_are_passed_over():
    assert not list(valid_items("x = 999990019", lambda text: text == "999990019"))


@pytest.mark.parametrize("rule", [rule for rule in detectors().values() if rule.action == "mask"], ids=lambda r: r.id)
def test_it_never_sees_what_the_detectors_rightly_leave(rule):
    # A second net that is finer than the first would refuse code that is clean.
    for text in rule.not_matches:
        if not detect(text, tuple(detectors().values())):
            assert kinds(text) == []
