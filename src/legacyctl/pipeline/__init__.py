"""The use cases: the only place that sees all rooms. Every arrow of the flow is one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from legacyctl.pipeline.project import Progress, Project, Warn, open_project, silent, unheard
from legacyctl.pipeline.scan import Means, overview, scan

if TYPE_CHECKING:
    from legacyctl.pipeline.tasks import Options, modernise

__all__ = [
    "Means",
    "Options",
    "Progress",
    "Project",
    "Warn",
    "modernise",
    "open_project",
    "overview",
    "scan",
    "silent",
    "unheard",
]


def __getattr__(name: str) -> Any:
    """Load `modernise` when somebody asks for it: it brings every room along, and a scan must be quick."""
    if name not in {"Options", "modernise"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.tasks")
    globals().update(Options=module.Options, modernise=module.modernise)
    return globals()[name]
