"""The words of the text reports, in English and Dutch side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping

WORDS = {
    "table": (
        "language files code-lines units fidelity findings hours",
        "taal bestanden coderegels eenheden gelezen bevindingen uren",
    ),
    "not_read": ("Not read: {count} file(s)", "Niet gelezen: {count} bestand(en)"),
    "more": ("  and {count} more (see --json)", "  en nog {count} (zie --json)"),
    "top_rules": ("Rules with most debt:", "Regels met de meeste schuld:"),
    "total": (
        "Technical debt: {mid} hours ({low} to {high}) from {findings} findings; {ratio} of building the code anew.",
        "Technische schuld: {mid} uur ({low} tot {high}) uit {findings} bevindingen; {ratio} van nieuwbouw.",
    ),
    "plan": (
        "{tasks} tasks: {codemods} by codemod, {models} by a model (id, evidence needed, by whom, where, rules)",
        "{tasks} taken: {codemods} met een codemod, {models} met een model (id, nodig bewijs, door wie, waar, regels)",
    ),
    "run": ("Run {run}; backend: {backend}", "Run {run}; backend: {backend}"),
    "none": ("none", "geen"),
    "planned": ("Planned, not done", "Gepland, niet gedaan"),
    "accepted": ("Accepted", "Geaccepteerd"),
    "rejected": ("Rejected by the gates", "Afgekeurd door de poorten"),
    "unchanged": ("Nothing to change", "Niets te wijzigen"),
    "refused": ("Refused by guard or policy", "Geweigerd door bewaker of beleid"),
    "failed": ("No usable answer", "Geen bruikbaar antwoord"),
    "grades": ("Evidence of what was accepted: {grades}", "Bewijs van wat is geaccepteerd: {grades}"),
    "rejected_by": ("Rejected by gate: {gates}", "Afgekeurd per poort: {gates}"),
    "audit": ("Last line of the audit trail: {hash}", "Laatste regel van het auditlogboek: {hash}"),
    "patches": ("Patches: {where}", "Patches: {where}"),
}


def word(lang: str, words: Mapping[str, tuple[str, str]] = WORDS) -> Callable[..., str]:
    """Give the function that says a phrase of `words` in `lang` ("en" or "nl"), its fields filled in."""
    column = 1 if lang == "nl" else 0

    def say(key: str, **fields: object) -> str:
        return words[key][column].format(**fields)

    return say
