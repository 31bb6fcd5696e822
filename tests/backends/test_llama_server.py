"""The client of chat completions against a real llama.cpp server with the packaged model."""

import json

import httpx
import pytest

from legacyctl.errors import BackendError

pytestmark = pytest.mark.model


@pytest.fixture
def real(chat, llama_server):
    return chat(base_url=llama_server, first_token=60, total=60, idle=30)


def test_a_streamed_answer_that_holds_to_the_schema(real, sealed):
    reply = real.propose(sealed(max_tokens=96))
    # the nonce of the prompt is random and so is what a model of this size says: the form is what counts
    assert not reply.code.startswith("BEGIN")
    assert reply.finish == "length" or not reply.code.startswith(('{"', "```"))
    assert reply.tokens_in > 50
    assert 0 < reply.tokens_out <= 96
    assert "SmolLM2" in reply.model


def test_the_whole_answer_without_a_stream(real, sealed):
    streamed = real.propose(sealed(max_tokens=8))
    real._dialect = real._dialect.__class__(without=frozenset({"stream"}))
    whole = real.propose(sealed(max_tokens=8))
    assert (whole.finish, whole.tokens_out) == (streamed.finish, streamed.tokens_out) == ("length", 8)


def test_an_answer_that_was_cut_off(real, sealed):
    assert real.propose(sealed(max_tokens=3)).finish == "length"


def test_a_free_answer(real, sealed):
    real._dialect = real._dialect.__class__(form="")
    assert real.propose(sealed(max_tokens=16)).tokens_out > 0


def test_a_prompt_that_does_not_fit(real, sealed):
    with pytest.raises(BackendError, match="does not fit the model's context") as caught:
        real.propose(sealed("x = 1\n" * 800))
    assert not caught.value.retryable


def test_a_path_that_the_server_does_not_have(chat, llama_server, sealed):
    with pytest.raises(BackendError, match="404"):
        chat(base_url=f"{llama_server}/other").propose(sealed())


def test_the_server_is_the_real_one(llama_server):
    models = httpx.get(f"{llama_server}/v1/models", timeout=5).json()
    assert "SmolLM2" in json.dumps(models)
