"""Whatever is unknown, unproven or expired is denied, and nothing gets looser on the way up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legacyctl.catalog import Profile, profiles
from legacyctl.catalog.backends import EVIDENCE, SOVEREIGNTY
from legacyctl.config import SENSITIVITIES
from legacyctl.policy import TABLE, decide

TODAY = date(2026, 11, 22)
REVIEWED = date(2027, 5, 22)
ALL_EVIDENCE = dict.fromkeys(EVIDENCE, "signed 2026-11-01") | {"expiry": "2027-01-01"}


def endpoint(sovereignty="own", evidence=None, review_by=REVIEWED):
    return Profile(
        id="somewhere",
        protocol="openai-chat",
        sovereignty=sovereignty,
        evidence=evidence or {},
        review_by=review_by,
    )


CELLS = {
    "own": ["allow", "allow", "allow", "conditions", "deny"],
    "share": ["allow", "conditions", "conditions", "deny", "deny"],
    "access": ["conditions", "conditions", "deny", "deny", "deny"],
}


@pytest.mark.parametrize(
    ("sovereignty", "sensitivity", "cell"),
    [(c, s, cell) for c, row in CELLS.items() for s, cell in zip(SENSITIVITIES, row, strict=True)],
)
def test_every_cell(sovereignty, sensitivity, cell):
    without = decide(sensitivity, endpoint(sovereignty), today=TODAY)
    proven = decide(sensitivity, endpoint(sovereignty, ALL_EVIDENCE), today=TODAY)
    assert (without.allowed, proven.allowed) == (cell == "allow", cell != "deny")


def test_the_table_names_known_evidence_only():
    named = {name for row in TABLE.values() for needed in row.values() for name in needed or ()}
    assert named <= set(EVIDENCE)


@pytest.mark.parametrize(
    ("sovereignty", "sensitivity", "needed"),
    [
        ("own", "S3", {"dpia", "offline"}),
        ("share", "S1", {"no_training"}),
        ("share", "S2", {"no_training", "public_operator", "residency_nl", "retention_known", "risk_analysis"}),
        ("access", "S0", {"approver", "expiry", "no_training"}),
    ],
)
def test_each_condition_counts_by_itself(sovereignty, sensitivity, needed):
    for name in needed:
        evidence = {key: text for key, text in ALL_EVIDENCE.items() if key != name}
        assert decide(sensitivity, endpoint(sovereignty, evidence), today=TODAY).missing == (name,)


evidence_sets = st.sets(st.sampled_from(EVIDENCE)).map(lambda names: {name: ALL_EVIDENCE[name] for name in names})
days = st.one_of(st.none(), st.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=3)))


@settings(deadline=None)
@given(evidence=evidence_sets, review_by=days, sovereignty=st.sampled_from(SOVEREIGNTY))
def test_a_higher_sensitivity_is_never_looser(evidence, review_by, sovereignty):
    profile = endpoint(sovereignty, evidence, review_by)
    allowed = [decide(sensitivity, profile, today=TODAY).allowed for sensitivity in SENSITIVITIES]
    assert allowed == sorted(allowed, reverse=True)


@settings(deadline=None)
@given(evidence=evidence_sets, review_by=days, sensitivity=st.sampled_from(SENSITIVITIES[:3]))
def test_a_looser_class_is_never_allowed_more(evidence, review_by, sensitivity):
    allowed = [decide(sensitivity, endpoint(c, evidence, review_by), today=TODAY).allowed for c in SOVEREIGNTY]
    assert allowed == sorted(allowed, reverse=True)


@settings(deadline=None)
@given(evidence=evidence_sets, name=st.sampled_from(EVIDENCE), sovereignty=st.sampled_from(SOVEREIGNTY))
def test_more_evidence_never_takes_away(evidence, name, sovereignty):
    more = evidence | {name: ALL_EVIDENCE[name]}
    for sensitivity in SENSITIVITIES:
        before = decide(sensitivity, endpoint(sovereignty, evidence), today=TODAY).allowed
        assert decide(sensitivity, endpoint(sovereignty, more), today=TODAY).allowed >= before


@settings(deadline=None)
@given(sensitivity=st.text(), sovereignty=st.text())
def test_unknown_words_are_denied(sensitivity, sovereignty):
    if sensitivity not in SENSITIVITIES:
        assert not decide(sensitivity, endpoint("own", ALL_EVIDENCE), today=TODAY).allowed
    if sovereignty not in SOVEREIGNTY:
        assert not decide("S0", endpoint(sovereignty, ALL_EVIDENCE), today=TODAY).allowed


@pytest.mark.parametrize("sensitivity", SENSITIVITIES)
def test_an_expired_review_is_denied(sensitivity):
    profile = endpoint("own", ALL_EVIDENCE, TODAY - timedelta(days=1))
    assert not decide(sensitivity, profile, today=TODAY).allowed


def test_the_day_of_review_itself_still_counts():
    assert decide("S3", endpoint("own", ALL_EVIDENCE, TODAY), today=TODAY).allowed


def test_evidence_without_a_review_date_does_not_count():
    found = decide("S1", endpoint("share", ALL_EVIDENCE, review_by=None), today=TODAY)
    assert not found.allowed
    assert "review_by" in found.text_en


@pytest.mark.parametrize("text", ["2026-11-21", "next year", " "], ids=["past", "no date", "blank"])
def test_an_exception_must_have_a_last_day_to_come(text):
    found = decide("S0", endpoint("access", ALL_EVIDENCE | {"expiry": text}), today=TODAY)
    assert found.missing == ("expiry",)


DENIALS = {
    "evidence missing": (
        "S1",
        endpoint("share"),
        "It may go once the profile has a valid evidence.no_training. Or choose a backend of class own",
        "Kan wel zodra het profiel een geldige evidence.no_training heeft. Of kies een backend van klasse own",
    ),
    "other class": (
        "S2",
        endpoint("access"),
        "A backend of class share with evidence.no_training, evidence.public_operator",
        "Kan wel: een backend van klasse share met evidence.no_training, evidence.public_operator",
    ),
    "personal data": (
        "S3",
        endpoint("share"),
        "A backend of class own with evidence.dpia, evidence.offline filled in may have it.",
        "Kan wel: een backend van klasse own met evidence.dpia, evidence.offline ingevuld.",
    ),
    "state secret": ("S4", endpoint(), "No model may have it.", "Geen enkel model mag dit krijgen."),
    "expired": (
        "S0",
        replace(endpoint(), review_by=date(2026, 1, 1)),
        "set a later review_by",
        "review_by een latere datum",
    ),
    "unknown": ("S9", endpoint(), "is not known", "is onbekend"),
}


@pytest.mark.parametrize(("sensitivity", "profile", "english", "dutch"), DENIALS.values(), ids=DENIALS)
def test_a_denial_says_the_smallest_change_in_both_languages(sensitivity, profile, english, dutch):
    found = decide(sensitivity, profile, today=TODAY)
    assert not found.allowed
    assert english in found.text("en")
    assert dutch in found.text("nl")


@pytest.mark.parametrize(
    ("id_", "highest"), [("embedded", "S2"), ("llamacpp", "S2"), ("vllm", "S2"), ("replay", "S2"), ("vlam", "S0")]
)
def test_what_a_new_user_may_send(id_, highest):
    allowed = [s for s in SENSITIVITIES if decide(s, profiles()[id_], today=TODAY).allowed]
    assert allowed[-1] == highest
