"""From a folder to an assessment: source -> parse -> facts -> debt."""

from __future__ import annotations

from legacyctl import debt, facts, parse, source
from legacyctl.model import Assessment, FileReport, SourceFile
from legacyctl.pipeline.project import Progress, Project, silent


def scan(project: Project, *, progress: Progress = silent) -> Assessment:
    """Read every file once and give what was found; one tree is in memory at a time."""
    reports = []
    for file in source.discover(project.root, project.config.source, project.languages):
        reports.append(read(file, project))
        progress("scan", len(reports), 0)
    return debt.assess(reports, debt.norms())


def read(file: SourceFile, project: Project) -> FileReport:
    """Give the facts and findings of one file; small, and all that is kept of it."""
    if file.problem or file.language is None:
        return FileReport(facts.unread(file))
    tree = parse.parse(file, project.languages[file.language])
    collected = facts.collect(tree)
    if file.generated or file.vendored:
        return FileReport(collected)
    found = debt.match(tree, collected, project.rules_of(file.language), lang=project.lang)
    return FileReport(collected, found)
