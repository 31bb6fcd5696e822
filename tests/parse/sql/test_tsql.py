"""Units, statements and links of T-SQL."""

import pytest

from legacyctl.facts import collect

from .reading import batch, facts, only, tables, texts, tree_of, units, unread

HEADS = {
    "procedure": ("CREATE PROC [dbo].[Boek] @a int = 1, @b varchar(10) OUTPUT AS SELECT @a", ["procedure Boek"]),
    "altered": ("CREATE OR ALTER PROCEDURE p (@a AS int) WITH EXECUTE AS OWNER AS BEGIN RETURN 1 END", ["procedure p"]),
    "function": ("CREATE FUNCTION dbo.f (@a int) RETURNS int AS BEGIN RETURN @a END", ["function f"]),
    "table function": ("CREATE FUNCTION f () RETURNS TABLE AS RETURN (SELECT a FROM b)", ["function f"]),
    "trigger": ("CREATE TRIGGER t ON dbo.k AFTER INSERT, UPDATE AS IF UPDATE(a) ROLLBACK", ["trigger t"]),
    "view": ("CREATE VIEW v AS SELECT a FROM b WITH CHECK OPTION", ["view v"]),
    "table": ("CREATE TABLE dbo.t (a int IDENTITY(1,1), b nvarchar(max))", ["table t"]),
    "temporary table": ("CREATE TABLE #t (a int)", []),
    "no unit": ("SELECT 1", []),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_heads(text, expected):
    tree = tree_of(text + "\nGO\n", "tsql")
    assert (units(tree), unread(tree)) == (expected, [])


def test_go_ends_a_unit():
    tree = tree_of(
        "SET NOCOUNT ON\nGO\nCREATE PROC a AS SELECT 1\nSELECT 2\nGO 5\nCREATE PROC b AS SELECT 3\ngo\nSELECT 4\n",
        "tsql",
    )
    assert [(unit.name, unit.span.first_line, unit.span.last_line) for unit in collect(tree).units] == [
        ("a", 3, 4),
        ("b", 6, 6),
    ]


def test_parameters():
    tree = tree_of("CREATE PROC p @a int, @b int = 2 OUTPUT AS SELECT @a, @b, @c\nGO", "tsql")
    assert texts(tree, "parameter") == ["@a", "@b"]
    assert only(tree).parameters == 2
    assert facts(tree, "unit.procedure")["out"] is True


# Without terminators the next statement must be told by its first word.
STATEMENTS = {
    "insert with its query": ("INSERT INTO t (a) SELECT b FROM c SELECT 1", 2),
    "insert with values": ("INSERT t (a) VALUES (1) SELECT 2", 2),
    "insert with a procedure": ("INSERT INTO t EXEC p SELECT 1", 2),
    "update": ("UPDATE t SET a = 1 SET @x = 2 UPDATE u SET b = 1", 2),
    "union": ("SELECT 1 UNION ALL SELECT 2 SELECT 3", 2),
    "with": (";WITH q AS (SELECT 1 a) INSERT INTO t SELECT a FROM q SELECT 1", 2),
    "merge": (
        "MERGE t USING u ON 1=1 WHEN MATCHED THEN UPDATE SET a=1 WHEN NOT MATCHED THEN INSERT (a) VALUES (1);",
        1,
    ),
    "case": ("SELECT CASE WHEN a = 1 THEN 2 ELSE 3 END FROM b DELETE c", 2),
    "page": ("SELECT a FROM b ORDER BY c OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY DELETE d", 2),
    "join hint": ("SELECT a FROM b INNER MERGE JOIN c ON 1=1 DELETE d", 2),
    "words in brackets": ("SELECT a FROM b WHERE c IN (SELECT d FROM e)", 1),
}


@pytest.mark.parametrize(("text", "expected"), STATEMENTS.values(), ids=STATEMENTS)
def test_where_statements_end(text, expected):
    tree = batch(text)
    assert (len(texts(tree, "query")), unread(tree)) == (expected, [])


UNDERSTOOD = {
    "transaction": "BEGIN TRAN SAVE TRAN a COMMIT TRANSACTION",
    "cursor": "DECLARE c CURSOR FAST_FORWARD FOR SELECT a FROM b OPEN c FETCH NEXT FROM c INTO @a CLOSE c DEALLOCATE c",
    "label": "GOTO fout\nfout:\nRETURN 1",
    "rights": "GRANT SELECT, INSERT ON t TO u DENY UPDATE ON t TO u",
    "alter": "ALTER TABLE t ALTER COLUMN a int ALTER TABLE t DROP CONSTRAINT b DROP TABLE IF EXISTS c",
    "alter a database": "ALTER DATABASE d SET RECOVERY SIMPLE",
    "loop": "WHILE @a < 3 BEGIN SET @a += 1 IF @a = 2 CONTINUE ELSE BREAK END",
    "names in brackets": "SELECT [begin], t.[end] FROM [select]",
    "error": "RAISERROR ('x', 16, 1) THROW 50000, 'x', 1",
}


@pytest.mark.parametrize("text", UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_statements_that_are_understood(text):
    assert unread(batch(text)) == []


LOST = {
    "a stray end": ("CREATE PROC p AS SELECT 1 END\nGO", ["END"]),
    "a stray else": ("CREATE PROC p AS ELSE SELECT 1\nGO", ["ELSE"]),
    "a begin that nothing closes": ("CREATE PROC p AS BEGIN SELECT 1\nGO", ["BEGIN"]),
    "no statement": ("SELECT 1; flauwe kul; SELECT 2", ["flauwe kul"]),
}


@pytest.mark.parametrize(("text", "expected"), LOST.values(), ids=LOST)
def test_what_is_not_understood_is_told(text, expected):
    assert unread(tree_of(text, "tsql")) == expected


CALLS = {
    "procedure": ("EXEC dbo.Boek @a = 1", ["dbo.Boek"]),
    "result": ("EXECUTE @rc = [dbo].[Boek] 1", ["dbo.Boek"]),
    "function": ("SET @a = dbo.f(1) + LEN(b)", ["dbo.f"]),
    "in a query": ("SELECT dbo.f(a) FROM b CROSS APPLY x.nodes('/a') y(z)", ["dbo.f"]),
    "table function": ("SELECT a FROM dbo.f(1)", ["dbo.f"]),
    "columns of an insert": ("INSERT dbo.t (a) VALUES (1) INSERT INTO dbo.u (b) VALUES (1)", []),
    "rights of another": ("EXECUTE AS USER = 'a' REVERT", []),
}


@pytest.mark.parametrize(("text", "expected"), CALLS.values(), ids=CALLS)
def test_calls(text, expected):
    assert texts(batch(text), "call") == expected


def test_a_batch_may_start_with_a_procedure_without_exec():
    assert texts(tree_of("sp_help 'x'\nGO\n", "tsql"), "call") == ["sp_help"]


DYNAMIC = {
    "text": ("EXEC (@sql)", "@sql", {"concatenated": False}),
    "concatenated": ("EXEC ('DROP TABLE ' + @t)", "", {"concatenated": True}),
    "with parameters": ("EXEC sys.sp_executesql @stmt = @sql, N'@a int', @a", "@sql", {"kind": "execute"}),
}


@pytest.mark.parametrize(("text", "name", "expected"), DYNAMIC.values(), ids=DYNAMIC)
def test_dynamic_sql(text, name, expected):
    tree = batch(text)
    assert facts(tree, "dynamic-sql").items() >= expected.items()
    assert [(link.target, link.dynamic) for link in collect(tree).links] == [(name, True)]


def test_a_procedure_in_a_variable_is_dynamic():
    (link,) = collect(batch("EXEC @naam 1")).links
    assert (link.target, link.dynamic) == ("@naam", True)


def test_dynamic_sql_of_a_literal_names_its_tables():
    assert tables(batch("EXEC sp_executesql N'DELETE FROM dbo.t WHERE a = @p', N'@p int', 1")) == [("DBO.T", "write")]


TABLES = {
    "trigger": (
        "CREATE TRIGGER t ON dbo.k FOR DELETE AS INSERT log (a) SELECT a FROM deleted",
        [("DBO.K", ""), ("LOG", "write")],
    ),
    "cursor": ("DECLARE c CURSOR FOR SELECT a FROM b", [("B", "read")]),
    "condition": ("IF EXISTS (SELECT 1 FROM a) DELETE b", [("B", "write")]),
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_tables(text, expected):
    assert tables(tree_of(text, "tsql")) == expected


HANDLERS = {
    "empty": ("BEGIN TRY SELECT 1 END TRY BEGIN CATCH END CATCH", {"empty": True}),
    "thrown": ("BEGIN TRY SELECT 1 END TRY BEGIN CATCH ROLLBACK; THROW END CATCH", {"empty": False, "raises": True}),
}


@pytest.mark.parametrize(("text", "expected"), HANDLERS.values(), ids=HANDLERS)
def test_handlers(text, expected):
    assert facts(batch(text), "handler").items() >= expected.items()


CYCLOMATIC = {
    "if, else if, else": ("IF @a = 1 SELECT 1 ELSE IF @a = 2 SELECT 2 ELSE SELECT 3", 3),
    "semicolon before else": ("IF @a = 1 SELECT 1; ELSE SELECT 2;", 2),
    "blocks": ("IF @a = 1 BEGIN SELECT 1 END ELSE BEGIN IF @b = 1 SELECT 2 END", 3),
    "and, or": ("IF @a = 1 AND (@b = 1 OR @c = 1) SELECT 1", 4),
    "while": ("WHILE @a < 1 AND @b < 1 SET @a = 1", 3),
    "case": ("SET @a = CASE WHEN @b = 1 THEN 1 WHEN @b = 2 THEN 2 ELSE 3 END", 3),
    "catch": ("BEGIN TRY SELECT 1 END TRY BEGIN CATCH SELECT 2 END CATCH", 2),
    "conditions of a query are not ours": ("SELECT 1 FROM a WHERE b = 1 AND c = 2", 1),
}


@pytest.mark.parametrize(("text", "expected"), CYCLOMATIC.values(), ids=CYCLOMATIC)
def test_cyclomatic_complexity(text, expected):
    assert only(batch(text)).cyclomatic == expected


COGNITIVE = {
    "if": ("IF @a = 1 SELECT 1", 1),
    "else if and else": ("IF @a = 1 SELECT 1 ELSE IF @a = 2 SELECT 2 ELSE SELECT 3", 3),
    "nested": ("IF @a = 1 WHILE @b = 1 BEGIN IF @c = 1 SELECT 1 END", 6),
    "one after the other": ("IF @a = 1 SELECT 1 IF @b = 1 SELECT 2", 2),
    "jump": ("IF @a = 1 GOTO x\nx:\nSELECT 1", 2),
}


@pytest.mark.parametrize(("text", "expected"), COGNITIVE.values(), ids=COGNITIVE)
def test_cognitive_complexity(text, expected):
    assert only(batch(text)).cognitive == expected
