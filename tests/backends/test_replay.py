"""Recorded answers come back to the very prompt that they were given to, and to no other."""

import json

import pytest

from legacyctl.backends import open_backend
from legacyctl.backends.replay import NONCE, Recorder
from legacyctl.catalog import Profile
from legacyctl.config import BackendConfig
from legacyctl.errors import BackendError, UsageError
from legacyctl.guard import Vault

from .fault_server import good

PROFILE = Profile("replay", "replay", "own")


@pytest.fixture
def cassette(tmp_path, server, chat, sealed):
    """A cassette with one answer that a server gave."""
    path = tmp_path / "answers.jsonl"
    server.will(good("print('x')"))
    with path.open("w", encoding="utf-8") as file:
        Recorder(chat(), file.write).propose(sealed())
    return path


def replay(path):
    return open_backend(PROFILE, config=BackendConfig(cassette=str(path)))


def test_an_answer_comes_back(cassette, sealed):
    reply = replay(cassette).propose(sealed())
    assert (reply.task_id, reply.code, reply.finish) == ("task-1", "print('x')", "stop")


def test_a_folder_of_cassettes(cassette, sealed):
    assert replay(cassette.parent).propose(sealed()).code == "print('x')"


def test_the_recorder_passes_the_answer_on(server, chat, sealed):
    server.will(good("y = 1"))
    lines = []
    recorder = Recorder(chat(), lines.append)
    assert recorder.propose(sealed()).code == "y = 1"
    assert json.loads(lines[0])["code"] == "y = 1"
    assert (recorder.name, recorder.model) == ("faulty", "group//model/1")


def test_nothing_personal_is_recorded(server, chat, sealed):
    server.will(good())
    lines = []
    Recorder(chat(), lines.append).propose(sealed("bsn = '999990019'\n", vault=Vault()))
    assert "999990019" not in lines[0]


def test_the_nonce_of_the_new_prompt_stands_in_the_answer(cassette, sealed):
    cassette.write_text(cassette.read_text().replace("print('x')", f"# {NONCE}"))
    prompt = sealed()
    assert replay(cassette).propose(prompt).code == f"# {prompt.nonce}"


def test_a_changed_prompt_is_a_miss_that_shows_the_line(cassette, sealed):
    with pytest.raises(BackendError, match=r"changed since it was recorded") as caught:
        replay(cassette).propose(sealed("print 'y'\n"))
    assert "recorded: print 'x'\n  now:      print 'y'" in caught.value.message
    assert not caught.value.retryable


def test_a_longer_prompt_is_a_miss(cassette, sealed):
    with pytest.raises(BackendError, match="changed since"):
        replay(cassette).propose(sealed("print 'x'\n\nprint 'y'\n"))


def test_another_task_is_a_miss(cassette, sealed):
    with pytest.raises(BackendError, match="no answer was recorded for task task-2 \\(1 others"):
        replay(cassette).propose(sealed(task_id="task-2"))


def test_only_a_sealed_prompt_is_taken(cassette):
    with pytest.raises(TypeError):
        replay(cassette).propose("print 'x'")


WRONG = {
    "no JSON": "{",
    "a list": "[]",
    "field missing": '{"task_id": "t"}',
    "number for text": '{"task_id":1,"code":"","model":"","finish":"","tokens_in":1,"tokens_out":1,"prompt":[]}',
    "text for number": '{"task_id":"","code":"","model":"","finish":"","tokens_in":"","tokens_out":1,"prompt":[]}',
}


@pytest.mark.parametrize("line", WRONG.values(), ids=WRONG)
def test_a_wrong_cassette_names_its_line(tmp_path, line):
    path = tmp_path / "answers.jsonl"
    path.write_text(f"\n{line}\n")
    with pytest.raises(UsageError, match=r"answers\.jsonl, line 2"):
        replay(path)


def test_a_missing_cassette(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        replay(tmp_path / "none.jsonl")


def test_no_cassette():
    with pytest.raises(UsageError, match="which recorded answers"):
        open_backend(PROFILE)
