"""Judges a change: gates from cheap to dear, each with its evidence, and the grade that they add up to.

A gate that could not judge says "not evaluated", which is never a pass: the
grade that it guards is not reached.
"""

from legacyctl.verify.case import Context, Session
from legacyctl.verify.gates import GATES, grade_of, raised, verify
from legacyctl.verify.scope import read_only
from legacyctl.verify.tests import passes_before, tests_gate

__all__ = ["GATES", "Context", "Session", "grade_of", "passes_before", "raised", "read_only", "tests_gate", "verify"]
