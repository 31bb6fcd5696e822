"""Put tasks in order: codemods first, then by dependency, by gain for the effort, and by path.

A file that others include comes before them as far as links inside the
repository show it; files in a cycle, and what depends on them, come last and
are told apart by gain only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from legacyctl.model import FileFacts, Task

# Codemods that read what another one wrote, in the same file.
AFTER_OTHERS = frozenset({"cobol-scope-terminators"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A file by the words that an include may name it with."""

    parts: tuple[str, ...]
    path: str


def order(tasks: Iterable[Task], files: Sequence[FileFacts]) -> tuple[Task, ...]:
    """Give the tasks in the order to do them."""
    levels = levels_of(dependencies(files))

    def key(task: Task) -> tuple[bool, int, bool, float, str, int, str]:
        start = task.unit.span.start if task.unit else 0
        late = task.codemod in AFTER_OTHERS
        return (task.by_model, levels.get(task.path, 0), late, -_gain(task), task.path, start, task.id)

    return tuple(sorted(tasks, key=key))


def dependencies(files: Sequence[FileFacts]) -> dict[str, set[str]]:
    """Give for every path the paths that it includes, where a name stands for exactly one file of its language."""
    names: dict[tuple[str | None, str], list[_Named]] = {}
    for facts in files:
        parts = _module(facts.path)
        names.setdefault((facts.language, parts[-1]), []).append(_Named(parts, facts.path))
    found: dict[str, set[str]] = {}
    for facts in files:
        included = {link.target for link in facts.links if link.kind == "include" and not link.dynamic}
        resolved = {_resolve(target, facts.language, names) for target in included}
        found[facts.path] = resolved - {facts.path, ""}
    return found


def levels_of(needs: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Give every path a level above all that it needs; those in or behind a cycle share the last."""
    waiting = {path: set(wanted) for path, wanted in needs.items()}
    users: dict[str, list[str]] = {}
    for path, wanted in waiting.items():
        for needed in wanted:
            users.setdefault(needed, []).append(path)
    ready = [path for path, wanted in waiting.items() if not wanted]
    levels: dict[str, int] = {}
    level = 0
    while ready:
        levels.update(dict.fromkeys(ready, level))
        ready = _freed(ready, users, waiting)
        level += 1
    return {path: levels.get(path, level) for path in needs}


def _freed(done: Iterable[str], users: Mapping[str, Sequence[str]], waiting: Mapping[str, set[str]]) -> list[str]:
    """Take what is done off the waiting lists; give the paths that wait for nothing more."""
    free = []
    for needed in done:
        for path in users.get(needed, ()):
            waiting[path].discard(needed)
            if not waiting[path]:
                free.append(path)
    return free


def _module(path: str) -> tuple[str, ...]:
    """Give the parts of a path that an include may name: a/b.py and a/b/__init__.py are both a, b."""
    parts = tuple(part.lower() for part in PurePosixPath(path).with_suffix("").parts)
    return parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts


def _resolve(target: str, language: str | None, names: Mapping[tuple[str | None, str], Sequence[_Named]]) -> str:
    """Find the one file that an include names; its last word may also name something inside that file."""
    words = tuple(word for word in target.lower().replace("/", ".").split(".") if word)
    for wanted in (words, words[:-1]):
        candidates = names.get((language, wanted[-1]), ()) if wanted else ()
        matching = [named.path for named in candidates if named.parts[-len(wanted) :] == wanted]
        if len(matching) == 1:
            return matching[0]
    return ""


def _gain(task: Task) -> float:
    """Give the minutes saved for each line that must be read; a codemod reads for free."""
    return task.minutes / max(1, task.unit.lines) if task.unit and task.by_model else task.minutes
