"""`legacyctl map` as a user runs it, on the example that holds one chain through a mixed estate."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from legacyctl import cli

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schema" / "map.schema.json").read_text(encoding="utf-8"))


CHAIN = "CHAIN"


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    """Give a copy of the example, because a scan leaves its cache in the folder."""
    copy = tmp_path_factory.mktemp("map") / "chain"
    shutil.copytree(ROOT / "examples" / "uitkering-keten", copy, ignore=shutil.ignore_patterns(".legacyctl"))
    return str(copy)


@pytest.fixture
def run(capsys, chain):
    """Run a command line, CHAIN being the example; give its exit code, what it printed and complained of."""

    def of(*arguments):
        code = cli.run([chain if word == CHAIN else word for word in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return of


def document(run, *arguments):
    code, out, _ = run("map", *arguments, CHAIN, "--json")
    assert code == 0
    made = json.loads(out)
    jsonschema.validate(made, SCHEMA)
    return made


def names(made):
    return {node["id"]: node["name"] for node in made["nodes"]}


def edges(made):
    by_id = names(made)
    return {(by_id[edge["source"]], edge["kind"], by_id[edge["target"]]) for edge in made["edges"]}


CHAIN_EDGES = [
    ("UKNACHT", "runs", "MUTATIES"),
    ("MUTATIES", "runs", "UKPROC"),
    ("UKPROC", "runs", "VERWERK"),
    ("VERWERK", "runs", "UKB010"),
    ("UKB010", "includes", "UKREKEN"),
    ("BETALEN", "runs", "UKB020"),
    ("UKB010", "calls", "UKS100"),
    ("UKB020", "calls", "UKS100"),
    ("UKB020", "calls", "PKG_UITKERING"),
    ("UKC100", "uses-map", "UKM100.ZOEK"),
    ("UKC100", "starts-transaction", "UK01"),
    ("UKC100", "includes", "UKM100"),
    ("PKG_UITKERING", "writes", "LOGBOEK"),
    ("UKB020", "reads", "CLIENT"),
    ("UKS100", "reads", "NORM"),
    ("UK01", "runs", "UKC100"),
    ("UKC100", "calls", "UKS100"),
    ("bin/nacht.ksh", "runs", "Overzicht"),
    ("Overzicht", "calls", "UitkeringDao"),
    ("frmZoek", "calls", "modKeten"),
]


@pytest.mark.parametrize("edge", CHAIN_EDGES, ids=" ".join)
def test_the_chain(run, edge):
    assert edge in edges(document(run))


def test_a_program_has_the_data_set_that_its_step_gives_it(run):
    assert {data for program, _, data in edges(document(run)) if program == "UKB010"} >= {
        "&&MUT",
        "SOZA.PROD.UK.FOUTEN",
    }


def test_the_summary_counts_and_names(run):
    code, out, _ = run("map", CHAIN)
    assert code == 0
    for part in ("copybook UKREKEN: 4 in", "calls MUT-EXIT  cobol/UKB010.cbl:35", "job 1: UKNACHT", "main 2"):
        assert part in out


def test_dutch(run):
    code, out, _ = run("--lang", "nl", "map", "impact", "UKREKEN", CHAIN)
    assert code == 0
    assert "kunnen breken als dit wijzigt" in out
    assert "programma UKB010" in out


def test_impact_of_a_copybook_reaches_job_and_transaction(run):
    made = document(run, "impact", "UKREKEN")
    assert {"UKB010", "UKB020", "UKC100", "UKS100", "UKNACHT", "UK01"} <= {hit["name"] for hit in made["impact"]}


def test_impact_of_an_unknown_name_is_wrong_use_with_the_nearest_names(run):
    code, _, err = run("map", "impact", "UKREKENN", CHAIN)
    assert code == 2
    assert "UKREKEN" in err.splitlines()[-1]


def test_missing_names_what_the_readme_says(run):
    made = document(run, "missing")
    assert {"UKS900", "UKC000", "RCARCH01"} <= {gone["name"] for gone in made["missing"]}
    assert {gone["wanted"] for gone in made["missing"]} <= {"program", "script"}


def test_dead_lists_the_paragraph_and_counts_the_dynamic_calls(run):
    made = document(run, "dead")
    assert ("UKB010.8000-OUD", True) in {(one["name"], one["proven"]) for one in made["dead"]}
    assert made["dynamic_calls"] >= 1


def test_cycles_gives_a_document(run):
    assert document(run, "cycles")["schema"] == "legacyctl-map-cycles/1"


@pytest.mark.parametrize(("form", "start"), [("mermaid", "flowchart LR"), ("dot", "digraph"), ("graphml", "<?xml")])
def test_formats(run, form, start):
    code, out, _ = run("map", CHAIN, "--format", form)
    assert code == 0
    assert out.startswith(start)


def test_drawings_leave_out_what_the_machine_brings_along(run):
    assert "SORT" in run("map", CHAIN, "-f", "mermaid", "--externals")[1]
    assert "external" not in run("map", CHAIN, "-f", "mermaid")[1]


@pytest.mark.parametrize(
    ("level", "name"), [("folder", "cobol"), ("file", "cobol/UKB010.cbl"), ("unit", "UKB010.0000-HOOFD")]
)
def test_levels(run, level, name):
    assert name in names(document(run, "--level", level)).values()


def test_focus_draws_a_part(run):
    made = document(run, "--focus", "UKS100", "--depth", "1")
    assert {"UKS100", "UKB020", "UKC100"} <= set(names(made).values())
    assert "UKNACHT" not in names(made).values()


@pytest.mark.parametrize("focus", ["UKB010.0000-HOOFD", "0000-REKEN"], ids=str)
def test_focus_on_something_inside_draws_what_it_lies_in(run, focus):
    assert {"UKB010", "UKS100"} & set(names(document(run, "--focus", focus, "--depth", "0")).values())


WRONG = {
    "no such focus": ["map", CHAIN, "--focus", "NOPE"],
    "no such format": ["map", CHAIN, "--format", "png"],
    "no folder": ["map", "no/such/folder"],
    "a question without its name": ["map", "impact"],
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG)
def test_wrong_use(run, arguments):
    assert run(*arguments)[0] == 2


def test_a_drawing_that_no_one_can_read_is_refused_with_the_way_out(run, tmp_path):
    for number in range(450):
        (tmp_path / f"m{number}.py").write_text("import os\n", encoding="utf-8")
    code, out, err = run("map", str(tmp_path), "--format", "mermaid")
    assert (code, out) == (2, "")
    assert "--level folder: " in err
    assert run("map", str(tmp_path), "--format", "mermaid", "--level", "folder")[0] == 0


def test_the_same_files_give_the_same_bytes(run):
    assert run("map", CHAIN, "--json")[1] == run("map", CHAIN, "--json")[1]
