import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.catalog import languages
from legacyctl.facts import collect, unread
from legacyctl.facts.lines import CodeLines
from legacyctl.model import FileFacts, SourceFile
from legacyctl.parse import parse
from legacyctl.source import encode
from legacyctl.source.decode import newline_of

CODE = """\
# a comment

class A:  # with one behind

    def f(self):
        '''A text.

        With a blank line.'''
        return 1
        # the end

    def g(self): pass
"""


def test_lines_with_code_are_counted_by_unit(facts):
    found = facts(CODE)
    assert (found.lines, found.code_lines) == (12, 6)
    assert {unit.name: unit.lines for unit in found.units} == {"demo": 6, "A": 6, "f": 4, "g": 1}


LINES = {
    "empty": ("", 0, 0),
    "one line without an end": ("x = 1", 1, 1),
    "blank lines": ("\n \n\t\n", 3, 0),
    "comments only": ("# a\n  # b\n", 2, 0),
    "CR LF": ("x = 1\r\n\r\ny = 2\r\n", 3, 2),
    "line ends of all kinds": ("x = 1\r# a\n\r\ny = 2\r", 4, 2),
    "an end of file from DOS": ("x = 1\n\x1a", 1, 1),
}


@pytest.mark.parametrize(("code", "lines", "code_lines"), LINES.values(), ids=LINES)
def test_lines(facts, code, lines, code_lines):
    found = facts(code)
    assert (found.lines, found.code_lines) == (lines, code_lines)


def test_a_block_comment_over_lines_is_no_code(facts):
    code = "/* a\n   b\n */ class A { /* c */\n /* d\n e */ int f;\n}\n"
    assert facts(code, "java").code_lines == 3


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "cp037", "utf-16-le"])
def test_metrics_do_not_depend_on_the_encoding(facts, codec):
    empty = SourceFile("demo.x", "python", codec)
    data = encode(empty, CODE.replace("A text", "Één tekst"))
    file = SourceFile("demo.x", "python", codec, data=data, size=len(data))
    found = collect(parse(file, languages()["python"]))
    metrics = [(unit.kind, unit.name, unit.lines, unit.span.first_line, unit.span.last_line) for unit in found.units]
    assert metrics == [(u.kind, u.name, u.lines, u.span.first_line, u.span.last_line) for u in facts(CODE).units]
    assert (found.lines, found.code_lines, found.size) == (12, 6, len(data))


@pytest.mark.parametrize("record", [0, 4], ids=["lines", "records"])
def test_comments_may_lie_in_each_other(record):
    data = b"aaa\nbbb\nccc\nddd\n"
    lines = CodeLines(SourceFile("a", data=data, size=len(data), record=record), [(5, 14), (6, 7), (9, 11)])
    assert [lines.between(line, line) for line in range(1, lines.total + 1)] == [1, 1, 0, 1]


@given(st.text(st.sampled_from("ab #\r\n\t")))
def test_lines_are_those_that_start_somewhere(text):
    data = text.encode()
    lines = CodeLines(SourceFile("a", data=data, newline=newline_of(data, "utf-8"), size=len(data)), ())
    pieces = re.split("\r\n|\r|\n", text)
    whole = pieces[:-1] if not pieces[-1] else pieces
    assert (lines.total, lines.between(1, lines.total)) == (
        len(whole),
        sum(bool(piece.strip(" \t")) for piece in whole),
    )


def test_why_a_file_was_not_looked_at_is_kept(facts):
    found = facts(b"(" * 20_001)
    assert (found.problem.startswith("not understood"), found.unparsed, found.units) == (True, 20_001, ())


def test_what_is_known_of_the_file_is_kept(facts):
    found = facts(b"x = 1\n)\n", generated=True, vendored=True)
    assert (found.path, found.language, found.encoding, found.size) == ("demo.x", "python", "utf-8", 8)
    assert (found.unparsed, found.fidelity, found.generated, found.vendored) == (1, 1 - 1 / 8, True, True)
    assert found.sha256 == hashlib.sha256(b"x = 1\n)\n").hexdigest()


def test_a_module_is_named_after_its_file(facts):
    assert [unit.name for unit in facts("x = 1\n", path="a/b/batch.py").units] == ["batch"]


def test_an_unread_file_keeps_its_reason():
    file = SourceFile("a.py", "python", size=9, vendored=True, problem="binary")
    assert unread(file) == FileFacts("a.py", "python", "utf-8", 9, "", vendored=True, problem="binary")


def test_collecting_is_deterministic(facts):
    assert facts(CODE) == facts(CODE)
