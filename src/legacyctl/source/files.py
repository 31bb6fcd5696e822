"""The verbs of this room: `discover` every file of a repository, `read_file` one, `reader` one after another."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from legacyctl.catalog import Language
from legacyctl.config import FILE_NAME, SourceConfig
from legacyctl.errors import ConfigError, UsageError
from legacyctl.model import SourceFile
from legacyctl.source.codepages import canonical
from legacyctl.source.decode import (
    HEAD,
    Hints,
    detect,
    first_lines,
    fits_records,
    is_binary,
    is_unlined,
    legible,
    newline_of,
    record_length,
    working_bytes,
)
from legacyctl.source.language import LanguageBook, book
from legacyctl.source.origin import is_generated, is_vendored
from legacyctl.source.patterns import Patterns
from legacyctl.source.records import has_length_words
from legacyctl.source.walk import SPECIAL, VANISHED, link_problem, listed

RECORDS = f"EBCDIC without line ends and not in records of 80 bytes: give their length in {FILE_NAME}, [source.records]"
LENGTH_WORDS = "variable records with length words (RDW), which are not read: bring the file over as text"
CHANGED = "changed while it was read"
UNREADABLE = "not readable: "
# Never wait for a pipe that took the place of a file, never go through a link that did.
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class _Reader:
    """All that is needed to turn a path into a SourceFile."""

    root: Path
    max_bytes: int
    book: LanguageBook
    encodings: Patterns
    records: Patterns
    languages: Mapping[str, Language]


@dataclass(frozen=True, slots=True)
class _Bytes:
    """What was read: the file's size, its content or as much as was asked, or why not."""

    data: bytes = b""
    size: int = 0
    problem: str = ""


def discover(root: Path, config: SourceConfig, languages: Mapping[str, Language]) -> Iterator[SourceFile]:
    """Give every file under `root` in path order, each read and decoded.

    A file in no known language has language None and no data; one that cannot
    be read has its reason in `problem`, as has a folder that cannot be listed
    (its path ends in a slash). Ignored files are left out (`source.ignore`).
    Raises UsageError when `root` is no readable folder, ConfigError for a
    pattern, codec or language in `config` that does not exist.
    """
    reader = _reader(root, config, languages)
    for entry in listed(root, config):
        yield SourceFile(entry.path, problem=entry.problem) if entry.problem else _read(reader, entry.path)


def reader(root: Path, config: SourceConfig, languages: Mapping[str, Language]) -> Callable[[str], SourceFile]:
    """Give what reads a path that `listed` gave, as `discover` would; raises as it does."""
    return partial(_read, _reader(root, config, languages))


def passing(problem: str) -> bool:
    """Say whether a file has this problem for the moment only, whatever its bytes and its size are."""
    return problem.startswith((VANISHED, CHANGED, UNREADABLE))


def read_file(root: Path, path: str, config: SourceConfig, languages: Mapping[str, Language]) -> SourceFile:
    """Give one file of the repository as `discover` would.

    Raises UsageError for a path that leads out of `root`, and as `discover`.
    """
    if not (root / path).parent.resolve().is_relative_to(root.resolve()) or ".." in PurePosixPath(path).parts:
        raise UsageError(f"{path} lies outside {root}", way_out="Name a path relative to the root of the repository.")
    return _read(_reader(root, config, languages), path)


def _reader(root: Path, config: SourceConfig, languages: Mapping[str, Language]) -> _Reader:
    return _Reader(
        root=root,
        max_bytes=config.max_bytes,
        book=book(root, config.languages, languages),
        encodings=Patterns.of(root, "encodings", _codecs(root, config.encodings)),
        records=Patterns.of(root, "records", {pattern: str(length) for pattern, length in config.records.items()}),
        languages=languages,
    )


def _codecs(root: Path, table: Mapping[str, str]) -> dict[str, str]:
    """Give the table with every codec under its one name; raises ConfigError with all unknown ones."""
    known, problems = {}, []
    for pattern, word in table.items():
        try:
            known[pattern] = canonical(word)
        except LookupError:
            problems.append(f"source.encodings: '{pattern}': Python has no text codec '{word}'")
    if problems:
        raise ConfigError(root / FILE_NAME, problems)
    return known


def _read(reader: _Reader, path: str) -> SourceFile:
    """Read one file as far as needed: whole when its language is known, else only its head."""
    language = reader.book.by_path(path)
    if language is None:
        head = _content(reader.root / path, HEAD, whole=False)
        language = reader.book.by_content(path, first_lines(head.data))
        if head.problem or language is None:
            problem = head.problem or ("binary" if is_binary(head.data) else "")
            return SourceFile(path, size=head.size, vendored=is_vendored(path), problem=problem)
    found = _content(reader.root / path, reader.max_bytes, whole=True)
    return _decoded(reader, path, reader.languages[language], found)


def _decoded(reader: _Reader, path: str, language: Language, found: _Bytes) -> SourceFile:
    """Give the file with its encoding, or with the reason why it has none."""
    data, vendored = found.data, is_vendored(path)
    override = reader.encodings.word(path)
    encoding, problem = "utf-8", found.problem
    if not problem and not override and is_binary(data[:HEAD]):
        problem = LENGTH_WORDS if has_length_words(data) else "binary"
    if not problem:
        encoding = detect(data, Hints(override, language.encodings, cookies=language.comment == "#"))
        problem = "" if encoding else f"not {override}, as {FILE_NAME} says"
    record = 0
    if not problem:
        record, problem = _record(data, encoding, int(reader.records.word(path) or 0))
    if problem:
        return SourceFile(path, language.id, size=found.size, vendored=vendored, problem=problem)
    newline = "" if record else newline_of(data, encoding)
    file = SourceFile(path, language.id, encoding, newline, data, found.size, vendored=vendored, record=record)
    lines = legible(file).encode("utf-8", "replace") if record else working_bytes(file)
    return replace(file, generated=is_generated(path, lines))


def _record(data: bytes, encoding: str, declared: int) -> tuple[int, str]:
    """Give the length of the file's fixed records (0 for lines), and why it cannot be read, "" when it can."""
    if declared:
        return declared, "" if fits_records(
            data, encoding, declared
        ) else f"not records of {declared} bytes, as {FILE_NAME} says"
    if has_length_words(data):
        return 0, LENGTH_WORDS
    length = record_length(data, encoding)
    return length, RECORDS if not length and is_unlined(data, encoding) else ""


def _content(path: Path, limit: int, *, whole: bool) -> _Bytes:
    """Read at most `limit` bytes; `whole` also asks that the file is no larger and holds still meanwhile."""
    try:
        descriptor = os.open(path, _OPEN)
    except OSError as fault:
        return _Bytes(problem=_reason(path, fault))
    with os.fdopen(descriptor, "rb") as stream:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            return _Bytes(problem=SPECIAL)
        size = before.st_size
        if whole and size > limit:
            return _Bytes(size=size, problem=f"larger than max_bytes ({size:,} > {limit:,} bytes)")
        try:
            # one byte more than there should be, to see whether it grows
            data = stream.read(size + 1 if whole else limit)
        except OSError as fault:
            return _Bytes(size=size, problem=_reason(path, fault))
        after = os.fstat(descriptor)
    if whole and (len(data) != size or after.st_mtime_ns != before.st_mtime_ns):
        return _Bytes(size=after.st_size, problem=CHANGED)
    return _Bytes(data, size)


def _reason(path: Path, fault: OSError) -> str:
    """Say in the words of the report why a file could not be read."""
    if fault.errno == errno.ELOOP:
        return link_problem(path)
    if isinstance(fault, FileNotFoundError):
        return VANISHED
    # A socket or a device without a driver cannot even be opened.
    return SPECIAL if fault.errno == errno.ENXIO else f"{UNREADABLE}{fault.strerror}"
