"""The code in what a model said: out of the JSON that was asked for, or out of one fenced block.

Nothing is repaired here. A text in another form is given as it is, and the
gates judge it.
"""

from __future__ import annotations

import json
import re

# A block between two lines of three backticks; the first may name a language.
FENCE = re.compile(r"^```[^\n`]*\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


def code_in(text: str) -> str:
    """Give the definition that an answer holds."""
    said = without_reasoning(text)
    found = _field(said)
    if found is not None:
        return found
    blocks = FENCE.findall(said)
    if len(blocks) != 1:
        return said
    inner = _field(blocks[0])
    return blocks[0] if inner is None else inner


def unwrapped(code: str, opening: str, closing: str) -> str:
    """Cut the lines that enclosed the code in the prompt, which some models put around their answer too."""
    inner = code.strip().removeprefix(opening).removesuffix(closing)
    return code if inner == code.strip() else inner.strip("\r\n")


def without_reasoning(text: str) -> str:
    """Cut the thinking that some models put in front of their answer, between <think> and </think>.

    Where only the end is there, the server put the start into its template;
    where only the start is there, the model never came to an answer.
    """
    start = text.lstrip()
    if start.startswith("<think>"):
        return start.partition("</think>")[2].lstrip("\r\n")
    _, mark, after = text.partition("</think>")
    if mark and not start.startswith(("{", "```")):
        return after.lstrip("\r\n")
    return text


def _field(text: str) -> str | None:
    """Give the text of the field "code" when `text` is a JSON object that has it."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    code = value.get("code") if isinstance(value, dict) else None
    return code if isinstance(code, str) else None
