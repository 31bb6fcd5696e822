"""Personal data out, and back in: `seal(prompt, vault) -> SealedPrompt`, `unseal(reply, sealed, vault) -> Reply`.

Make one `Vault` per run. Only a SealedPrompt may go to a backend, and only
`seal` makes one; whoever sends it calls its `check` on the exact bytes.
"""

from legacyctl.guard.seal import SealedPrompt, seal
from legacyctl.guard.unseal import unseal
from legacyctl.guard.vault import Vault

__all__ = ["SealedPrompt", "Vault", "seal", "unseal"]
