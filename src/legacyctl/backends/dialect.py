"""How servers of the chat-completions protocol differ: what they refuse, and how they say so.

A server is asked for everything at first. What it refuses is left out from then
on, a step at a time, so that a refusal is met once per backend. The differences
are those of vLLM, llama.cpp, SGLang, LM Studio, Mistral, Ollama, OpenAI and the
LiteLLM proxy.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

# How the form of the answer is asked for, from strict to free; "" leaves it to the prompt.
FORMATS = ("json_schema", "json_object", "")

# Settings that a server may lack: how an error names each.
OPTIONAL = {
    "stream_options": re.compile(r"stream_options|include_usage"),
    "stream": re.compile(r"\bstream(ing)?\b", re.IGNORECASE),
    "seed": re.compile(r"\bseed\b"),
    "temperature": re.compile(r"\btemperature\b"),
}
FORMAT_WORDS = re.compile(r"response_format|json_schema|json_object|json mode|structured|guided|grammar", re.IGNORECASE)
NEW_LIMIT = re.compile(r"max_completion_tokens")
OVERFLOW = re.compile(
    r"context_length_exceeded|exceed_context_size|exceeds? the available context|context (length|size|window)"
    r"|maximum (model |context )?length|max_model_len|prompt is too long|too many (input )?tokens|input_tokens",
    re.IGNORECASE,
)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one server is asked for: the form of the answer, the name of the limit, and what to leave out."""

    form: str = FORMATS[0]
    limit: str = "max_tokens"
    without: frozenset[str] = frozenset()


def simpler(dialect: Dialect, text: str) -> Dialect | None:
    """Give the dialect without what the error `text` complains of; None when it is about something else."""
    if FORMAT_WORDS.search(text) and dialect.form:
        return replace(dialect, form=FORMATS[FORMATS.index(dialect.form) + 1])
    if NEW_LIMIT.search(text) and dialect.limit == "max_tokens":
        return replace(dialect, limit="max_completion_tokens")
    for name, words in OPTIONAL.items():
        if words.search(text) and name not in dialect.without:
            return replace(dialect, without=dialect.without | {name})
    return None


def request(dialect: Dialect, settings: Mapping[str, Any], schema: Mapping[str, Any], tokens: int) -> dict[str, Any]:
    """Give the body of a request: `settings` that every server takes, and what this one is asked for besides."""
    optional = {"stream": True, "stream_options": {"include_usage": True}, "seed": 0, "temperature": 0}
    left_out = dialect.without | ({"stream_options"} if "stream" in dialect.without else set())
    body = {**settings, dialect.limit: tokens, **{k: v for k, v in optional.items() if k not in left_out}}
    if dialect.form == "json_schema":
        body["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": dict(schema)},
        }
    elif dialect.form:
        body["response_format"] = {"type": dialect.form}
    return body


def overflows(text: str) -> bool:
    """Whether an error says that the prompt does not fit the model's context."""
    return OVERFLOW.search(text) is not None


def error_text(body: bytes, *, hide: str = "") -> str:
    """Give what an error body says, in one line that is safe to print: without its echo of the request or of a key."""
    text = body.decode("utf-8", errors="replace")
    try:
        said = _said(json.loads(text))
    except (ValueError, RecursionError):
        said = html.unescape(re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL | re.IGNORECASE))
    line = " ".join(CONTROL.sub(" ", said).split())
    # Hidden before the line is cut, or the start of a key could stay.
    line = line.replace(hide, "(key)") if hide else line
    return line if len(line) <= LONGEST else line[:LONGEST] + "..."


def error_in(event: Any, *, hide: str = "") -> str:
    """Give the error that a body or event of status 200 holds, "" when it holds none."""
    if not isinstance(event, dict):
        return ""
    if event.get("error") or event.get("object") == "error":
        return error_text(json.dumps(event).encode(), hide=hide)
    return ""


def _said(value: Any) -> str:
    """Give the words of an error in any of the known shapes."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(filter(None, map(_said, value)))
    if not isinstance(value, dict):
        return ""
    for key in ("error", "detail"):
        if value.get(key):
            return _said(value[key])
    words = [value.get(key) for key in ("message", "msg", "code", "type", "param")]
    return ", ".join(dict.fromkeys(str(word) for word in words if word is not None))
