import tomllib

import pytest

from legacyctl.catalog import detectors
from legacyctl.catalog.privacy import CHECKSUMS, nested_repeat, read_detector
from legacyctl.errors import CatalogError
from legacyctl.guard.checksums import CHECKS
from legacyctl.guard.selftest import KNOWN, finds
from legacyctl.tables import load

RULES = tuple(detectors().values())
GOOD = """
kind = "BSN"
pattern = '[0-9]{9}'
alone = true
matches = ["123456789"]
not_matches = []
[en]
title = "Number"
[nl]
title = "Nummer"
"""


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(rule, text, id=f"{rule.id}-{at}") for rule in RULES for at, text in enumerate(rule.matches)],
)
def test_a_detector_finds_its_examples(rule, text):
    assert finds(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(rule, text, id=f"{rule.id}-{at}") for rule in RULES for at, text in enumerate(rule.not_matches)],
)
def test_a_detector_leaves_its_counterexamples(rule, text):
    assert not finds(rule, text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_detector_has_examples_of_both_kinds_and_two_titles(rule):
    assert rule.matches
    assert rule.not_matches
    assert set(rule.title) == {"en", "nl"}


def test_every_kind_that_the_guard_promises_has_a_detector():
    assert {rule.kind for rule in RULES if rule.action == "mask"} == set(KNOWN)


def test_every_checksum_of_the_catalogue_exists():
    assert set(CHECKSUMS) | {""} == set(CHECKS)


def test_a_good_file_is_read(tmp_path):
    assert read(tmp_path, GOOD).pattern.pattern == tomllib.loads(GOOD)["pattern"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param("'[0-9]{9}'", "'[0-9'", "does not compile", id="broken pattern"),
        pytest.param("'[0-9]{9}'", "'[0-9]*'", "empty text", id="empty match"),
        pytest.param("'[0-9]{9}'", "'([0-9]+)+x'", "may never end", id="nested repeat"),
        pytest.param("alone = true", "alone = false", "labels", id="no label"),
        pytest.param("alone = true", 'alone = true\nchecksum = "luhn"', "luhn", id="unknown checksum"),
        pytest.param('["123456789"]', "[]", "needs an example", id="no example"),
        pytest.param('kind = "BSN"\n', "", "kind: is missing", id="no kind"),
        pytest.param("alone = true", "alone = true\nscore = 1", "not a known key", id="unknown key"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path, old, new, problem):
    with pytest.raises(CatalogError, match=problem):
        read(tmp_path, GOOD.replace(old, new))


def test_an_id_stands_once(tmp_path):
    with pytest.raises(CatalogError, match="already defined"):
        read(tmp_path, GOOD, known={"number": RULES[0]})


@pytest.mark.parametrize("pattern", ["(a+)+", "(?:a*b)*", "((a+)b){2,}", r"(?:\d+[.)])+"])
def test_repeats_of_repeats_are_seen(pattern):
    assert nested_repeat(pattern)


@pytest.mark.parametrize("pattern", ["(ab)+", "(?:a{2}b)+", "(a+){3}", r"[(a+)+]*", r"\(a+\)+", "(a+)b+"])
def test_plain_repeats_pass(pattern):
    assert not nested_repeat(pattern)


def read(folder, text, known=None):
    path = folder / "number.toml"
    path.write_text(text, encoding="utf-8")
    return read_detector(load(path, CatalogError), known or {})
