"""Servers that speak OpenAI's chat completions: VLAM, vLLM, llama.cpp, Ollama, Mistral and most others."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from legacyctl.backends import sse
from legacyctl.backends.answer import code_in, unwrapped
from legacyctl.backends.base import require_sealed
from legacyctl.backends.dialect import Dialect, error_in, overflows, request, simpler
from legacyctl.backends.faults import RejectedError
from legacyctl.backends.transport import Answer, Call, Transport
from legacyctl.catalog import Profile
from legacyctl.config import BackendConfig
from legacyctl.errors import BackendError, UsageError
from legacyctl.guard import SealedPrompt
from legacyctl.model import Reply

# Words of several servers for an answer that was cut off at its limit.
CUT_OFF = frozenset({"length", "max_tokens", "model_length"})
MAY_SIMPLIFY = frozenset({400, 422, 501})


@dataclass(slots=True)
class Said:
    """What came in so far: the text, how it ended, what it cost."""

    text: str = ""
    finish: str = ""
    model: str = ""
    tokens_in: int = -1
    tokens_out: int = -1
    choices: int = 0
    done: bool = False


class OpenAIChat:
    """One server; what it refuses is remembered for as long as it is open."""

    def __init__(self, profile: Profile, key: str) -> None:
        self.name = profile.id
        self.model = profile.model
        self._url = completions_url(profile.base_url)
        self._host = urlsplit(self._url).hostname or ""
        self._most = profile.limits.max_output_tokens
        self._key = key
        self._transport = Transport(profile)
        self._dialect = Dialect()

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()

    def propose(self, sealed: SealedPrompt) -> Reply:
        """Give the server's answer; raises BackendError, GuardError, or TypeError for an unsealed prompt."""
        require_sealed(sealed)
        began = time.monotonic()
        said = self._asked(sealed)
        if not said.choices:
            raise BackendError(f"{self._host}: an answer without choices", way_out="Look at the server's own log.")
        return Reply(
            task_id=sealed.task_id,
            code=unwrapped(code_in(said.text), sealed.opening, sealed.closing),
            model=said.model or self.model,
            finish="length" if said.finish in CUT_OFF else said.finish or "stop",
            tokens_in=said.tokens_in,
            tokens_out=said.tokens_out,
            seconds=time.monotonic() - began,
        )

    def _asked(self, sealed: SealedPrompt) -> Said:
        """Ask, with fewer wishes each time the server does not know one of them."""
        while True:
            try:
                with self._transport.post(self._call(sealed)) as answer:
                    return self._heard(answer)
            except RejectedError as rejected:
                if overflows(rejected.said):
                    raise self._too_long(rejected.said) from None
                easier = simpler(self._dialect, rejected.said) if rejected.status in MAY_SIMPLIFY else None
                if easier is None:
                    raise
                self._dialect = easier

    def _call(self, sealed: SealedPrompt) -> Call:
        messages = [{"role": role, "content": text} for role, text in sealed.messages]
        settings = {"model": self.model, "messages": messages}
        body = request(self._dialect, settings, sealed.schema, min(sealed.max_tokens, self._most))
        return Call(self._url, self._key, json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(), sealed)

    def _heard(self, answer: Answer) -> Said:
        """Take in the answer, streamed or whole."""
        said = Said()
        if not answer.streams:
            self._take(said, self._json(answer.read().decode("utf-8", errors="replace")))
            return said
        for data in sse.events(answer.lines()):
            if data == "[DONE]":
                said.done = True
                break
            if self._take(said, self._json(data)):
                answer.heard()
        if not said.done and not said.finish:
            raise BackendError(
                f"{self._host}: the answer broke off", way_out="Run the same command again to go on.", retryable=True
            )
        return said

    def _json(self, text: str) -> Any:
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            raise BackendError(
                f"{self._host}: the answer is not JSON as the protocol has it",
                way_out="Look at base_url: does it point at a model server?",
            ) from None

    def _take(self, said: Said, event: Any) -> bool:
        """Add an event, or a whole answer, to what was said; gives whether it brought a token."""
        problem = error_in(event, hide=self._key)
        if problem:
            raise (
                self._too_long(problem)
                if overflows(problem)
                else BackendError(
                    f"{self._host}: {problem}", way_out="Run the same command again to go on.", retryable=True
                )
            )
        if not isinstance(event, dict):
            raise BackendError(f"{self._host}: an answer of another protocol", way_out="Look at base_url.")
        said.model = _word(event.get("model")) or said.model
        usage = event.get("usage")
        if isinstance(usage, dict):
            said.tokens_in = _count(usage.get("prompt_tokens"))
            said.tokens_out = _count(usage.get("completion_tokens"))
        choice = _first(event.get("choices"))
        if choice is None:
            return False
        said.choices += 1
        said.finish = _word(choice.get("finish_reason")) or said.finish
        part = choice.get("delta") or choice.get("message")
        return _take_part(said, part) if isinstance(part, dict) else False

    def _too_long(self, problem: str) -> BackendError:
        return BackendError(
            f"{self._host}: the prompt does not fit the model's context: {problem}",
            way_out="Serve the model with a larger context, or leave this task to another backend.",
        )


def completions_url(base_url: str) -> str:
    """Give the address to post to: `base_url` as it is, with /v1 only when it has no path at all."""
    parts = urlsplit(base_url)
    path = parts.path.rstrip("/") or "/v1"
    return parts._replace(path=f"{path}/chat/completions").geturl()


def open_backend(profile: Profile, config: BackendConfig) -> OpenAIChat:  # noqa: ARG001 - the same face for each protocol
    """Open the server of a profile; raises UsageError when the model or the key is not known."""
    if not profile.model:
        raise UsageError(
            f"backend {profile.id}: which model?", way_out="Set `model` under [backend] in legacyctl.toml."
        )
    return OpenAIChat(profile, _key(profile.key_env, os.environ))


def _key(variable: str, environment: Mapping[str, str]) -> str:
    """Give the key that `variable` holds; "" when the profile names none."""
    if not variable:
        return ""
    key = environment.get(variable, "").strip()
    if not key:
        raise UsageError(f"the key is missing: {variable} is not set", way_out=f"Set the variable {variable}.")
    if not key.isascii() or not key.isprintable() or " " in key:
        raise UsageError(
            f"{variable} does not hold a key: there are blanks or special characters in it",
            way_out=f"Set {variable} to the bare key.",
        )
    return key


def _take_part(said: Said, part: Mapping[str, Any]) -> bool:
    """Add a delta or message; reasoning is a sign of life, never part of the answer."""
    text = _content(part.get("content"))
    said.text += text
    return bool(text or part.get("reasoning") or part.get("reasoning_content"))


def _content(content: Any) -> str:
    """Give the text of a content field: a string, or a list of parts of which some are text."""
    if isinstance(content, str):
        return content
    parts: Iterable[Any] = content if isinstance(content, list) else ()
    return "".join(_word(part.get("text")) for part in parts if isinstance(part, dict) and part.get("type") == "text")


def _first(choices: Any) -> dict[str, Any] | None:
    if isinstance(choices, list) and choices and isinstance(choices[0], dict):
        return choices[0]
    return None


def _word(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _count(value: Any) -> int:
    return value if isinstance(value, int) else -1
