"""The model endpoints: `open_backend(profile, config=...)`, then `propose(SealedPrompt) -> Reply`.

A protocol is one module and one line in the table below; its module is loaded
when it is used, because each brings a heavy library of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from legacyctl.backends.base import Backend
from legacyctl.catalog import Profile
from legacyctl.config import BackendConfig
from legacyctl.errors import UsageError

__all__ = ["Backend", "open_backend"]

# Protocol -> module in this room; each has open_backend(profile, config).
PROTOCOLS: Mapping[str, str] = {
    "embedded": "embedded",
    "openai-chat": "openai_chat",
    "replay": "replay",
}


def open_backend(profile: Profile, *, config: BackendConfig | None = None) -> Backend:
    """Open the endpoint of a profile; close it after use.

    Raises UsageError when something that it needs is missing: a key, weights,
    recorded answers, or the library of an extra.
    """
    if profile.protocol not in PROTOCOLS:
        raise UsageError(f"backend {profile.id}: protocol '{profile.protocol}' is not known")
    module = import_module(f"legacyctl.backends.{PROTOCOLS[profile.protocol]}")
    opener: Callable[[Profile, BackendConfig], Backend] = module.open_backend
    return opener(profile, config or BackendConfig())
