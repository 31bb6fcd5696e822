"""The JSON documents: the published schema, the same bytes every time, any file name."""

import json
from pathlib import Path

import jsonschema
import pytest

from legacyctl.report import document

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "scan.schema.json").read_text(encoding="utf-8"))


def test_scan_follows_the_published_schema(assessment):
    jsonschema.validate(document.scan(assessment), SCHEMA)


@pytest.mark.parametrize("key", ["path", "units", "unparsed_bytes"])
def test_the_schema_refuses_a_file_without(assessment, key):
    made = document.scan(assessment)
    del made["files"][0][key]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, SCHEMA)


def test_a_strange_file_name_survives(assessment):
    text = document.dumps(document.scan(assessment))
    assert text.isascii()
    assert json.loads(text)["files"][2]["path"] == "data/\\xff\\x0a.txt"


def test_totals_count_what_was_read(assessment):
    totals = document.totals(assessment)
    assert (totals["files"], totals["files_read"], totals["files_with_problem"]) == (3, 1, 2)
    assert totals["debt"]["minutes"] == {"low": 2.5, "mid": 5.0, "high": 10.0}
    assert totals["debt"]["ratio"] == pytest.approx(5 / 16)


def test_the_run_document_names_every_gate(run):
    made = document.run(run)
    assert [task["status"] for task in made["tasks"]] == ["accepted", "rejected"]
    assert made["tasks"][1]["gates"] == [
        {"gate": "elision", "grade": "E1", "outcome": "fail", "evidence": "a branch is gone"}
    ]


def test_no_snippet_of_the_code_is_in_a_document(run):
    assert "hello" not in document.dumps(document.run(run)) + document.dumps(document.scan(run.assessment))
