"""From facts to debt: `match` gives the findings of a file, `assess` scores them all."""

from legacyctl.debt.fixtures import FixtureResult, check
from legacyctl.debt.match import CALLABLES, innermost, match
from legacyctl.debt.norms import Norms, norms
from legacyctl.debt.score import assess

__all__ = ["CALLABLES", "FixtureResult", "Norms", "assess", "check", "innermost", "match", "norms"]
