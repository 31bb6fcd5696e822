"""The codemod python2to3: a whole file from Python 2 to Python 3.

A file that is not Python 2 comes back byte for byte. Otherwise the fixers of
fissix turn its syntax into Python 3, passes of our own mend what needs names,
uses and types, and notes tell what neither can prove. A file that is not valid
Python 3 after all that is left as it was, with the reason in a note.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from legacyctl.codemods.python2 import (
    classes,
    division,
    evidence,
    fixers,
    imports,
    layout,
    names,
    relative,
    sorting,
    statements,
    views,
)
from legacyctl.codemods.python2.indent import expanded
from legacyctl.codemods.python2.module import UNPARSABLE, Module
from legacyctl.codemods.python2.notes import notes
from legacyctl.codemods.python2.places import helper_place, import_place
from legacyctl.model import FileChange, Patch, SourceFile, Task
from legacyctl.patch import Edit

_Note = tuple[int, str]


@dataclass
class _Work:
    """One file under way: where it stands and what there is to tell."""

    path: str
    siblings: frozenset[str]
    package: bool
    notes: list[_Note] = field(default_factory=list)


def rewrite(file: SourceFile, task: Task, *, beside: Collection[str] = ()) -> Patch:
    """Give the patch of `file`, empty when it is right on Python 3 already.

    `beside` names the files and folders in the file's folder; they tell an
    implicit relative import from an absolute one. Never raises for what the
    file holds: a file that cannot be read or changed gives a note with its line.
    """
    work = _Work(file.path, relative.siblings(file.path, beside), relative.in_package(beside))
    after = file.data
    try:
        text = layout.plain(file)
    except (UnicodeError, LookupError) as problem:
        work.notes = [(1, f"left alone: not readable as {file.encoding} ({problem})")]
    else:
        after = layout.restore(file, _converted(text, work))
    lines = dict.fromkeys(f"{file.path}:{line}: {text}" for line, text in sorted(work.notes))
    change = FileChange(file.path, file.data, after, file.encoding)
    return Patch(task.id, (change,), "codemod:python2to3", tuple(lines))


def _converted(text: str, work: _Work) -> str:
    """Give the text for Python 3, or the same text when it is not Python 2 or cannot be changed."""
    try:
        module = _parsed(text)
        if module is not None and not evidence.is_python2(module, work.siblings, package=work.package):
            return text
        new, warnings = fixers.fix(text, work.path, python3=module is not None)
        work.notes += warnings
        return _passed(_module(new), work)
    except fixers.UNREADABLE as problem:
        reason = f"left alone: neither Python 3 nor readable as Python 2 ({_short(problem)})"
        work.notes = [(fixers.where(problem), reason)]
    except UNPARSABLE as problem:
        reason = f"left alone: still not Python 3 after all fixers ({_short(problem)})"
        work.notes = [(getattr(problem, "lineno", 1) or 1, reason)]
    return text


def _parsed(text: str) -> Module | None:
    """Parse as Python 3; None when it is not. Raises RecursionError for what nests too deeply for any parser."""
    try:
        return Module(text)
    except (RecursionError, MemoryError):
        raise RecursionError("nested too deeply") from None
    except (SyntaxError, ValueError) as problem:
        if "too many nested" in str(problem):
            raise RecursionError("nested too deeply") from None
        return None


def _module(text: str) -> Module:
    """Parse what the fixers left; raises one of UNPARSABLE when that is not Python 3."""
    try:
        return Module(text)
    except TabError:
        return Module(expanded(text))


def _passed(module: Module, work: _Work) -> str:
    """Run the passes of our own over a module whose syntax is Python 3."""
    text = statements.sorted_at_once(module)
    module = module if text == module.text else Module(text)
    edits = [*views.edits(module), *division.edits(module)]
    if work.package:
        edits += relative.edits(module, work.siblings)
        work.notes += relative.notes(module, work.siblings)
    module = module.edited(edits)
    planned = imports.plan(module, work.siblings)
    work.notes += planned.notes
    module = _with_names(_strings(module.edited(planned.edits)))
    work.notes += notes(module)
    return module.text


def _strings(module: Module) -> Module:
    """Turn calls of the module `string` into methods, from the inside out."""
    while edits := list(names.string_edits(module)):
        module = module.edited(edits)
    return module


def _with_names(module: Module) -> Module:
    """Exchange built-ins and special methods, and add the imports and the helper that they need."""
    sorts = list(sorting.sorts(module))
    wanted = names.homeless(module) | ({"cmp_to_key": "functools"} if sorts else {})
    compares = sorting.compares(module)
    renamed = [*classes.edits(module), *classes.late_edits(module), *names.edits(module), *names.late_edits(module)]
    module = module.edited([*sorts, *renamed])
    if compares:
        module = module.edited([_helper(module)])
    return module.edited(_imported(module, wanted))


def _helper(module: Module) -> Edit:
    at = helper_place(module)
    text = sorting.COMPARE if module.data[at : at + 1] in (b"\n", b"") else sorting.COMPARE + "\n\n"
    return Edit(at, at, text.encode())


def _imported(module: Module, wanted: Mapping[str, str]) -> list[Edit]:
    """Give the edit that imports what is not imported yet; `wanted` holds a module for every name."""
    missing: dict[str, list[str]] = {}
    for name, home in sorted(wanted.items()):
        if module.free(name):
            missing.setdefault(home, []).append(name)
    lines = [f"from {home} import {', '.join(found)}\n" for home, found in sorted(missing.items())]
    at = import_place(module)
    return [Edit(at, at, "".join(lines).encode())] if lines else []


def _short(problem: BaseException) -> str:
    return str(getattr(problem, "msg", "") or problem or type(problem).__name__).partition("\n")[0]
