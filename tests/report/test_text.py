"""The text reports: what a person reads, in both languages, safe for a terminal."""

import pytest

from legacyctl.debt import overview_of
from legacyctl.report import text
from legacyctl.report.words import WORDS


def test_scan_says_what_was_not_read_and_the_debt_as_a_range(assessment):
    printed = text.scan(overview_of(assessment), "en")
    assert "data/x.bin: binary" in printed
    assert "0.1 hours (0.0 to 0.2) from 1 findings; 31.2%" in printed
    assert "PY01" in printed


def test_a_strange_file_name_does_not_reach_the_terminal_raw(assessment):
    printed = text.scan(overview_of(assessment), "en")
    assert "data/\\xff\\x0a.txt" in printed
    printed.encode("utf-8")


def test_run_says_accepted_with_grade_and_rejected_with_gate(run):
    printed = text.run(run, "en", where="out")
    assert "Accepted: 1" in printed
    assert "E1   a1" in printed
    assert "left alone" in printed
    assert "elision: a branch is gone" in printed
    assert "Rejected by gate: elision 1" in printed
    assert printed.endswith("Patches: out\n")


@pytest.mark.parametrize(("lang", "word"), [("en", "Technical debt"), ("nl", "Technische schuld")])
def test_both_languages(assessment, lang, word):
    assert word in text.scan(overview_of(assessment), lang)


def test_every_phrase_has_the_same_fields_in_both_languages():
    fields = {key: [sorted(f for f in phrase.split("{")[1:]) for phrase in pair] for key, pair in WORDS.items()}
    names = {key: [[f.split("}")[0] for f in one] for one in pair] for key, pair in fields.items()}
    assert all(sorted(en) == sorted(nl) for en, nl in names.values())
