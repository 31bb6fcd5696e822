import pytest

from legacyctl import catalog
from legacyctl.debt.fixtures import check
from legacyctl.errors import CatalogError

PRINTS = "(print_statement) @finding"


@pytest.fixture
def proof(tmp_path, rule):
    """Check a rule for print statements against fixtures by file name."""
    (tmp_path / "python").mkdir()

    def prove(rewrite=None, query=PRINTS, codemod="", **files):
        for name, text in files.items():
            (tmp_path / "python" / name.replace("__", ".")).write_text(text)
        made = rule(query=query)
        if codemod:
            object.__setattr__(made, "fix", catalog.Fix(codemod=codemod))
        return check(made, catalog.languages(), rewrite)

    return prove


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# ruleid: R1\nprint 1\n# ok: R1\nprint(1)\n", id="plain"),
        pytest.param("if 1:\n    #ruleid:R1\n    print 1\n", id="tight"),
        pytest.param("# ok: R2\n# ruleid: R1\n# ruleid: R3\nprint 1\n", id="stacked"),
        pytest.param("# ruleid: R1\r\nprint 1\r\n", id="crlf"),
    ],
)
def test_a_fixture_that_says_what_is_found_passes(proof, text):
    result = proof(R1__py=text)
    assert (result.passed, result.reason) == (True, "")


@pytest.mark.parametrize(
    ("text", "missing", "unexpected"),
    [
        pytest.param("# ruleid: R1\nx = 1\n", (2,), (), id="not-found"),
        pytest.param("# ruleid: R1\nprint 1\n# ok: R1\nprint 2\n", (), (4,), id="found-where-ok"),
        pytest.param("# ruleid: R1\nprint 1\nprint 2\n", (), (3,), id="not-announced"),
        pytest.param("# ruleid: R1\n\nprint 1\n", (2,), (3,), id="blank-line-between"),
    ],
)
def test_a_fixture_that_says_otherwise_fails(proof, text, missing, unexpected):
    result = proof(R1__py=text)
    assert (result.passed, result.missing, result.unexpected) == (False, missing, unexpected)
    assert f"line {(*missing, *unexpected)[0]}" in result.reason


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        pytest.param({}, "has 0 fixtures; wants one R1.py", id="none"),
        pytest.param({"R1__py": "", "R1__pyw": ""}, "has 2 fixtures", id="two"),
        pytest.param({"R1__java": "// ruleid: R1\n"}, "is not a file of Python", id="wrong-language"),
        pytest.param({"R1__py": "print 1\n"}, "has no line 'ruleid: R1'", id="no-ruleid"),
        pytest.param({"R1__py": "# ruleid: R2\nprint 1\n"}, "has no line 'ruleid: R1'", id="of-another-rule"),
        pytest.param({"R1__py": "# ruleid: R1\n# ok: R1\nprint 1\n"}, "both ruleid and ok", id="contradiction"),
        pytest.param({"R1__py": "# ruleid: R1\nprint 1\ndef (:\n"}, "line 3: does not parse", id="broken"),
    ],
)
def test_a_fixture_that_proves_nothing_fails(proof, files, problem):
    assert problem in proof(**files).reason


def test_a_rule_of_an_unknown_language_fails(rule):
    assert "no language 'klingon'" in check(rule(language="klingon", query=PRINTS), catalog.languages()).reason


@pytest.mark.parametrize("query", ["(no_such_node) @finding", "(print_statement", "(print_statement) @place"])
def test_a_wrong_query_is_a_catalog_error_that_names_the_rule(proof, query):
    with pytest.raises(CatalogError, match=r"R1\.toml"):
        proof(query=query, R1__py="# ruleid: R1\nprint 1\n")


BEFORE = "# ruleid: R1\nprint 1\n"
AFTER = "# ruleid: R1\nprint(1)\n"


def test_the_codemod_must_give_the_fixed_text(proof):
    given = []

    def rewrite(file, codemod):
        given.append((file.path, codemod))
        return AFTER.encode()

    assert proof(rewrite, codemod="mod", R1__py=BEFORE, R1__fixed__py=AFTER).passed
    assert given == [("R1.py", "mod")]


@pytest.mark.parametrize(
    ("codemod", "text", "problem"),
    [
        pytest.param("mod", AFTER + "x\n", "R1.fixed.py, line 3: mod gives another text", id="another-text"),
        pytest.param("", AFTER, "R1.fixed.py stands beside a rule without a codemod", id="no-codemod"),
    ],
)
def test_another_text_than_the_fixed_one_fails(proof, codemod, text, problem):
    result = proof(lambda _file, _codemod: AFTER.encode(), codemod=codemod, R1__py=BEFORE, R1__fixed__py=text)
    assert result.reason == problem


def test_without_a_fixed_text_the_codemod_is_not_asked(proof):
    assert proof(lambda _file, _codemod: pytest.fail("asked"), codemod="mod", R1__py=BEFORE).passed
