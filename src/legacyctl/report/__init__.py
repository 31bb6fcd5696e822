"""Renders what was found and done: a table of formats, each a function to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from legacyctl.model import Assessment
from legacyctl.report import document, text

FORMATS: Mapping[str, Callable[[Assessment, str], str]] = {
    "json": lambda assessment, _lang: document.dumps(document.scan(assessment)),
    "text": text.scan,
}

__all__ = ["FORMATS", "document", "text"]
