import pytest

from legacyctl.guard.checksums import IBAN_LENGTHS, elfproef, iban


@pytest.mark.parametrize("number", ["999990019", "9999.90.019", "0999990019", "999 990 019", "99990015", "099990015"])
def test_elfproef_takes_a_number_in_any_spelling(number):
    assert elfproef(number) == len(number)


@pytest.mark.parametrize("number", ["999990010", "999990018", "000000000", "1999990019", "", "9999900190", "99990016"])
def test_elfproef_refuses(number):
    assert elfproef(number) == 0


def test_elfproef_sees_every_single_wrong_digit():
    number = "999990019"
    wrong = {number[:at] + digit + number[at + 1 :] for at in range(9) for digit in "0123456789"} - {number}
    assert not any(map(elfproef, wrong))


@pytest.mark.parametrize(
    "number",
    ["NL91ABNA0417164300", "nl91 abna 0417 1643 00", "BE68539007547034", "DE89370400440532013000"],
)
def test_iban_takes(number):
    assert iban(number) == len(number)


def test_iban_stops_at_the_length_of_its_country():
    assert iban("BE68 5390 0754 7034 test") == len("BE68 5390 0754 7034")


@pytest.mark.parametrize(
    "number",
    ["NL92ABNA0417164300", "NL91ABNA041716430", "NL91ABNA04171643000", "XX91ABNA0417164300", "", "NL"],
)
def test_iban_refuses(number):
    assert iban(number) == 0


def test_check_digits_that_nobody_hands_out_are_refused():
    # 00, 01 and 99 leave the same remainder as 97, 98 and 02.
    valid = next(f"NL97ABNA{n:010}" for n in range(2000) if iban(f"NL97ABNA{n:010}"))
    assert iban(valid.replace("NL97", "NL00")) == 0


def test_the_lengths_are_those_of_the_standard():
    assert all(15 <= length <= 34 for length in IBAN_LENGTHS.values())
    assert (IBAN_LENGTHS["NL"], IBAN_LENGTHS["MT"], IBAN_LENGTHS["NO"]) == (18, 31, 15)
