import pytest
from tests.parse.jcl.reading import deck_of

# Each text, and its statements as name, operation, operands.
STATEMENTS = {
    "name, operation, operands, comment": (
        "//A DD DSN=X,DISP=SHR  a comment, it says",
        [("A", "DD", "DSN=X,DISP=SHR")],
    ),
    "no name": ("// EXEC PGM=X", [("", "EXEC", "PGM=X")]),
    "no operands": ("//P PROC", [("P", "PROC", "")]),
    "step and DD": ("//S1.IN DD DSN=X", [("S1.IN", "DD", "DSN=X")]),
    "tabs": ("//A\tEXEC\tPGM=X\tcomment", [("A", "EXEC", "PGM=X")]),
    "lower case": ("//a exec pgm=x", [("a", "EXEC", "pgm=x")]),
    "national characters": ("//#@$ DD DSN=@#$.X", [("#@$", "DD", "DSN=@#$.X")]),
    "blanks and commas in quotes": ("//A EXEC X,PARM='A, B'  c", [("A", "EXEC", "X,PARM='A, B'")]),
    "doubled quotes": ("//A EXEC X,PARM='IT''S (' , Y=1", [("A", "EXEC", "X,PARM='IT''S ('")]),
    "goes on behind a comma": ("//A DD DSN=X,\n//   DISP=SHR", [("A", "DD", "DSN=X,DISP=SHR")]),
    "goes on behind a comment": ("//A DD DSN=X,   first\n//   DISP=SHR  last", [("A", "DD", "DSN=X,DISP=SHR")]),
    "comment lines between": ("//A DD DSN=X,\n//* between\n//*\n//   DISP=SHR", [("A", "DD", "DSN=X,DISP=SHR")]),
    "far to the right": (f"//A DD DSN=X,\n//{' ' * 40}DISP=SHR", [("A", "DD", "DSN=X,DISP=SHR")]),
    "no line that goes on": ("//A DD DSN=X,\n//B DD DSN=Y", [("A", "DD", "DSN=X,"), ("B", "DD", "DSN=Y")]),
    "a comma at the end of the file": ("//A DD DSN=X,", [("A", "DD", "DSN=X,")]),
    "sequence numbers": (f"{'//A DD DSN=X,':72}00000100\n{'// DISP=SHR':72}00000200", [("A", "DD", "DSN=X,DISP=SHR")]),
    "operands up to column 71": (f"//A EXEC X,PARM={'P' * 55}ZZZ", [("A", "EXEC", f"X,PARM={'P' * 55}")]),
    "a broken string": (
        f"{'//A EXEC X,PARM=' + chr(39) + 'AAA BBB':71}X\n//             CCC''S',T=1 c",
        [("A", "EXEC", f"{'X,PARM=' + chr(39) + 'AAA BBB':62}CCC''S',T=1")],
    ),
    "a string broken twice": (
        "//A EXEC X,PARM='A\n//             B\n//             C',T=1",
        [("A", "EXEC", "X,PARM='ABC',T=1")],
    ),
    "a quote that nothing closes": (
        "//A EXEC X,PARM='B C\n//B DD D=1",
        [("A", "EXEC", "X,PARM='B C"), ("B", "DD", "D=1")],
    ),
    "a long comment": (
        f"{'//A DD DSN=X  a comment':71}X\n// that goes on\n//B DD D=1",
        [("A", "DD", "DSN=X"), ("B", "DD", "D=1")],
    ),
    "a comment up to column 72 is no long one": (
        f"{'//A DD DSN=X  ':c<72}\n// EXEC PGM=Y",
        [("A", "DD", "DSN=X"), ("", "EXEC", "PGM=Y")],
    ),
    "condition over two lines": (
        "//T IF (A.RC = 0 &\n//  B.RC = 0) THEN  c\n// ENDIF",
        [("T", "IF", "(A.RC = 0 & B.RC = 0) "), ("", "ENDIF", "")],
    ),
    "condition without an end": ("// IF A.RC = 0\n//B DD D=1", [("", "IF", "A.RC = 0"), ("B", "DD", "D=1")]),
    "operator command": ("// START NET", [("", "COMMAND", "NET")]),
    "letters beyond ASCII": (f"{'//A DD DSN=X,':30}{'é' * 41}X\n// DISP=SHR", [("A", "DD", "DSN=X,DISP=SHR")]),
}


@pytest.mark.parametrize(("text", "expected"), STATEMENTS.values(), ids=STATEMENTS)
def test_statements_are_read(text, expected):
    deck = deck_of(text.encode().decode("latin-1"))
    assert [(s.name, s.operation, s.operands) for s in deck.statements] == expected
    assert deck.unparsed == []


DATA = {
    "ends at the delimiter": ("//A DD *\nx\ny\n/*\n//B DD D=1", "x\ny", ["A", "B"]),
    "ends at a statement": ("//A DD *\nx\n//B DD D=1", "x", ["A", "B"]),
    "ends at a comment line": ("//A DD *\nx\n//* c\n//B DD D=1", "x", ["A", "B"]),
    "ends with the file": ("//A DD *\nx\n\n", "x\n\n", ["A"]),
    "statements as data": ("//A DD DATA\n//X JOB\n//* c\n/*\n//B DD D=1", "//X JOB\n//* c", ["A", "B"]),
    "its own delimiter": ("//A DD *,DLM=AA\n//X\n/*\nAA\n//B DD D=1", "//X\n/*", ["A", "B"]),
    "its own delimiter in quotes": ("//A DD DATA,DLM='$$'\n/*\n$$\n//B DD D=1", "/*", ["A", "B"]),
    "options behind the star": ("//A DD *,SYMBOLS=JCLONLY\nx\n/*\n//B DD D=1", "x", ["A", "B"]),
    "none": ("//A DD *\n/*\n//B DD D=1", None, ["A", "B"]),
    "a control card of JES ends it": ("//A DD *\nx\n/*XEQ N1\n//B DD D=1", "x", ["A", "B"]),
    "a job sent elsewhere": ("// XMIT DEST=N1,DLM=ZZ\n//X JOB\nZZ\n//B DD D=1", "//X JOB", ["", "B"]),
    "a star that is no data": ("//A DD SYSOUT=*\n//B DD D=1", None, ["A", "B"]),
}


@pytest.mark.parametrize(("text", "data", "names"), DATA.values(), ids=DATA)
def test_data_in_the_stream_is_data(text, data, names):
    deck = deck_of(text)
    found = deck.statements[0].data
    assert (text[slice(*found)] if found else None) == data
    assert [s.name for s in deck.statements] == names
    assert deck.unparsed == []


def texts(text, places):
    return [text[start:end] for start, end in places]


def test_comments_are_whole_lines_and_what_stands_behind_the_operands():
    text = "//* one  \n//A DD D=1   two it's, x\n//B DD D=2,  three\n//  E=1\n//*\n"
    assert texts(text, sorted(deck_of(text).comments)) == ["//* one", "two it's, x", "three", "//*"]


CONTROLS = [
    "//",
    "/*",
    "/*JOBPARM LINES=9",
    "//*MAIN CLASS=X",
    "//*ENDPROCESS",
    ")SEL &A = B",
    ")CM remark",
    f"{'//':72}00000100",
]


@pytest.mark.parametrize("line", CONTROLS)
def test_control_cards_are_neither_comment_nor_unknown(line):
    deck = deck_of(line + "\n")
    assert (len(deck.controls), deck.comments, deck.unparsed, deck.statements) == (1, [], [], [])


@pytest.mark.parametrize("line", ["//*MAINTENANCE", "//* MAIN", "//**"])
def test_a_comment_that_looks_like_a_control_card_stays_one(line):
    assert len(deck_of(line).comments) == 1


UNKNOWN = ["//NAME", "//A FROB X=1", "DELETE X", "  EXEC PGM=X", "/ /", "//A"]


@pytest.mark.parametrize("line", UNKNOWN)
def test_what_is_no_statement_is_counted(line):
    text = f"//A DD D=1\n{line}\n//B DD D=2\n"
    deck = deck_of(text)
    assert texts(text, deck.unparsed) == [line]
    assert [s.name for s in deck.statements] == ["A", "B"]


def test_a_mark_at_the_start_is_no_letter():
    text = "\xef\xbb\xbf//A DD D=1\n// DD D=2"
    deck = deck_of(text)
    assert [(s.start, s.end) for s in deck.statements] == [(3, 13), (14, 23)]


def test_offsets_of_operands_are_those_of_the_file():
    text = "//A DD DSN=X,  c\n//*\n//     VOL=SER=ABC,\n//  UNIT=3390\n"
    (found,) = deck_of(text).statements
    for parameter in found.parameters:
        start, end = found.offset(parameter.start), found.offset(parameter.end - 1) + 1
        assert text[start:end] == f"{parameter.keyword}={parameter.value}"


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_are_no_part_of_anything(end):
    text = f"//A DD DSN=X,{end}// DISP=SHR{end}//S DD *{end}x{end}/*{end}// DD D=1{end}"
    deck = deck_of(text)
    assert [s.operands for s in deck.statements] == ["DSN=X,DISP=SHR", "*", "D=1"]
    assert texts(text, [deck.statements[1].data]) == ["x"]
