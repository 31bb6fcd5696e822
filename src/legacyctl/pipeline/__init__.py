"""The use cases: the only place that sees all rooms. Every arrow of the flow is one line here."""

from legacyctl.pipeline.modernise import Options, modernise
from legacyctl.pipeline.project import Progress, Project, open_project, silent
from legacyctl.pipeline.scan import scan

__all__ = ["Options", "Progress", "Project", "modernise", "open_project", "scan", "silent"]
