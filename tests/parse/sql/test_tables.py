"""The tables and procedures of one statement."""

import pytest
import sqlglot
from sqlglot import exp

from legacyctl.parse.sql.tables import calls, reading, tables

R, W, U = "read", "write", "update"

ONE_STATEMENT = {
    "list with aliases": ("select a from emp e, dept d where e.x = d.y", [("EMP", R), ("DEPT", R)]),
    "joins": ("SELECT 1 FROM A LEFT OUTER JOIN B ON A.X = B.X CROSS JOIN C", [("A", R), ("B", R), ("C", R)]),
    "comma behind a join": ("select 1 from a join b on a.x = b.x, c", [("A", R), ("B", R), ("C", R)]),
    "schema": ("SELECT A FROM S.EMP WHERE B = 1", [("S.EMP", R)]),
    "subquery in WHERE": ("select 1 from a where b in (select c from d)", [("A", R), ("D", R)]),
    "subquery as a table": ("select 1 from (select b from c) x, y", [("C", R), ("Y", R)]),
    "joins in brackets": ("select 1 from (a left join b on a.x = b.x), c", [("A", R), ("B", R), ("C", R)]),
    "union": ("select x from a union all select y from b order by z", [("A", R), ("B", R)]),
    "functions with FROM": ("select extract(year from d), trim(both 'x' from y) from t", [("T", R)]),
    "IS DISTINCT FROM": ("select a from t where x is distinct from y", [("T", R)]),
    "dual": ("select sysdate from dual", []),
    "a table function": ("select * from table(f(x)) t, unnest(y) u, g(1), h", [("H", R)]),
    "a common table expression": (
        "with q as (select * from emp), r (a) as (select * from q) select * from r, dept",
        [("EMP", R), ("DEPT", R)],
    ),
    "one that calls itself": (
        "with q as (select 1 from a union all select 1 from q) select * from q",
        [("A", R)],
    ),
    "insert": ("insert into t (a, b) values (1, 2)", [("T", W)]),
    "insert from a query": ("insert into t select a from u", [("T", W), ("U", R)]),
    "insert into the table it reads": ("insert into t select a from t", [("T", U)]),
    "insert into several": (
        "insert all into a values (1) into b (x) values (2) select * from c",
        [("A", W), ("B", W), ("C", R)],
    ),
    "update": ("update t set a = (select max(b) from u)", [("T", U), ("U", R)]),
    "delete": ("delete from a.t x where exists (select z from w)", [("A.T", W), ("W", R)]),
    "delete without FROM": ("delete t where x = 1", [("T", W)]),
    "merge": (
        """merge into t using (select * from s) x on (t.a = x.a) when matched then update set b = 1
           when not matched then insert (a) values (1)""",
        [("T", U), ("S", R)],
    ),
    "truncate": ("truncate table x", [("X", W)]),
    "lock": ("lock table a, b in exclusive mode", [("A", W), ("B", W)]),
    "cursor": ("DECLARE C1 CURSOR WITH HOLD FOR SELECT A FROM T1 WITH UR", [("T1", R)]),
    "cursor of a statement": ("DECLARE C1 CURSOR FOR S1", []),
    "declared table": ("DECLARE EMP TABLE (A CHAR(1))", [("EMP", "")]),
    "fetch": ("FETCH NEXT FROM C1 INTO :A", []),
    "prepare": ("PREPARE S1 FROM :TEXT", []),
    "rights": ("revoke select on a from b", []),
    "changed rows": ("select * from final table (insert into t values (1))", [("T", W)]),
    "lock of rows": ("SELECT A FROM T WHERE B = 1 FOR UPDATE OF A", [("T", R)]),
    "another database": ("select t.a from emp@remote.example t, z", [("EMP", R), ("Z", R)]),
    "a literal, a comment": ("select * from t -- from u\nwhere s like '%from x%' /* from v */", [("T", R)]),
    "quoted names": ('select * from "Mijn Tabel" m, `q`, [dbo].[r]', [("MIJN TABEL", R), ("Q", R), ("DBO.R", R)]),
    "a name that is a keyword elsewhere": ("insert into log select * from start", [("LOG", W), ("START", R)]),
    "replace as a function": ("select a from t where (replace(x.y, 'a', 'b') = 1)", [("T", R)]),
    "hierarchy": ("select a from t start with b = c connect by prior a = b", [("T", R)]),
    "nothing": ("", []),
    "no SQL": ("rechtmatig is wat mag", []),
}


@pytest.mark.parametrize(("text", "expected"), ONE_STATEMENT.values(), ids=ONE_STATEMENT)
def test_tables(text, expected):
    assert sorted(tables(text)) == sorted(expected)


HOST = {
    "COBOL": "SELECT A INTO :WS-FROM, :WS-B:WS-IND FROM T WHERE C = :REC.FIELD",
    "indicator": "SELECT A INTO :A INDICATOR :B FROM T",
    "JDBC": "SELECT A FROM T WHERE B = ? AND C = ?2",
    "Python": "SELECT A FROM T WHERE B = %s AND C = %(naam)s",
    "iBATIS": "SELECT A FROM T WHERE B = #naam# AND C = #{naam} AND D = ${naam}",
    "PL/SQL": "select a bulk collect into l_a from t where b = :new.c",
}


@pytest.mark.parametrize("text", HOST.values(), ids=HOST)
def test_host_variables_are_no_tables(text):
    assert tables(text) == [("T", R)]


T_SQL = {
    "alias that is updated": ("update a set x = 1 from tab a join u on u.i = a.i", [("TAB", U), ("U", R)]),
    "alias that is deleted": ("delete a from dbo.tab a where a.x = 1", [("DBO.TAB", U)]),
    "temporary tables, variables": ("insert into #x select * from @y, ##z, t", [("T", R)]),
    "select into": ("select a into nieuw from oud", [("NIEUW", W), ("OUD", R)]),
    "hints": ("select 1 from t with (nolock), u (nolock)", [("T", R), ("U", R)]),
    "three parts": ("select 1 from db..t, x.y.z", [("T", R), ("Y.Z", R)]),
    "apply": ("select 1 from t cross apply fn(t.a) z outer apply (select b from u) v", [("T", R), ("U", R)]),
    "hints for joins": ("select 1 from t option (merge join, hash join)", [("T", R)]),
    "top": ("update top (10) t set a = b", [("T", U)]),
    "output": ("delete from t output deleted.a into @x where b = 1", [("T", W)]),
    "trigger rows": ("insert into log (a) select a from inserted", [("LOG", W)]),
}


@pytest.mark.parametrize(("text", "expected"), T_SQL.values(), ids=T_SQL)
def test_tables_of_t_sql(text, expected):
    assert sorted(tables(text, "tsql")) == sorted(expected)


def test_sqlglot_is_asked_where_a_query_may_hide_a_table():
    assert reading("with q as (select 1 from a) select * from q").how == "sqlglot"
    assert reading("select 1 from a, (select b from c) d").how == "scan"


def test_a_name_hides_a_table_only_where_it_is_in_force():
    text = "with emp as (select 1 from emp) select * from emp"
    assert tables(text, "postgres") == [("EMP", R)]
    assert tables(text, "oracle") == []


def test_what_sqlglot_cannot_read_is_left_to_the_words():
    broken = "with q as (select 1 from a where ) select ( from q, b"
    assert reading(broken).how == "scan"
    assert {name for name, _ in tables(broken)} >= {"A"}


def test_deep_nesting_of_a_query_neither_fails_nor_hangs():
    deep = "with q as (select 1 from a) select * from q where x in " + "(select 1 from b where y in " * 900
    assert ("B", R) in tables(deep)


# Those of ONE_STATEMENT that sqlglot reads, and whose names hide no tables.
READ_BY_BOTH = (
    *("list with aliases", "joins", "comma behind a join", "schema", "subquery in WHERE", "subquery as a table"),
    *("joins in brackets", "union", "functions with FROM", "insert", "insert from a query", "update", "delete"),
    *("merge", "a literal, a comment", "hierarchy", "replace as a function"),
)


@pytest.mark.parametrize("name", READ_BY_BOTH)
def test_the_words_name_what_sqlglot_names(name):
    text, expected = ONE_STATEMENT[name]
    found = sqlglot.parse_one(text, read="oracle").find_all(exp.Table)
    assert {table.sql().upper().split(" ")[0] for table in found} == {table for table, _ in expected}


CALLS = {
    "CALL": ("CALL S.Betaal (:A, :B)", ["S.Betaal"]),
    "JDBC": ("{call pkg.betaal(?)}", ["pkg.betaal"]),
    "function of JDBC": ("{? = call tarief(?)}", ["tarief"]),
    "EXEC": ("exec dbo.[Boek Uit] @a = 1", ["dbo.Boek Uit"]),
    "EXEC with a result": ("EXEC @rc = dbo.Boek", ["dbo.Boek"]),
    "EXECUTE IMMEDIATE": ("EXECUTE IMMEDIATE :TEXT", []),
    "a variable": ("EXEC (@sql)", []),
    "no call": ("select a from b", []),
}


@pytest.mark.parametrize(("text", "expected"), CALLS.values(), ids=CALLS)
def test_calls(text, expected):
    assert calls(text) == expected
