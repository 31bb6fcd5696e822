"""Gate `markers`: nothing in the new text was meant for a reader of the answer instead of for the compiler.

Only what the change adds counts: a file may well hold such text of its own.
"""

from __future__ import annotations

import re
from collections import Counter

from legacyctl.verify.case import Answer, Case, failed, passed

# What it is, and how it looks; the words of chat models, prompts and templates.
MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a Markdown fence", re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)),
    (
        "prose",
        re.compile(
            r"^[ \t]*(?:(?:sure|certainly|of course|okay)[,!.]"
            r"|here(?:'s| is| are)\b|below is\b|the following (?:code|is)\b"
            r"|this (?:code|function|version|method) (?:is|will|has)\b|note(?: that|:)|explanation:"
            r"|(?:i have|i've|i) (?:updated|rewritten|rewrote|changed|refactored|removed|added)\b"
            r"|(?:zeker|natuurlijk)[,!.]|hier (?:is|zijn|volgt)\b|hieronder\b|ik heb\b|toelichting:).*$",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    ("a token of a chat template", re.compile(r"<\|[\w ]{1,40}\|>|</?(?:think|s|answer|code|output)>|\[/?INST\]")),
    ("a mark of a diff or merge", re.compile(r"^(?:<{7}|={7}|>{7}|@@ -\d|diff --git ).*$", re.MULTILINE)),
    ("a delimiter of the prompt", re.compile(r"<{3}[\w/-]*|(?<![\w>)\] ])>{3}(?!=)")),
    (
        "a placeholder",
        re.compile(
            r"\[(?:REDACTED|MASKED|REMOVED|VERWIJDERD)[^\]]{0,40}\]|\{\{[^{}\n]{1,60}\}\}"
            r"|<(?:YOUR|INSERT|PLACEHOLDER|REDACTED)[^<>\n]{0,60}>|\b(?:YOUR|INSERT)_[A-Z_]+_HERE\b"
            r"|[<\[](?:BSN|IBAN|E-?MAIL|PHONE|NAME|PERSON|SECRET|KEY)_?\d*[>\]]|\bPLACEHOLDER_?\d*\b"
        ),
    ),
    ("a web address", re.compile(r"\bhttps?://[^\s\"'<>)]+")),
    ("an e-mail address", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    # Letters that a reader does not see, or that turn the order of what is read.
    ("an invisible or replaced character", re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufffd]")),
)


def judge(case: Case) -> Answer:
    """Look for each kind of marker that occurs more often after the change than before."""
    change = case.change
    before = change.before.decode(change.encoding, "replace")
    after = change.after.decode(change.encoding, "replace")
    for kind, pattern in MARKERS:
        added = Counter(pattern.findall(after)) - Counter(pattern.findall(before))
        if added:
            return failed(f"{kind} was added: {next(iter(added)).strip()[:60]!r}")
    return passed("no prose, fence, placeholder or address was added")
