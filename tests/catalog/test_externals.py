"""The names that no repository holds: every file is sound, and each language has its names once."""

import tomllib

import pytest

from legacyctl import catalog
from legacyctl.catalog import Externals
from legacyctl.catalog.externals import KINDS, Names, _read
from legacyctl.errors import CatalogError
from legacyctl.tables import TableReader

KNOWN = {
    "JCL utility": ("jcl", "call", "iefbr14"),
    "Language Environment": ("cobol", "call", "CEEDAYS"),
    "CICS copybook": ("cobol", "include", "DFHAID"),
    "Java platform": ("java", "include", "java.util.List"),
    "java.lang": ("java", "call", "StringBuffer"),
    "Python 3": ("python", "include", "tomllib"),
    "Python 2": ("python", "include", "urllib2"),
    "supplied package": ("plsql", "call", "dbms_output.put_line"),
    "Visual Basic": ("vb6", "call", "msgbox"),
    "ISO C": ("c", "include", "stdio.h"),
}


@pytest.mark.parametrize(("language", "kind", "name"), KNOWN.values(), ids=KNOWN)
def test_known(language, kind, name):
    assert catalog.externals().know(language, kind, name)


UNKNOWN = {
    "a program": ("cobol", "call", "BYS010"),
    "a class": ("java", "include", "nl.meerwijk.Dao"),
    "case counts in Java": ("java", "call", "stringbuffer"),
    "a word inside": ("java", "include", "nl.java.util"),
    "another language": ("python", "call", "IEFBR14"),
    "no such language": ("klingon", "call", "IEFBR14"),
}


@pytest.mark.parametrize(("language", "kind", "name"), UNKNOWN.values(), ids=UNKNOWN)
def test_unknown(language, kind, name):
    assert not catalog.externals().know(language, kind, name)


def test_nothing_is_known_without_data():
    assert not Externals().know("cobol", "call", "SORT")
    assert not Names().know("SORT")


FAULTS = {
    "a word that no one asked for": ("languages = ['a']\nnoise = 1\n", "noise"),
    "no languages": ("[call]\nnames = ['X']\n", "languages"),
    "a language twice": ("languages = ['a', 'a']\n", "another file"),
    "names that are no texts": ("languages = ['a']\n[call]\nnames = [1]\n", "call.names"),
}


@pytest.mark.parametrize(("text", "word"), FAULTS.values(), ids=FAULTS)
def test_a_wrong_file_is_refused(text, word, tmp_path):
    reader = TableReader(tmp_path / "x.toml", text, tomllib.loads(text), error=CatalogError)
    with pytest.raises(CatalogError, match=word):
        _read(reader, {})


@pytest.mark.parametrize("path", sorted(catalog.bundled("rules/external").glob("*.toml")), ids=lambda path: path.name)
def test_every_file_says_where_its_names_are_from(path):
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_kinds_are_those_of_links():
    assert set(KINDS) == {"call", "include"}
