"""A server over a real socket: what it is asked, and what is made of its answers."""

import json

import pytest

from legacyctl.backends import open_backend
from legacyctl.backends.openai_chat import completions_url
from legacyctl.catalog import Profile
from legacyctl.errors import BackendError, GuardError, UsageError
from legacyctl.guard import Vault

from .fault_server import delta, good, status, stream, whole

ANSWER = json.dumps({"code": "print('x')\n"})


def test_what_is_asked(server, chat, sealed):
    server.will(good())
    prompt = sealed()
    chat().propose(prompt)
    (asked,) = server.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == "Bearer sk-test-not-a-real-key"
    assert [(m["role"], m["content"]) for m in asked.json["messages"]] == list(prompt.messages)
    assert (asked.json["model"], asked.json["max_tokens"]) == ("group//model/1", 64)
    assert asked.json["response_format"]["json_schema"]["schema"] == dict(prompt.schema)


def test_without_a_key_no_header_is_sent(server, chat, sealed):
    server.will(good())
    chat(key="").propose(sealed())
    assert "authorization" not in server.asked[0].headers


def test_a_streamed_answer(server, chat, sealed):
    usage = {"choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 3}, "model": "reported/model"}
    server.will(stream(delta(ANSWER[:9]), delta(ANSWER[9:]), delta(finish="stop"), usage))
    reply = chat().propose(sealed())
    assert (reply.code, reply.finish, reply.model) == ("print('x')\n", "stop", "reported/model")
    assert (reply.task_id, reply.tokens_in, reply.tokens_out) == ("task-1", 7, 3)
    assert reply.seconds > 0


ANSWERS = {
    "whole": whole(ANSWER),
    "list of parts": whole([{"type": "thinking", "thinking": []}, {"type": "text", "text": ANSWER}]),
    "comments": stream(": ping\n\n", delta(ANSWER), ": ping\n\n", delta(finish="stop")),
    "no DONE": stream(delta(ANSWER), delta(finish="stop"), done=False),
    "no finish": stream(delta(ANSWER)),
    "reasoning": stream(delta(reasoning="hm"), delta(reasoning_content="hm"), delta(ANSWER), delta(finish="stop")),
    "think in text": stream(delta("<think>hm"), delta("</think>"), delta(ANSWER), delta(finish="stop")),
    "fence": whole("```python\nprint('x')\n```"),
    "null content first": stream({"choices": [{"delta": {"role": "assistant", "content": None}}]}, delta(ANSWER)),
}


@pytest.mark.parametrize("step", ANSWERS.values(), ids=ANSWERS)
def test_answers_of_every_shape(server, chat, sealed, step):
    server.will(step)
    reply = chat().propose(sealed())
    assert (reply.code, reply.finish, reply.tokens_in) == ("print('x')\n", "stop", -1)


@pytest.mark.parametrize("word", ["length", "max_tokens", "model_length"])
def test_an_answer_that_was_cut_off(server, chat, sealed, word):
    server.will(stream(delta('{"code": "print('), delta(finish=word)))
    assert chat().propose(sealed()).finish == "length"


def test_another_finish_is_passed_on(server, chat, sealed):
    server.will(whole("no", finish="content_filter"))
    assert chat().propose(sealed()).finish == "content_filter"


def test_a_server_without_schema_is_asked_less_and_that_is_remembered(server, chat, sealed):
    server.will(
        status(400, '{"error": "json_schema is not supported"}'),
        status(422, '{"error": "json_object is not supported"}'),
        good(),
    )
    backend = chat()
    backend.propose(sealed())
    backend.propose(sealed())
    forms = [asked.json.get("response_format", {}).get("type") for asked in server.asked]
    assert forms == ["json_schema", "json_object", None, None]


def test_a_server_that_cannot_stream(server, chat, sealed):
    server.will(status(400, '{"error": {"message": "streaming is not available"}}'), whole(ANSWER))
    assert chat().propose(sealed()).code == "print('x')\n"
    assert "stream" not in server.asked[1].json


OVERFLOWS = {
    "openai": status(400, '{"error": {"code": "context_length_exceeded", "message": "maximum context length"}}'),
    "llama.cpp": status(400, '{"error": {"code": 400, "type": "exceed_context_size_error", "n_ctx": 64}}'),
    "old llama.cpp": status(500, '{"error": {"code": 500, "message": "the context size is too small"}}'),
    "unwrapped": status(400, '{"object": "error", "message": "maximum context length is 64 tokens"}'),
    "in a success": status(200, '{"error": {"message": "context_length_exceeded"}}'),
    "in a stream": stream({"error": {"message": "exceeds the available context size"}}),
}


@pytest.mark.parametrize("step", OVERFLOWS.values(), ids=OVERFLOWS)
def test_a_prompt_that_does_not_fit(server, chat, sealed, step):
    server.will(step)
    with pytest.raises(BackendError, match="does not fit the model's context") as caught:
        chat().propose(sealed())
    assert not caught.value.retryable
    assert caught.value.way_out
    assert len(server.asked) == 1


@pytest.mark.parametrize("prompt", ["text", None, ("user", "x")], ids=["text", "none", "tuple"])
def test_only_a_sealed_prompt_is_taken(server, chat, prompt):
    with pytest.raises(TypeError, match="SealedPrompt"):
        chat().propose(prompt)
    assert server.asked == []


def test_nothing_is_sent_when_the_bytes_hold_a_known_value(server, chat, sealed):
    """The value is learned after sealing: only the last look, at the exact bytes, can see it."""
    vault = Vault()
    prompt = sealed("name = 'print 999990019x'\n", vault=vault)
    vault.learn(["bsn 999990019"])
    with pytest.raises(GuardError, match="must not leave"):
        chat().propose(prompt)
    assert server.asked == []


URLS = {
    "http://localhost:8080": "http://localhost:8080/v1/chat/completions",
    "http://localhost:8080/": "http://localhost:8080/v1/chat/completions",
    "https://api.example.org/v1": "https://api.example.org/v1/chat/completions",
    "https://api.example.org/v1/": "https://api.example.org/v1/chat/completions",
    "https://api.example.org/v2.1/projects/p/x/v1": "https://api.example.org/v2.1/projects/p/x/v1/chat/completions",
    "https://api.example.org/openai?api-version=1": "https://api.example.org/openai/chat/completions?api-version=1",
}


@pytest.mark.parametrize(("base_url", "url"), URLS.items())
def test_the_base_url_is_literal(base_url, url):
    assert completions_url(base_url) == url


def profile(**more):
    return Profile("far", "openai-chat", "own", base_url="http://127.0.0.1:9", **{"model": "m", **more})


def test_a_missing_key_names_its_variable(monkeypatch):
    monkeypatch.delenv("FAR_KEY", raising=False)
    with pytest.raises(UsageError, match="FAR_KEY is not set"):
        open_backend(profile(key_env="FAR_KEY"))


@pytest.mark.parametrize("key", ["sk-a b", "sk-a\nb", "sk-é"], ids=["blank", "line feed", "accent"])
def test_a_key_that_cannot_be_a_header_is_not_shown(monkeypatch, key):
    monkeypatch.setenv("FAR_KEY", key)
    with pytest.raises(UsageError, match="FAR_KEY does not hold a key") as caught:
        open_backend(profile(key_env="FAR_KEY"))
    assert "sk-" not in str(caught.value)


def test_a_key_may_end_in_a_line_feed(monkeypatch, server, sealed):
    monkeypatch.setenv("FAR_KEY", "sk-a\n")
    server.will(good())
    backend = open_backend(Profile("far", "openai-chat", "own", base_url=server.url, model="m", key_env="FAR_KEY"))
    backend.propose(sealed())
    backend.close()
    assert server.asked[0].headers["authorization"] == "Bearer sk-a"


def test_a_profile_without_a_model():
    with pytest.raises(UsageError, match="which model"):
        open_backend(profile(model=""))


def test_an_unknown_protocol():
    with pytest.raises(UsageError, match="'telex' is not known"):
        open_backend(Profile("far", "telex", "own"))
