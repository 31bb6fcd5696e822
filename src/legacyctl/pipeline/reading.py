"""One file from bytes to its report: source -> parse -> facts -> debt. Loaded where files are read, in the workers."""

from __future__ import annotations

from collections.abc import Sequence

from legacyctl import debt, facts, parse, source
from legacyctl.model import FileReport, SourceFile
from legacyctl.parse import Library
from legacyctl.pipeline import packed
from legacyctl.pipeline.copybooks import library
from legacyctl.pipeline.project import Project
from legacyctl.pipeline.worker import Reply


def read(file: SourceFile, project: Project, shelf: Library | None = None) -> FileReport:
    """Give the facts and findings of one file; small, and all that is kept of it."""
    if file.problem or file.language is None:
        return FileReport(facts.unread(file))
    rules = () if file.generated or file.vendored else project.rules_of(file.language)
    tree = parse.parse(file, project.languages[file.language], shelf, rules)
    collected = facts.collect(tree)
    return FileReport(collected, debt.match(tree, collected, rules, lang=project.lang) if rules else ())


class Reader:
    """Reads the files of one project, one tree in memory at a time; raises CatalogError for wrong data of ours."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._file = source.reader(project.root, project.config.source, project.languages)
        self._paths: Sequence[str] = ()
        self._shelf = library(project, ())

    def __call__(self, path: str, sha256: str, paths: Sequence[str]) -> Reply:
        """Give the reply for a file; an empty one when its content still has the digest `sha256`."""
        file = self._file(path)
        if sha256 and not file.problem and file.sha256 == sha256:
            return Reply()
        if paths is not self._paths:
            self._paths, self._shelf = paths, library(self._project, paths)
        report = read(file, self._project, self._shelf)
        return Reply(
            summary=packed.line(debt.summary(report)),
            body=packed.packed(report),
            sha256=report.facts.sha256,
            depends=report.facts.depends,
            lasting=not source.passing(file.problem),
        )
