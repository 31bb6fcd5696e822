"""COPY, REPLACE and EXEC blocks."""

from __future__ import annotations

import pytest

from .reading import code, data, facts, marked, paragraphs, tree_of, unread, verbs

COPIES = {
    "plain": ("COPY CLIENT.", "CLIENT", "", False),
    "library": ("COPY CLIENT OF LIB1.", "CLIENT", "LIB1", False),
    "library with IN": ("COPY CLIENT IN 'lib/x'.", "CLIENT", "lib/x", False),
    "literal": ("COPY 'Client.cpy'.", "Client.cpy", "", False),
    "suppress": ("COPY CLIENT SUPPRESS.", "CLIENT", "", False),
    "file": ("COPY CLIENT.CPY.", "CLIENT.CPY", "", False),
    "file in a library": ("COPY CLIENT.CPY OF LIB1.", "CLIENT.CPY", "LIB1", False),
    "without a period": ("COPY CLIENT", "CLIENT", "", False),
    "pseudo text": ("COPY CLIENT REPLACING ==:T:.== BY ==X. Y==.", "CLIENT", "", True),
    "several": ("COPY C REPLACING A BY B, C OF D BY 'E' LEADING ==F== BY ==G==.", "C", "", True),
    "signs and subscripts": ("COPY CLIENT REPLACING ==+1== BY -2 X(I) BY Y.", "CLIENT", "", True),
}


@pytest.mark.parametrize(("text", "name", "library", "replacing"), COPIES.values(), ids=COPIES)
def test_copy(text, name, library, replacing):
    tree = data("01  A PIC X.", text, "01  B PIC X.")
    assert marked(tree, "include") == [("include", name)]
    assert facts(tree, "copy") == {"replacing": replacing, "library": library}
    assert [item.name for item in tree.source.data] == ["A", "B"]
    assert unread(tree) == []


def test_the_period_of_copy_does_not_end_a_sentence():
    tree = code("IF A = 1", "COPY CLIENT.", "MOVE A TO B.")
    assert verbs(tree) == ["IF", "  MOVE"]
    assert len(tree.source.sentences) == 1


def test_copy_instead_of_the_rest_of_an_entry():
    tree = data("01  CLIENT COPY CLIENT.", "01  OTHER PIC X.")
    assert [item.name for item in tree.source.data] == ["CLIENT", "OTHER"]
    assert unread(tree) == []


LIBRARIANS = ("++INCLUDE CLIENT", "-INC CLIENT", "       ++INCLUDE CLIENT")


@pytest.mark.parametrize("line", LIBRARIANS)
def test_source_librarians(line):
    tree = tree_of(f"       01  A PIC X.\n{line}\n       01  B PIC X.\n")
    assert marked(tree, "include") == [("include", "CLIENT")]
    assert unread(tree) == []


def test_replace_is_taken_out():
    tree = code("REPLACE ==A== BY ==B. C==.", "MOVE A TO B.", "REPLACE OFF.", "STOP RUN.")
    assert verbs(tree) == ["MOVE", "STOP"]
    assert len(tree.source.replaces) == 2
    assert unread(tree) == []


def test_exec_is_one_statement():
    tree = code("IF A = 1", "EXEC CICS SEND TEXT FROM(IF-ELSE) ERASE END-EXEC", "ELSE", "MOVE A TO B.")
    assert verbs(tree) == ["IF", "  EXEC", "  MOVE"]
    assert unread(tree) == []


def test_exec_without_its_end_is_not_understood():
    tree = code("EXEC SQL SELECT A", "FROM B.", "STOP RUN.")
    assert unread(tree) == ["EXEC SQL SELECT A FROM B"]
    assert verbs(tree) == ["STOP"]


def test_exec_in_data():
    tree = data("01  A PIC X.", "EXEC SQL INCLUDE SQLCA END-EXEC.", "01  B PIC X.")
    assert marked(tree, "include") == [("include", "SQLCA")]
    assert [item.name for item in tree.source.data] == ["A", "B"]
    assert unread(tree) == []


def test_unfinished_pseudo_text_does_not_swallow_the_file():
    tree = data("COPY A REPLACING ==X BY Y.", "01  B PIC X.")
    assert [item.name for item in tree.source.data] == ["B"]


def test_a_copybook_with_a_directive_only():
    assert paragraphs(tree_of("       COPY OTHER.\n")) == []


def test_a_file_name_is_not_what_the_next_sentence_starts_with():
    tree = code("COPY CLIENT.", "MOVE.", "COPY CLIENT.GOBACK.")
    assert marked(tree, "include") == [("include", "CLIENT")] * 2
    assert verbs(tree) == ["MOVE", "GOBACK"]


def test_a_block_without_its_end_leaves_the_next_one_alone():
    tree = code("EXEC SQL SELECT A.", "EXEC CICS LINK PROGRAM('B') END-EXEC.")
    assert verbs(tree) == ["EXEC"]
    assert unread(tree) == ["EXEC SQL SELECT A"]
