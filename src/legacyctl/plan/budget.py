"""How much text a prompt may hold, in characters.

The smallest window that is supported out of the box is that of the packaged
135M model: 8,192 tokens. At 3 characters a token, which is on the safe side for
code, they are shared as 2,700 for the code, 1,000 for its context, 500 for the
instruction, and 3,500 for an answer that may be a quarter longer than the code.
"""

from __future__ import annotations

import math

CHARACTERS_PER_TOKEN = 3
CODE_CHARACTERS = 2_700 * CHARACTERS_PER_TOKEN
CONTEXT_CHARACTERS = 1_000 * CHARACTERS_PER_TOKEN
ANSWER_GROWTH = 1.25
ANSWER_FLOOR = 128


def answer_tokens(code: str) -> int:
    """Give the tokens that an answer to this code may take: a quarter more than the code, and a floor."""
    return ANSWER_FLOOR + math.ceil(len(code) * ANSWER_GROWTH / CHARACTERS_PER_TOKEN)
