"""The way back: an answer gets its values again, exactly, or is refused.

No placeholder is guessed. One that was altered, made up, never sent, lost, put
in more places or in another kind of place than it came from raises GuardError,
for otherwise an answer could carry a value to where it never was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from legacyctl.errors import GuardError
from legacyctl.guard.injection import block_invisible, line_of
from legacyctl.guard.margins import put_back
from legacyctl.guard.placeholders import RESERVED
from legacyctl.guard.proof import valid_items
from legacyctl.guard.seal import SealedPrompt
from legacyctl.guard.vault import Sent, Vault
from legacyctl.guard.zones import zones
from legacyctl.model import Reply

ANSWER = "the answer"
URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s\"'<>]+")
CONTROL = frozenset(
    ("if", "while", "for", "switch", "return", "elif", "and", "or", "not", "in", "catch", "when", "with")
)
CALLED = re.compile(r"([^\W\d][\w.-]*)\s*\(")


def unseal(reply: Reply, sealed: SealedPrompt, vault: Vault) -> Reply:
    """Give the reply with every surrogate replaced by its value, and COBOL margins put back.

    Raises GuardError for an altered, unknown, missing or misplaced surrogate,
    for personal data that the answer brings itself, and for a reply or a vault
    that does not belong to the prompt.
    """
    sent = vault.sent(sealed.nonce)
    if reply.task_id != sent.task_id:
        raise GuardError(f"the answer is for task {reply.task_id}, the prompt was for {sent.task_id}")
    block_invisible(reply.code, ANSWER)
    pattern = _alternation(sent.surrogates)
    _refuse_foreign(reply.code, pattern, sent, vault)
    _refuse_new_items(reply.code, sent, vault)
    _refuse_miscounts(reply.code, pattern, sent)
    _refuse_other_places(reply.code, pattern, sent)
    return replace(reply, code=_restored(reply.code, pattern, sent, vault))


def _alternation(surrogates: Collection[str]) -> re.Pattern[str]:
    """Give a pattern for exactly these surrogates, longest first, not inside a longer word or number."""
    listed = "|".join(map(_apart, sorted(surrogates, key=len, reverse=True)))
    return re.compile(listed or "(?!)")


def _apart(surrogate: str) -> str:
    """Give a pattern for one: a number may stand beside letters (`...L`), a word not, but after an escape."""
    before = "(?<![0-9])" if surrogate[0].isdigit() else r"(?:(?<![A-Za-z0-9])|(?<=\\[nrt]))"
    after = "(?![0-9])" if surrogate[-1].isdigit() else "(?![A-Za-z0-9])"
    return before + re.escape(surrogate) + after


def _refuse_foreign(answer: str, pattern: re.Pattern[str], sent: Sent, vault: Vault) -> None:
    """Raise for what looks like a surrogate but is none that this prompt sent."""
    rest = pattern.sub(lambda found: " " * len(found[0]), answer)
    if vault.holds_surrogate(rest):
        raise GuardError("the answer holds a placeholder that belongs to another place or stands inside another word")
    for kind, reserved in RESERVED.items():
        for found in reserved.finditer(rest):
            if found[0] not in sent.code:
                raise GuardError(f"{_line(answer, found.start())}: an altered or made-up placeholder for a {kind}")


def _refuse_new_items(answer: str, sent: Sent, vault: Vault) -> None:
    """Raise for personal data that was not in what was sent."""
    if vault.holds_value(answer.encode("utf-8", "replace")):
        raise GuardError("the answer holds a value that was never sent")
    for kind, offset in valid_items(answer, lambda text: vault.issued(text) or text in sent.code):
        raise GuardError(f"{_line(answer, offset)}: the answer brings a {kind} of its own")


def _refuse_miscounts(answer: str, pattern: re.Pattern[str], sent: Sent) -> None:
    back = Counter(found[0] for found in pattern.finditer(answer))
    lost = sum(1 for surrogate in sent.surrogates if not back[surrogate])
    if lost:
        raise GuardError(f"{lost} of {len(sent.surrogates)} placeholders are missing from the answer")
    if any(back[surrogate] > count for surrogate, count in sent.surrogates.items()):
        raise GuardError("a placeholder stands in more places of the answer than of the code that was sent")


def _refuse_other_places(answer: str, pattern: re.Pattern[str], sent: Sent) -> None:
    """Raise for a surrogate in another zone, a URL or a call than where it came from."""
    before, after = zones(sent.code, sent.language), zones(answer, sent.language)
    allowed = {(found[0], before(found.start())) for found in pattern.finditer(sent.code)}
    in_urls = "\n".join(URL.findall(sent.code))
    for found in pattern.finditer(answer):
        where, zone = _line(answer, found.start()), after(found.start())
        if (found[0], zone) not in allowed:
            raise GuardError(f"{where}: a placeholder moved into a {zone}")
        line = _line_text(answer, found.start())
        if any(found[0] in url for url in URL.findall(line)) and found[0] not in in_urls:
            raise GuardError(f"{where}: a placeholder moved into a URL")
        for name in CALLED.findall(line):
            if name.lower() not in CONTROL and name not in sent.code:
                raise GuardError(f"{where}: a placeholder moved into a call of {name}, which the code did not have")


def _restored(answer: str, pattern: re.Pattern[str], sent: Sent, vault: Vault) -> str:
    """Replace in one pass; lines that came back unchanged get the margins they had."""
    if sent.language == "cobol":
        answer = put_back(answer, sent.code, sent.original)
    return pattern.sub(lambda found: vault.original(found[0]), answer)


def _line(text: str, offset: int) -> str:
    return f"{ANSWER}, line {line_of(text, offset)}"


def _line_text(text: str, offset: int) -> str:
    """Give the line around an offset."""
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : end if end >= 0 else len(text)]
