import json
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import quote

import pytest

from legacyctl.errors import GuardError
from legacyctl.guard.egress import check, digest

from .conftest import PLANTED

CODE = "bsn = 999990019  # j.jansen@example.org\n"


def body(sealed, **more):
    messages = [{"role": role, "content": text} for role, text in sealed.messages]
    return {"model": "m", "messages": messages, **more}


@pytest.mark.parametrize("ascii_only", [True, False])
def test_a_clean_request_passes(ask, ascii_only):
    sealed = ask(CODE + "# één\n").sealed
    sealed.check(json.dumps(body(sealed), ensure_ascii=ascii_only).encode())


def test_a_clean_text_passes(ask):
    sealed = ask(CODE).sealed
    sealed.check("<|begin|>".join(text for _, text in sealed.messages).encode())


@pytest.mark.parametrize("spell", [str, quote, lambda v: b64encode(v.encode()).decode()], ids=["raw", "url", "base64"])
@pytest.mark.parametrize("field", ["user", "999990019"])
@pytest.mark.parametrize("kind", ["BSN", "EMAIL"])
def test_a_value_anywhere_in_the_request_stops_it(ask, spell, field, kind):
    sealed = ask(CODE).sealed
    data = json.dumps(body(sealed, **{field: {"id": [spell(PLANTED[kind])]}})).encode()
    with pytest.raises(GuardError) as caught:
        sealed.check(data)
    assert PLANTED[kind] not in str(caught.value)


def test_an_escape_hides_nothing(ask):
    sealed = ask(CODE).sealed
    data = json.dumps(body(sealed, user="@@")).replace("@@", "".join(f"\\u{ord(c):04x}" for c in "999990019")).encode()
    with pytest.raises(GuardError, match="must not leave"):
        sealed.check(data)


@pytest.mark.parametrize("value", ["NL91ABNA0417164300", "p.pieters@example.org", "999990020", "06-12345678"])
def test_what_no_vault_knows_stops_it_too(ask, value):
    sealed = ask(CODE).sealed
    with pytest.raises(GuardError, match="did not mask"):
        sealed.check(json.dumps(body(sealed, user=value)).encode())


def test_another_prompt_stops_it(ask):
    sealed = ask(CODE).sealed
    with pytest.raises(GuardError, match="does not carry the sealed prompt"):
        sealed.check(json.dumps(body(ask("x = 1").sealed)).encode())


def test_a_prompt_that_was_changed_after_sealing_stops_it(ask, vault):
    @dataclass
    class Changed:
        messages: tuple[tuple[str, str], ...]
        sha256: str

    sealed = ask(CODE).sealed
    changed = Changed((("user", "something else"),), sealed.sha256)
    with pytest.raises(GuardError, match="not the one that was sealed"):
        check(b"something else", vault(), changed)


def test_the_digest_is_that_of_the_messages():
    assert digest((("user", "x"),)) != digest((("user", "y"),))
    assert digest(()) == "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"
