"""From debt to work: `plan` gives the tasks in order, `prompt` what a model is asked for one of them."""

from __future__ import annotations

from collections.abc import Mapping

from legacyctl.catalog import Rule
from legacyctl.model import Assessment, Task
from legacyctl.plan.group import group
from legacyctl.plan.order import order
from legacyctl.plan.prompt import VERSION, prompt

__all__ = ["VERSION", "plan", "prompt"]


def plan(assessment: Assessment, rules: Mapping[str, Rule]) -> tuple[Task, ...]:
    """Give the tasks that mend what can be mended, in the order to do them.

    Findings of a rule without a fix, of a rule that is not in `rules`, or outside every
    definition that a model could rewrite, give none.
    """
    return order(group(assessment, rules), [report.facts for report in assessment.files])
