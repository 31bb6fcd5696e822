"""Units, statements and links of PL/SQL."""

import pytest

from legacyctl.facts import collect

from .reading import block, facts, tables, texts, tree_of, units, unread

PACKAGE = """\
CREATE OR REPLACE PACKAGE BODY uitkering AUTHID DEFINER AS
  g_teller NUMBER := 0;
  CURSOR c_klant (p_nr NUMBER) IS SELECT naam FROM klant WHERE nummer = p_nr;
  PROCEDURE later (p_a IN OUT NOCOPY VARCHAR2);
  FUNCTION tel (p_a NUMBER, p_b VARCHAR2 DEFAULT 'a,b', p_c t_lijst := t_lijst(1, 2)) RETURN NUMBER DETERMINISTIC IS
    PROCEDURE binnen IS
    BEGIN
      NULL;
    END binnen;
  BEGIN
    binnen;
    RETURN CASE WHEN p_a > 1 THEN 1 ELSE 2 END;
  END tel;
  PROCEDURE later (p_a IN OUT NOCOPY VARCHAR2) AS LANGUAGE JAVA NAME 'nl.voorbeeld.X.y()';
BEGIN
  g_teller := tel(1, 'x');
END uitkering;
/
"""


def test_a_package_body_with_its_units():
    tree = tree_of(PACKAGE)
    assert units(tree) == [
        "body uitkering",
        "procedure later",
        "function tel",
        "procedure binnen",
        "procedure later",
    ]
    assert unread(tree) == []


def test_units_know_their_parent_and_parameters():
    found = {unit.name: unit for unit in collect(tree_of(PACKAGE)).units}
    assert (found["binnen"].parent, found["tel"].parent) == ("tel", "uitkering")
    assert (found["tel"].parameters, found["later"].parameters) == (3, 1)


def test_a_unit_spans_from_its_head_to_its_semicolon():
    tree = tree_of(PACKAGE)
    span = next(unit.span for unit in collect(tree).units if unit.name == "binnen")
    assert tree.file.data[span.start : span.end].split() == b"PROCEDURE binnen IS BEGIN NULL; END binnen;".split()


HEADS = {
    "package": (
        "CREATE PACKAGE p IS PROCEDURE a; FUNCTION b RETURN DATE; END p;",
        ["package p", "procedure a", "function b"],
    ),
    "type": (
        "CREATE TYPE t AS OBJECT (a NUMBER, b t_c(1), MEMBER FUNCTION f (x NUMBER) RETURN DATE, STATIC PROCEDURE g);",
        ["type t", "function f", "procedure g"],
    ),
    "type without content": ("CREATE OR REPLACE TYPE t;", ["type t"]),
    "collection": ("CREATE TYPE l AS TABLE OF VARCHAR2(10);", ["type l"]),
    "type body": (
        "CREATE TYPE BODY t IS CONSTRUCTOR FUNCTION t RETURN SELF AS RESULT IS BEGIN RETURN; END; END;",
        ["body t", "function t"],
    ),
    "overriding": (
        "CREATE TYPE BODY t AS OVERRIDING MEMBER PROCEDURE m IS BEGIN (SELF AS u).m(1); END; END;",
        ["body t", "procedure m"],
    ),
    "procedure with a schema": ('CREATE PROCEDURE hr."Boek" IS BEGIN NULL; END;', ["procedure Boek"]),
    "without CREATE": ("PROCEDURE p IS BEGIN NULL; END p;", ["procedure p"]),
    "trigger": (
        "CREATE TRIGGER t BEFORE INSERT OR UPDATE OF a ON klant FOR EACH ROW WHEN (new.a > 0) BEGIN :new.b := 1; END;",
        ["trigger t"],
    ),
    "compound trigger": (
        """CREATE TRIGGER t FOR UPDATE ON k COMPOUND TRIGGER g NUMBER;
           BEFORE STATEMENT IS BEGIN g := 1; END BEFORE STATEMENT;
           AFTER EACH ROW IS BEGIN g := 2; END AFTER EACH ROW; END t;""",
        ["trigger t"],
    ),
    "view": ("CREATE OR REPLACE FORCE VIEW v (a) AS SELECT b FROM c;", ["view v"]),
    "table": ("CREATE GLOBAL TEMPORARY TABLE t (a NUMBER(3), b CHAR(1));", ["table t"]),
    "anonymous block": ("DECLARE x NUMBER; BEGIN x := 1; END;", []),
    "substitution": ("CREATE PROCEDURE &eigenaar..p_&&versie IS BEGIN NULL; END;", ["procedure p_&&versie"]),
    "aggregate": ("CREATE FUNCTION f (x NUMBER) RETURN NUMBER PARALLEL_ENABLE AGGREGATE USING t;", ["function f"]),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_heads(text, expected):
    tree = tree_of(text + "\n/\n")
    assert (units(tree), unread(tree)) == (expected, [])


UNDERSTOOD = {
    "assignment": "a.b(1).c := d;",
    "bind variable": ":new.a := :old.b;",
    "case": "CASE a WHEN 1 THEN b; WHEN 2 THEN c; ELSE d; END CASE;",
    "loops": "<<l>> FOR i IN REVERSE 1..10 LOOP EXIT l WHEN i = 2; CONTINUE; END LOOP l; LOOP EXIT; END LOOP;",
    "while": "WHILE a LOOP NULL; END LOOP;",
    "block": "DECLARE e EXCEPTION; PRAGMA EXCEPTION_INIT(e, -1); BEGIN RAISE e; EXCEPTION WHEN e OR f THEN NULL; END;",
    "forall": "FORALL i IN 1..l.COUNT SAVE EXCEPTIONS INSERT INTO t (a) VALUES (l(i));",
    "cursor": "OPEN c(1); FETCH c BULK COLLECT INTO l LIMIT 10; CLOSE c;",
    "literals": "a := q'[it's; END; ]' || q'!x'y!' || N'z' || 'it''s';",
    "comments": "/* END; ' */ NULL; -- END '",
    "query": "SELECT a INTO b FROM c WHERE d = 'x;y';",
    "conditional compilation": "$IF $$debug $THEN a; $ELSIF b $THEN c; $ELSE d; $END",
    "words as names": "type := 1; l.exception := 2; open.x := 3;",
    "method of a result": "ut.expect(a).to_equal(b);",
    "pipe": "PIPE ROW (a); RETURN;",
}


@pytest.mark.parametrize("text", UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_statements_that_are_understood(text):
    tree = block(text)
    assert unread(tree) == []
    assert units(tree) == ["procedure p"]


LOST = {
    "no statement": ("a b c;", ["a b c;"]),
    "a stray end": ("END IF;", ["END IF;"]),
    "an IF that nothing closes": ("IF a THEN b;", ["IF"]),
    "a sign": ("a := 1; , 2;", [", 2;"]),
    "an IF without THEN": ("IF a; b;", ["IF a"]),
    "a branch without its IF": ("ELSIF a THEN b;", ["ELSIF"]),
}


@pytest.mark.parametrize(("text", "expected"), LOST.values(), ids=LOST)
def test_what_is_not_understood_is_told(text, expected):
    assert unread(block(text))[: len(expected)] == expected


def test_a_unit_that_lacks_an_end_does_not_swallow_the_next_one():
    tree = tree_of("CREATE PROCEDURE a IS BEGIN IF x THEN y;\n/\nCREATE PROCEDURE b IS BEGIN NULL; END;\n/\n")
    assert units(tree) == ["procedure a", "procedure b"]
    assert unread(tree) == ["CREATE", "IF"]


def test_the_name_behind_end_closes_its_unit():
    tree = tree_of(
        "CREATE PACKAGE BODY k IS PROCEDURE a IS BEGIN BEGIN x; END a; PROCEDURE b IS BEGIN y; END b; END k;"
    )
    assert units(tree) == ["body k", "procedure a", "procedure b"]


def test_of_branches_that_open_a_unit_each_only_the_first_is_read():
    two = "$IF a $THEN PROCEDURE p(x NUMBER) IS $ELSE PROCEDURE p IS $END BEGIN NULL; END p;"
    tree = tree_of(f"CREATE PACKAGE BODY k IS {two} END k;\n/\n")
    assert (units(tree), unread(tree)) == (["body k", "procedure p"], [])


def test_an_unclosed_string_is_unparsed_to_the_end():
    tree = block("a := 'x;")
    assert tree.unparsed[-1].end == len(tree.file.data)


CALLS = {
    "procedure": ("doe;", ["doe"]),
    "of a package": ("Pkg.Doe(1);", ["Pkg.Doe"]),
    "function in an expression": ("x := pkg.f(1) + NVL(y, TO_CHAR(z));", ["pkg.f"]),
    "an unknown name may be a collection": ("x := lijst(1);", []),
    "a method of a collection": ("DECLARE l t; BEGIN l.EXTEND(1); l.DELETE; x := l.EXISTS(1); END;", []),
    "in a query": ("SELECT pkg.f(a) INTO b FROM c WHERE d = e (+);", ["pkg.f"]),
    "columns of an insert": ("INSERT INTO s.t (a) VALUES (1);", []),
    "an operator that is no token": ("x := r.a - (b);", []),
    "remote": ("doe@elders(1);", ["doe"]),
    "itself": ("x := p(1);", ["p"]),
    "error": ("raise_application_error(-20001, 'x');", []),
}


@pytest.mark.parametrize(("text", "expected"), CALLS.values(), ids=CALLS)
def test_calls(text, expected):
    assert texts(block(text), "call") == expected


DYNAMIC = {
    "variable": ("EXECUTE IMMEDIATE l_sql USING a;", "l_sql", {"concatenated": False, "literal": False}),
    "concatenated": ("EXECUTE IMMEDIATE 'DROP TABLE ' || t;", "", {"concatenated": True}),
    "cursor": ("OPEN c FOR l_sql USING a;", "l_sql", {"kind": "open for"}),
}


@pytest.mark.parametrize(("text", "name", "expected"), DYNAMIC.values(), ids=DYNAMIC)
def test_dynamic_sql(text, name, expected):
    tree = block(text)
    assert facts(tree, "dynamic-sql").items() >= expected.items()
    assert [(link.target, link.dynamic, link.how) for link in collect(tree).links] == [(name, True, "sql")]


def test_dynamic_sql_of_a_literal_names_its_tables():
    tree = block(
        "EXECUTE IMMEDIATE q'[DELETE FROM klant WHERE naam = 'x']';", "EXECUTE IMMEDIATE 'UPDATE u SET a = ''b''';"
    )
    assert tables(tree) == [("KLANT", "write"), ("U", "update")]
    assert texts(tree, "call") == []


TABLES = {
    "cursor loop": (
        "FOR r IN (SELECT a FROM b WHERE c IN (SELECT d FROM e)) LOOP NULL; END LOOP;",
        [("B", "read"), ("E", "read")],
    ),
    "cursor": ("OPEN c FOR SELECT a FROM b;", [("B", "read")]),
    "forall": ("FORALL i IN 1..2 UPDATE t SET a = l(i);", [("T", "update")]),
    "lock": ("LOCK TABLE t IN EXCLUSIVE MODE;", [("T", "write")]),
    "with": ("WITH q AS (SELECT 1 FROM a) SELECT b INTO c FROM q;", [("A", "read")]),
}


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_tables_of_statements(text, expected):
    assert tables(block(text)) == expected


def test_a_link_knows_the_unit_that_refers():
    tree = tree_of(PACKAGE)
    assert {(link.target, link.unit) for link in collect(tree).links} == {
        ("KLANT", "uitkering"),
        ("binnen", "tel"),
        ("tel", "uitkering"),
    }


FACTS = {
    "others and null": ("BEGIN a; EXCEPTION WHEN OTHERS THEN NULL; END;", "handler", {"others": True, "empty": True}),
    "others, raised": (
        "BEGIN a; EXCEPTION WHEN OTHERS THEN b; RAISE; END;",
        "handler",
        {"empty": False, "raises": True},
    ),
    "one exception": ("BEGIN a; EXCEPTION WHEN NO_DATA_FOUND THEN NULL; END;", "handler", {"others": False}),
    "commit in a loop": ("LOOP COMMIT; EXIT; END LOOP;", "commit", {"loop": True}),
    "commit": ("COMMIT WORK;", "commit", {"loop": False}),
    "date": ("x := TO_DATE(f(a, b));", "to_date", {"format": False}),
    "date with its format": ("x := TO_DATE(a, 'YYYY');", "to_date", {"format": True}),
    "insert of a record": ("INSERT INTO t VALUES r;", "query", {"columns": True}),
    "insert without columns": ("INSERT INTO s.t VALUES (1);", "query", {"columns": False, "verb": "insert"}),
    "insert from a query": ("INSERT INTO t (a) SELECT b FROM c;", "query", {"columns": True, "star": False}),
    "all columns": ("SELECT k.* INTO r FROM k;", "query", {"star": True}),
    "count": ("SELECT COUNT(*) INTO r FROM k;", "query", {"star": False}),
    "outer join": ("SELECT 1 INTO r FROM a, b WHERE a.x = b.x(+);", "query", {"outer_plus": True}),
    "jump": ("<<x>> NULL; GOTO x;", "goto", {}),
    "sequence": ("x := 1; SELECT s.NEXTVAL INTO y FROM dual;", "sequence", {}),
    "another database": ("SELECT 1 INTO x FROM t@elders;", "dblink", {}),
}


@pytest.mark.parametrize(("text", "tag", "expected"), FACTS.values(), ids=FACTS)
def test_what_rules_ask(text, tag, expected):
    assert facts(block(text), tag).items() >= expected.items()


def test_a_savepoint_is_no_rollback():
    assert texts(block("SAVEPOINT a; ROLLBACK TO a;"), "rollback") == []


@pytest.mark.parametrize(
    ("parameters", "out"), [("a IN OUT NUMBER", True), ("a IN NUMBER", False), ("SELF IN OUT t", False)]
)
def test_out_parameters_of_a_function(parameters, out):
    tree = tree_of(f"CREATE FUNCTION f ({parameters}) RETURN NUMBER IS BEGIN RETURN 1; END;")
    assert facts(tree, "unit.function")["out"] is out


def test_a_wrapped_unit_is_a_problem():
    tree = tree_of("CREATE PACKAGE BODY geheim wrapped\na000000\n1\nabcd\nb\n/\n")
    assert units(tree) == ["body geheim"]
    assert "wrapped" in tree.problem
    assert tree.unparsed
    assert block("NULL;").problem == ""
