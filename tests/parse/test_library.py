"""Which file a name in a COPY means."""

from __future__ import annotations

import pytest

from legacyctl.model import SourceFile
from legacyctl.parse import Library


def library(*paths: str, search: tuple[str, ...] = ()) -> Library:
    return Library(paths, search, SourceFile)


FOUND = {
    "beside the program": (("src/A.cpy",), "A", "src/A.cpy"),
    "in any case": (("copy/Klant.CPY",), "KLANT", "copy/Klant.CPY"),
    "without extension": (("copylib/KLANT",), "KLANT", "copylib/KLANT"),
    "an extension of copybooks first": (("src/A.cbl", "src/A", "copy/A.cpy"), "A", "copy/A.cpy"),
    "the nearest folder first": (("a/A.cpy", "src/copy/A.cpy", "b/A.cpy"), "A", "src/copy/A.cpy"),
    "the alphabet last": (("b/A.cpy", "a/A.cpy"), "A", "a/A.cpy"),
    "the extension as asked": (("src/A.cpy", "src/A.cob"), "A.cob", "src/A.cob"),
    "a dot in the name": (("src/A.B.cpy",), "A.B", "src/A.B.cpy"),
    "the folder as asked": (("src/A.cpy", "other/sub/A.cpy"), "sub/A.cpy", "other/sub/A.cpy"),
    "a folder of Windows": (("x/sub/A.cpy",), "..\\sub\\A.cpy", "x/sub/A.cpy"),
    "never itself": (("src/P.cbl",), "P", ""),
    "no such name": (("src/A.cpy",), "B", ""),
    "another extension": (("src/A.txt",), "A", ""),
    "a table of contents": (("src/A.cpy.md",), "A", ""),
}


@pytest.mark.parametrize(("paths", "name", "path"), FOUND.values(), ids=FOUND)
def test_find(paths, name, path):
    assert library(*paths).find(name, "", "src/P.cbl") == path


def test_the_configured_folders_go_first_in_their_order():
    paths = ("src/A.cpy", "one/A.cbl", "two/deep/A.cpy")
    assert library(*paths, search=("two", "one")).find("A", "", "src/P.cbl") == "two/deep/A.cpy"
    assert library(*paths, search=("o*", "two")).find("A", "", "src/P.cbl") == "one/A.cbl"
    assert library(*paths, search=("none",)).find("A", "", "src/P.cbl") == "src/A.cpy"


LIBRARIES = [("ALTLB", "lib/ALTLB/A.cpy"), ("'altlb'", "lib/ALTLB/A.cpy"), ("X", "src/A.cpy")]


@pytest.mark.parametrize(("library_name", "path"), LIBRARIES)
def test_a_library_is_a_folder(library_name, path):
    assert library("src/A.cpy", "lib/ALTLB/A.cpy").find("A", library_name, "src/P.cbl") == path


def test_all_candidates_are_told():
    found = library("b/A.cpy", "src/A.cbl", "a/A.cpy").candidates("A", "", "src/P.cbl")
    assert found == ["a/A.cpy", "b/A.cpy", "src/A.cbl"]
