"""Deterministic changes, without a model and without network: `rewrite(file, task) -> Patch`.

A codemod is a function in a file of its own and a line in the table below. It
is idempotent, keeps every byte that it has no reason to change, and gives an
empty patch with notes where nothing applies. A codemod is imported when it is
first asked for, so that work on COBOL does not load the Python libraries.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol

from legacyctl.errors import UsageError
from legacyctl.model import Grade, Patch, SourceFile, Task


class Codemod(Protocol):
    """One rewriter of whole files."""

    def __call__(self, file: SourceFile, task: Task, *, beside: Collection[str] = ()) -> Patch:
        """Give the change of `file`; `beside` names the files and folders in its own folder."""


def _python2to3(file: SourceFile, task: Task, *, beside: Collection[str] = ()) -> Patch:
    """Python 2 to Python 3; `beside` tells implicit relative imports from others."""
    patch: Patch = import_module("legacyctl.codemods.python2to3").rewrite(file, task, beside=beside)
    return patch


def _cobol_scope_terminators(file: SourceFile, task: Task, *, beside: Collection[str] = ()) -> Patch:
    """Period-ended statements to END-IF and its kin."""
    del beside
    patch: Patch = import_module("legacyctl.codemods.cobol_scope").rewrite(file, task)
    return patch


def _cobol_next_sentence(file: SourceFile, task: Task, *, beside: Collection[str] = ()) -> Patch:
    """NEXT SENTENCE to CONTINUE."""
    del beside
    patch: Patch = import_module("legacyctl.codemods.cobol_next_sentence").rewrite(file, task)
    return patch


CODEMODS: Mapping[str, Codemod] = MappingProxyType(
    {
        "cobol-next-sentence": _cobol_next_sentence,
        "cobol-scope-terminators": _cobol_scope_terminators,
        "python2to3": _python2to3,
    },
)


def rewrite(file: SourceFile, task: Task, *, beside: Collection[str] = ()) -> Patch:
    """Run the codemod that `task` names over `file`.

    `beside` holds the names of the files and folders in the file's own folder
    (Python 2 looks there first for an import); without them such imports stay.
    A file in fixed records is left as it is, with a note.
    Raises UsageError for a codemod that does not exist.
    """
    codemod = CODEMODS.get(task.codemod)
    if codemod is None:
        known = ", ".join(sorted(CODEMODS))
        raise UsageError(f"{task.path}: no codemod {task.codemod!r}", way_out=f"Known codemods: {known}")
    if file.record:
        # What is put into a record moves everything behind it, in this record and in all others.
        note = f"{file.path}: left as it is: in fixed records of {file.record} bytes a change is not made in place"
        return Patch(task.id, (), f"codemod:{task.codemod}", (note,))
    return codemod(file, task, beside=beside)


def rewritten(file: SourceFile, codemod: str) -> bytes:
    """Give a file's bytes after one codemod, without a plan: for the fixture of a rule.

    Raises UsageError for a codemod that does not exist.
    """
    task = Task(codemod, codemod, file.path, file.language or "", (), (), Grade.E1, codemod=codemod)
    changes = rewrite(file, task).changes
    return changes[0].after if changes else file.data


__all__ = ["CODEMODS", "Codemod", "rewrite", "rewritten"]
