"""From a task to what a model is asked; nothing here has seen the guard yet.

The instruction holds only our own words: the guard treats it as text to obey,
and delimits code and context as data. Everything that comes out of the
repository, names included, therefore stands in `code` and `context`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from legacyctl.catalog import languages
from legacyctl.facts import collect
from legacyctl.model import Prompt, SourceFile, Span, Task
from legacyctl.parse import Mark, parse
from legacyctl.plan.budget import CONTEXT_CHARACTERS, answer_tokens

# Raised with every change of the words below or of what goes into the context,
# so that an answer can be traced to what was asked.
VERSION = "1"

_OPENING = "You are given one definition in {language}. Rewrite it to mend the following and nothing else:"
_CONTRACT = """\
Rules for the answer:
- Give the whole new definition, from its first to its last line, and nothing before or after it.
- Keep its name, its parameters and their order, and what it returns.
- Leave nothing out: no ellipsis and no comment in the place of code.
- Keep the behaviour the same, apart from what is asked above.
- Keep the indentation as it is.
- Keep every word that looks like a placeholder exactly as it is.
- Give code only: no explanation and no Markdown fence."""


def prompt(task: Task, file: SourceFile) -> Prompt:
    """Give the prompt for a model task; `file` must be the bytes that the task was planned on.

    The code is never shortened, also when the task is marked `oversize`; the
    context is cut at whole pieces. Raises ValueError for a codemod's task.
    """
    if not task.by_model:
        raise ValueError(f"task {task.id} is done by codemod {task.codemod}, not by a model")
    span = task.unit.span if task.unit else Span(0, len(file.data), 1, 1)
    language = languages()[task.language]
    code = _text(file, span)
    return Prompt(
        task_id=task.id,
        path=file.path,
        language=task.language,
        instruction="\n".join((_OPENING.format(language=language.name), task.instruction, _CONTRACT)),
        code=code,
        context=_packed(_context(task, file)) if task.unit else "",
        max_tokens=answer_tokens(code),
    )


def _context(task: Task, file: SourceFile) -> Iterator[str]:
    """Give what the definition leans on in its own file, the most telling first."""
    tree = parse(file, languages()[task.language])
    marks, units = tree.marks(), collect(tree).units
    inside = [mark for mark in marks if _within(mark, task)]
    outside = [mark for mark in marks if not _within(mark, task)]
    called = {mark.text.rpartition(".")[2] for mark in inside if mark.tag == "call"}
    yield from (_first_line(file, unit.span) for unit in units if task.unit and unit.name == task.unit.parent)
    yield from (_text(file, mark.span) for mark in outside if mark.tag == "include")
    yield from _data(task, file, outside)
    yield from (_first_line(file, unit.span) for unit in units if unit.name in called and unit != task.unit)


def _data(task: Task, file: SourceFile, marks: Iterable[Mark]) -> Iterator[str]:
    """Give the data items of a COBOL program whose names stand in the definition."""
    items = [mark for mark in marks if mark.tag == "data"]
    if task.unit and items:
        words = {word.upper() for word in re.findall(r"[\w-]+", _text(file, task.unit.span))}
        yield from (_text(file, mark.span) for mark in items if mark.text.upper() in words)


def _within(mark: Mark, task: Task) -> bool:
    unit = task.unit
    return unit is not None and unit.span.start <= mark.span.start and mark.span.end <= unit.span.end


def _text(file: SourceFile, span: Span) -> str:
    return file.data[span.start : span.end].decode(file.encoding)


def _first_line(file: SourceFile, span: Span) -> str:
    lines = _text(file, span).splitlines()
    return lines[0] if lines else ""


def _packed(pieces: Iterable[str]) -> str:
    """Join pieces, each once, as far as they fit the budget."""
    packed: list[str] = []
    room = CONTEXT_CHARACTERS
    for piece in dict.fromkeys(pieces):
        if len(piece) + 1 > room:
            break
        packed.append(piece)
        room -= len(piece) + 1
    return "\n".join(packed)
