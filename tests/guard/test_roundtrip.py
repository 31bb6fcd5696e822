"""For any value in any place: nothing of it goes out, and an echo brings it back to the byte."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from legacyctl.errors import GuardError
from legacyctl.guard.checksums import elfproef, iban_remainder

DIGITS = "0123456789"
WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)


@st.composite
def bsns(draw):
    # All out of 9999xxxxx, a range that is not handed out.
    digits = "9999" + draw(st.text(DIGITS, min_size=4, max_size=4))
    valid = [digits + last for last in DIGITS if elfproef(digits + last)]
    assume(valid)
    a, b, c = valid[0][:4], valid[0][4:6], valid[0][6:]
    return draw(st.sampled_from([valid[0], f"{a}.{b}.{c}", f"{a}-{b}-{c}", f"{a} {b} {c}"]))


@st.composite
def ibans(draw):
    bank = draw(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=4, max_size=4))
    account = bank + draw(st.text(DIGITS, min_size=10, max_size=10))
    plain = f"NL{98 - iban_remainder(f'NL00{account}'):02}{account}"
    spaced = " ".join(plain[at : at + 4] for at in range(0, 18, 4))
    return draw(st.sampled_from([plain, plain.lower(), spaced]))


@st.composite
def mails(draw):
    name = f"{draw(WORDS)}{draw(st.sampled_from(['', '.', '_', '-']))}{draw(WORDS)}"
    mail = f"{name}@{draw(WORDS)}.{draw(st.sampled_from(['example', 'test', 'example.org']))}"
    return draw(st.sampled_from([mail, mail.upper(), mail.title()]))


@st.composite
def phones(draw):
    rest = draw(st.sampled_from("123456789")) + draw(st.text(DIGITS, min_size=7, max_size=7))
    forms = ["06{}", "06-{}", "06 {}", "+316{}", "+31 6 {}", "00316{}", "+31 (0)6 {}"]
    return draw(st.sampled_from(forms)).format(rest)


VALUES = st.one_of(bsns(), ibans(), mails(), phones())
CONTEXTS = {
    "python": ["x = '{}'\n", "# zie {} hier\n", '"""\nVan {}.\n"""\n', "d = {{'sleutel': '{}'}}\n", "y = f(1, '{}')\n"],
    "java": [
        'class A {{ String s = "{}"; }}\n',
        "// zie {}\n",
        "/* {} */\n",
        'class A {{ void f() {{ g("{}", 1); }} }}\n',
    ],
    "cobol": [
        "           MOVE '{}' TO WS-VELD.\n",
        "000100* ZIE {}\n",
        "000200 01  WS-A PIC X(40) VALUE '{}'.                                  \n",
    ],
}
PIECES = st.sampled_from([(language, form) for language, forms in CONTEXTS.items() for form in forms])


@settings(max_examples=120, deadline=None)
@given(piece=PIECES, value=VALUES, seed=st.integers(0, 10**6))
def test_nothing_goes_out_and_everything_comes_back(ask, vault, piece, value, seed):
    language, form = piece
    code = form.format(value)
    talk = ask(code, language, known=vault(seed))
    assert not leaks(value, "".join(text for _, text in talk.sealed.messages))
    assert talk.answer(talk.masked) == code
    assert [len(line) for line in talk.masked.splitlines()] == [len(line) for line in code.splitlines()]


@settings(max_examples=30, deadline=None)
@given(values=st.lists(VALUES, min_size=1, max_size=8), seed=st.integers(0, 10**6))
def test_a_session_gives_one_surrogate_to_one_value(ask, vault, values, seed):
    session = vault(seed)
    lines = [ask(f"x = '{value}'\n", known=session).masked for value in values]
    assert [ask(f"x = '{value}'\n", known=session).masked for value in values] == lines
    assert len(set(lines)) == len(set(values))


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_is_sealed_or_refused(ask, text):
    try:
        talk = ask(text)
    except GuardError:
        return
    assert talk.answer(talk.masked) == text


def leaks(value, sent):
    digits = re.sub(r"\D", "", value)
    return value.lower() in sent.lower() or (len(digits) > 8 and digits[-9:] in re.sub(r"[ ._()-]", "", sent))
