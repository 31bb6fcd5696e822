"""The last look: the exact bytes of a request, after every template, encoding and retry.

Whoever sends a SealedPrompt calls `check` (or `SealedPrompt.check`) with what
goes to the socket. The bytes are read as they are and, when they are JSON,
string by string, so that an escape hides nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, Protocol

from legacyctl.errors import GuardError
from legacyctl.guard.proof import valid_items
from legacyctl.guard.vault import Vault

Messages = tuple[tuple[str, str], ...]


class Outgoing(Protocol):
    """The part of a SealedPrompt that matters here."""

    @property
    def messages(self) -> Messages:
        """The sealed (role, text) pairs."""

    @property
    def sha256(self) -> str:
        """Their digest when they were sealed."""


def digest(messages: Messages) -> str:
    """Give the SHA-256 of messages: of their JSON as an array of [role, text], UTF-8, without blanks."""
    return hashlib.sha256(json.dumps(messages, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def check(data: bytes, vault: Vault, sealed: Outgoing) -> None:
    """Raise GuardError unless `data` carries the sealed messages and nothing personal, in any spelling."""
    if digest(sealed.messages) != sealed.sha256:
        raise GuardError("the prompt is not the one that was sealed; nothing is sent")
    texts = tuple(_texts(data))
    if not all(any(text in sent for sent in texts) for _, text in sealed.messages):
        raise GuardError("the request does not carry the sealed prompt as it was; nothing is sent")
    if any(vault.holds_value(form) for form in (data, *(text.encode("utf-8", "replace") for text in texts))):
        raise GuardError("the request holds a value that must not leave; nothing is sent")
    for text in texts:
        for kind, _ in valid_items(text, vault.issued):
            raise GuardError(f"the request holds a {kind} that the guard did not mask; nothing is sent")


def _texts(data: bytes) -> Iterator[str]:
    """Give every string of a JSON document, names of fields too; the whole as one text when it is no JSON."""
    text = data.decode("utf-8", "replace")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        yield text
        return
    yield from _strings(document)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
