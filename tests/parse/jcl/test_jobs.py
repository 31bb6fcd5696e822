import pytest
from tests.parse.jcl.reading import JOB, facts_of, links, pieces, targets, tree_of, units, unread

UNITS = {
    "steps of a job": (
        "//J JOB 1\n//A EXEC PGM=X\n//D DD D=1\n//* behind it\n//B EXEC PGM=Y\n//I DD *\n x\n/*\n//\n",
        ["-/job J 1-8", "J/step A 2-3", "J/step B 5-8"],
    ),
    "two jobs": (
        "//J JOB 1\n//A EXEC PGM=X\n//*\n//K JOB 1\n//A EXEC PGM=X\n",
        ["-/job J 1-2", "J/step A 2-2", "-/job K 4-5", "K/step A 5-5"],
    ),
    "steps without a name": (
        "//J JOB 1\n// EXEC PGM=X\n// EXEC PGM=Y\n",
        ["-/job J 1-3", "J/step EXEC1 2-2", "J/step EXEC2 3-3"],
    ),
    "procedure in the job": (
        "//J JOB 1\n//P PROC\n//A EXEC PGM=X\n// PEND\n//B EXEC P\n",
        ["-/job J 1-5", "J/proc P 2-4", "P/step A 3-3", "J/step B 5-5"],
    ),
    "catalogued procedure": ("//P PROC H=1\n//A EXEC PGM=X\n//D DD D=1\n", ["-/proc P 1-3", "P/step A 2-3"]),
    "catalogued procedure without a name": ("// PROC\n//A EXEC PGM=X\n", ["-/proc BYSPROC 1-2", "BYSPROC/step A 2-2"]),
    "steps to include": ("//A EXEC PGM=X\n//D DD D=1\n", ["-/step A 1-2"]),
    "a condition ends a step": (
        "//J JOB 1\n//A EXEC PGM=X\n// IF A.RC=0 THEN\n// ENDIF\n",
        ["-/job J 1-4", "J/step A 2-2"],
    ),
    "a procedure that nothing ends": (
        "//J JOB 1\n//P PROC\n//A EXEC PGM=X\n//K JOB 1\n",
        ["-/job J 1-3", "J/proc P 2-3", "P/step A 3-3", "-/job K 4-4"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNITS.values(), ids=UNITS)
def test_jobs_procedures_and_steps_are_units(text, expected):
    assert units(text) == expected


CALLS = {
    "program": ("//A EXEC PGM=BYS010", ("A", "pgm", "BYS010", "", "")),
    "procedure": ("//A EXEC PROC=BYSPROC", ("A", "proc", "BYSPROC", "", "")),
    "procedure without a keyword": ("//A EXEC BYSPROC,H=1", ("A", "proc", "BYSPROC", "", "")),
    "program from a data set of the job": ("//A EXEC PGM=*.S.D", ("A", "pgm", "*.S.D", "", "", "dynamic")),
    "program in a symbol without a value": ("//A EXEC PGM=&P", ("A", "pgm", "&P", "", "", "dynamic")),
    "member to include": ("// INCLUDE MEMBER=BYSINC", ("BYSMAAND", "jcl", "BYSINC", "", "")),
    "library": ("// JCLLIB ORDER=GEM.PROCLIB", ("BYSMAAND", "jcl", "GEM.PROCLIB", "", "")),
}


@pytest.mark.parametrize(("line", "expected"), CALLS.values(), ids=CALLS)
def test_what_is_run_or_included_is_a_link(line, expected):
    assert links(JOB + line + "\n") == [expected]


def test_every_library_is_a_link():
    assert targets(JOB + "// JCLLIB ORDER=(GEM.A,'GEM.B',GEM.C)\n") == ["GEM.A", "GEM.B", "GEM.C"]


@pytest.mark.parametrize("line", ["//A EXEC", "//A EXEC PGM=", "// INCLUDE", "// JCLLIB", "//D DD DSN="])
def test_a_statement_that_names_nothing_is_no_link(line):
    assert links(JOB + line + "\n") == []


FILES = {
    "read": ("//D DD DSN=GEM.STAM,DISP=SHR", ("D", "GEM.STAM", "read")),
    "old": ("//D DD DSNAME=GEM.STAM,DISP=(OLD,DELETE)", ("D", "GEM.STAM", "read")),
    "new": ("//D DD DSN=GEM.STAM,DISP=(NEW,CATLG)", ("D", "GEM.STAM", "write")),
    "new by default": ("//D DD DSN=GEM.STAM,DISP=(,CATLG)", ("D", "GEM.STAM", "write")),
    "appended": ("//D DD DSN=GEM.STAM,DISP=MOD", ("D", "GEM.STAM", "write")),
    "not said": ("//D DD DSN=GEM.STAM", ("D", "GEM.STAM", "")),
    "another word": ("//D DD DSN=GEM.STAM,DISP=(&D)", ("D", "GEM.STAM", "")),
    "member": ("//D DD DSN=GEM.LIB(LID),DISP=SHR", ("D", "GEM.LIB(LID)", "read")),
    "generation": ("//D DD DSN=GEM.STAM(+1),DISP=(,CATLG)", ("D", "GEM.STAM(+1)", "write")),
    "temporary": ("//D DD DSN=&&TEMP,DISP=(,PASS)", ("D", "&&TEMP", "write")),
    "quotes": ("//D DD DSN='GEM.STAM',DISP=SHR", ("D", "GEM.STAM", "read")),
    "path": ("//D DD PATH='/u/bys/in.txt'", ("D", "/u/bys/in.txt", "")),
    "override": ("//S1.D DD DSN=GEM.STAM,DISP=SHR", ("S1.D", "GEM.STAM", "read")),
    "as the installer fills in": ("//D DD DSN=<HLQ>.STAM,DISP=SHR", ("D", "<HLQ>.STAM", "read")),
    "over lines": ("//D DD DISP=SHR,\n//  DSN=GEM.STAM", ("D", "GEM.STAM", "read")),
}


@pytest.mark.parametrize(("line", "expected"), FILES.values(), ids=FILES)
def test_data_sets_are_links_with_their_dd_name(line, expected):
    local, target, access = expected
    assert links(f"{JOB}//S EXEC PGM=X\n{line}\n", "file") == [("S", "dd", target, local, access)]


@pytest.mark.parametrize("dd", ["DUMMY", "SYSOUT=*", "*", "DSN=NULLFILE,DISP=SHR", "DDNAME=IN", "DUMMY,DCB=(LRECL=80)"])
def test_a_dd_without_a_data_set_is_no_link(dd):
    assert links(f"{JOB}//S EXEC PGM=X\n//D DD {dd}\n", "file") == []


def test_a_concatenation_has_the_name_of_its_first():
    text = JOB + "//S EXEC PGM=X\n//IN DD DSN=A,DISP=SHR\n// DD DSN=B,DISP=SHR\n// DD DSN=C,DISP=SHR\n//UIT DD DSN=D\n"
    assert [(f[2], f[3]) for f in links(text, "file")] == [("A", "IN"), ("B", "IN"), ("C", "IN"), ("D", "UIT")]


def test_a_job_library_belongs_to_the_job():
    assert links(JOB + "//JOBLIB DD DSN=GEM.LOAD,DISP=SHR\n") == [("BYSMAAND", "dd", "GEM.LOAD", "JOBLIB", "read")]


BACK = {
    "to another step": ("*.A.UIT", "GEM.X"),
    "to the same step": ("*.EERST", "GEM.Y"),
    "to nothing that is known": ("*.C.UIT", "*.C.UIT?"),
}


@pytest.mark.parametrize(("written", "target"), BACK.values(), ids=BACK)
def test_a_reference_back_leads_to_its_data_set(written, target):
    text = JOB + "//A EXEC PGM=P\n//UIT DD DSN=GEM.X\n//B EXEC PGM=Q\n//EERST DD DSN=GEM.Y\n"
    assert targets(f"{text}//IN DD DSN={written},DISP=SHR\n")[-1] == target


SYMBOLS = {
    "SET": ("// SET H=GEM\n//S EXEC PGM=X\n//D DD DSN=&H..STAM", ["X", "GEM.STAM"]),
    "the last SET": ("// SET H=A,P=BYS010\n// SET H=B\n//S EXEC PGM=&P\n//D DD DSN=&H", ["BYS010", "B"]),
    "SET of SET": ("// SET H=GEM\n// SET D=&H..PROD\n//S EXEC PGM=X\n//D DD DSN=&D..STAM", ["X", "GEM.PROD.STAM"]),
    "SET of something unknown": ("// SET H=&SYSUID..A\n//S EXEC PGM=X\n//D DD DSN=&H", ["X", "&H?"]),
    "in quotes": ("// SET H='GEM.X'\n//S EXEC PGM=X\n//D DD DSN=&H", ["X", "GEM.X"]),
    "of the system": ("//S EXEC PGM=X\n//D DD DSN=&SYSUID..A", ["X", "&SYSUID..A?"]),
    "default of a procedure": (
        "//P PROC H=GEM,L=\n//S EXEC PGM=X\n//D DD DSN=&H..A\n//E DD DSN=&L..A",
        ["X", "GEM.A", "&L..A?"],
    ),
    "a default goes before SET": ("// SET H=A\n//P PROC H=B\n//S EXEC PGM=&H\n// PEND\n//T EXEC PGM=&H", ["B", "A"]),
}


@pytest.mark.parametrize(("text", "expected"), SYMBOLS.values(), ids=SYMBOLS)
def test_symbols_are_resolved_where_that_can_be_told(text, expected):
    assert targets(f"{JOB}{text}\n") == expected


def test_a_call_of_a_procedure_in_the_job_shows_what_its_symbols_lead_to():
    text = (
        "// SET H=GEM\n//P PROC M=,N=B\n//S EXEC PGM=&M\n//D DD DSN=&H..&N,DISP=SHR\n//E DD DSN=&H..VAST\n// PEND\n"
        "//T EXEC P,M=BYS010,TIME=5\n//U EXEC P,M=BYS020,N=C\n"
    )
    called = [link for link in links(JOB + text) if link[0] in "TU"]
    assert called == [
        *(("T", "proc", "P", "", ""), ("T", "pgm", "BYS010", "", "")),
        *(("U", "proc", "P", "", ""), ("U", "pgm", "BYS020", "", ""), ("U", "dd", "GEM.C", "D", "read")),
    ]


RUN = {
    "under TSO": "//S EXEC PGM=IKJEFT01\n//SYSTSIN DD *\n DSN SYSTEM(D)\n RUN PROGRAM(BYS010) PLAN(P)\n/*",
    "under TSO in a procedure": "//S EXEC BYSTSO\n//A.SYSTSIN DD *\n RUN PROGRAM(BYS010)\n/*",
    "under TSO from its parameter": "//S EXEC PGM=IKJEFT1B,PARM='CALL ''L(BYS010)'''",
    "under IMS": "//S EXEC PGM=DFSRRC00,\n// PARM='BMP,BYS010,PSB'",
}


@pytest.mark.parametrize("text", RUN.values(), ids=RUN)
def test_a_program_that_is_run_by_another_is_a_link_of_the_step(text):
    assert links(f"{JOB}{text}\n")[-1] == ("S", "run", "BYS010", "S", "")


@pytest.mark.parametrize("name", ["SYSIN", "SYSTSPRT"])
def test_other_data_runs_nothing(name):
    assert targets(f"{JOB}//S EXEC PGM=IKJEFT01\n//{name} DD *\n RUN PROGRAM(BYS010)\n/*\n") == ["IKJEFT01"]


def measured(text):
    return {u.name: (u.cyclomatic, u.cognitive, u.nesting) for u in facts_of(text).units}


COMPLEXITY = {
    "no condition": ("//A EXEC PGM=X\n", (1, 0, 0)),
    "COND": ("//A EXEC PGM=X,COND=(4,LT)\n", (2, 1, 1)),
    "COND with three tests": ("//A EXEC PGM=X,COND=((4,LT,B),(8,EQ),EVEN)\n", (4, 2, 1)),
    "COND for two steps of a procedure": ("//A EXEC P,COND.S1=(4,LT),COND.S2=EVEN\n", (3, 1, 1)),
    "IF": ("// IF A.RC=0 THEN\n//A EXEC PGM=X\n// ENDIF\n", (2, 1, 1)),
    "IF with and": ("// IF (A.RC=0 & B.RC=0 AND C.RC=0) THEN\n//A EXEC PGM=X\n// ENDIF\n", (4, 2, 1)),
    "ELSE": ("// IF A.RC=0 THEN\n//A EXEC PGM=X\n// ELSE\n//B EXEC PGM=Y\n// ENDIF\n", (2, 2, 1)),
    "IF in IF": ("// IF A.RC=0 THEN\n// IF B.RC=0 THEN\n//A EXEC PGM=X\n// ENDIF\n// ENDIF\n", (3, 3, 2)),
    "COND in IF": ("// IF A.RC=0 THEN\n//A EXEC PGM=X,COND=EVEN\n// ENDIF\n", (3, 3, 2)),
    "IF without ENDIF": ("// IF A.RC=0 THEN\n//A EXEC PGM=X\n", (2, 1, 1)),
    "ENDIF without IF": ("// ENDIF\n//A EXEC PGM=X\n", (1, 0, 0)),
}


@pytest.mark.parametrize(("text", "expected"), COMPLEXITY.values(), ids=COMPLEXITY)
def test_conditions_are_the_complexity_of_the_job(text, expected):
    found = measured(JOB + text)
    assert found["BYSMAAND"] == expected
    assert found["A"] == (1, 0, 0)


def test_a_condition_of_the_job_counts_for_the_job():
    assert measured("//J JOB 1,COND=((8,LT),(4,EQ))\n//A EXEC PGM=X\n")["J"] == (3, 2, 1)


def test_comments_and_strings_stand_where_they_stand():
    text = "//J JOB 1,'É, N',CLASS=A  één\n//* twee\n//A EXEC PGM=X,PARM='a''b'\n"
    assert pieces(tree_of(text), "comment", "string") == ["'É, N'", "één", "//* twee", "'a''b'"]


# Letters with a byte that is white space, or a letter of another kind, when it stands alone.
LETTERS = ["à", "Å", "ÿ", "µ", "ß"]


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "cp037"])
@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_is_taken_for_a_blank(letter, codec):
    head = f"//J JOB 1 {letter}{letter}\n//* {letter}\n//P{letter} PROC {letter}=1\n"
    text = f"{head}//A EXEC PGM=X\n//D DD PATH=/u/{letter}.x,D=1\n"
    tree = tree_of(text, codec)
    assert pieces(tree, "comment") == [letter * 2, f"//* {letter}"]
    assert [m.text for m in tree.marks() if m.tag in ("file", "unit.proc")] == [f"P{letter}", f"/u/{letter}.x"]
    assert list(tree.unparsed) == []


def test_names_are_in_the_letters_of_the_file():
    assert targets(JOB + "//A EXEC PGM=X\n//D DD DSN='/u/één'\n") == ["X", "/u/één"]


def test_what_is_not_understood_is_counted_and_the_rest_is_read():
    tree = tree_of("\ufeffrubbish\n//J JOB 1\n//A FROB\n//B EXEC PGM=X\nmore\nrubbish\n")
    assert unread(tree) == ["rubbish", "//A FROB", "more", "rubbish"]
    assert [m.text for m in tree.marks() if m.tag.startswith("unit.")] == ["J", "B"]


@pytest.mark.parametrize(
    "text", ["", "\n", "//", "/*", "//*", "\x1a", "//A DD *", "//A JOB\r//B EXEC PGM=X", "//A IF (", "//A DD A='"]
)
def test_a_strange_file_gives_a_tree(text):
    tree = tree_of(text)
    assert list(tree.unparsed) == [] or text == ""
    assert all(0 <= m.span.start <= m.span.end <= len(text) for m in tree.marks())
