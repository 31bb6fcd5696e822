"""The SQLite file under `.legacyctl/`: what the last scan found in each file, so that the next need not read it.

It only ever saves work: one that is broken, or was not made in this place, is
set aside, and one that cannot be used is done without. Two programs may use it
at once. Made in this place means that the file knows its own inode: a copy that
came along with a repository would otherwise be believed.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

FILE = "store.sqlite"
BROKEN = "store.broken"
IGNORE = ".gitignore"
APPLICATION = 0x4C474354  # "LGCT" in the head of the file
SCHEMA = 1
BUSY_MS = 5_000
_TABLES = """
CREATE TABLE files (
    path BLOB PRIMARY KEY, state TEXT NOT NULL, signature TEXT NOT NULL, sha256 TEXT NOT NULL,
    depends TEXT NOT NULL, context TEXT NOT NULL, summary TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE bodies (path BLOB PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE birth (inode TEXT NOT NULL);
"""


class Unusable(Exception):  # noqa: N818 - not an error of the user: the scan goes on without the store
    """The store cannot be used, for the reason given."""


class Row(NamedTuple):
    """What is kept of a file.

    `state` names all that a report depends on beside the files: rules, adapters,
    configuration, versions. `signature` is what the file system said of the
    file, "" when that is not to be trusted; `sha256` the digest of its content,
    "" when it has none. `depends` is JSON of the other files that the report was
    made from, and `context` what they were like, "" when that is not known.
    `summary` is JSON.
    """

    path: str
    state: str
    signature: str
    sha256: str
    depends: str
    context: str
    summary: str


class Store:
    """An open store; every method raises Unusable when the file cannot be read or written."""

    def __init__(self, folder: Path) -> None:
        """Open the store in `folder` (`.legacyctl`), or make it; a broken or foreign one is set aside.

        `notice` says what was set aside and why, "" for nothing. `opened_ns` is
        the time of the opening by the clock of that file system.
        """
        self.notice = ""
        self._folder = folder
        try:
            _make(folder)
            try:
                self._connection = _opened(folder / FILE)
            except sqlite3.DatabaseError as fault:
                if not _is_broken(fault):
                    raise
                self.notice = _set_aside(folder, fault)
                self._connection = _opened(folder / FILE)
            os.utime(folder / FILE)
            self.opened_ns = (folder / FILE).stat().st_mtime_ns
        except (sqlite3.Error, OSError) as fault:
            raise Unusable(str(fault)) from None

    def rows(self, state: str) -> list[Row]:
        """Give all that is kept of files in this state."""
        with self._told():
            found = self._connection.execute("SELECT * FROM files WHERE state = ?", (state,))
            return [Row(os.fsdecode(path), *rest) for path, *rest in found]

    def bodies(self) -> dict[str, bytes]:
        """Give by path what was kept of the files in full."""
        with self._told():
            found = self._connection.execute("SELECT path, body FROM bodies")
            return {os.fsdecode(path): body for path, body in found}

    def put(self, rows: Iterable[tuple[Row, bytes]]) -> None:
        """Keep files with their bodies, in the place of what was kept of them."""
        listed = [(os.fsencode(row.path), row, body) for row, body in rows]
        with self._told(), self._written():
            self._connection.executemany(
                "REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", [(path, *row[1:]) for path, row, _ in listed]
            )
            self._connection.executemany(
                "REPLACE INTO bodies VALUES (?, ?)", [(path, body) for path, _, body in listed]
            )

    def mark(self, rows: Iterable[Row]) -> None:
        """Keep another signature and context of files whose content and report are as they were."""
        with self._told(), self._written():
            self._connection.executemany(
                "UPDATE files SET signature = ?, context = ? WHERE path = ? AND state = ? AND sha256 = ?",
                [(row.signature, row.context, os.fsencode(row.path), row.state, row.sha256) for row in rows],
            )

    def forget(self, paths: Iterable[str], *, others: str = "") -> None:
        """Drop files that are gone, and with `others` all files that are in another state than that."""
        gone = [(os.fsencode(path),) for path in paths]
        if not gone and not others:
            return
        with self._told(), self._written():
            self._connection.executemany("DELETE FROM files WHERE path = ?", gone)
            if others:
                self._connection.execute("DELETE FROM files WHERE state <> ?", (others,))
            self._connection.execute("DELETE FROM bodies WHERE path NOT IN (SELECT path FROM files)")

    def close(self) -> None:
        """Close the file."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite says into the one reason not to use the store; a broken one is set aside for the next."""
        try:
            yield
        except sqlite3.Error as fault:
            if not _is_broken(fault):
                raise Unusable(str(fault)) from None
            self.close()
            raise Unusable(_set_aside(self._folder, fault)) from None

    @contextlib.contextmanager
    def _written(self) -> Iterator[None]:
        """Hold one short transaction, so that another program never waits long."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def _make(folder: Path) -> None:
    """Make the folder, out of git's sight whatever the repository's own .gitignore says; raises OSError for a link."""
    if folder.is_symlink() or (folder / FILE).is_symlink():
        raise OSError(f"{folder} leads elsewhere by a symbolic link")
    folder.mkdir(exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / IGNORE).open("x", encoding="ascii") as file:
        file.write("*\n")


def _opened(path: Path) -> sqlite3.Connection:
    """Connect and check that it is ours; raises sqlite3.DatabaseError for a file that is not."""
    connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
    try:
        # the file may be hostile: no functions in its schema, and no trust in its cells
        for setting in ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {setting}")
        _check(connection, str(path.stat().st_ino))
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, inode: str) -> None:
    """See that the store is ours, in this place and of this version; fill one that is empty."""
    if _value(connection, "PRAGMA user_version") == 0 and _is_empty(connection):
        _fill(connection, inode)
    ours = _value(connection, "PRAGMA application_id"), _value(connection, "PRAGMA user_version")
    if ours != (APPLICATION, SCHEMA):
        raise sqlite3.DatabaseError("not a store of this version of legacyctl")
    if _value(connection, "SELECT inode FROM birth") != inode:
        raise sqlite3.DatabaseError("a copy of a store that was made elsewhere")


def _fill(connection: sqlite3.Connection, inode: str) -> None:
    """Make the tables, unless another program did so meanwhile."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    if _is_empty(connection):
        for statement in filter(str.strip, _TABLES.split(";")):
            connection.execute(statement)
        connection.execute("INSERT INTO birth VALUES (?)", (inode,))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")


def _is_empty(connection: sqlite3.Connection) -> bool:
    return _value(connection, "SELECT count(*) FROM sqlite_schema") == 0


def _value(connection: sqlite3.Connection, query: str) -> object:
    found = connection.execute(query).fetchone()
    return found[0] if found else None


def _is_broken(fault: sqlite3.Error) -> bool:
    """Say whether the file itself is at fault, and not who else uses it, its rights or the disk."""
    return type(fault) is sqlite3.DatabaseError


def _set_aside(folder: Path, fault: sqlite3.Error) -> str:
    """Take a store out of the way, with what SQLite put beside it, and say so; raises Unusable when it stays."""
    try:
        (folder / FILE).replace(folder / BROKEN)
        for beside in (f"{FILE}-wal", f"{FILE}-shm"):
            (folder / beside).unlink(missing_ok=True)
    except OSError as refusal:
        raise Unusable(f"{fault}, and it cannot be set aside: {refusal}") from None
    return f"{folder / FILE} was set aside as {BROKEN}: {fault}"
