import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl import source
from legacyctl.errors import ConfigError
from legacyctl.model import SourceFile
from legacyctl.source.decode import HEAD, Hints, detect, first_lines, newline_of

COBOL = "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. BIJSTAND.\n      * Vermogenstoets voor de gemeente\n" * 3
JAVA = 'class Café { String plaats = "Coevorden"; }\n'
LONG = "# een regel zonder bijzondere letters\n" * 300

DETECTED = {
    "ASCII": (b"x = 1\n", "utf-8"),
    "empty": (b"", "utf-8"),
    "UTF-8": (JAVA.encode(), "utf-8"),
    "UTF-8 with its mark": (b"\xef\xbb\xbf" + JAVA.encode(), "utf-8"),
    "a UTF-8 mark before other bytes": (b"\xef\xbb\xbfcaf\xe9\n", "cp1252"),
    "UTF-8 beyond the first bytes": (LONG.encode() + "é".encode(), "utf-8"),
    "cp1252": (JAVA.encode("cp1252"), "cp1252"),
    "cp1252 euro": ("prijs = '€ 3'\n".encode("cp1252"), "cp1252"),
    "a byte that cp1252 lacks": (b"caf\xe9 \x81\n", "iso8859-1"),
    "Latin-1 beyond the first bytes": (LONG.encode() + b"\xe9", "cp1252"),
    "coding line": (b"# -*- coding: latin-1 -*-\n# caf\xe9\n", "iso8859-1"),
    "coding line of a word processor of old": (b"#!/usr/bin/python\n# coding=cp437\nx = '\x82'\n", "cp437"),
    "coding line too late": (b"\n\n# coding: latin-1\n# caf\xe9\n", "cp1252"),
    "second line behind code": (b"x = 1\n# coding: latin-1\n# caf\xe9\n", "cp1252"),
    "coding line with an unknown codec": (b"# coding: klingon\n# caf\xc3\xa9\n", "utf-8"),
    "coding line that is no charset": (b"# coding: rot13\n# caf\xc3\xa9\n", "utf-8"),
    "coding line that is wrong": (b"# coding: utf-8\n# caf\xe9\n", "cp1252"),
    "coding line of a codec that would change bytes": (b"# coding: cp932\n# \xfaT\n", "cp1252"),
    "UTF-16 little": (b"\xff\xfe" + JAVA.encode("utf-16-le"), "utf-16-le"),
    "UTF-16 big": (b"\xfe\xff" + JAVA.encode("utf-16-be"), "utf-16-be"),
    "UTF-16 little without a mark": (JAVA.encode("utf-16-le"), "utf-16-le"),
    "UTF-16 big without a mark": (JAVA.encode("utf-16-be"), "utf-16-be"),
    "EBCDIC with NEL": (COBOL.replace("\n", "\x85").encode("cp037"), "cp037"),
    "EBCDIC with LF": (COBOL.encode("cp037"), "cp037"),
    "EBCDIC with CR LF": (COBOL.replace("\n", "\r\n").encode("cp037"), "cp037"),
    "EBCDIC, international": (COBOL.encode("cp500"), "cp037"),
    "EBCDIC, international, with brackets": (("*[a]" + COBOL).encode("cp500"), "cp500"),
    "EBCDIC with the euro": (("* € 3\n" + COBOL).encode("cp1140"), "cp1140"),
    "EBCDIC of z/OS UNIX": (("*[a]" + COBOL).encode("cp1047"), "cp1047"),
    "at signs": (b"@@@ @@@ @@@ \xe9\n", "cp1252"),
}


@pytest.mark.parametrize(("data", "codec"), DETECTED.values(), ids=DETECTED)
def test_the_encoding_is_found_and_the_text_comes_back(file_of, data, codec):
    file = file_of(data)
    assert (file.encoding, file.problem) == (codec, "")
    assert file.text.encode(codec) == file.data == data


BINARY = {
    "zero byte": b"x = 1\0\n",
    "picture": b"\x89PNG\r\n\x1a\n",
    "PDF without a zero byte": b"%PDF-1.4\n",
    "class file": b"\xca\xfe\xba\xbe\0\0\0\x31",
    "zeros only": b"\0" * 100,
}


@pytest.mark.parametrize("data", BINARY.values(), ids=BINARY)
@pytest.mark.parametrize("name", ["a.py", "unknown.bin"])
def test_binary_files_are_told_apart(file_of, data, name):
    file = file_of(data, name)
    assert (file.problem, file.data, file.size) == ("binary", b"", len(data))


def test_a_zero_byte_late_in_a_text_is_text(file_of):
    assert file_of(b"#" * HEAD + b"\0\n").problem == ""


def test_a_codec_that_the_user_names_makes_a_file_text(file_of):
    assert file_of(b"x = '\0'\n", encodings={"*.py": "latin-1"}).data == b"x = '\0'\n"


def test_ebcdic_without_line_ends_is_named_with_the_way_out(file_of):
    file = file_of(COBOL.replace("\n", "").encode("cp037"))
    assert file.problem.startswith("EBCDIC without line ends and not in records of 80 bytes: give their length in")


OVERRIDES = {
    "named": ({"*.py": "cp437"}, "cp437", ""),
    "the last pattern decides": ({"*": "cp437", "a.*": "latin-1"}, "iso8859-1", ""),
    "elsewhere": ({"/old/": "cp437"}, "cp1252", ""),
    "does not fit": ({"a.py": "ascii"}, "utf-8", "not ascii, as legacyctl.toml says"),
}


@pytest.mark.parametrize(("encodings", "codec", "problem"), OVERRIDES.values(), ids=OVERRIDES)
def test_the_configuration_goes_first(file_of, encodings, codec, problem):
    file = file_of(b"x = '\xe9 '\n\n", encodings=encodings)
    assert (file.encoding, file.problem) == (codec, problem)


def test_utf16_by_name_takes_its_byte_order_from_the_mark(file_of):
    assert file_of("\ufeffx".encode("utf-16-be"), encodings={"*": "utf-16"}).encoding == "utf-16-be"


@pytest.mark.parametrize("codec", ["cp1048", "rot13", "utf-7", "iso2022_jp", "nonsense"])
def test_codecs_that_cannot_be_used_are_a_configuration_error(file_of, codec):
    with pytest.raises(ConfigError, match=codec):
        file_of(b"", encodings={"*": codec, "*.b": "also-nonsense"})


NEWLINES = {
    "none": (b"x", "utf-8", ""),
    "LF": (b"x\ny\n", "utf-8", "\n"),
    "CR LF": (b"x\r\ny\r\n", "utf-8", "\r\n"),
    "CR": (b"x\ry", "utf-8", "\r"),
    "mixed": (b"x\r\ny\n", "utf-8", "mixed"),
    "the ellipsis of cp1252 is no line end": (b"x\x85y\n", "cp1252", "\n"),
    "NEL in EBCDIC": (b"\xa7\x15", "cp037", "\x85"),
    "LF in EBCDIC": (b"\xa7\x25", "cp037", "\n"),
    "UTF-16": ("x\r\n".encode("utf-16-le"), "utf-16-le", "\r\n"),
    "a letter of UTF-16 with the byte of LF": ("\u0a0a".encode("utf-16-le"), "utf-16-le", ""),
}


@pytest.mark.parametrize(("data", "codec", "newline"), NEWLINES.values(), ids=NEWLINES)
def test_the_line_end_is_found(data, codec, newline):
    assert newline_of(data, codec) == newline


SPLICED = {
    "LF": ("utf-8", "\n", "é\r\nb\r", b"\xc3\xa9\nb\n"),
    "CR LF": ("cp1252", "\r\n", "é\nb", b"\xe9\r\nb"),
    "CR LF stays": ("cp1252", "\r\n", "a\r\nb", b"a\r\nb"),
    "mixed keeps what is there": ("utf-8", "mixed", "a\r\nb\n", b"a\r\nb\n"),
    "no line end yet": ("utf-8", "", "a\n", b"a\n"),
    "NEL": ("cp037", "\x85", "A\n", b"\xc1\x15"),
    "UTF-16 without a second mark": ("utf-16-le", "\n", "a", b"a\0"),
}


@pytest.mark.parametrize(("codec", "newline", "text", "data"), SPLICED.values(), ids=SPLICED)
def test_new_text_takes_the_encoding_and_line_end_of_the_file(codec, newline, text, data):
    assert source.encode(SourceFile("a", encoding=codec, newline=newline), text) == data


def test_a_letter_that_the_file_cannot_hold_is_refused():
    with pytest.raises(UnicodeEncodeError):
        source.encode(SourceFile("a", encoding="cp1252"), "→")


TEXT = st.text(st.sampled_from("aZ09 @#éßÿ£.,;()\t"))
CODECS = st.sampled_from(["utf-8", "cp1252", "latin-1", "cp037", "cp500", "cp1140", "cp1047", "utf-16-le", "utf-16-be"])


@given(st.lists(TEXT), CODECS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_piece_of_a_file_comes_back_as_its_bytes(lines, codec, newline):
    data = newline.join(lines).encode(codec)
    file = SourceFile("a", encoding=codec, newline=newline_of(data, codec), data=data)
    assert source.encode(file, file.text) == data
    assert b"".join(source.encode(file, piece) for piece in file.text.splitlines(keepends=True)) == data


@given(TEXT, st.sampled_from(["cp037", "cp500", "cp1140", "cp1047"]))
def test_working_bytes_keep_every_offset(text, codec):
    text += "\x85\n"
    file = SourceFile("a", encoding=codec, data=text.encode(codec))
    assert source.working_bytes(file).decode("latin-1") == text.replace("\x85", "\n")


def test_working_bytes_of_other_files_are_the_file_itself():
    file = SourceFile("a", encoding="cp1252", data=b"caf\xe9")
    assert source.working_bytes(file) is file.data


ENDS = {
    "alone": (b"x = 1\n\x1a", "utf-8", "x = 1\n "),
    "filled up": (b"x = 1\r\n\x1a\0\0\x1a", "utf-8", "x = 1\r\n    "),
    "EBCDIC": (b"\xc1\x15\x3f", "cp037", "A\n "),
    "within the text it stays": (b"x\x1ay\n", "utf-8", "x\x1ay\n"),
    "zeros alone stay": (b"x\n\0", "utf-8", "x\n\0"),
}


@pytest.mark.parametrize(("data", "codec", "text"), ENDS.values(), ids=ENDS)
def test_the_end_of_file_of_dos_is_a_blank_to_readers(data, codec, text):
    file = SourceFile("a", encoding=codec, data=data)
    assert source.working_bytes(file) == text.encode("latin-1")
    assert source.legible(file) == text
    assert file.data == data


HEADS = {
    "ASCII": b"//JOB1 JOB\n",
    "EBCDIC": "//JOB1 JOB 1,'EEN NAAM'\n".encode("cp037"),
    "UTF-16": "\ufeff//JOB1 JOB\n".encode("utf-16-le"),
    "UTF-16 without a mark": "//JOB1 JOB\n".encode("utf-16-be"),
    "cards": b"//* X".ljust(80) + b"//JOB1 JOB".ljust(80) + b"//A",
    "cards in EBCDIC": "".join(f"{line:80}" for line in ("//*", "//JOB1 JOB", "//A")).encode("cp500"),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_first_lines_can_be_searched(head):
    assert re.search(rb"(?m)^[?\xff]*//JOB1 JOB", first_lines(head))


@given(st.binary(max_size=300))
def test_every_file_gets_an_encoding_that_is_exact(data):
    codec = detect(data, Hints(cookies=True))
    assert data.decode(codec).encode(codec) == data
