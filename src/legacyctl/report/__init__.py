"""Renders what was found and done: a table of formats, each a function to text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from legacyctl import debt
from legacyctl.model import Assessment
from legacyctl.report import document, text

FORMATS: Mapping[str, Callable[[Assessment, str], str]] = {
    "json": lambda assessment, _lang: document.dumps(document.scan(assessment)),
    "text": lambda assessment, lang: text.scan(debt.overview_of(assessment), lang),
}

__all__ = ["FORMATS", "document", "text"]
