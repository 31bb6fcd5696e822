"""COBOL, JCL, CICS and BMS in one graph."""

import pytest

from .estate import edges, file, graph, kinds, link, program, reasons, step, unit

CALLS = {
    "by PROGRAM-ID": (program("SUB"), "SUB"),
    "in any case": (program("SUB"), "sub"),
    "by ENTRY": (file("cbl/OTHER.cbl", "cobol", unit("program", "SUB"), unit("entry", "SUBENT", 5, 9)), "SUBENT"),
    "by the name of an assembler file": (file("asm/SUB.asm", None), "SUB"),
}


@pytest.mark.parametrize(("other", "name"), CALLS.values(), ids=CALLS)
def test_a_call_leads_to_the_program(other, name):
    made = graph(program("MAIN", link("call", name, unit="MAIN", how="call")), other)
    assert reasons(made) == {("calls", "resolved"): 1}
    (edge,) = made.edges
    assert made.by_id[edge.target].path == other.path


UNRESOLVED = {
    "missing": (link("call", "NOWHERE", how="call"), "missing"),
    "a utility": (link("call", "CEEDAYS", how="call"), "external"),
    "a variable": (link("call", "WS-NAME", how="call", dynamic=True), "dynamic"),
    "CICS LINK": (link("call", "NOWHERE", how="link"), "missing"),
}


@pytest.mark.parametrize(("one", "reason"), UNRESOLVED.values(), ids=UNRESOLVED)
def test_a_call_that_leads_to_no_program_here(one, reason):
    assert reasons(graph(program("MAIN", one))) == {("calls", reason): 1}


def test_program_id_goes_before_the_name_of_a_file():
    made = graph(
        program("MAIN", link("call", "SUB", how="call")), program("X"), file("asm/SUB.asm", None), program("SUB")
    )
    assert [made.by_id[one.target].path for one in made.edges] == ["cbl/SUB.cbl"]


def test_a_variable_named_like_a_program_is_a_candidate():
    made = graph(program("MAIN", link("call", "SUB", how="link", dynamic=True)), program("SUB"))
    (edge,), (loose,) = made.edges, made.loose
    assert not edge.certain
    assert (loose.reason, loose.target, loose.candidates) == ("dynamic", "SUB", (edge.target,))


def test_two_programs_of_one_name_are_both_kept_nearest_first():
    made = graph(
        program("MAIN", link("call", "SUB", how="call"), folder="b/cbl"),
        program("SUB", folder="a/cbl"),
        program("SUB", folder="b/cbl"),
    )
    assert [one.certain for one in made.edges] == [False, False]
    assert [made.by_id[one].path for one in made.loose[0].candidates] == ["b/cbl/SUB.cbl", "a/cbl/SUB.cbl"]
    assert reasons(made) == {("calls", "ambiguous"): 1}


def test_a_copybook_is_where_the_reader_found_it():
    books = [file(f"{folder}/BOOK.cpy", "cobol") for folder in ("a", "b")]
    main = program("MAIN", link("include", "BOOK", how="copy"), folder="a", depends=(("BOOK", "b/BOOK.cpy"),))
    assert [made.target for made in graph(main, *books).edges] == ["copybook:b/BOOK.cpy"]


INCLUDES = {
    "copy": (link("include", "BOOK", how="copy"), file("copy/BOOK.cpy", "cobol"), "copybook BOOK"),
    "sql include": (link("include", "BOOK", how="sql"), file("dcl/book.dcl", "cobol"), "copybook BOOK"),
    "made from a map": (
        link("include", "SCREEN", how="copy"),
        file("bms/s.bms", "bms", unit("mapset", "SCREEN")),
        "mapset SCREEN",
    ),
}


@pytest.mark.parametrize(("one", "other", "name"), INCLUDES.values(), ids=INCLUDES)
def test_an_include_leads_to_the_member(one, other, name):
    made = graph(program("MAIN", one), other)
    assert reasons(made) == {("includes", "resolved"): 1}
    assert name in kinds(made)


def test_a_copybook_that_is_not_here_is_missing_and_one_of_cics_is_not():
    made = graph(program("MAIN", link("include", "BOOK", how="copy"), link("include", "DFHAID", how="copy")))
    assert "copybook BOOK" in kinds(made)
    assert "external DFHAID" in kinds(made)


def test_perform_leads_to_the_paragraph_of_its_own_program():
    paragraphs = [unit("paragraph", "A", 2, 3), unit("paragraph", "B", 4, 5)]
    made = graph(*(program(name, link("call", "B", 2, "A", how="perform"), more=paragraphs) for name in ("P", "Q")))
    assert edges(made) == [("P.A", "performs", "P.B"), ("Q.A", "performs", "Q.B")]


@pytest.mark.parametrize("nested", [False, True], ids=["direct", "nested copy"])
def test_perform_leads_into_a_copybook(nested):
    inner = file("copy/INNER.cpy", "cobol", unit("paragraph", "CHECK"))
    outer = file("copy/OUTER.cpy", "cobol", link("include", "INNER", how="copy"))
    copied = "OUTER" if nested else "INNER"
    made = graph(program("P", link("include", copied, how="copy"), link("call", "CHECK", how="perform")), inner, outer)
    assert ("P", "performs", "CHECK") in edges(made)


def test_a_paragraph_that_no_text_shows_is_not_called_missing():
    assert reasons(graph(program("P", link("call", "GONE", how="perform")))) == {("performs", "untyped"): 1}


JOB = [unit("job", "NIGHT"), *step("S1", 2, (("call", "MAIN"), {"how": "pgm"}))]


def test_a_job_runs_its_step_and_the_step_its_program():
    made = graph(file("jcl/NIGHT.jcl", "jcl", *JOB), program("MAIN"))
    assert edges(made) == [("NIGHT", "runs", "S1"), ("S1", "runs", "MAIN")]


STEPS = {
    "proc in the same member": (
        file("j/J.jcl", "jcl", unit("job", "J"), unit("proc", "P1", 2, 3), link("call", "P1", 9, how="proc")),
        "proc:j/J.jcl#J.P1",
    ),
    "a proc whose label is the name of another": (
        file("lib/P2.prc", "jcl", unit("proc", "P1", 1, 9), link("call", "P1", 9, how="proc")),
        "proc:lib/P1.prc#P1",
    ),
    "proc of a library": (file("j/J.jcl", "jcl", link("call", "P1", 9, how="proc")), "proc:lib/P1.prc#P1"),
    "the program of a terminal monitor": (
        file("j/J.jcl", "jcl", link("call", "MAIN", how="run", local="step")),
        "program:cbl/MAIN.cbl#MAIN",
    ),
}


@pytest.mark.parametrize(("job", "target"), STEPS.values(), ids=STEPS)
def test_a_step_runs(job, target):
    made = graph(job, program("MAIN"), file("lib/P1.prc", "jcl", unit("proc", "P1")))
    assert [(edge.kind, edge.target) for edge in made.edges] == [("runs", target)]


def test_a_member_without_proc_statement_is_the_proc_of_its_name():
    member = file("proclib/BACKUP.prc", "jcl", *step("S1", 1, (("call", "IDCAMS"), {"how": "pgm"})))
    made = graph(file("jcl/J.jcl", "jcl", unit("job", "J"), link("call", "BACKUP", unit="J", how="proc")), member)
    assert edges(made) == [("J", "runs", "BACKUP"), ("BACKUP", "runs", "S1"), ("S1", "runs", "IDCAMS")]


def test_the_name_of_a_member_counts_and_not_the_label_in_it():
    procs = [file(f"proclib/{name}.prc", "jcl", unit("proc", "P1")) for name in ("P1", "P2")]
    made = graph(file("jcl/J.jcl", "jcl", *(link("call", name, how="proc") for name in ("P1", "P2"))), *procs)
    assert [made.by_id[one.target].path for one in made.edges] == ["proclib/P1.prc", "proclib/P2.prc"]


def test_a_file_without_extension_is_no_copybook_unless_it_is_read_as_cobol():
    for language, name in (("cobol", "source"), (None, "missing")):
        made = graph(program("P", link("include", "BOOK", how="copy")), file("notes/BOOK", language))
        assert (name == "missing") == any(node.kind == "missing" for node in made.nodes)


def test_utilities_are_external_and_other_programs_missing():
    steps = [*step("S1", 1, (("call", "SORT"), {"how": "pgm"})), *step("S2", 4, (("call", "GONE"), {"how": "pgm"}))]
    made = graph(file("jcl/J.jcl", "jcl", *steps))
    assert {"external SORT", "program GONE"} <= set(kinds(made))


def test_a_jcllib_is_no_member():
    made = graph(
        file("jcl/J.jcl", "jcl", link("include", "PROD.PROCLIB", how="jcl"), link("include", "GONE", how="jcl"))
    )
    assert reasons(made) == {("includes", "missing"): 1}


MAPS = {"the map": ("SET1.MAP1", "SET1.MAP1"), "its mapset": ("SET1.OTHER", "SET1"), "missing": ("SET2.X", "SET2.X")}


@pytest.mark.parametrize(("target", "name"), MAPS.values(), ids=MAPS)
def test_a_program_uses_a_map(target, name):
    screens = file("bms/S.bms", "bms", unit("mapset", "SET1"), unit("map", "MAP1", 2, 3, parent="SET1"))
    made = graph(program("P", link("include", target, how="map")), screens)
    assert edges(made) == [("P", "uses-map", name)]


def test_a_transaction_runs_the_program_of_its_definition():
    csd = file("csd/A.csd", "csd", unit("transaction", "TX01"), link("call", "P", 2, "TX01", how="transaction"))
    made = graph(csd, program("P", link("call", "TX01", how="transid")))
    assert edges(made) == [("P", "starts-transaction", "TX01"), ("TX01", "runs", "P")]


def test_a_transaction_without_definition_is_a_name():
    made = graph(program("P", link("call", "TX01", how="start")))
    assert kinds(made) == ["program P", "transaction TX01"]
