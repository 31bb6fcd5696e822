"""A model's definition is put in the place of the old one, in the file's own encoding and line ends."""

import pytest

from legacyctl import catalog, facts, parse
from legacyctl.model import SourceFile
from legacyctl.pipeline.splice import replaced


def unit_of(file, name):
    tree = parse.parse(file, catalog.languages()["python"])
    return next(unit for unit in facts.collect(tree).units if unit.name.endswith(name))


def spliced(data, name, code, *, encoding="utf-8", newline="\n"):
    file = SourceFile("a.py", "python", encoding, newline, data, len(data))
    return replaced(file, unit_of(file, name), code).after


BEFORE = b"class A:\n    def one(self):\n        return 1\n\n    def two(self):\n        return 2\n"


@pytest.mark.parametrize(
    "code",
    [
        "def one(self):\n        return 10",
        "    def one(self):\n        return 10",
        "\n    def one(self):\n        return 10\n\n",
        "def one(self):\n    return 10\n",
    ],
    ids=["as-it-stood", "with-its-indent", "with-blank-lines-around", "at-the-margin"],
)
def test_only_the_definition_changes(code):
    assert spliced(BEFORE, "one", code) == BEFORE.replace(b"return 1\n", b"return 10\n")


def test_line_ends_and_encoding_are_those_of_the_file():
    data = "def f():\r\n    return 'é'\r\n\r\nx = 1\r\n".encode("cp1252")
    after = spliced(data, "f", "def f():\n    return 'ë'\n", encoding="cp1252", newline="\r\n")
    assert after == "def f():\r\n    return 'ë'\r\n\r\nx = 1\r\n".encode("cp1252")


def test_a_character_that_the_encoding_lacks_is_refused():
    with pytest.raises(UnicodeEncodeError):
        spliced(b"def f():\n    return 1\n", "f", "def f():\n    return '\u2713'\n", encoding="cp1252")


def test_the_same_code_gives_the_same_bytes():
    assert spliced(BEFORE, "two", "def two(self):\n        return 2") == BEFORE


def test_an_indent_that_is_neither_is_left_for_the_gates():
    assert b"\n      return 10\n" in spliced(BEFORE, "one", "def one(self):\n      return 10\n")
