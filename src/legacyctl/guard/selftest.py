"""The guard tests itself before the first text is masked: every detector must still find what it should."""

from __future__ import annotations

from collections.abc import Sequence

from legacyctl.catalog import Detector
from legacyctl.errors import GuardError
from legacyctl.guard.detect import detect

# One known item per kind, apart from the examples that the detectors bring themselves:
# a detector that is missing altogether shows here. All are fictional or from public documentation.
KNOWN = {
    "BSN": "x = 999990019",
    "IBAN": "x = 'NL91ABNA0417164300'",
    "EMAIL": "x = 'p.jansen@example.org'",
    "PHONE": "x = '06-12345678'",
    "PRIVATE_KEY": "-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5LCBvbmx5IGEgdGVzdA==\n-----END PRIVATE KEY-----",
}


def self_test(rules: Sequence[Detector]) -> None:
    """Raise GuardError when a kind or a detector does not find its known item."""
    for kind, text in KNOWN.items():
        if kind not in {hit.kind for hit in detect(text, rules)}:
            raise _broken(f"no detector finds a {kind}")
    for rule in rules:
        if not finds(rule, rule.matches[0]):
            raise _broken(f"detector {rule.id} does not find its own first example")


def finds(rule: Detector, text: str) -> bool:
    """Whether one detector, by itself, reports anything in `text`."""
    if rule.action == "warn":
        return rule.pattern.search(text) is not None
    return bool(detect(text, [rule]))


def _broken(what: str) -> GuardError:
    return GuardError(
        f"self test of the guard: {what}; nothing is sent", way_out="Restore rules/privacy or install legacyctl again."
    )
