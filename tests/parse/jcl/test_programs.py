import pytest

from legacyctl.parse.jcl.programs import run_by_parameter, run_by_tso

COMMANDS = {
    "RUN of Db2": ("DSN SYSTEM(DB2P)\n RUN PROGRAM(BYS010) PLAN(BYSPLAN)\n END", ["BYS010"]),
    "short form": ("RUN PROG( BYS010 )", ["BYS010"]),
    "over lines": (" RUN  -\n  PROGRAM(BYS010) +\n  PLAN(P)", ["BYS010"]),
    "sequence numbers": (f"{' RUN -':72}00000100\n{' PROGRAM(BYS010)':72}00000200", ["BYS010"]),
    "two": ("RUN PROGRAM(A)\nRUN PROGRAM(B)", ["A", "B"]),
    "CALL of a member": ("CALL 'GEM.LOAD(BYS020)' 'PARM'", ["BYS020"]),
    "CALL without quotes": ("CALL *(BYS020)", ["BYS020"]),
    "REXX": ("EXEC 'GEM.EXEC(BYSREXX)' 'A B'", ["BYSREXX"]),
    "ISPF": ("ISPSTART PGM(BYS030) NEWAPPL(X)", ["BYS030"]),
    "ISPF with a command": ("ISPSTART CMD(%BYSREXX A)", ["BYSREXX"]),
    "lower case": ("run program(bys010)", ["bys010"]),
    "other commands": ("BIND PACKAGE(A) MEMBER(B)\nDELETE 'X(Y)'", []),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "programs"), COMMANDS.values(), ids=COMMANDS)
def test_commands_of_tso_run_programs(text, programs):
    assert list(run_by_tso(text)) == programs


PARAMETERS = {
    "batch of IMS": ("DFSRRC00", "'DLI,BYS040,BYSPSB,,,,N'", ["BYS040"]),
    "in brackets": ("DFSRRC00", "(BMP,BYS040,BYSPSB)", ["BYS040"]),
    "in brackets and quotes": ("DFSRRC00", "(BMP,'BYS040')", ["BYS040"]),
    "an online region names no program": ("DFSRRC00", "'MSG,001000000000'", []),
    "a region alone": ("DFSRRC00", "'DLI'", []),
    "another program": ("BYS010", "'DLI,BYS040'", []),
    "command of TSO": ("IKJEFT1B", "'CALL ''GEM.LOAD(BYS020)'''", ["BYS020"]),
    "no parameter": ("IKJEFT01", "", []),
}


@pytest.mark.parametrize(("program", "parm", "programs"), PARAMETERS.values(), ids=PARAMETERS)
def test_a_parameter_names_the_program_that_is_run(program, parm, programs):
    assert list(run_by_parameter(program, parm)) == programs
