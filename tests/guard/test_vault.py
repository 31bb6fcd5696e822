import copy
import json
import logging
import pickle
from base64 import b64encode
from urllib.parse import quote

import pytest

from legacyctl.errors import GuardError
from legacyctl.guard import Vault
from legacyctl.guard.checksums import elfproef
from legacyctl.guard.detect import detect

from .conftest import PLANTED


def take(vault, text):
    return [s for hit in detect(text, vault.rules) for s in vault.surrogates(hit, text, avoid=[text])]


def test_the_same_value_keeps_its_surrogate(vault):
    session = vault()
    assert take(session, "a = 999990019") == take(session, "# in another file: 999990019")


def test_spellings_of_a_value_have_spellings_of_its_surrogate(vault):
    plain, dotted = take(vault(), "999990019 en 9999.90.019")
    assert dotted.replace(".", "") == plain


def test_a_surrogate_is_not_in_any_text(vault):
    first = take(vault(), "999990019")[0]
    assert take(vault(), f"999990019 {first}") != [first]


def test_no_surrogate_of_a_short_number_is_real(vault):
    session = vault()
    short = [take(session, f"bsn = {number}")[0] for number in range(99990000, 99990200)]
    assert not any(map(elfproef, short))


def test_sessions_differ():
    assert len({take(Vault(), "999990019")[0] for _ in range(5)}) > 1


@pytest.mark.parametrize("value", PLANTED.values(), ids=PLANTED)
def test_nothing_shows_a_value(vault, value, caplog):
    session = vault()
    take(session, value)
    logging.getLogger().warning("%r %s", session, session)
    assert value not in repr(session) + caplog.text + "".join(dir(session))
    assert repr(session).startswith("Vault(")


def test_the_repr_counts_by_kind(vault):
    session = vault()
    take(session, "999990019, 9999.90.019, j.jansen@example.org")
    assert repr(session) == "Vault(3 values: BSN 2, EMAIL 1)"


@pytest.mark.parametrize("export", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps, vars])
def test_a_vault_does_not_leave_its_session(vault, export):
    with pytest.raises(TypeError):
        export(vault())


@pytest.mark.parametrize(
    "spell",
    [
        str.encode,
        lambda v: v.upper().encode(),
        lambda v: quote(v, safe="").encode(),
        lambda v: b64encode(v.encode()),
        lambda v: b64encode(b"x" + v.encode()),
        lambda v: b64encode(b"xy" + v.encode()),
    ],
    ids=["raw", "capitals", "url", "base64", "base64 shifted 1", "base64 shifted 2"],
)
@pytest.mark.parametrize("kind", ["BSN", "IBAN", "EMAIL", "PHONE"])
def test_every_spelling_is_recognised(vault, kind, spell):
    session = vault()
    take(session, PLANTED[kind])
    assert session.holds_value(b"before " + spell(PLANTED[kind]) + b" after")
    assert not session.holds_value(b"before and after 999990020")


@pytest.mark.parametrize("digits", ["9 9 9 9 9 0 0 1 9", "999/990/019", "9999-90-019"])
def test_digits_are_recognised_whatever_stands_between_them(vault, digits):
    session = vault()
    take(session, "999990019")
    assert session.holds_value(digits.encode())


def test_what_was_learnt_is_masked_without_its_label(vault, ask):
    session = vault()
    session.learn(["bsn = 999990011"])
    assert "999990011" not in ask("key = 999990011", known=session).masked


def test_a_used_up_kind_is_an_error():
    session = Vault(draw=lambda _: 0)
    take(session, "j.jansen@example.org")
    with pytest.raises(GuardError, match="no free placeholder is left for a EMAIL"):
        take(session, "p.jansen@example.org")
