import re
from dataclasses import replace

import pytest

from legacyctl.catalog import detectors
from legacyctl.errors import GuardError
from legacyctl.guard import Vault
from legacyctl.guard.selftest import self_test

RULES = tuple(detectors().values())


def test_the_bundled_detectors_pass():
    self_test(RULES)


def test_no_detectors_no_session():
    with pytest.raises(GuardError, match="self test"):
        Vault(rules=[])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_detector_that_finds_nothing_is_noticed(rule):
    blind = replace(rule, pattern=re.compile("(?!)"))
    with pytest.raises(GuardError, match="nothing is sent"):
        Vault(rules=[blind if other is rule else other for other in RULES])


@pytest.mark.parametrize("kind", sorted({rule.kind for rule in RULES if rule.action == "mask"}))
def test_a_kind_that_is_gone_is_noticed(kind):
    with pytest.raises(GuardError, match=f"no detector finds a {kind}"):
        Vault(rules=[rule for rule in RULES if rule.kind != kind])
