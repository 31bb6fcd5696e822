"""Finds, checks and gives the data of the house: languages, rules, detectors, model endpoints.

Everything data-driven goes through here: the files ship inside the wheel and
stand at the top of a checkout; `bundled` finds them in either place.
"""

from legacyctl.catalog.backends import Limits, Profile, Timeouts, profile, profiles, user_profiles
from legacyctl.catalog.externals import Externals, externals
from legacyctl.catalog.find import bundled
from legacyctl.catalog.languages import Language, languages
from legacyctl.catalog.privacy import Detector, detectors
from legacyctl.catalog.rules import Fix, Match, Rule, rules, rules_in

__all__ = [
    "Detector",
    "Externals",
    "Fix",
    "Language",
    "Limits",
    "Match",
    "Profile",
    "Rule",
    "Timeouts",
    "bundled",
    "detectors",
    "externals",
    "languages",
    "profile",
    "profiles",
    "rules",
    "rules_in",
    "user_profiles",
]
