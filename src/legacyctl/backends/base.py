"""What every model endpoint can do: take a sealed prompt, give a reply."""

from __future__ import annotations

from typing import Protocol

from legacyctl.guard import SealedPrompt
from legacyctl.model import Reply


class Backend(Protocol):
    """A model endpoint, open for calls; whoever opened it closes it."""

    name: str  # the id of its profile
    model: str  # what it was asked to use; a reply says what answered

    def propose(self, sealed: SealedPrompt) -> Reply:
        """Give the model's answer; raises BackendError, or TypeError for anything that is not sealed."""

    def close(self) -> None:
        """Let go of connections, memory and files."""


def require_sealed(prompt: object) -> None:
    """Raise TypeError unless `prompt` came from the guard: types are not there when the program runs."""
    if not isinstance(prompt, SealedPrompt):
        raise TypeError(f"a backend takes a SealedPrompt only, not {type(prompt).__name__}")
