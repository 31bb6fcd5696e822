import os
import socket
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from legacyctl import source
from legacyctl.catalog import languages
from legacyctl.config import SourceConfig
from legacyctl.errors import ConfigError, UsageError
from legacyctl.source.files import _content

IGNORE = {
    "file in the root": ({".gitignore": "b.py\n", "a.py": "", "b.py": ""}, ["a.py"]),
    "by extension at any depth": ({".gitignore": "*.py\n", "x/b.py": "", "x/c.java": ""}, ["x/c.java"]),
    "anchored": ({".gitignore": "/b.py\n", "b.py": "", "x/b.py": ""}, ["x/b.py"]),
    "folder": ({".gitignore": "out/\n", "out/a.py": "", "x/out/b.py": "", "c.py": ""}, ["c.py"]),
    "folder pattern spares a file": ({".gitignore": "out/\n", "out": "", "c.py": ""}, ["c.py", "out"]),
    "nested file goes first": (
        {".gitignore": "*.py\n", "x/.gitignore": "!b.py\n", "x/b.py": "", "c.py": ""},
        ["x/b.py"],
    ),
    "nested file holds below only": ({"x/.gitignore": "b.py\n", "x/b.py": "", "b.py": ""}, ["b.py"]),
    "nested anchor": ({"x/.gitignore": "/b.py\n", "x/b.py": "", "x/y/b.py": ""}, ["x/y/b.py"]),
    "nothing comes back from an ignored folder": ({".gitignore": "x/\n!x/b.py\n", "x/b.py": "", "c.py": ""}, ["c.py"]),
    "comes back from ignored content": ({".gitignore": "x/*\n!x/b.py\n", "x/b.py": "", "x/c.py": ""}, ["x/b.py"]),
    "a broken line is passed over": ({".gitignore": "!\n\\\nb.py\n", "a.py": "", "b.py": ""}, ["a.py"]),
    "comment and blank": ({".gitignore": "# a.py\n\n", "a.py": ""}, ["a.py"]),
    "own folders": ({".git/a.py": "", ".legacyctl/b.py": "", "x/.git/c.py": "", "d.py": ""}, ["d.py"]),
    "submodule's .git file": ({"x/.git": "gitdir: ../y\n", "x/d.py": ""}, ["x/d.py"]),
}


@pytest.mark.parametrize(("files", "kept"), IGNORE.values(), ids=IGNORE)
def test_ignored_files_are_left_out(tree, found, files, kept):
    assert [path for path in found(tree(files)) if not path.endswith(".gitignore")] == kept


def test_paths_come_in_order_whatever_they_are(tree, found):
    paths = ["a/z.py", "a.py", "a-b.py", "B.py", "a/b/c.py", "a/b.py"]
    assert list(found(tree(dict.fromkeys(paths, "")))) == sorted(paths)


@pytest.mark.parametrize(
    ("exclude", "kept"),
    [(("b.py",), ["a.py"]), (("*", "!b.py"), ["b.py"]), ((), ["a.py"])],
    ids=["excluded", "brought back", "nothing excluded"],
)
def test_configured_patterns_go_before_gitignore(tree, found, exclude, kept):
    root = tree({".gitignore": ".gitignore\nb.py\n" if not exclude else ".gitignore\n", "a.py": "", "b.py": ""})
    assert [path for path in found(root, exclude=exclude) if path != ".gitignore"] == kept


def test_a_pattern_that_git_would_not_take_is_a_configuration_error(tree, found):
    with pytest.raises(ConfigError, match=r"source\.exclude"):
        found(tree({"a.py": ""}), exclude=("!",))


def test_an_empty_folder_gives_nothing(tmp_path, found):
    assert found(tmp_path) == {}


@pytest.mark.parametrize("name", ["missing", "file.py"])
def test_what_is_no_folder_is_wrong_use(tree, found, name):
    root = tree({"file.py": ""})
    with pytest.raises(UsageError, match="is not a folder"):
        found(root / name)


def test_links_are_named_and_never_followed(tree, found):
    root = tree({"code/a.py": "x = 1\n", "outside.txt": ""})
    (root / "code/loop").symlink_to(root / "code", target_is_directory=True)
    (root / "code/self.py").symlink_to("self.py")
    (root / "code/gone.py").symlink_to("nowhere.py")
    (root / "code/out.py").symlink_to("../outside.txt")
    problems = {path: file.problem for path, file in found(root / "code").items()}
    assert problems == {
        "a.py": "",
        "gone.py": "broken symbolic link",
        "loop": f"symbolic link to {root}/code, not followed",
        "out.py": "symbolic link to ../outside.txt, not followed",
        "self.py": "broken symbolic link",
    }


def test_pipes_and_sockets_are_never_opened(tree, found, monkeypatch):
    root = tree({"a.py": ""})
    os.mkfifo(root / "pipe.py")
    monkeypatch.chdir(root)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.py")
        files = found(root)
    assert [files[name].problem[:18] for name in ("pipe.py", "socket.py")] == ["not a regular file"] * 2


def test_a_pipe_that_took_the_place_of_a_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.py")
    assert "not a regular file" in _content(tmp_path / "a.py", 10, whole=True).problem


def test_a_file_that_vanishes_is_reported(tree):
    root = tree({"a.py": "", "b.py": ""})
    files = source.discover(root, SourceConfig(), languages())
    next(files)
    (root / "b.py").unlink()
    assert next(files).problem == "vanished during the scan"


def test_a_folder_that_vanishes_is_reported(tree):
    root = tree({"a.py": "", "b/c.py": ""})
    files = source.discover(root, SourceConfig(), languages())
    next(files)
    (root / "b/c.py").unlink()
    (root / "b").rmdir()
    gone = next(files)
    assert (gone.path, gone.problem) == ("b/", "folder not readable: No such file or directory")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file whose size is not what is read")
def test_a_file_that_changes_while_it_is_read_is_reported():
    assert _content(Path("/proc/self/status"), 1 << 20, whole=True).problem == "changed while it was read"


def test_names_that_are_no_utf8_open_and_can_be_shown(tmp_path, found):
    (tmp_path / os.fsdecode(b"caf\xe9.py")).write_bytes(b"x = 1\n")
    (tmp_path / "two\nlines.py").write_bytes(b"y = 2\n")
    files = found(tmp_path)
    assert [file.data for file in files.values()] == [b"x = 1\n", b"y = 2\n"]
    assert [source.shown(path) for path in files] == ["caf\\xe9.py", "two\\x0alines.py"]


@pytest.fixture
def without_rights():
    """A folder that any user may open, and a process without the rights of root in it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        (root / "open.py").write_text("")
        yield root
        (root / "closed").mkdir(exist_ok=True)
        (root / "closed").chmod(0o755)


@contextmanager
def as_nobody():
    """Give up the rights of root, which may read everything, for a while."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_unreadable_files_and_folders_are_reported(without_rights, found):
    (without_rights / "shut.py").touch(0)
    (without_rights / "closed").mkdir(0)
    with as_nobody():
        problems = {path: file.problem for path, file in found(without_rights).items()}
    assert problems == {
        "closed/": "folder not readable: Permission denied",
        "open.py": "",
        "shut.py": "not readable: Permission denied",
    }


def test_an_unreadable_ignore_file_is_reported_and_ignores_nothing(without_rights, found):
    (without_rights / ".gitignore").write_text("open.py\n")
    (without_rights / ".gitignore").chmod(0)
    with as_nobody():
        problems = {path: file.problem for path, file in found(without_rights).items()}
    assert problems == {".gitignore": "not readable: Permission denied", "open.py": ""}


def test_an_unreadable_repository_is_wrong_use(without_rights, found):
    (without_rights / "closed").mkdir(0)
    with as_nobody(), pytest.raises(UsageError, match="Permission denied"):
        found(without_rights / "closed")
