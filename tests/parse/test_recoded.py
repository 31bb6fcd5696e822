import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import parse

CODECS = ["utf-8", "cp1252", "cp437", "cp037", "cp500", "cp1140", "utf-16-le", "utf-16-be", "utf-32-le", "shift_jis"]
CODE = "# één\nnaam = grüß('ß £')\n\nx = grüß(é)\n)\n"


@pytest.mark.parametrize("codec", [codec for codec in CODECS if codec != "shift_jis"])
def test_places_are_those_of_the_file(read, rule, codec):
    tree = read(CODE, encoding=codec)
    query = '((call function: (identifier) @f arguments: (_ (string))) @finding (#match? @f "^gr.+ß$"))'
    places = [span for _, span in tree.find([rule("R", query)])]
    places += [m.span for m in tree.marks() if m.tag == "comment"]
    places += tree.unparsed
    pieces = [tree.file.data[span.start : span.end].decode(codec) for span in places]
    assert pieces == ["grüß('ß £')", "# één", ")"]
    assert [span.first_line for span in places] == [2, 1, 5]


@pytest.mark.parametrize("codec", CODECS)
def test_names_are_decoded(read, codec):
    names = [mark.text for mark in read("def naam():\n    f(x)\n", encoding=codec).marks() if mark.text]
    assert names == ["naam", "f"]


def test_a_mark_at_the_start_shifts_nothing(read):
    tree = read("\ufefff('é')\n", encoding="utf-16-le")
    call = next(mark for mark in tree.marks() if mark.tag == "call")
    assert tree.file.data[call.span.start : call.span.end].decode("utf-16-le") == "f('é')"


def test_nel_ends_a_line_in_ebcdic(read):
    tree = read("x = f(1)\x85y = g(2)\x85", encoding="cp037")
    assert [(mark.text, mark.span.first_line) for mark in tree.marks() if mark.tag == "call"] == [("f", 1), ("g", 2)]


TEXT = st.text(st.sampled_from("ab (){}'\"\\#\néß£€あ𝔸\x85:="))


@given(TEXT, st.sampled_from(["utf-8", "utf-16-le", "cp1252", "cp1140", "shift_jis"]))
def test_places_never_leave_the_file(text, codec):
    data = text.encode(codec, "replace")
    tree = parse(SourceFile("a", "python", codec, data=data, size=len(data)), languages()["python"])
    spans = [*tree.unparsed, *(mark.span for mark in tree.marks())]
    assert all(0 <= span.start <= span.end <= len(data) for span in spans)
    assert all(data[span.start : span.end].decode(codec) is not None for span in spans)
