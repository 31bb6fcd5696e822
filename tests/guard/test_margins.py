import pytest

from legacyctl.guard.margins import blanked, put_back

FIXED = (
    "000100 PARA-1.                                                          JANSEN01\n"
    "000200*    GEWIJZIGD                                                     PJ2019\n"
    "CHG042     MOVE 1 TO X.                                                 JANSEN01\n"
    "000400     MOVE 2 TO Y.\n"
    "\n"
    "000500     MOVE 3 TO Z.\n"
    "000600     MOVE 4 TO Z.\n"
    "000700     MOVE 5 TO Z.\n"
    "000800     MOVE 6 TO Z.\n"
    "000900     MOVE 7 TO Z.\n"
    "001000     MOVE 8 TO Z.\n"
)


def test_margins_are_gone_and_the_rest_stays():
    sent = blanked(FIXED, "cobol")
    assert not any(word in sent for word in ("JANSEN01", "PJ2019", "CHG042", "0001"))
    assert [line[6:72].rstrip() for line in sent.split("\n")] == [line[6:72].rstrip() for line in FIXED.split("\n")]


def test_an_echo_gets_its_margins_back():
    assert put_back(blanked(FIXED, "cobol"), blanked(FIXED, "cobol"), FIXED) == FIXED


def test_a_changed_line_has_none_and_its_neighbours_have():
    answer = blanked(FIXED, "cobol").replace("MOVE 1 TO X.", "MOVE 9 TO X.")
    restored = put_back(answer, blanked(FIXED, "cobol"), FIXED).split("\n")
    assert restored[2] == "           MOVE 9 TO X."
    assert restored[1] == FIXED.split("\n")[1]


def test_line_ends_are_those_of_the_answer():
    code = "000100 A.\r\n000200     STOP RUN.\r\n"
    assert put_back(blanked(code, "cobol").replace("\r\n", "\n"), blanked(code, "cobol"), code) == code.replace(
        "\r", ""
    )


def test_a_first_line_that_was_cut_off_at_column_8_keeps_its_code():
    code = FIXED[7:]
    sent = blanked(code, "cobol")
    assert sent.startswith("PARA-1.\n")
    assert put_back(sent, sent, code) == code


@pytest.mark.parametrize(
    ("code", "language"),
    [
        pytest.param("MOVE A TO B\nDISPLAY 'X'\nIF A = B\n  STOP RUN\n", "cobol", id="free format"),
        pytest.param("123456 = 1\n", "python", id="another language"),
        pytest.param("", "cobol", id="empty"),
        pytest.param("\tMOVE 1 TO X.\n", "cobol", id="tab"),
    ],
)
def test_other_layouts_stay(code, language):
    assert blanked(code, language) == code
