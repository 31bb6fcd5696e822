"""What a report depends on beside the files of the repository, as one digest: when it changes, all is read anew."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from legacyctl import __version__
from legacyctl.bundled import PACKAGE, bundled
from legacyctl.pipeline.project import Project

# Our data by its bytes: what is unpacked with the wheel may have any time.
_DATA = {"adapters/languages": (".toml", ".scm"), "rules/debt": (".toml",)}
# The folder of this package holds the other parsers that are installed as well.
_PARSERS = "tree_sitter"


def state(project: Project) -> str:
    """Give the digest of versions, languages, rules, our own program, and the configuration that matters."""
    settings = project.config
    parts = hashlib.sha256()
    for word in (
        __version__,
        sys.version,
        project.lang,
        repr(replace(settings.source, exclude=())),
        repr((settings.rules_off, settings.copybooks)),
        *_installed(),
        *_program(),
    ):
        parts.update(word.encode("utf-8", "surrogateescape") + b"\0")
    folders = [(bundled(kind), endings) for kind, endings in _DATA.items()]
    if project.adapters:
        folders.append((project.adapters, _DATA["adapters/languages"]))
    for folder, endings in folders:
        for path in _files(folder, endings):
            parts.update(f"{path}\0".encode("utf-8", "surrogateescape") + Path(path).read_bytes())
    return parts.hexdigest()


def _installed() -> Iterator[str]:
    """Give the packages installed beside the parsers, with their versions."""
    spec = find_spec(_PARSERS)
    if spec and spec.origin:
        yield from sorted(path.name for path in Path(spec.origin).parents[1].glob("*.dist-info"))


def _program() -> Iterator[str]:
    """Give our modules with size and time: while legacyctl is worked on, its version stays the same."""
    for path in _files(PACKAGE, (".py",)):
        known = Path(path).stat()
        yield f"{path} {known.st_size} {known.st_mtime_ns}"


def _files(folder: Path, endings: tuple[str, ...]) -> list[str]:
    """Give the files below a folder with one of these endings, in order."""
    return sorted(
        os.path.join(base, name)  # noqa: PTH118 - a Path for each of some hundred files takes longer than the rest
        for base, _, names in os.walk(folder)
        for name in names
        if name.endswith(endings)
    )
