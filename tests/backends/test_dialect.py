"""The words of real servers' errors, and what is asked for after each."""

import json

import pytest

from legacyctl.backends.dialect import Dialect, error_in, error_text, overflows, request, simpler

SCHEMA = {"type": "object", "properties": {"code": {"type": "string"}}}

SAID = {
    "openai": (
        '{"error": {"message": "No such model", "type": "invalid_request_error", "code": null}}',
        "No such model, invalid_request_error",
    ),
    "vllm old": ('{"object": "error", "message": "bad", "code": 400}', "bad, 400"),
    "lm studio": ('{"error": "must be json_schema"}', "must be json_schema"),
    "fastapi": ('{"detail": [{"loc": ["body"], "msg": "field required", "input": "SECRET"}]}', "field required"),
    "detail text": ('{"detail": "Not Found"}', "Not Found"),
    "proxy page": (
        "<html><style>p {x}</style><h1>503</h1><p>Service &amp; more\nunavailable</p></html>",
        "503 Service & more unavailable",
    ),
    "nothing": ("", ""),
    "terminal escapes": ('{"error": "a\\u001b[31mb"}', "a [31mb"),
    "deep": ("[" * 100_000, "[" * 300 + "..."),
}


@pytest.mark.parametrize(("body", "text"), SAID.values(), ids=SAID)
def test_error_text(body, text):
    assert error_text(body.encode()) == text


def test_a_key_is_hidden_before_the_text_is_cut():
    body = json.dumps({"error": "x" * 290 + " sk-secret-key"}).encode()
    assert "sk-" not in error_text(body, hide="sk-secret-key")


def test_bytes_that_are_no_text():
    assert error_text(b"\xff\xfe\x00") == "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("event", "text"),
    [
        ({"error": {"message": "boom"}}, "boom"),
        ({"object": "error", "message": "boom"}, "boom"),
        ({"choices": [], "error": None}, ""),
        ({"choices": []}, ""),
        ([], ""),
    ],
    ids=["error", "object", "null", "healthy", "list"],
)
def test_error_in_a_success(event, text):
    assert error_in(event) == text


OVERFLOWS = {
    "openai": "This model's maximum context length is 8192 tokens., context_length_exceeded",
    "vllm": "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens",
    "vllm 0.16": "You passed 5000 input tokens, input_tokens",
    "llama.cpp": "request (4031 tokens) exceeds the available context size (2048 tokens), exceed_context_size_error",
    "anthropic behind a gateway": "prompt is too long: 210000 tokens > 200000 maximum",
    "lm studio": "Trying to keep the first 5000 tokens when context the overflows; context length of only 4096",
}


@pytest.mark.parametrize("text", OVERFLOWS.values(), ids=OVERFLOWS)
def test_context_overflow_is_recognised(text):
    assert overflows(text)


@pytest.mark.parametrize("text", ["Rate limit reached", "Invalid API key", "max_tokens must be positive"])
def test_other_errors_are_no_overflow(text):
    assert not overflows(text)


STEPS = {
    "schema": ("'response_format.type' must be 'text'", Dialect(), Dialect(form="json_object")),
    "object": ("json_object is not supported", Dialect(form="json_object"), Dialect(form="")),
    "new limit": (
        "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
        Dialect(),
        Dialect(limit="max_completion_tokens"),
    ),
    "seed": ("body.seed: Extra inputs are not permitted", Dialect(), Dialect(without=frozenset({"seed"}))),
    "temperature": ("temperature must be 1", Dialect(), Dialect(without=frozenset({"temperature"}))),
    "usage": ("unknown field stream_options", Dialect(), Dialect(without=frozenset({"stream_options"}))),
    "stream": ("Streaming is not supported", Dialect(), Dialect(without=frozenset({"stream"}))),
    "another fault": ("model not found", Dialect(), None),
    "nothing left": ("json_schema?", Dialect(form=""), None),
}


@pytest.mark.parametrize(("text", "before", "after"), STEPS.values(), ids=STEPS)
def test_a_refusal_makes_the_next_request_simpler(text, before, after):
    assert simpler(before, text) == after


def test_everything_is_asked_for_at_first():
    body = request(Dialect(), {"model": "m"}, SCHEMA, 10)
    assert body == {
        "model": "m",
        "max_tokens": 10,
        "stream": True,
        "stream_options": {"include_usage": True},
        "seed": 0,
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA},
        },
    }


def test_without_a_stream_there_are_no_stream_options():
    dialect = Dialect(form="", without=frozenset({"stream", "seed", "temperature"}))
    assert request(dialect, {}, SCHEMA, 10) == {"max_tokens": 10}
