"""Finds, checks and gives the data of the house: languages, rules, detectors, model endpoints.

Everything data-driven goes through here: the files ship inside the wheel and
stand at the top of a checkout; `bundled` finds them in either place.
"""

from legacyctl.catalog.find import bundled
from legacyctl.catalog.languages import Language, languages
from legacyctl.catalog.rules import Fix, Match, Rule, rules

__all__ = ["Fix", "Language", "Match", "Rule", "bundled", "languages", "rules"]
