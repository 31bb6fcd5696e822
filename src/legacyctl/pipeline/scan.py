"""From a folder to what is in it: list, know again what did not change, read the rest in workers, score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from legacyctl import debt
from legacyctl.config import STATE_FOLDER
from legacyctl.model import Assessment, FileFacts, FileReport, Overview, Summary
from legacyctl.pipeline import packed
from legacyctl.pipeline.cache import ALONE, Cache, Folder, signature
from legacyctl.pipeline.project import Progress, Project, Warn, silent, unheard
from legacyctl.pipeline.state import state
from legacyctl.pipeline.worker import Read, Reply
from legacyctl.pipeline.workers import Item, Limits, Pool, usable_processors
from legacyctl.source.walk import Entry, listed
from legacyctl.store import Row


@dataclass(frozen=True, slots=True)
class Means:
    """How a scan goes about its work; what it finds is the same.

    `jobs` is the number of worker processes, 0 for one per processor; `cache`
    whether the store may be used. `warn` hears what went wrong beside the files.
    """

    jobs: int = 0
    cache: bool = True
    warn: Warn = unheard


PLAIN = Means()


def scan(project: Project, *, progress: Progress = silent, means: Means = PLAIN) -> Assessment:
    """Give every file with its facts and findings, and the score."""
    found = _Found(whole=True)
    _Scan(project, found, progress).run(means)
    return debt.assess(found.reports.values(), debt.norms())


def overview(project: Project, *, progress: Progress = silent, means: Means = PLAIN) -> Overview:
    """Give the score and what the short reports need; of a file no more is held than its summary."""
    found = _Found(whole=False)
    _Scan(project, found, progress).run(means)
    return debt.overview(found.summaries.values(), debt.norms())


class _Found:
    """What was found in each file: reports when all of it is wanted (`whole`), else summaries."""

    def __init__(self, *, whole: bool) -> None:
        self.whole = whole
        self.reports: dict[str, FileReport] = {}
        self.summaries: dict[str, Summary] = {}

    def take(self, path: str, summary: Summary, body: bytes) -> None:
        """Note a file; raises ValueError for a body that cannot be read."""
        if self.whole:
            self.reports[path] = packed.unpacked(body)
        else:
            self.summaries[path] = summary

    def problem(self, entry: Entry, problem: str) -> None:
        """Note a file that was not read, with the reason."""
        size = entry.stat.st_size if entry.stat else 0
        facts = FileFacts(path=entry.path, language=None, encoding="utf-8", size=size, sha256="", problem=problem)
        self.reports[entry.path] = FileReport(facts)
        self.summaries[entry.path] = debt.summary(FileReport(facts))


class _Scan:
    """One scan: what lies in the folder, and the files of it that must be read."""

    def __init__(self, project: Project, found: _Found, progress: Progress) -> None:
        self._project, self._found, self._progress = project, found, progress
        self._folder = Folder()
        self._first: Item | None = None
        self._bodies: Mapping[str, bytes] = {}

    def run(self, means: Means) -> None:
        """Find out all there is to know of every file."""
        project, limits = self._project, self._project.config.scan
        jobs = means.jobs or usable_processors()
        make = partial(_reader, project)
        with Pool(make, jobs=jobs, limits=Limits(limits.seconds, limits.memory)) as pool:
            if jobs > 1:
                # it gets ready while we look, on a processor that would stand idle
                pool.start()
            with Cache(project.root / STATE_FOLDER if means.cache else None, state(project), means.warn) as cache:
                items = self._changed(cache, pool)
                pool.tell(list(self._folder.entries))
                self._read(items, cache, pool)
                cache.drop_gone(self._folder)

    def _changed(self, cache: Cache, pool: Pool) -> list[Item]:
        """List the folder, note what is known of it already, and give the files to read, the largest first."""
        known, changed = [], []
        for entry in listed(self._project.root, self._project.config.source):
            self._folder.entries[entry.path] = entry
            row = cache.row(entry.path)
            if entry.problem:
                self._found.problem(entry, entry.problem)
            elif row and row.signature == signature(entry):
                known.append(row)
            else:
                changed.append(entry.path)
                self._begin(entry, row, pool)
        if self._found.whole:
            self._bodies = cache.bodies()
        changed += self._known_again(known, cache)
        items = [self._item(path, cache) for path in changed if not self._first or path != self._first.path]
        return sorted(items, key=lambda item: -item.size)

    def _begin(self, entry: Entry, row: Row | None, pool: Pool) -> None:
        """Have the first file read at once: a worker loads most of what it needs with its first file."""
        if self._first is None:
            sha256 = row.sha256 if row and row.depends == ALONE else ""
            self._first = Item(entry.path, entry.stat.st_size if entry.stat else 0, sha256)
            pool.begin(self._first)

    def _known_again(self, rows: Sequence[Row], cache: Cache) -> list[str]:
        """Note the files that are as they were; give the paths of the others."""
        standing = [row for row in rows if cache.holds(row, self._folder)]
        try:
            summaries = packed.summaries([row.summary for row in standing])
        except ValueError:
            return [row.path for row in rows]
        good = {row.path for row, one in zip(standing, summaries, strict=True) if self._stands(row.path, one)}
        return [row.path for row in rows if row.path not in good]

    def _stands(self, path: str, summary: Summary) -> bool:
        """Note a file from the store; give False when its report cannot be read from there."""
        try:
            self._found.take(path, summary, self._bodies.get(path, b""))
        except ValueError:
            return False
        return True

    def _item(self, path: str, cache: Cache) -> Item:
        """Give a file with the digest that it may still have, "" when its report must be made anew."""
        entry, row = self._folder.entries[path], cache.row(path)
        usable = row and row.signature != signature(entry) and cache.holds(row, self._folder)
        return Item(path, entry.stat.st_size if entry.stat else 0, row.sha256 if row and usable else "")

    def _read(self, items: Sequence[Item], cache: Cache, pool: Pool) -> None:
        """Have the files read, and note and keep what they gave."""
        total = len(items) + bool(self._first)
        done = 0
        while done < total:
            again: list[Item] = []
            for item, reply in pool.read(items):
                if self._taken(item, reply, cache):
                    done += 1
                    self._progress("scan", done, total)
                else:
                    again.append(item._replace(sha256=""))
            items = again

    def _taken(self, item: Item, reply: Reply | str, cache: Cache) -> bool:
        """Note what came of a file; give False when it must be read again."""
        row = cache.row(item.path)
        if isinstance(reply, str):
            self._found.problem(self._folder.entries[item.path], reply)
        elif not reply.summary:
            if row is None or self._known_again([row], cache):
                return False
            cache.mark(row, self._folder)
        elif item is self._first and reply.depends:
            # it was read before anybody knew which files there are
            self._first = None
            return False
        else:
            self._found.take(item.path, packed.summaries([reply.summary])[0], reply.body)
            cache.keep(item.path, reply, self._folder)
        return True


def _reader(project: Project) -> Read:
    """Make what reads files, in a worker."""
    from legacyctl.pipeline.reading import Reader  # noqa: PLC0415 - all that reads and parses is loaded in workers only

    return Reader(project)
