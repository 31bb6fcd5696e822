import pytest

from legacyctl.debt import norms
from legacyctl.debt.norms import read
from legacyctl.errors import CatalogError


@pytest.mark.parametrize(
    ("language", "minutes"), [("cobol", 6.0), ("java", 12.0), ("python", 16.0), ("plsql", 17.0), ("rpg", 12.0)]
)
def test_a_line_costs_what_the_norm_says(language, minutes):
    assert norms().build(language) == minutes


def test_the_norms_say_where_they_come_from():
    assert "2007" in norms().source
    assert norms().date


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param('source = "s"\ndate = "d"\n[minutes]\njava = 12\n', "minutes.other: is missing", id="no-other"),
        pytest.param('date = "d"\n[minutes]\nother = 12\n', "source: is missing", id="no-source"),
        pytest.param('source = "s"\ndate = "d"\n[minutes]\nother = "x"\n', "must be int or float", id="no-number"),
        pytest.param('source = "s"\ndate = "d"\n[minutes]\nother = 1\njava = 0\n', "larger than 0", id="zero"),
        pytest.param('source = "s"\ndate = "d"\nx = 1\n[minutes]\nother = 1\n', "x: is not a known key", id="unknown"),
    ],
)
def test_a_wrong_norm_is_reported(tmp_path, text, problem):
    path = tmp_path / "build-cost.toml"
    path.write_text(text)
    with pytest.raises(CatalogError, match=problem):
        read(path)
