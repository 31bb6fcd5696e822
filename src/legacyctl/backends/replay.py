"""Answers that were given before, out of a cassette: a file of JSON lines, one answer a line.

An answer is found by its task and by the prompt it was given to, to the letter;
only the nonce of the prompt, which is new each time, is left out. A prompt with
personal data in it has new surrogates in every session, so it is not found again:
a cassette serves code without such data.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from legacyctl.backends.base import Backend, require_sealed
from legacyctl.catalog import Profile
from legacyctl.config import BackendConfig
from legacyctl.errors import BackendError, UsageError
from legacyctl.guard import SealedPrompt
from legacyctl.model import Reply

# No source code holds this, so it can be put in and taken out again.
NONCE = "\N{WHITE SQUARE WITH LOWER RIGHT QUADRANT}nonce\N{WHITE SQUARE WITH LOWER RIGHT QUADRANT}"
SHOWN = 80


@dataclass(frozen=True, slots=True)
class Take:
    """One recorded answer and the prompt it was given to, both sealed and without nonce."""

    task_id: str
    prompt: tuple[str, ...]
    code: str
    model: str
    finish: str
    tokens_in: int
    tokens_out: int


class Replay:
    """Gives recorded answers; never a network."""

    def __init__(self, name: str, cassette: str, takes: Mapping[str, Take]) -> None:
        self.name = name
        self.model = cassette
        self._takes = takes

    def close(self) -> None:
        """Do nothing: the cassette was read when it was opened."""

    def propose(self, sealed: SealedPrompt) -> Reply:
        """Give the recorded answer; raises BackendError when this very prompt was not recorded."""
        require_sealed(sealed)
        prompt = _prompt(sealed)
        take = self._takes.get(_digest(sealed.task_id, prompt))
        if take is None:
            raise BackendError(self._miss(sealed.task_id, prompt), way_out="Record the run again.")
        return Reply(
            task_id=sealed.task_id,
            code=take.code.replace(NONCE, sealed.nonce),
            model=take.model,
            finish=take.finish,
            tokens_in=take.tokens_in,
            tokens_out=take.tokens_out,
        )

    def _miss(self, task_id: str, prompt: tuple[str, ...]) -> str:
        """Say why there is no answer: another task, or the first line in which the prompt differs."""
        same = [take for take in self._takes.values() if take.task_id == task_id]
        if not same:
            return f"{self.model}: no answer was recorded for task {task_id} ({len(self._takes)} others were)"
        number, old, new = _first_difference(same[0].prompt, prompt)
        return (
            f"{self.model}: the prompt of task {task_id} changed since it was recorded, in line {number}\n"
            f"  recorded: {old[:SHOWN]}\n  now:      {new[:SHOWN]}"
        )


class Recorder:
    """Passes prompts on to another backend, and hands each answer as a line of a cassette to `write`.

    What it hands over is sealed on both sides: the values stay in the vault.
    """

    def __init__(self, backend: Backend, write: Callable[[str], object]) -> None:
        self.name = backend.name
        self.model = backend.model
        self._backend = backend
        self._write = write

    def close(self) -> None:
        """Close the backend behind it."""
        self._backend.close()

    def propose(self, sealed: SealedPrompt) -> Reply:
        """Give the answer of the backend behind it, after it was handed to the writer."""
        require_sealed(sealed)
        reply = self._backend.propose(sealed)
        line = {
            "task_id": sealed.task_id,
            "prompt": _prompt(sealed),
            "code": reply.code.replace(sealed.nonce, NONCE),
            "model": reply.model,
            "finish": reply.finish,
            "tokens_in": reply.tokens_in,
            "tokens_out": reply.tokens_out,
        }
        self._write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
        return reply


def open_backend(profile: Profile, config: BackendConfig) -> Replay:
    """Open the cassette, a file or all *.jsonl of a folder; raises UsageError when one is not as it must be."""
    if not config.cassette:
        raise UsageError("which recorded answers?", way_out="Set `cassette` under [backend] in legacyctl.toml.")
    path = Path(config.cassette)
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    takes = [take for file in files for take in _takes(file)]
    return Replay(profile.id, path.name, {_digest(take.task_id, take.prompt): take for take in takes})


def _takes(path: Path) -> list[Take]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{path}: cannot be read: {fault}", way_out="Name a cassette that exists.") from None
    return [_take(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _take(path: Path, number: int, line: str) -> Take:
    """Read one line of a cassette."""
    try:
        value: Any = json.loads(line)
        texts = {name: value[name] for name in ("task_id", "code", "model", "finish")}
        counts = {name: value[name] for name in ("tokens_in", "tokens_out")}
        prompt = tuple(value["prompt"])
    except (ValueError, RecursionError, KeyError, TypeError):
        raise UsageError(f"{path}, line {number}: this is no recorded answer", way_out="Record it again.") from None
    if not all(isinstance(item, str) for item in (*texts.values(), *prompt)):
        raise UsageError(f"{path}, line {number}: a field is not a text", way_out="Record it again.")
    if not all(isinstance(item, int) for item in counts.values()):
        raise UsageError(f"{path}, line {number}: a count is not a number", way_out="Record it again.")
    return Take(prompt=prompt, **texts, **counts)


def _prompt(sealed: SealedPrompt) -> tuple[str, ...]:
    """Give the prompt as it is kept: role and text of each message, without the nonce."""
    return tuple(f"{role}: {text}".replace(sealed.nonce, NONCE) for role, text in sealed.messages)


def _first_difference(recorded: tuple[str, ...], now: tuple[str, ...]) -> tuple[int, str, str]:
    """Give the number of the first line that differs, as it was and as it is."""
    before, after = ("\n".join(texts).split("\n") for texts in (recorded, now))
    pairs = zip_longest(before, after, fillvalue="(end)")
    return next(((n, old, new) for n, (old, new) in enumerate(pairs, 1) if old != new), (0, "", ""))


def _digest(task_id: str, prompt: tuple[str, ...]) -> str:
    return hashlib.sha256(json.dumps([task_id, prompt]).encode()).hexdigest()
