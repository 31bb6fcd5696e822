from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest

from legacyctl.guard import SealedPrompt, Vault, seal, unseal
from legacyctl.model import Prompt, Reply

KEY = """-----BEGIN RSA PRIVATE KEY-----
bm90IGEga2V5LCBvbmx5IGEgdGVzdCBvZiB0aGUgZ3VhcmQgYW5kIGl0cyBkZXRl
Y3RvciBmb3Iga2V5cw==
-----END RSA PRIVATE KEY-----"""
KEY_BODY = "bm90IGEga2V5LCBvbmx5IGEgdGVzdCBvZiB0aGUgZ3VhcmQgYW5kIGl0cyBkZXRl"
# One fictional value of every kind, with something that is in it in any spelling.
PLANTED = {
    "BSN": "999990019",
    "IBAN": "NL91ABNA0417164300",
    "EMAIL": "j.jansen@example.org",
    "PHONE": "0612345678",
    "PRIVATE_KEY": KEY,
}


@dataclass(frozen=True)
class Conversation:
    """A piece of code that was sealed, and the session that can open the answer."""

    sealed: SealedPrompt
    vault: Vault

    @property
    def masked(self) -> str:
        """The code as the model sees it."""
        text = self.sealed.messages[-1][1]
        return text.rpartition(f"BEGIN {self.sealed.nonce}\n")[2].removesuffix(f"\nEND {self.sealed.nonce}")

    def answer(self, code: str) -> str:
        """Give the code of an answer, restored."""
        return unseal(Reply("task", code), self.sealed, self.vault).code


@pytest.fixture(scope="session")
def vault() -> Callable[..., Vault]:
    """Give sessions whose surrogates follow from a seed."""

    def make(seed: int = 7) -> Vault:
        return Vault(draw=Random(seed).randrange)  # noqa: S311 - a seed makes a test repeatable

    return make


@pytest.fixture(scope="session")
def ask(vault) -> Callable[..., Conversation]:
    """Seal a piece of code as a prompt."""

    def make(code: str, language: str = "python", *, context: str = "", path: str = "a.py", known: Vault | None = None):
        session = known or vault()
        return Conversation(seal(Prompt("task", path, language, "Mend it.", code, context), session), session)

    return make
