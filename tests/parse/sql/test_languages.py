"""Which of the SQL languages a file is in."""

import pytest

from legacyctl.catalog import languages
from legacyctl.config import SourceConfig
from legacyctl.source import read_file

FILES = {
    "package": ("a.pks", "anything", "plsql"),
    "package in capitals": ("A.PKB", "anything", "plsql"),
    "procedure": ("a.prc", "create or replace procedure p is begin null; end;", "plsql"),
    "unit of PL/SQL": ("a.sql", "CREATE OR REPLACE TRIGGER t\nBEFORE INSERT ON k BEGIN NULL; END;\n/\n", "plsql"),
    "types of Oracle": ("a.sql", "create table t (a varchar2(10));", "plsql"),
    "script of SQL*Plus": ("a.sql", "set serveroutput on\nselect 1 from a;", "plsql"),
    "installation script": ("a.sql", "-- all\n@@deel/een.sql\n@twee.pks\n", "plsql"),
    "batches": ("a.sql", "SELECT 1\r\nGO\r\n", "tsql"),
    "procedure of T-SQL": ("a.sql", "CREATE PROCEDURE p @a int AS SELECT @a", "tsql"),
    "schema of SQL Server": ("a.sql", "ALTER TABLE [dbo].[t] ADD a int", "tsql"),
    "function of PostgreSQL": (
        "a.sql",
        "create or replace function f() returns int as $$ begin end $$ language plpgsql;",
        "sql",
    ),
    "load": ("a.sql", "insert into t (a) values (1);", "sql"),
    "definitions": ("a.ddl", "create table t (a int);", "sql"),
}


@pytest.mark.parametrize(("name", "text", "expected"), FILES.values(), ids=FILES)
def test_the_language_of_a_file(tmp_path, name, text, expected):
    (tmp_path / name).write_text(text, newline="")
    assert read_file(tmp_path, name, SourceConfig(), languages()).language == expected


def test_a_procedure_of_jcl_is_no_sql(tmp_path):
    (tmp_path / "a.prc").write_text("//STAP1 EXEC PGM=IEFBR14\n")
    assert read_file(tmp_path, "a.prc", SourceConfig(), languages()).language not in {"plsql", "tsql", "sql"}
