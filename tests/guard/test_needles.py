import pytest

from legacyctl.guard.needles import Needles


def needles(*texts):
    made = Needles()
    for text in texts:
        made.add(text)
    return made


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"999990019", 0),
        (b"x999990019y", 1),
        (b"99999001", -1),
        (b"JAN@EXAMPLE.ORG", 0),
        (b"", -1),
        (b"999990999990019", 6),
    ],
)
def test_first(data, place):
    assert needles(b"999990019", b"999990100", b"jan@example.org").first(data) == place


def test_nothing_to_look_for():
    assert Needles().first(b"anything") == -1


def test_short_needles_are_refused():
    with pytest.raises(ValueError, match="six bytes"):
        needles(b"12345")
