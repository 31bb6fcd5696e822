"""Paths as text.

A path is kept as Python gives it, so that the same string opens the file: bytes
of a name that are not UTF-8 stand in it as lone surrogates (PEP 383). `shown`
makes it fit for people, JSON and terminals.
"""

from __future__ import annotations


def shown(path: str) -> str:
    r"""Give a path that every output can take.

    Bytes that are not UTF-8 become `\xNN`; control characters such as a line
    feed become an escape too. Any other path stays as it is.
    """
    if path.isascii() and path.isprintable():
        return path
    legible = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(letter if letter >= " " and letter != "\x7f" else f"\\x{ord(letter):02x}" for letter in legible)
