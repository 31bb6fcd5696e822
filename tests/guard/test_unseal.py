from typing import NamedTuple

import pytest

from legacyctl.errors import GuardError
from legacyctl.guard import unseal
from legacyctl.model import Reply

from .conftest import PLANTED

CODE = "def f(a):\n    bsn = 999990019  # j.jansen@example.org\n    print(a, bsn)\n"


@pytest.mark.parametrize("value", PLANTED.values(), ids=PLANTED)
def test_an_echo_is_what_was_sealed(ask, value):
    code = f'x = """{value}"""\n'
    talk = ask(code)
    assert talk.answer(talk.masked) == code


def test_the_rest_of_an_answer_may_change(ask):
    talk = ask(CODE)
    answer = talk.masked.replace("print(a, bsn)", "return bsn").replace("f(a)", "f()")
    assert talk.answer(answer) == CODE.replace("print(a, bsn)", "return bsn").replace("f(a)", "f()")


def test_two_spellings_come_back_as_they_were(ask):
    code = "a = 999990019  # 9999.90.019\n"
    talk = ask(code)
    lines = "# note\n" + talk.masked
    assert talk.answer(lines) == "# note\n" + code


def test_a_suffix_and_an_escape_stay_outside_the_value(ask):
    code = 'long a = 999990019L; String b = "\\n9999.90.019\\n";\n'
    talk = ask(code, "java")
    assert talk.answer(talk.masked) == code


def test_cobol_gets_its_margins_back(ask):
    code = "000100     MOVE 999990019 TO WS-BSN.                                    PJANSEN\r\n000200     STOP RUN.\r\n"
    talk = ask(code, "cobol")
    assert talk.answer(talk.masked) == code
    assert talk.answer(talk.masked.replace("STOP RUN", "GOBACK")).endswith("           GOBACK.\r\n")


class Answer(NamedTuple):
    text: str
    bsn: str
    mail: str


def echo(talk):
    text = talk.masked
    return Answer(text, text.partition("bsn = ")[2][:9], text.partition("# ")[2].split("\n")[0])


ATTACKS = {
    "last digit changed": (
        lambda a: a.text.replace(a.bsn, a.bsn[:-1] + ("1" if a.bsn[-1] == "0" else "0")),
        "altered or made-up placeholder for a BSN",
    ),
    "spelled otherwise": (
        lambda a: a.text.replace(a.bsn, f"{a.bsn[:4]}.{a.bsn[4:6]}.{a.bsn[6:]}"),
        "altered or made-up placeholder for a BSN",
    ),
    "made up": (lambda a: a.text + "x = 990000123\n", "altered or made-up placeholder for a BSN"),
    "missing": (lambda a: a.text.replace(a.bsn, "0"), "1 of 2 placeholders are missing"),
    "no placeholder left": (lambda _: "", "2 of 2 placeholders are missing"),
    "an extra place": (lambda a: a.text + f"x = {a.bsn}\n", "in more places"),
    "inside another word": (lambda a: a.text.replace(a.mail, f"x{a.mail}"), "inside another word"),
    "out of the comment": (lambda a: a.text.replace(f"  # {a.mail}", f"\n    x = '{a.mail}'"), "moved into a string"),
    "into a string": (lambda a: a.text.replace(a.bsn, f"'{a.bsn}'"), "moved into a string"),
    "into a URL": (lambda a: a.text.replace(a.mail, f"http://example.org/?q={a.mail}"), "moved into a URL"),
    "into a new call": (
        lambda a: a.text.replace(f"bsn = {a.bsn}", f"bsn = post({a.bsn})"),
        "moved into a call of post",
    ),
    "a value of its own": (lambda a: a.text + "# NL91ABNA0417164300\n", "brings a IBAN of its own"),
    "an address of its own": (lambda a: a.text + "# p.pieters@example.org\n", "brings a EMAIL of its own"),
    "the value itself": (lambda a: a.text + "# j.jansen@example.org\n", "a value that was never sent"),
    "something invisible": (lambda a: a.text + "# a\u200bb\n", "invisible character"),
}


@pytest.mark.parametrize(("attack", "problem"), ATTACKS.values(), ids=ATTACKS)
def test_an_answer_that_bends_a_placeholder_is_refused(ask, attack, problem):
    talk = ask(CODE)
    with pytest.raises(GuardError, match=problem) as caught:
        talk.answer(attack(echo(talk)))
    assert not any(value in str(caught.value) for value in ("999990019", "jansen", "ABNA", "pieters"))


def test_a_placeholder_of_another_prompt_is_refused(ask):
    other = ask("x = 'NL91ABNA0417164300'\n")
    talk = ask(CODE, known=other.vault)
    with pytest.raises(GuardError, match="belongs to another place"):
        talk.answer(talk.masked + other.masked)


def test_a_placeholder_of_the_context_stays_there(ask):
    talk = ask("x = 1\n", context="iban = 'NL91ABNA0417164300'")
    placeholder = talk.sealed.messages[1][1].partition("iban = '")[2][:18]
    with pytest.raises(GuardError, match="belongs to another place"):
        talk.answer(f"x = '{placeholder}'\n")


def test_a_constant_that_looks_like_a_placeholder_is_left(ask):
    code = "MAX = 999999999\nbsn = 999990019\n"
    talk = ask(code)
    assert talk.answer(talk.masked) == code


def test_another_vault_cannot_open_it(ask, vault):
    with pytest.raises(GuardError, match="not sealed with this vault"):
        unseal(Reply("task", ""), ask(CODE).sealed, vault())


def test_an_answer_to_another_task_is_refused(ask):
    talk = ask(CODE)
    with pytest.raises(GuardError, match="task other"):
        unseal(Reply("other", talk.masked), talk.sealed, talk.vault)


def test_the_rest_of_the_reply_is_kept(ask):
    talk = ask("x = 1")
    reply = Reply("task", "x = 2", model="m", finish="length", tokens_in=3, tokens_out=4, seconds=0.5)
    assert unseal(reply, talk.sealed, talk.vault) == reply
