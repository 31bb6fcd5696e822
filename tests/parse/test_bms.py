import pytest

from legacyctl.catalog import languages
from legacyctl.facts import collect
from legacyctl.model import SourceFile
from legacyctl.parse import parse


def tree_of(text, encoding="utf-8"):
    data = text.encode(encoding)
    return parse(SourceFile("BYSMAP.bms", "bms", encoding, "\n", data, len(data)), languages()["bms"])


def on_card(line):
    """A line that goes on: something in column 72."""
    return f"{line:71}X\n"


MAPS = (
    "* Schermen\n"
    "BYSMAP   DFHMSD TYPE=&SYSPARM,MODE=INOUT\n"
    "BYSM1    DFHMDI SIZE=(24,80)\n"
    "         DFHMDF POS=(1,1),LENGTH=4,INITIAL='BSN:'\n"
    + on_card("BSN      DFHMDF POS=(1,6),")
    + on_card("               LENGTH=9,   the number")
    + "               ATTRB=(UNPROT,NUM,IC)\n"
    "BYSM2    DFHMDI SIZE=(24,80)\n"
    "NAAM     DFHMDF POS=(12,70),LENGTH=30\n"
    "         DFHMSD TYPE=FINAL\n"
    "         END\n"
)


def units(tree):
    return [(u.parent, u.kind, u.name, u.span.first_line, u.span.last_line) for u in collect(tree).units]


def fields(tree):
    return [(mark.text, dict(mark.attributes)) for mark in tree.marks() if mark.tag == "field"]


def unread(tree):
    return [tree.file.data[span.start : span.end].decode("latin-1") for span in tree.unparsed]


def test_mapsets_hold_maps():
    tree = tree_of(MAPS)
    assert units(tree) == [
        ("", "mapset", "BYSMAP", 2, 10),
        ("BYSMAP", "map", "BYSM1", 3, 7),
        ("BYSMAP", "map", "BYSM2", 8, 9),
    ]
    assert unread(tree) == []


def test_fields_have_their_place_and_what_they_show():
    assert fields(tree_of(MAPS)) == [
        ("", {"row": 1, "column": 1, "length": 4, "attributes": "", "initial": "BSN:"}),
        ("BSN", {"row": 1, "column": 6, "length": 9, "attributes": "UNPROT,NUM,IC", "initial": ""}),
        ("NAAM", {"row": 12, "column": 70, "length": 30, "attributes": "", "initial": ""}),
    ]


ENDS = {
    "no end at all": ("M1 DFHMDI\nF1 DFHMDF POS=(1,1)\n", [("", "mapset", "S", 1, 3), ("S", "map", "M1", 2, 3)]),
    "end of the assembly": ("M1 DFHMDI\n END\n", [("", "mapset", "S", 1, 2), ("S", "map", "M1", 2, 2)]),
    "another mapset": (
        "T DFHMSD TYPE=MAP\nM1 DFHMDI\n",
        [("", "mapset", "S", 1, 1), ("", "mapset", "T", 2, 3), ("T", "map", "M1", 3, 3)],
    ),
    "no map": (" DFHMSD TYPE=FINAL\n", [("", "mapset", "S", 1, 2)]),
}


@pytest.mark.parametrize(("text", "expected"), ENDS.values(), ids=ENDS)
def test_a_mapset_ends_where_it_must(text, expected):
    assert units(tree_of("S DFHMSD TYPE=MAP\n" + text)) == expected


INITIAL = {
    "quotes and ampersands are doubled": ("A DFHMDF INITIAL='IT''S A && B'\n", "IT'S A & B"),
    "over two lines": (on_card("A DFHMDF INITIAL='" + "x" * 53) + f"{'':15}yyy'\n", "x" * 53 + "yyy"),
    "a comma and a blank": ("A DFHMDF INITIAL='A, B',LENGTH=4\n", "A, B"),
    "letters beyond ASCII": (on_card("A DFHMDF INITIAL='één',") + f"{'':15}POS=(1,1)\n", "één"),
    "letters up to column 71": (on_card("A DFHMDF INITIAL='" + "é" * 53) + f"{'':15}y'\n", "é" * 53 + "y"),
    "letters with a byte that looks like a blank": ("A DFHMDF INITIAL='voilà',LENGTH=5\n", "voilà"),
    "a mark at the start": ("\ufeffA DFHMDF INITIAL='B'\n", "B"),
    "a string that nothing closes": ("A DFHMDF INITIAL='B C\nB DFHMDF POS=(1,1)\n", "'B C"),
}


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "cp037", "utf-16-le"])
@pytest.mark.parametrize(("text", "initial"), INITIAL.values(), ids=INITIAL)
def test_what_a_field_shows_is_read_as_the_assembler_does(text, initial, codec):
    if codec in ("cp1252", "cp037"):
        text = text.removeprefix("\ufeff")
    assert fields(tree_of(text, codec))[0][1]["initial"] == initial


GOES_ON = {
    "column 72": (on_card("A DFHMDF POS=(1,1),") + "               LENGTH=3\n", 1),
    "comma without column 72": ("A DFHMDF POS=(1,1),\n               LENGTH=3\n", 1),
    "remark that goes on": (on_card("A DFHMDF POS=(1,1),LENGTH=3 a remark") + f"{'':16}and more\n", 1),
    "comma before another field": ("A DFHMDF LENGTH=3,\nB DFHMDF LENGTH=3\n", 2),
    "column 72 before another field": (on_card("A DFHMDF LENGTH=3") + "B DFHMDF LENGTH=3\n", 2),
    "sequence numbers": (f"{'A DFHMDF POS=(1,1),':71}X00000100\n{'               LENGTH=3':72}00000200\n", 1),
}


@pytest.mark.parametrize(("text", "count"), GOES_ON.values(), ids=GOES_ON)
def test_a_macro_goes_on_where_column_72_or_a_comma_says_so(text, count):
    tree = tree_of(text)
    assert [facts.get("length") for _, facts in fields(tree)] == [3] * count
    assert unread(tree) == []


ODD = ["POS=(1)", "POS=(A,B)", "POS=(1,99999)", "LENGTH=X", "LENGTH=999999", "POS=", "ATTRB"]


@pytest.mark.parametrize("operand", ODD)
def test_an_odd_operand_gives_no_fact(operand):
    assert fields(tree_of(f"A DFHMDF {operand}\n")) == [("A", {"attributes": "", "initial": ""})]


def test_comments_strings_and_copies_are_marked():
    text = "* voilà\n.* two\nA DFHMDF INITIAL='B''C'  three\n COPY BYSMAC\n"
    tree = tree_of(text)
    found = [(m.tag, tree.file.data[m.span.start : m.span.end].decode()) for m in tree.marks() if m.tag != "field"]
    assert found == [
        ("comment", "* voilà"),
        ("comment", ".* two"),
        ("string", "'B''C'"),
        ("comment", "three"),
        ("include", " COPY BYSMAC"),
    ]
    assert [(link.kind, link.target, link.how) for link in collect(tree).links] == [("include", "BYSMAC", "copy")]


@pytest.mark.parametrize("line", ["//A EXEC PGM=X", "rubbish", "A FROB X=1", "A", "LR    R1,R2"])
def test_what_is_no_map_is_counted(line):
    tree = tree_of(f"A DFHMDF LENGTH=1\n{line}\n  PRINT NOGEN\nB DFHMDF LENGTH=1\n")
    assert unread(tree) == [line]
    assert len(fields(tree)) == 2


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "*", "A", "A DFHMDF", "A DFHMDF '", " DFHMSD TYPE=FINAL", "\x1a", "A DFHMDF A=(", " END"]
)
def test_a_strange_file_gives_a_tree(text):
    tree = tree_of(text)
    assert all(0 <= m.span.start <= m.span.end <= len(text) for m in [*tree.marks()])
    assert len(tree.unparsed) == (text == "A")
