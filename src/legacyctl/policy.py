"""Decides whether text of a sensitivity may go to a model endpoint; whatever is unknown is denied.

The class of an endpoint says who decides about it: `own` is the organisation
itself, `share` a partnership with trusted parties, `access` anybody else. The
sensitivity is that of the text that would be sent:

S0  already public under an open licence, or made up
S1  code that is not public, without personal data or secrets
S2  security-relevant code or decision logic
S3  personal data, credentials or production data
S4  a state secret

A cell of the table is a set of conditions, each a name of the profile's
evidence that must be filled in; an empty set allows, None denies. Two rules
hold for the whole table and are tested: a higher sensitivity and a looser class
never need less. The cells follow the project's reference on the Dutch
government's position on generative AI (April 2025), its cloud policy (2022) and
GDPR articles 25, 28, 32 and 35; class `access` has the conditions of its
strictest members.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from legacyctl.catalog import Profile
from legacyctl.catalog.backends import SOVEREIGNTY
from legacyctl.config import SENSITIVITIES

Conditions = frozenset[str] | None

_ALLOW: frozenset[str] = frozenset()
_ACCESS = frozenset({"approver", "expiry", "no_training"})
_CONTRACT = frozenset({"dpa", "eu_processing", "own_or_share_fallback", "prescan_dpia", "zdr"})
_SHARED = frozenset({"no_training"})
_PUBLIC_BODY = frozenset({"public_operator", "residency_nl", "retention_known", "risk_analysis"})

TABLE: Mapping[str, Mapping[str, Conditions]] = {
    "own": {"S0": _ALLOW, "S1": _ALLOW, "S2": _ALLOW, "S3": frozenset({"dpia", "offline"}), "S4": None},
    "share": {"S0": _ALLOW, "S1": _SHARED, "S2": _SHARED | _PUBLIC_BODY, "S3": None, "S4": None},
    "access": {"S0": _ACCESS, "S1": _ACCESS | _CONTRACT, "S2": None, "S3": None, "S4": None},
}


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a task may go to an endpoint, by which rule, and what that means in words.

    `rule` is a stable name such as "share.S1: no_training" for the audit trail;
    `missing` the evidence that would have to be filled in. The texts say, for a
    denial, the smallest change that would allow it.
    """

    allowed: bool
    rule: str
    text_en: str
    text_nl: str
    missing: tuple[str, ...] = ()

    def text(self, lang: str) -> str:
        """The text in Dutch for "nl", in English for any other language."""
        return self.text_nl if lang == "nl" else self.text_en


def decide(sensitivity: str, profile: Profile, *, today: date) -> Decision:
    """Say whether text of `sensitivity` may go to the endpoint of `profile` on the day `today`.

    Never raises: an unknown sensitivity or class is a denial.
    """
    cell = f"{profile.sovereignty}.{sensitivity}"
    if profile.sovereignty not in TABLE or sensitivity not in SENSITIVITIES:
        return _unknown(sensitivity, profile)
    if profile.review_by is not None and profile.review_by < today:
        return _expired(cell, profile)
    needed = TABLE[profile.sovereignty][sensitivity]
    if needed is None:
        return _closed(cell, sensitivity, profile)
    missing = tuple(sorted(name for name in needed if not _holds(name, profile, today)))
    if missing:
        return _unproven(cell, sensitivity, profile, missing)
    return _allowed(cell, sensitivity, profile, needed)


def _holds(condition: str, profile: Profile, today: date) -> bool:
    """Whether the evidence for a condition is there and is reviewed; an exception must also name its last day."""
    text = profile.evidence.get(condition, "").strip()
    if not text or profile.review_by is None:
        return False
    if condition != "expiry":
        return True
    try:
        return date.fromisoformat(text) >= today
    except ValueError:
        return False


def _allowed(cell: str, sensitivity: str, profile: Profile, needed: frozenset[str]) -> Decision:
    shown = ", ".join(sorted(needed))
    by_en = f" on the evidence {shown}" if needed else ""
    by_nl = f" op grond van {shown}" if needed else ""
    return Decision(
        allowed=True,
        rule=f"{cell}: {shown or 'allow'}",
        text_en=f"Allowed: {sensitivity} to backend {profile.id} (class {profile.sovereignty}){by_en}.",
        text_nl=f"Toegestaan: {sensitivity} naar backend {profile.id} (klasse {profile.sovereignty}){by_nl}.",
    )


def _unknown(sensitivity: str, profile: Profile) -> Decision:
    return Decision(
        allowed=False,
        rule="closed world",
        text_en=f"Refused: '{sensitivity}' or class '{profile.sovereignty}' of backend {profile.id} is not known. "
        f"Use one of {', '.join(SENSITIVITIES)} and one of {', '.join(SOVEREIGNTY)}.",
        text_nl=f"Geweigerd: '{sensitivity}' of klasse '{profile.sovereignty}' van backend {profile.id} is onbekend. "
        f"Gebruik een van {', '.join(SENSITIVITIES)} en een van {', '.join(SOVEREIGNTY)}.",
    )


def _expired(cell: str, profile: Profile) -> Decision:
    return Decision(
        allowed=False,
        rule=f"{cell}: review expired",
        text_en=f"Refused: the profile of backend {profile.id} had to be reviewed by {profile.review_by}. "
        "It may be used again once somebody has reviewed it and set a later review_by.",
        text_nl=f"Geweigerd: het profiel van backend {profile.id} moest uiterlijk {profile.review_by} herzien zijn. "
        "Kan wel zodra iemand het heeft herzien en review_by een latere datum heeft.",
        missing=("review_by",),
    )


def _closed(cell: str, sensitivity: str, profile: Profile) -> Decision:
    way_en, way_nl = _way_out(sensitivity)
    return Decision(
        allowed=False,
        rule=f"{cell}: deny",
        text_en=f"Refused: {sensitivity} may not go to backend {profile.id} of class {profile.sovereignty}. {way_en}",
        text_nl=f"Geweigerd: {sensitivity} mag niet naar backend {profile.id} van klasse {profile.sovereignty}. "
        f"{way_nl}",
    )


def _way_out(sensitivity: str) -> tuple[str, str]:
    """Give in English and Dutch which class would take it, and on what evidence."""
    for sovereignty in reversed(SOVEREIGNTY):
        needed = TABLE[sovereignty][sensitivity]
        if needed is not None:
            fields = ", ".join(f"evidence.{name}" for name in sorted(needed))
            with_en = f" with {fields} filled in" if needed else ""
            with_nl = f" met {fields} ingevuld" if needed else ""
            return (
                f"A backend of class {sovereignty}{with_en} may have it.",
                f"Kan wel: een backend van klasse {sovereignty}{with_nl}.",
            )
    return "No model may have it.", "Geen enkel model mag dit krijgen."


def _unproven(cell: str, sensitivity: str, profile: Profile, missing: tuple[str, ...]) -> Decision:
    fields = [f"evidence.{name}" for name in missing]
    if profile.review_by is None:
        fields.append("review_by")
    listed = ", ".join(fields)
    free = next((name for name in SOVEREIGNTY if TABLE[name][sensitivity] == _ALLOW), "")
    or_en = f" Or choose a backend of class {free}, such as embedded." if free else ""
    or_nl = f" Of kies een backend van klasse {free}, zoals embedded." if free else ""
    return Decision(
        allowed=False,
        rule=f"{cell}: {', '.join(sorted(missing))} missing",
        text_en=f"Refused: {sensitivity} to backend {profile.id} (class {profile.sovereignty}) lacks proof. "
        f"It may go once the profile has a valid {listed}.{or_en}",
        text_nl=f"Geweigerd: voor {sensitivity} naar backend {profile.id} (klasse {profile.sovereignty}) ontbreekt "
        f"bewijs. Kan wel zodra het profiel een geldige {listed} heeft.{or_nl}",
        missing=missing,
    )
