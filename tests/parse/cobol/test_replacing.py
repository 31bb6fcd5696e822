"""REPLACING and REPLACE: what becomes what."""

from __future__ import annotations

import pytest

from .copying import code, expanded, tree_with


def copied(text: str, replacing: str) -> str:
    """The words of a copybook after COPY ... REPLACING."""
    lines = (f"     {line}" for line in replacing.split("\n"))
    tree = tree_with(code("MAIN-LINE.", "     COPY A", *lines), A=f"           {text}\n")
    return expanded(tree).partition("MAIN-LINE . ")[2]


CHANGED = {
    "word": ("MOVE X TO Y.", "REPLACING X BY Z.", "MOVE Z TO Y ."),
    "each time": ("MOVE X TO X.", "REPLACING X BY Z.", "MOVE Z TO Z ."),
    "literal": ("MOVE 'A' TO Y.", "REPLACING 'A' BY 12.", "MOVE 12 TO Y ."),
    "two pairs": ("MOVE X TO Y.", "REPLACING X BY Y Y BY X.", "MOVE Y TO X ."),
    "the first that fits": ("MOVE X.", "REPLACING ==X== BY A ==MOVE X== BY B ==MOVE== BY C.", "B ."),
    "name with qualifier": ("MOVE X TO Y.", "REPLACING X BY X OF R.", "MOVE X OF R TO Y ."),
    "qualified name": ("MOVE X OF R TO Y.", "REPLACING X OF R BY Z.", "MOVE Z TO Y ."),
    "with subscript": ("MOVE X TO Y.", "REPLACING X BY T (1).", "MOVE T ( 1 ) TO Y ."),
    "signed": ("MOVE X TO Y.", "REPLACING X BY -1.", "MOVE - 1 TO Y ."),
    "pseudo-text": ("MOVE X TO Y.", "REPLACING ==X TO Y== BY ==1 TO Z==.", "MOVE 1 TO Z ."),
    "over line ends": ("MOVE X\n               TO Y.", "REPLACING ==X   TO==\n BY ==Z TO==.", "MOVE Z TO Y ."),
    "separators": ("ADD A, B TO C.", "REPLACING ==A B== BY ==D==.", "ADD D TO C ."),
    "nothing": ("MOVE X TO Y Z.", "REPLACING ==Z== BY ====.", "MOVE X TO Y ."),
    "leading": ("MOVE OLD-X TO OLD-Y.", "REPLACING LEADING ==OLD== BY ==NEW==.", "MOVE NEW-X TO NEW-Y ."),
    "trailing": ("MOVE X-OLD TO Y.", "REPLACING TRAILING ==-OLD== BY ==-NEW==.", "MOVE X-NEW TO Y ."),
    "leading nothing": ("MOVE OLD-X TO Y.", "REPLACING LEADING ==OLD-== BY ====.", "MOVE X TO Y ."),
    "tag": ("MOVE :T:-X TO A-:T:-B.", "REPLACING ==:T:== BY ==WS==.", "MOVE WS-X TO A-WS-B ."),
    "tag alone": ("MOVE :T: TO Y.", "REPLACING ==:T:== BY ==X OF R==.", "MOVE X OF R TO Y ."),
    "in brackets": ("MOVE A-(T)-B TO (T)C.", "REPLACING ==(T)== BY ==X==.", "MOVE A-X-B TO XC ."),
    "long and short": ("MOVE A B C A B D.", "REPLACING ==A B C== BY X ==A B== BY Y.", "MOVE X Y D ."),
}


@pytest.mark.parametrize(("text", "replacing", "words"), CHANGED.values(), ids=CHANGED)
def test_replacing(text, replacing, words):
    assert copied(text, replacing) == words


KEPT = {
    "part of a word": ("MOVE XA TO AX.", "REPLACING X BY Z."),
    "part of a text": ("MOVE X TO Y.", "REPLACING ==X TO Z== BY ==1==."),
    "other end": ("MOVE X-OLD TO Y.", "REPLACING LEADING ==OLD== BY ==NEW==."),
    "no pairs": ("MOVE X TO Y.", "REPLACING."),
    "half a pair": ("MOVE X TO Y.", "REPLACING X."),
    "open pseudo-text": ("MOVE X TO Y.", "REPLACING ==X BY Z."),
}


@pytest.mark.parametrize(("text", "replacing"), KEPT.values(), ids=KEPT)
def test_no_replacing(text, replacing):
    assert copied(text, replacing).startswith(copied(text, "."))


REPLACED = {
    "from here on": (("  MOVE X.", "  REPLACE ==X== BY ==Y==.", "  MOVE X."), "MOVE X . MOVE Y ."),
    "until it is off": (("  REPLACE ==X== BY ==Y==.", "  MOVE X.", "  REPLACE OFF.", "  MOVE X."), "MOVE Y . MOVE X ."),
    "until the next": (("  REPLACE ==X== BY ==Y==.", "  REPLACE ==Z== BY ==Y==.", "  MOVE X Z."), "MOVE X Y ."),
    "and another": (("  REPLACE ==X== BY ==Y==.", "  REPLACE ALSO ==Z== BY ==W==.", "  MOVE X Z."), "MOVE Y W ."),
    "and no more": (
        ("  REPLACE ==X== BY ==Y==.", "  REPLACE ALSO ==Z== BY ==W==.", "  REPLACE LAST OFF.", "  MOVE X Z."),
        "MOVE Y Z .",
    ),
    "never on": (("  REPLACE OFF.", "  REPLACE LAST OFF.", "  MOVE X."), "MOVE X ."),
    "copied text": (("  REPLACE ==C== BY ==D==.", "  COPY A."), "MOVE B TO D ."),
    "after REPLACING": (("  REPLACE ==B== BY ==D==.", "  COPY A REPLACING C BY B."), "MOVE D TO D ."),
    "from a copybook": (("  COPY R.", "  MOVE X."), "MOVE Y ."),
}


@pytest.mark.parametrize(("lines", "words"), REPLACED.values(), ids=REPLACED)
def test_replace(lines, words):
    copybooks = {"A": "           MOVE B TO C.\n", "R": "           REPLACE ==X== BY ==Y==.\n"}
    tree = tree_with(code("MAIN-LINE.", *(f"  {line}" for line in lines)), **copybooks)
    assert expanded(tree).partition("MAIN-LINE . ")[2] == words


LARGE = {
    "a long text": f"REPLACE =={' A' * 1_000} B== BY ==C==.",
    "many texts alike": f"REPLACE {' '.join(f'==A B{at}== BY ==C==' for at in range(400))}.",
    "many texts": f"REPLACE {' '.join(f'==A{at}== BY ==C==' for at in range(2_000))}.",
    "many parts": f"REPLACE {' '.join(f'LEADING ==A{at}== BY ==C==' for at in range(400))}.",
    "many statements": "REPLACE ==Z== BY ==Y==. "
    + " ".join(f"REPLACE ALSO ==A{at}== BY ==C==." for at in range(1_200)),
}


@pytest.mark.parametrize("statement", LARGE.values(), ids=LARGE)
def test_what_would_take_too_long_is_not_carried_out(statement):
    """Each would take minutes if every word of the text were held beside every word that is looked for."""
    words = "\n".join(f"           {word}" for word in statement.split(" "))
    text = code("MAIN-LINE.") + f"{words}\n" + "           MOVE A TO A A A A A A A A A.\n" * 3_000
    (flow,) = tree_with(text).completed.flows
    assert flow.unclear
