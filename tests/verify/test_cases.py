"""Bad answers are rejected by the gate that should, good ones are accepted at E1; the cases are data."""

import shutil

import pytest

from legacyctl.model import Grade
from legacyctl.verify import verify
from verify.harness import Given, build, failing, given

TOOLS = {"java": "javac", "cobol": "cobc"}


def needs_compiler(case: Given) -> None:
    if case.language in TOOLS and not shutil.which(TOOLS[case.language]):
        pytest.skip(f"{TOOLS[case.language]} is not installed")


@pytest.mark.parametrize("case", given("bad"))
def test_a_bad_answer_is_rejected_by_its_gate(tmp_path, case):
    if case.gate == "compile":
        needs_compiler(case)
    verdict = verify(*build(tmp_path, case))
    assert failing(verdict)[:1] == [case.gate], verdict
    assert verdict.reason.startswith(f"{case.gate}: ")


@pytest.mark.parametrize("case", given("good"))
def test_a_good_answer_is_accepted_at_e1(tmp_path, case):
    needs_compiler(case)
    verdict = verify(*build(tmp_path, case))
    assert verdict.accepted, verdict.reason
    assert verdict.grade is Grade.E1
