import pytest

from legacyctl.guard.zones import zones


@pytest.mark.parametrize(
    ("language", "code", "zone"),
    [
        ("python", "x = ?", "code"),
        ("python", "x = 'a' # ?", "comment"),
        ("python", "x = '# ?'", "string"),
        ("python", '"""\n?\n"""', "string"),
        ("python", "x = 'it\\'s ?'", "string"),
        ("java", "// ?", "comment"),
        ("java", "/* a\n ? */", "comment"),
        ("java", 'String u = "http://?";', "string"),
        ("java", "int x = ?; // a", "code"),
        ("cobol", "000100* ?", "comment"),
        ("cobol", "           MOVE '?' TO X.", "string"),
        ("cobol", "           MOVE ? TO X. *> a", "code"),
        ("sql", "SELECT 1 -- ?", "comment"),
    ],
)
def test_zone(language, code, zone):
    assert zones(code, language)(code.index("?")) == zone
