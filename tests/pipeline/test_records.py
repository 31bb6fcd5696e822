"""Files in fixed records are read and scored like any other, and never changed in place."""

import pytest

from legacyctl import pipeline
from legacyctl.pipeline.bench import Bench
from legacyctl.pipeline.tasks import Options, _not_for_a_model, modernise
from legacyctl.plan import plan

LINES = (
    "       IDENTIFICATION DIVISION.",
    "       PROGRAM-ID. BYS020.",
    "       PROCEDURE DIVISION.",
    "       BEGIN-PROGRAMMA.",
    "           IF A > 3 NEXT SENTENCE ELSE GO TO EINDE.",
    "           STOP RUN.",
    "       EINDE.",
    "           EXIT.",
)
CARDS = "".join(f"{line:80}" for line in LINES).encode("cp037")


@pytest.fixture
def planned(project):
    """Make a project of one program, and the tasks in it."""

    def make(data):
        opened = project({"BYS020.cbl": data})
        return opened, plan(pipeline.scan(opened), opened.rules)

    return make


def test_tasks_are_the_same_as_for_lines(planned):
    in_cards = [(task.rules, task.codemod) for task in planned(CARDS)[1]]
    assert in_cards == [(task.rules, task.codemod) for task in planned("\n".join(LINES).encode())[1]]
    assert {"cobol-next-sentence", ""} <= {codemod for _, codemod in in_cards}


def test_a_model_is_not_asked_about_cards(planned):
    opened, tasks = planned(CARDS)
    reasons = {_not_for_a_model(Bench(opened), task) for task in tasks if task.by_model}
    assert reasons == {"stands in a file of fixed records, which are not changed in place"}


def test_codemods_leave_cards_alone_and_the_run_ends_well(planned):
    opened, _ = planned(CARDS)
    run = modernise(opened, Options(codemods_only=True))
    assert {result.status.value for result in run.results} == {"unchanged", "planned"}
    assert any(
        "fixed records of 80 bytes" in note for result in run.results if result.patch for note in result.patch.notes
    )
