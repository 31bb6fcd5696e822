"""Tables and data sets: DD names tie a program's files to data sets, spellings of a table are one."""

import pytest

from .estate import edges, file, graph, link, program, step, unit


def dd(name, data, access="", **more):
    return ("file", data), {"how": "dd", "local": name, "access": access, **more}


def select(name, access="", **more):
    return link("file", name, 5, how="select", local="F", access=access, **more)


def job(*links):
    return file("jcl/J.jcl", "jcl", unit("job", "J"), *step("S1", 2, *links))


RUN = ("call", "MAIN"), {"how": "pgm"}
TIES = {
    "by DD name": ("IN", "", ("MAIN", "uses", "PROD.CLIENT")),
    "with what the program does": ("IN", "update", ("MAIN", "updates", "PROD.CLIENT")),
    "with device and organisation": ("UT-S-IN", "read", ("MAIN", "reads", "PROD.CLIENT")),
    "not with another DD": ("OUT", "write", ("MAIN", "writes", "MAIN/OUT")),
}


@pytest.mark.parametrize(("name", "access", "edge"), TIES.values(), ids=TIES)
def test_a_file_of_a_program_is_the_data_set_of_the_step(name, access, edge):
    made = graph(job(RUN, dd("IN", "PROD.CLIENT")), program("MAIN", select(name, access)))
    assert [one for one in edges(made) if one[0] == "MAIN"] == [edge]


def test_the_disposition_tells_where_the_program_does_not():
    made = graph(job(RUN, dd("IN", "PROD.CLIENT", "read")), program("MAIN", select("IN")))
    assert ("MAIN", "reads", "PROD.CLIENT") in edges(made)
    assert ("S1", "reads", "PROD.CLIENT") in edges(made)


def test_a_called_program_has_the_data_sets_of_the_step_too():
    called = program("SUB", select("IN", "read"), link("call", "MAIN", how="call"))
    made = graph(job(RUN, dd("IN", "PROD.CLIENT")), program("MAIN", link("call", "SUB", how="call")), called)
    assert ("SUB", "reads", "PROD.CLIENT") in edges(made)


def test_an_override_reaches_the_step_of_the_proc():
    proc = file("proclib/P.prc", "jcl", unit("proc", "P"), *step("S9", 2, RUN))
    call = file(
        "jcl/J.jcl", "jcl", unit("job", "J"), *step("A", 2, (("call", "P"), {"how": "proc"}), dd("S9.IN", "X.Y"))
    )
    assert ("MAIN", "reads", "X.Y") in edges(graph(proc, call, program("MAIN", select("IN", "read"))))


NAMES = {
    "generation": ("PROD.BETAAL(+1)", "PROD.BETAAL"),
    "relative generation zero": ("PROD.BETAAL(0)", "PROD.BETAAL"),
    "member": ("PROD.CNTL(SORTCLNR)", "PROD.CNTL(SORTCLNR)"),
    "symbolic parameter": ("PROD.BETAAL.P&PER", "PROD.BETAAL.P&PER"),
}


@pytest.mark.parametrize(("written", "name"), NAMES.values(), ids=NAMES)
def test_names_of_data_sets(written, name):
    made = graph(job(dd("X", written, "read", dynamic="&" in written)))
    assert ("S1", "reads", name) in edges(made)


def test_a_temporary_data_set_belongs_to_its_member():
    made = graph(job(dd("X", "&&T")), file("jcl/K.jcl", "jcl", *step("S1", 2, dd("X", "&&T"))))
    assert [node.id for node in made.nodes if node.kind == "data set"] == [
        "data set:&&T@jcl/J.jcl",
        "data set:&&T@jcl/K.jcl",
    ]


def test_the_same_file_name_in_two_programs_is_not_the_same_file():
    made = graph(program("A", select("IN")), program("B", select("IN")))
    assert edges(made) == [("A", "uses", "A/IN"), ("B", "uses", "B/IN")]


OPENED = {
    "a literal path": ("cobol", link("file", "data/in.dat", how="select")),
    "CICS": ("cobol", link("file", "CLNT", how="cics", access="read")),
    "opened in C": ("c", link("file", "in.dat", how="open")),
}


@pytest.mark.parametrize(("language", "one"), OPENED.values(), ids=OPENED)
def test_a_file_that_is_named_itself(language, one):
    made = graph(file("x/X.x", language, unit("program", "X"), one))
    assert [edge[2] for edge in edges(made)] == [one.target]


def test_a_file_in_a_variable_stays_loose():
    made = graph(program("A", link("file", "WS-FILE", how="cics", dynamic=True)))
    assert made.edges == ()
    assert [(one.kind, one.target) for one in made.loose] == [("uses", "WS-FILE")]


TABLES = {
    "schema and none": (["CLIENT", "SOC.CLIENT"], ["SOC.CLIENT"]),
    "two schemas": (["CLIENT", "SOC.CLIENT", "FIN.CLIENT"], ["CLIENT", "FIN.CLIENT", "SOC.CLIENT"]),
    "quoted": (['"Client"', "[client]"], ["CLIENT"]),
}


@pytest.mark.parametrize(("written", "names"), TABLES.values(), ids=TABLES)
def test_spellings_of_a_table(written, names):
    made = graph(*(program(f"P{n}", link("table", name, how="sql")) for n, name in enumerate(written)))
    assert sorted(node.name for node in made.nodes if node.kind == "table") == names


def test_a_table_or_view_that_a_script_makes_is_the_one_that_is_read():
    script = file("sql/s.sql", "plsql", unit("table", "client", 1, 3), unit("view", "v_client", 4, 9))
    reads = [link("table", name, how="sql", access="read") for name in ("SOC.CLIENT", "V_CLIENT")]
    made = graph(script, program("A", *reads))
    assert [(edge.kind, edge.target) for edge in made.edges] == [("reads", "table:CLIENT"), ("reads", "view:V_CLIENT")]
