"""The store only ever saves work: broken, foreign, locked or unwritable, the scan goes on without it."""

import os
import shutil
import sqlite3
import subprocess

import pytest

from legacyctl.store import BROKEN, BUSY_MS, FILE, Row, Store, Unusable


def row(path="a.py", **other):
    return Row(
        path, *{"state": "s", "signature": "1 2", "sha256": "d", "depends": "[]", "context": "", **other}.values(), "[]"
    )


@pytest.fixture
def folder(tmp_path):
    return tmp_path / ".legacyctl"


def stored(folder, *rows):
    store = Store(folder)
    store.put((one, b"body of " + os.fsencode(one.path)) for one in rows)
    return store


def kept(store, state="s"):
    return sorted(one.path for one in store.rows(state))


def test_what_was_put_is_there_for_the_next(folder):
    stored(folder, row(), row("b.py")).close()
    again = Store(folder)
    assert again.rows("s") == [row(), row("b.py")]
    assert again.bodies() == {"a.py": b"body of a.py", "b.py": b"body of b.py"}
    assert again.notice == ""


def test_rows_of_another_state_are_not_given(folder):
    assert kept(stored(folder, row(), row("b.py", state="old"))) == ["a.py"]


def test_a_file_is_kept_once(folder):
    store = stored(folder, row(signature="old"))
    store.put([(row(signature="new"), b"later")])
    assert [one.signature for one in store.rows("s")] == ["new"]
    assert store.bodies() == {"a.py": b"later"}


def test_a_path_that_is_no_text_comes_back_as_it_was(folder):
    path = os.fsdecode(b"caf\xe9\n.py")
    assert kept(stored(folder, row(path))) == [path]


@pytest.mark.parametrize(
    ("mark", "signature"),
    [
        (row(signature="new"), "new"),
        (row(signature="new", sha256="other content"), "1 2"),
        (row(signature="new", state="other"), "1 2"),
    ],
    ids=["same-content", "other-content", "other-state"],
)
def test_a_signature_is_renewed_for_the_same_content_only(folder, mark, signature):
    store = stored(folder, row())
    store.mark([mark])
    assert [one.signature for one in store.rows("s")] == [signature]


def test_what_is_gone_is_forgotten_with_its_body(folder):
    store = stored(folder, row(), row("b.py"), row("c.py", state="old"))
    store.forget(["a.py"], others="s")
    assert (kept(store), kept(store, "old"), list(store.bodies())) == (["b.py"], [], ["b.py"])


def test_git_does_not_see_the_state(folder):
    subprocess.run(["git", "init", "-q", folder.parent], check=True)
    stored(folder, row()).close()
    done = subprocess.run(
        ["git", "status", "--porcelain"], cwd=folder.parent, check=True, capture_output=True, text=True
    )
    assert done.stdout == ""


def damage(folder):
    """Spoil the last half of the pages, where the rows are."""
    data = (folder / FILE).read_bytes()
    half = len(data) // 2
    (folder / FILE).write_bytes(data[:half] + b"\xa5" * half)


def other_version(folder):
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


BROKEN_STORES = {
    "no-database": lambda folder: (folder / FILE).write_bytes(b"hello " * 999),
    "another-program": lambda folder: [
        (folder / FILE).unlink(),
        sqlite3.connect(folder / FILE).execute("CREATE TABLE t (a)"),
    ],
    "another-version": other_version,
    "a-copy": lambda folder: [shutil.copy(folder / FILE, folder / "x"), (folder / "x").replace(folder / FILE)],
}


@pytest.mark.parametrize("spoil", BROKEN_STORES.values(), ids=BROKEN_STORES)
def test_what_is_not_ours_is_set_aside(folder, spoil):
    stored(folder, row()).close()
    spoil(folder)
    store = Store(folder)
    assert BROKEN in store.notice
    assert (folder / BROKEN).is_file()
    assert store.rows("s") == []
    store.put([(row(), b"")])
    store.close()
    assert kept(Store(folder)) == ["a.py"]


def test_broken_pages_are_told_when_they_are_read_and_set_aside(folder):
    stored(folder, *(row(f"{number:05}.py") for number in range(999))).close()
    damage(folder)
    with pytest.raises(Unusable, match=BROKEN):
        Store(folder).rows("s")
    assert Store(folder).rows("s") == []


@pytest.mark.parametrize("name", ["", FILE], ids=["folder", "file"])
def test_a_link_is_not_followed(folder, tmp_path, name):
    (tmp_path / "elsewhere").mkdir()
    if name:
        folder.mkdir()
    (folder / name).symlink_to(tmp_path / "elsewhere" / name)
    with pytest.raises(Unusable, match="leads elsewhere"):
        Store(folder)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "make", [lambda f: f.touch(), lambda f: (f / FILE).mkdir(parents=True)], ids=["folder", "file"]
)
def test_what_cannot_be_opened_is_unusable(folder, make):
    make(folder)
    with pytest.raises(Unusable):
        Store(folder)


def test_two_programs_write_in_turn(folder):
    one, two = Store(folder), Store(folder)
    one.put([(row(), b"")])
    two.put([(row("b.py"), b"")])
    assert kept(one) == kept(two) == ["a.py", "b.py"]


def test_a_store_that_stays_locked_is_done_without(folder):
    store = stored(folder, row())
    other = sqlite3.connect(folder / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store._connection.execute(f"PRAGMA busy_timeout = {BUSY_MS // 100}")
    with pytest.raises(Unusable, match="locked"):
        store.put([(row("b.py"), b"")])
    other.execute("COMMIT")
    other.close()
    assert kept(store) == ["a.py"]
