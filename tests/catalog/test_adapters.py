"""Every bundled language: its adapter is sound, its query compiles and uses the known tags."""

from collections import Counter

import pytest

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import TAGS, UNIT, check, parse, queries, reader
from legacyctl.source.codepages import canonical
from legacyctl.source.language import dotted

ALL = tuple(languages().values())
# What only refers to programs.
NO_PROGRAMS = ("css", "html", "yaml")
QUERIED = tuple(language for language in ALL if language.parser == "tree-sitter")


def names(language):
    return language.id


@pytest.fixture(params=ALL, ids=names)
def language(request):
    return request.param


def test_there_are_languages():
    assert {"ada", "cobol", "java", "jsp", "pascal", "perl", "php", "python", "vbnet", "xslt"} <= languages().keys()


def test_a_reader_reads_it(language):
    tree = reader(language.parser)(SourceFile("a", language.id), language)
    assert (tree.language, list(tree.unparsed)) == (language, [])


def test_its_files_are_known_by_something(language):
    assert language.extensions or language.file_names or language.interpreters
    assert all(dotted(extension) == extension for extension in language.extensions)


def test_its_encodings_exist(language):
    assert all(map(canonical, language.encodings))


def test_its_compile_command_names_the_file(language):
    assert not language.compile or "{file}" in language.compile
    assert bool(language.compile) == bool(language.compiler)


@pytest.mark.parametrize("language", QUERIED, ids=names)
def test_its_query_compiles_and_uses_known_tags(language):
    query = queries.marks(language)
    assert all(tag in TAGS or tag.startswith(UNIT) for tag in query.tags)
    assert {"comment", "string"} <= query.tags
    units = any(tag.startswith(UNIT) for tag in query.tags)
    assert language.id in NO_PROGRAMS or (units and {"call", "include"} <= query.tags)


def test_its_grammar_and_preparation_are_there(language):
    check(language)


@pytest.mark.parametrize("field", ["extensions", "file_names", "interpreters"])
def test_no_two_languages_claim_the_same_unless_their_content_tells(field):
    claims = Counter(
        word
        for language in ALL
        for word in {word.lower() for word in getattr(language, field)}
        if field != "extensions" or not language.asked(word)
    )
    assert [word for word, count in claims.items() if count > 1] == []


def test_an_unknown_tag_is_refused():
    python = languages()["python"]
    changed = type(python)(**{**{f: getattr(python, f) for f in python.__slots__}, "query": "(call) @klap"})
    with pytest.raises(queries.CatalogError, match="@klap is not a tag"):
        parse(SourceFile("a", "python", data=b"x"), changed).marks()
