"""What did not change is not read again, and everything that may have changed is; the result is the same."""

import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from legacyctl import pipeline, report
from legacyctl.config import STATE_FOLDER
from legacyctl.pipeline.cache import SECOND, Cache, Folder, signature
from legacyctl.pipeline.worker import Reply
from legacyctl.source.walk import Entry, walk
from legacyctl.store import BROKEN, FILE, Store

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAM = """
       IDENTIFICATION DIVISION.
       PROGRAM-ID. MAIN.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
           COPY RECORD.
       PROCEDURE DIVISION.
       ONE.
           STOP RUN.
"""
RECORD = "       01  FIELD PIC X.\n"
FILES = {"a.py": "print 1\n", "b.py": "x = 1\n", "notes.txt": "words\n", "prog/main.cbl": PROGRAM}


def settled():
    """Wait until a change of now lies before a scan of now, whatever the ticks of the file system's clock."""
    time.sleep(0.05)


@pytest.fixture
def scanned(project):
    """Give a function that scans and says how many files were read; it starts with FILES and a scan of them."""
    made = project({**FILES, "copy/RECORD.cpy": RECORD})
    settled()

    def scan(made=made, **means) -> int:
        told = [0]
        pipeline.overview(
            made, progress=lambda _, __, total: told.append(total), means=pipeline.Means(**{"jobs": 1, **means})
        )
        return told[-1]

    assert scan() == len(FILES) + 1
    settled()
    return scan


def test_nothing_is_read_again(scanned):
    assert (scanned(), scanned()) == (0, 0)


def test_without_the_store_all_is_read(scanned):
    assert scanned(cache=False) == len(FILES) + 1


def write(root, path, text):
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text)
    settled()


CHANGES = {
    "content": ("a.py", "print 2\n", 1),
    "same-content-again": ("a.py", FILES["a.py"], 1),
    "new-file": ("c.py", "print 3\n", 1),
    "copybook-and-its-program": ("copy/RECORD.cpy", RECORD + RECORD, 2),
    "namesake-of-the-copybook": ("prog/RECORD.cpy", RECORD, 2),
    "program": ("prog/main.cbl", PROGRAM + "           EXIT.\n", 1),
}


@pytest.mark.parametrize(("path", "text", "count"), CHANGES.values(), ids=CHANGES)
def test_what_changed_is_read_once(scanned, tmp_path, path, text, count):
    write(tmp_path, path, text)
    assert (scanned(), scanned()) == (count, 0)


def test_a_file_of_the_same_size_with_its_old_time_is_noticed(scanned, tmp_path):
    before = (tmp_path / "a.py").stat()
    write(tmp_path, "a.py", "print 2\n")
    os.utime(tmp_path / "a.py", ns=(before.st_atime_ns, before.st_mtime_ns))
    settled()
    assert scanned() == 1


def test_a_copybook_that_went_is_missed(scanned, tmp_path):
    (tmp_path / "copy/RECORD.cpy").unlink()
    assert (scanned(), scanned()) == (1, 0)


def test_what_is_gone_is_in_no_result(project, tmp_path):
    made = project(FILES)
    pipeline.scan(made)
    (tmp_path / "a.py").unlink()
    assert [found.facts.path for found in pipeline.scan(made).files] == sorted(set(FILES) - {"a.py"})


def test_what_is_gone_does_not_stay_in_the_store(scanned, tmp_path):
    (tmp_path / "a.py").unlink()
    scanned()
    assert set(Store(tmp_path / STATE_FOLDER).bodies()) == {*FILES, "copy/RECORD.cpy"} - {"a.py"}


def test_the_first_file_finds_its_copybooks_too(project):
    """It is read while the folder is still being listed."""
    made = project({"a.cbl": PROGRAM, "z/RECORD.cpy": RECORD})
    assert pipeline.scan(made).files[0].facts.depends == (("RECORD", "z/RECORD.cpy"),)


@pytest.mark.parametrize(
    "other",
    [
        lambda made: replace(made, lang="nl"),
        lambda made: replace(made, config=replace(made.config, rules_off=("PY01",))),
        lambda made: replace(made, config=replace(made.config, copybooks=("copy",))),
        lambda made: replace(made, config=replace(made.config, source=replace(made.config.source, max_bytes=5))),
    ],
    ids=["language", "rules", "copybooks", "size"],
)
def test_what_changes_every_report_reads_all_anew(scanned, project, other):
    assert scanned(other(project({}))) == len(FILES) + 1


@pytest.mark.parametrize(
    "alike",
    [
        lambda made: replace(made, config=replace(made.config, sensitivity="S3")),
        lambda made: replace(made, config=replace(made.config, scan=replace(made.config.scan, seconds=5))),
    ],
    ids=["sensitivity", "limits"],
)
def test_what_changes_no_report_reads_nothing(scanned, project, alike):
    assert scanned(alike(project({}))) == 0


def test_findings_follow_the_language_of_the_user(project):
    made = project(FILES)
    english, dutch = (pipeline.scan(replace(made, lang=lang)).findings[0].message for lang in ("en", "nl"))
    assert english != dutch


@pytest.mark.parametrize("name", [path.name for path in sorted(EXAMPLES.iterdir()) if path.is_dir()])
def test_the_same_bytes_cold_and_warm_and_with_any_number_of_workers(name, tmp_path):
    root = Path(shutil.copytree(EXAMPLES / name, tmp_path / name, ignore=shutil.ignore_patterns(STATE_FOLDER)))
    made = pipeline.open_project(root)
    means = [pipeline.Means(jobs=1, cache=False), pipeline.Means(jobs=3), pipeline.Means(jobs=2), pipeline.Means()]
    printed = {report.FORMATS["json"](pipeline.scan(made, means=how), "en") for how in means}
    assert len(printed) == 1
    short = {report.text.scan(pipeline.overview(made, means=how), "en") for how in means}
    assert short == {report.FORMATS["text"](pipeline.scan(made), "en")}


def test_a_store_that_was_broken_is_told_once(scanned, tmp_path):
    (tmp_path / STATE_FOLDER / FILE).write_bytes(b"no database " * 99)
    heard = []
    assert scanned(warn=heard.append) == len(FILES) + 1
    assert scanned(warn=heard.append) == 0
    assert [BROKEN in warning for warning in heard] == [True]


def test_rows_that_make_no_sense_are_read_anew(scanned, tmp_path):
    cache = Cache(tmp_path / STATE_FOLDER, "", pytest.fail)
    cache._store._connection.execute("UPDATE files SET summary = '[1,'")
    assert (scanned(), scanned()) == (len(FILES) + 1, 0)


@pytest.mark.usefixtures("scanned")
def test_bodies_that_make_no_sense_are_read_anew(project, tmp_path):
    cache = Cache(tmp_path / STATE_FOLDER, "", pytest.fail)
    cache._store._connection.execute("UPDATE bodies SET body = x'00'")
    files = pipeline.scan(project({})).files
    assert sorted(found.facts.path for found in files) == sorted([*FILES, "copy/RECORD.cpy"])


def test_a_folder_that_cannot_be_used_is_done_without(project, tmp_path):
    (tmp_path / STATE_FOLDER).write_text("in the way")
    heard = []
    files = pipeline.scan(project(FILES), means=pipeline.Means(warn=heard.append)).files
    assert [found.facts.path for found in files] == sorted(FILES)
    assert len(heard) == 1


@pytest.fixture
def kept(tmp_path):
    """Give a function that changes a file, keeps it, and gives the signature that was kept."""

    def keep(path, cache, *, depends=()):
        folder = Folder({entry.path: entry for entry in walk(tmp_path)})
        cache.keep(path, Reply("[]", b"", "d", depends), folder)
        cache.save()
        return next(row for row in cache._store.rows("s") if row.path == path)

    return keep


def test_a_file_that_changed_after_the_scan_began_is_not_trusted(tmp_path, kept):
    (tmp_path / "old.py").touch()
    settled()
    cache = Cache(tmp_path / STATE_FOLDER, "s", pytest.fail)
    (tmp_path / "new.py").touch()
    assert kept("old.py", cache).signature
    assert kept("new.py", cache).signature == ""


@pytest.mark.parametrize(("age", "trusted"), [(0, False), (1, False), (3, True)])
def test_times_without_parts_of_a_second_are_trusted_later(tmp_path, age, trusted):
    cache = Cache(tmp_path / STATE_FOLDER, "s", pytest.fail)
    second = (cache._store.opened_ns // SECOND - age) * SECOND
    assert cache._settled(Entry("a.py", "", SimpleNamespace(st_mtime_ns=second, st_ctime_ns=second))) is trusted


def test_a_report_on_a_file_that_changed_meanwhile_does_not_stand(tmp_path, kept):
    (tmp_path / "main.cbl").touch()
    settled()
    cache = Cache(tmp_path / STATE_FOLDER, "s", pytest.fail)
    (tmp_path / "new.cpy").touch()
    assert kept("main.cbl", cache, depends=(("NEW", "new.cpy"),)).context == ""


@pytest.mark.parametrize(
    ("depends", "known"),
    [((("A", "copy/a.cpy"),), True), ((("A", ""),), True), ((("X", ""),), True), ((("A", "gone.cpy"),), False)],
    ids=["found", "not-found-though-there", "not-there", "outside"],
)
def test_the_context_of_a_report(tmp_path, depends, known):
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy/a.cpy").touch()
    folder = Folder({entry.path: entry for entry in walk(tmp_path)})
    assert bool(folder.context(depends)) is known


@pytest.mark.parametrize("name", ["a", "A.CPY", "lib/a", "'a'", "lib\\A.cob"])
def test_the_files_that_a_name_may_mean(tmp_path, name):
    for path in ("A.cpy", "a.x.y", "b.cpy", "aa.cpy"):
        (tmp_path / path).touch()
    folder = Folder({entry.path: entry for entry in walk(tmp_path)})
    assert sorted(folder.namesakes(name)) == ["A.cpy", "a.x.y"]


def test_a_signature_is_text_of_numbers(tmp_path):
    (tmp_path / "a.py").write_text("12345")
    (entry,) = walk(tmp_path)
    assert json.loads(f"[{signature(entry).replace(' ', ',')}]")[0] == 5


def test_what_was_read_for_the_moment_only_is_not_kept(tmp_path):
    cache = Cache(tmp_path / STATE_FOLDER, "s", pytest.fail)
    (tmp_path / "a.py").touch()
    folder = Folder({entry.path: entry for entry in walk(tmp_path)})
    cache.keep("a.py", Reply("[]", b"", "", (), lasting=False), folder)
    cache.save()
    assert cache._store.rows("s") == []
