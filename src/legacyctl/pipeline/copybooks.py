"""The library of copybooks of a repository, as the readers ask for it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from legacyctl import source
from legacyctl.model import SourceFile
from legacyctl.parse import Library
from legacyctl.pipeline.project import Project

_SPECIAL = re.compile(r"([\\*?\[\]!# ])")


def library(project: Project, paths: Collection[str]) -> Library:
    """Give the library of all files of a repository, given by their paths; make it once a process."""
    config, languages = project.config, project.languages
    usual = source.reader(project.root, config.source, languages)

    def read(path: str) -> SourceFile:
        """Read a file, as COBOL where its name and content do not tell another language."""
        file = usual(path)
        if file.language is not None:
            return file
        pattern = "/" + _SPECIAL.sub(r"\\\1", path)
        as_cobol = replace(config.source, languages={**config.source.languages, pattern: "cobol"})
        return source.read_file(project.root, path, as_cobol, languages)

    return Library(paths, config.copybooks, read)
