"""Which files need not be read again: what the store kept of them, held against the folder as it is now.

A file is known again by what the file system says of it, as git does: its size,
its times and its inode. That is not trusted for a file that was changed at the
moment of the scan or later, since a second change might not show. Otherwise
its content is read, and the digest of it compared, in a worker.

A report may be made from other files too (copybooks). It stands as long as
those are unchanged, and as long as the repository has the same files of the
names that were asked for, so that every name still leads where it led.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from legacyctl.pipeline.project import Warn
from legacyctl.pipeline.worker import Reply
from legacyctl.source.walk import Entry
from legacyctl.store import Row, Store, Unusable

# Results are written when they come to this many bytes or files, so that an interrupted scan goes on where it was.
KEEP_BYTES = 4_000_000
KEEP_FILES = 1_000
# What is kept as `depends` of a file that was read without any other.
ALONE = "[]"
SECOND = 1_000_000_000  # nanoseconds


@dataclass(slots=True)
class Folder:
    """The files of the repository as the walk found them, by path."""

    entries: dict[str, Entry] = field(default_factory=dict)
    _namesakes: dict[str, list[str]] = field(default_factory=dict)

    def signature(self, path: str) -> str:
        """Give what the file system says of a file, "" when it says nothing."""
        entry = self.entries.get(path)
        return signature(entry) if entry else ""

    def namesakes(self, name: str) -> Sequence[str]:
        """Give the paths of all files that a name might mean: those called so, up to the first dot."""
        if not self._namesakes:
            for path in self.entries:
                self._namesakes.setdefault(_stem(path), []).append(path)
        return self._namesakes.get(_stem(name.strip("'\"").replace("\\", "/")), ())

    def context(self, depends: Iterable[Sequence[str]]) -> str:
        """Give a digest of all that decided which files were brought in, and of those; "" when one is not there."""
        seen = []
        for name, path in depends:
            known = self.signature(path)
            if path and not known:
                return ""
            seen.append((name, path, known, self.namesakes(name)))
        return hashlib.sha256(json.dumps(seen).encode("ascii")).hexdigest()


def signature(entry: Entry) -> str:
    """Give what the file system says of a file, as one text; "" when it says nothing."""
    known = entry.stat
    return f"{known.st_size} {known.st_mtime_ns} {known.st_ctime_ns} {known.st_ino}" if known else ""


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0].lower()


class Cache:
    """What the last scan kept; a store that cannot be used is done without, and the user told once."""

    def __init__(self, folder: Path | None, state: str, warn: Warn) -> None:
        """Open the store in `folder`, None for none; `state` names all that reports depend on beside the files."""
        self._state, self._warn = state, warn
        self._rows: dict[str, Row] = {}
        self._new: list[tuple[Row, bytes]] = []
        self._again: list[Row] = []
        self._size = 0
        self._store: Store | None = None
        if folder is None:
            return
        try:
            self._store = Store(folder)
            if self._store.notice:
                warn(self._store.notice)
            self._rows = {row.path: row for row in self._store.rows(state)}
        except Unusable as fault:
            self._without(fault)

    def row(self, path: str) -> Row | None:
        """Give what is kept of a file, whether it still holds or not."""
        return self._rows.get(path)

    def holds(self, row: Row, folder: Folder) -> bool:
        """Say whether the other files that a report was made from are as they were."""
        return row.depends == ALONE or (row.context != "" and row.context == folder.context(json.loads(row.depends)))

    def bodies(self) -> Mapping[str, bytes]:
        """Give every report that was kept, by path; none when the store fails."""
        if self._store is None:
            return {}
        try:
            return self._store.bodies()
        except Unusable as fault:
            self._without(fault)
            return {}

    def keep(self, path: str, reply: Reply, folder: Folder) -> None:
        """Keep what a worker gave of a file, when that will last."""
        if self._store is None or not reply.lasting:
            return
        row = Row(
            path=path,
            state=self._state,
            signature=self._trusted(path, folder),
            sha256=reply.sha256,
            depends=json.dumps(reply.depends),
            context=self._context(reply.depends, folder),
            summary=reply.summary,
        )
        self._new.append((row, reply.body))
        self._size += len(reply.body)
        if self._size > KEEP_BYTES or len(self._new) > KEEP_FILES:
            self.save()

    def mark(self, row: Row, folder: Folder) -> None:
        """Keep that a file with another signature has the content that it had."""
        trusted = self._trusted(row.path, folder)
        if trusted != row.signature:
            self._again.append(row._replace(signature=trusted))

    def save(self) -> None:
        """Write what is to be kept."""
        new, again = self._new, self._again
        self._new, self._again, self._size = [], [], 0
        if self._store is None or not (new or again):
            return
        try:
            self._store.put(new)
            self._store.mark(again)
        except Unusable as fault:
            self._without(fault)

    def drop_gone(self, folder: Folder) -> None:
        """Forget the files that are not in the folder any more; with a new state, all of the old one."""
        if self._store is None:
            return
        try:
            gone = [path for path in self._rows if path not in folder.entries]
            self._store.forget(gone, others="" if self._rows else self._state)
        except Unusable as fault:
            self._without(fault)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.save()
        if self._store is not None:
            self._store.close()

    def _trusted(self, path: str, folder: Folder) -> str:
        return folder.signature(path) if self._settled(folder.entries[path]) else ""

    def _context(self, depends: Sequence[Sequence[str]], folder: Folder) -> str:
        if not depends:
            return ""
        paths = (path for _, path in depends if path)
        return folder.context(depends) if all(self._settled(folder.entries.get(path)) for path in paths) else ""

    def _settled(self, entry: Entry | None) -> bool:
        """Whether the last change of a file lies before this scan, by the clock of its file system."""
        if entry is None or entry.stat is None or self._store is None:
            return False
        # a file system that knows no parts of a second may round down by two
        blur = 0 if entry.stat.st_mtime_ns % SECOND else 2 * SECOND
        return max(entry.stat.st_mtime_ns, entry.stat.st_ctime_ns) + blur < self._store.opened_ns

    def _without(self, fault: Unusable) -> None:
        self._warn(f"the store is not used: {fault}")
        self._store = None
