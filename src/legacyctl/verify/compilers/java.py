"""Java: javac over one file, with the source folders and jars of the project, making nothing."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from legacyctl.verify.compilers.base import Compiler, Diagnosis, Job, call, messages
from legacyctl.verify.sandbox import Box

# Raw diagnostics are codes instead of sentences: the same in every locale.
COMMAND = ("javac", "-XDrawDiagnostics", "-proc:none", "-implicit:none", "-nowarn", "-Xmaxerrs", "10000")
ERROR = re.compile(r"^(?P<file>[^\n:]+\.java|-)(?::\d+:\d+:)? (?P<error>compiler\.err\..*)$", re.MULTILINE)
PACKAGE = re.compile(rb"^\s*package\s+([\w.]+)\s*;", re.MULTILINE)
HEAD = 20_000  # bytes in which the package line stands


def _ask(job: Job, made: Box) -> Diagnosis:
    """Ask for all errors and, when there are any, once more for those of the parser alone."""
    places = [str(base / name) for name in source_roots(job) for base in (made.tree, job.root)]
    fixed = (
        *("-encoding", codecs.lookup(job.encoding).name.replace("utf-8-sig", "utf-8"), "-d", str(made.tmp)),
        *("-sourcepath", os.pathsep.join(places), "-classpath", os.pathsep.join(libraries(job)), f"./{job.path}"),
    )
    # Some versions of javac would not look into any method after a missing import.
    every = _errors((*COMMAND, "-XDshould-stop.ifError=FLOW", *fixed), job, made)
    syntax = _errors((*COMMAND, "-XDshould-stop.ifNoError=PARSE", *fixed), job, made) if every else frozenset()
    return Diagnosis(syntax, every - syntax)


def _errors(command: Sequence[str], job: Job, made: Box) -> frozenset[str]:
    return messages(ERROR, call(command, made, job.root))


def source_roots(job: Job) -> list[str]:
    """Give the folders under which packages start, relative to the root, those of the change first."""
    own = [_source_root(change.path, change.after) for change in job.files]
    found = {_source_root(path.relative_to(job.root).as_posix(), _head(path)) for path in _one_a_folder(job)}
    return list(dict.fromkeys([*own, *sorted(found)]))


def libraries(job: Job) -> list[str]:
    """Give every jar of the tree, for the class path."""
    return [str(folder / name) for folder, names in job.folders for name in names if name.endswith(".jar")]


def _one_a_folder(job: Job) -> Iterator[Path]:
    """Give one Java file of every folder: all files of a folder are in the same package."""
    for folder, names in job.folders:
        first = next((name for name in names if name.endswith(".java")), "")
        if first:
            yield folder / first


def _source_root(path: str, data: bytes) -> str:
    """Take the folders of the package off the folder of a file: a/b/C.java in package b is under a."""
    folder = path.rpartition("/")[0]
    found = PACKAGE.search(data[:HEAD])
    tail = found[1].decode("ascii", "replace").replace(".", "/") if found else ""
    return f"/{folder}".removesuffix(f"/{tail}").strip("/") or "."


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except OSError:
        return b""


JAVAC = Compiler("javac", "javac", ("-version",), _ask)
