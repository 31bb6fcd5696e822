"""What the COBOL codemods share: a result that does not read as the same statements is thrown away."""

from __future__ import annotations

import pytest

from legacyctl.codemods.cobol_sentences import rewritten
from legacyctl.model import Grade, SourceFile, Task

from .cobol_programs import HEAD

BODY = "           IF A = 1\n               EXIT.\n           STOP RUN.\n"
DATA = (HEAD + BODY).encode()
TASK = Task("t-1", "any", "src/PROEF.cbl", "cobol", (), (), Grade.E1)


def changed(old: str, new: str):
    at = DATA.index(old.encode())
    file = SourceFile("src/PROEF.cbl", "cobol", "utf-8", "\n", DATA, len(DATA))
    return rewritten(file, TASK, "some", lambda _: [(at, at + len(old), new)])


ANOTHER = {
    "a statement more": ("STOP RUN", "DISPLAY A STOP RUN"),
    "a statement less": ("EXIT", ""),
    "another verb": ("EXIT", "GOBACK"),
    "a period less": ("EXIT.", "EXIT"),
    "a period more": ("IF A = 1\n", "IF A = 1 EXIT.\n"),
}


@pytest.mark.parametrize(("old", "new"), ANOTHER.values(), ids=ANOTHER)
def test_other_statements_are_thrown_away(old, new):
    patch = changed(old, new)
    assert patch.empty
    assert patch.notes == ("src/PROEF.cbl: left as it is: the changed text does not read as the same statements",)


def test_the_same_statements_stay():
    assert changed("EXIT.", "EXIT END-IF.").changes[0].after == DATA.replace(b"EXIT.", b"EXIT END-IF.")


def test_a_file_that_could_not_be_read_stays():
    file = SourceFile("src/PROEF.cbl", "cobol", problem="broken symlink")
    patch = rewritten(file, TASK, "some", lambda _: [])
    assert (patch.empty, patch.notes) == (True, ("src/PROEF.cbl: broken symlink",))
