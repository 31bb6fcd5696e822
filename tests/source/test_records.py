import pytest

from legacyctl import config, source
from legacyctl.errors import ConfigError, RecordError
from legacyctl.model import SourceFile
from legacyctl.source.lines import line_starts
from legacyctl.source.records import has_length_words, is_cards, records

CODE = ["000100 IDENTIFICATION DIVISION.", "000200 PROGRAM-ID. BIJSTAND.", "000300*[Vermogenstoets]!"]


def cards(lines, length=80, codec="cp037"):
    return b"".join(line.ljust(length).encode(codec) for line in lines)


def numbered(lines):
    return [line.ljust(72) + f"{n:08}" for n, line in enumerate(lines)]


def variable(lines, codec="cp037"):
    return b"".join(bytes((0, len(line) + 4, 0, 0)) + line.encode(codec) for line in lines)


def test_records_are_pieces_of_one_length():
    assert records(b"abcdefg", 3) == [b"abc", b"def", b"g"]


CARDS = {
    "blanks behind": (cards(CODE, codec="ascii"), True),
    "sequence numbers": (cards(numbered(CODE), codec="ascii"), True),
    "identification": (cards([line.ljust(72) + "NC101A.2" for line in CODE], codec="ascii"), True),
    "a control character in a literal": (cards([*CODE * 4, "    VALUE '\n'"], codec="ascii"), True),
    "one card": (cards(CODE[:1], codec="ascii"), False),
    "records of 100": (cards(["       MOVE KLANT-NUMMER OF INVOER-REGEL TO X"] * 20, 100, "ascii"), False),
    "lines of 79": ("\n".join(line.ljust(79) for line in CODE).encode() + b"\n", False),
    "a long line of JavaScript": (b"function f(a){return a.b(c,d)}" * 80, False),
    "not a whole number of cards": (cards(CODE, codec="ascii")[:-1], False),
    "empty": (b"", False),
}


@pytest.mark.parametrize(("data", "expected"), CARDS.values(), ids=CARDS)
def test_cards_show_themselves_by_their_last_columns(data, expected):
    assert is_cards(data) is expected


CHAINS = {
    "records": (variable(CODE), True),
    "blocks of records": (b"".join((bytes((0, 40, 0, 0)), variable(["X" * 32]))), True),
    "a chain that ends in a record": (variable(CODE)[:-1], False),
    "a length word that is too small": (b"\0\3\0\0" * 5, False),
    "zeros": (b"\0" * 100, False),
    "text": (b"IDENTIFICATION DIVISION.\n", False),
    "empty": (b"", False),
}


@pytest.mark.parametrize(("data", "expected"), CHAINS.values(), ids=CHAINS)
def test_length_words_are_a_chain_to_the_end(data, expected):
    assert has_length_words(data) is expected


FOUND = {
    "EBCDIC": (cards(CODE), {}, "cp037", 80),
    "EBCDIC, international": (cards(CODE, codec="cp500"), {}, "cp500", 80),
    "EBCDIC, z/OS UNIX": (cards(CODE, codec="cp1047"), {}, "cp1047", 80),
    "EBCDIC with a NEL in a literal": (cards([*CODE * 4, "    VALUE '\x85'"]), {}, "cp037", 80),
    "ASCII": (cards(CODE, codec="ascii"), {}, "utf-8", 80),
    "UTF-8": (b"".join(("* caf\u00e9".ljust(79).encode(), *[cards(CODE, codec="ascii")] * 2)), {}, "utf-8", 80),
    "UTF-8 over the end of a record": (("x" * 79 + "é" + "x" * 79).encode(), {}, "utf-8", 0),
    "Latin-1": (cards([*CODE, "* caf\u00e9"], codec="latin-1"), {}, "cp1252", 80),
    "one card": (cards(CODE[:1]), {}, "cp037", 0),
    "72 as declared": (cards(CODE, 72), {"*.cbl": 72}, "cp037", 72),
    "133 as declared": (cards(CODE, 133), {"*.txt": 80, "/a.cbl": 133}, "cp037", 133),
    "lines": (b"       A.\n       B.\n", {}, "utf-8", 0),
}


@pytest.mark.parametrize(("data", "lengths", "codec", "record"), FOUND.values(), ids=FOUND)
def test_fixed_records_are_found(file_of, data, lengths, codec, record):
    file = file_of(data, "a.cbl", records=lengths)
    assert (file.problem, file.encoding, file.record) == ("", codec, record)
    assert file.data == data
    assert file.newline in (("",) if record else ("", "\n"))


UNREADABLE = {
    "records of 100": (cards(["       MOVE KLANT-NUMMER OF INVOER-REGEL TO X"] * 20, 100), {}, "[source.records]"),
    "declared otherwise": (cards(CODE), {"*": 72}, "not records of 72 bytes, as legacyctl.toml says"),
    "declared for UTF-16": (("x" * 80).encode("utf-16"), {"*": 80}, "not records of 80 bytes"),
    "variable records": (variable(CODE), {}, "length words (RDW)"),
    "short variable records": (variable(["A", "B"] * 9), {}, "length words (RDW)"),
}


@pytest.mark.parametrize(("data", "lengths", "problem"), UNREADABLE.values(), ids=UNREADABLE)
def test_records_that_cannot_be_read_are_named_with_the_way_out(file_of, data, lengths, problem):
    file = file_of(data, "a.cbl", records=lengths)
    assert problem in file.problem
    assert file.data == b""


def test_a_record_is_a_line():
    file = SourceFile("a", encoding="cp037", data=cards(CODE), record=80)
    assert line_starts(file) == [0, 80, 160]
    assert line_starts(SourceFile("a", record=80)) == [0]
    assert source.legible(file).split("\n") == [line.ljust(80) for line in CODE]


@pytest.mark.parametrize("codec", ["cp037", "cp500", "cp1140", "cp1047", "utf-8", "cp1252"])
def test_records_come_back_as_their_bytes(codec):
    file = SourceFile("a", encoding=codec, data=cards(CODE, codec=codec), record=80)
    assert source.encode(file, source.legible(file)) == file.data
    assert source.encode(file, "\n".join(CODE)) == file.data
    assert source.encode(file, "\r\n".join(CODE) + "\r\n") == file.data


def test_a_line_end_in_a_record_ends_no_line():
    file = SourceFile("a", encoding="cp037", data=cards(["A\nB\rC\x85D", "E"]), record=80)
    assert source.legible(file) == f"{'A B C D':80}\n{'E':80}"


def test_a_line_that_does_not_fit_is_refused_with_the_way_out():
    file = SourceFile("src/a.cbl", encoding="cp037", record=80)
    with pytest.raises(
        RecordError, match=r"src/a\.cbl: a line of 81 bytes does not fit its fixed records of 80\n"
    ) as raised:
        source.encode(file, "x" * 81)
    assert raised.value.way_out


def test_a_generator_is_seen_in_records_and_long_records_are_no_minified_code(file_of):
    assert file_of(cards(["* Generated by SCREENGEN", *CODE * 3]), "a.cbl").generated
    assert not file_of(cards(CODE * 60), "a.cbl").generated


@pytest.mark.parametrize("length", ["0", "-1", "32_761", "true", '"80"'])
def test_a_wrong_record_length_is_a_configuration_error(tmp_path, length):
    (tmp_path / "legacyctl.toml").write_text(f'[source.records]\n"*.cbl" = {length}\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"line 1: source\.records: '\*\.cbl' must be a length from 1 to 32760"):
        config.read(tmp_path)


def test_record_lengths_are_read_from_the_configuration(tmp_path):
    (tmp_path / "legacyctl.toml").write_text('[source.records]\n"host/**" = 133\n', encoding="utf-8")
    assert config.read(tmp_path).source.records == {"host/**": 133}
