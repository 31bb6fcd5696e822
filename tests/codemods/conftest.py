from __future__ import annotations

from legacyctl.codemods import rewrite
from legacyctl.model import Grade, Patch, SourceFile, Task


def source(data: bytes, encoding: str = "utf-8", path: str = "src/batch.py") -> SourceFile:
    return SourceFile(path, "python", encoding, "\n", data, len(data))


def task(codemod: str, path: str = "src/batch.py", language: str = "python") -> Task:
    return Task("t-1", "to Python 3", path, language, (), (), Grade.E1, codemod=codemod)


def patch_of(data: bytes, encoding: str = "utf-8", *, beside: tuple[str, ...] = ()) -> Patch:
    return rewrite(source(data, encoding), task("python2to3"), beside=beside)


def convert(data: bytes, encoding: str = "utf-8", *, beside: tuple[str, ...] = ()) -> bytes:
    return patch_of(data, encoding, beside=beside).changes[0].after
