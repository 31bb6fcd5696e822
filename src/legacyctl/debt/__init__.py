"""From facts to debt: `match` gives the findings of a file, `assess` scores them all.

`check` and `FixtureResult` stand in `debt.fixtures`: only who tests the rules
loads what reads a file.
"""

from legacyctl.debt.match import CALLABLES, innermost, match
from legacyctl.debt.norms import Norms, norms
from legacyctl.debt.score import assess, overview, overview_of, summary

__all__ = ["CALLABLES", "Norms", "assess", "innermost", "match", "norms", "overview", "overview_of", "summary"]
