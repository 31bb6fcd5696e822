import codecs
import pickle

import pytest

from legacyctl.model import SourceFile
from legacyctl.source.ebcdic import code_page

ALL = bytes(range(256))


def test_cp1047_differs_from_cp037_in_six_characters():
    pairs = zip(ALL.decode("cp1047"), ALL.decode("cp037"), strict=True)
    other = {byte: new for byte, (new, old) in enumerate(pairs) if new != old}
    assert other == {0x5F: "^", 0xAD: "[", 0xB0: "¬", 0xBA: "Ý", 0xBB: "¨", 0xBD: "]"}


def test_every_byte_of_cp1047_comes_back():
    assert ALL.decode("cp1047").encode("cp1047") == ALL


@pytest.mark.parametrize("name", ["cp1047", "CP1047", "ibm1047", "IBM-1047", "1047"])
def test_cp1047_is_known_by_its_usual_names(name):
    assert codecs.lookup(name).name == "cp1047"


def test_a_letter_that_cp1047_lacks_is_refused_or_replaced():
    with pytest.raises(UnicodeEncodeError):
        "€".encode("cp1047")
    assert "€".encode("cp1047", "replace") == "?".encode("cp1047")


def test_a_file_in_cp1047_can_be_sent_to_another_process():
    file = pickle.loads(pickle.dumps(SourceFile("a", encoding="cp1047", data="[x]".encode("cp1047"))))  # noqa: S301 - ours
    assert file.text == "[x]"


PAGES = ("cp037", "cp500", "cp1140", "cp1047")
TOLD = {
    "brackets": ("MOVE '[A]' TO B.", ("cp037", "cp500", "cp1047")),
    "exclamation mark": ("DISPLAY 'KLAAR!'", ("cp037", "cp500")),
    "concatenation": ("SELECT A || B INTO :C", ("cp037", "cp500")),
    "not equal": ("IF A ¬= B", ("cp037", "cp1047")),
    "brackets and the euro": ("* [prijs] in €", ("cp1140",)),
    "euro": ("* prijs in €", ("cp1140",)),
    "nothing that tells": ("MOVE A TO B.", ("cp037",)),
    "an unpaired bracket": ("MOVE '[' TO B.", ("cp037",)),
    "brackets in brackets": ("MOVE A[B[1]] TO C", ("cp037", "cp1047")),
}


@pytest.mark.parametrize(
    ("text", "page"),
    [pytest.param(text, page, id=f"{name} in {page}") for name, (text, pages) in TOLD.items() for page in pages],
)
def test_the_code_page_is_told_by_its_signs(text, page):
    assert code_page(text.encode(page)) == page


def test_most_signs_decide():
    text = "MOVE '[A]' TO B. MOVE '[C]' TO D. DISPLAY 'KLAAR!'"
    assert code_page(text.encode("cp1047")) == "cp1047"
