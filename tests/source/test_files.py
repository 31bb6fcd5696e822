import pytest

from legacyctl import source
from legacyctl.catalog import languages
from legacyctl.config import SourceConfig
from legacyctl.errors import ConfigError, UsageError
from legacyctl.source.language import interpreter
from legacyctl.source.lines import line_starts

LANGUAGE = {
    "extension": ("a.py", b"", "python"),
    "extension in capitals": ("A.JAVA", b"", "java"),
    "name": ("SConstruct", b"", "python"),
    "shebang": ("tool", b"#!/usr/bin/python\n", "python"),
    "shebang with a version": ("tool", b"#! /usr/local/bin/python2.7 -u\n", "python"),
    "shebang through env": ("tool.cgi", b"#!/usr/bin/env -S PYTHONPATH=. python3 -O\r\n", "python"),
    "extension goes before shebang": ("A.java", b"#!/usr/bin/python\n", "java"),
    "another interpreter": ("tool", b"#!/usr/bin/klingon\n", None),
    "member of a library": ("BYSJOB1", b"//* maandrun\n//BYSJOB1  JOB (BIJST),CLASS=A\n", "jcl"),
    "member in EBCDIC": ("BYSJOB1", "//BYSJOB1  JOB (BIJST),'MAANDRUN'\n".encode("cp037"), "jcl"),
    "member in cards": ("BYSPROC", b"".join(f"{line:80}".encode() for line in ("//P PROC", "//S EXEC X")), "jcl"),
    "member with maps": ("BYSMAP", b"* scherm\nBYSMAP   DFHMSD TYPE=MAP\n", "bms"),
    "text in a folder of jobs": ("JCLLIB/BYSJOB1.txt", b"//BYSJOB1  JOB (BIJST)\n", "jcl"),
    "text in a data set of jobs": ("gem.prod.jcl/BYSJOB1.TXT", b"//BYSJOB1  JOB (BIJST)\n", "jcl"),
    "text with a job in another folder": ("mail/vraag.txt", b"//BYSJOB1  JOB (BIJST)\n", None),
    "other text in a folder of jobs": ("JCLLIB/readme.txt", b"Jobs of the benefits system\n", None),
    "a member that is no job": ("LICENSE", b"// EXEC summary of the licence\n", None),
    "unknown": ("notes.txt", b"hello\n", None),
    "hidden file": (".py", b"", None),
    "no name at all in the shebang": ("tool", b"#!\n", None),
}


@pytest.mark.parametrize(("name", "data", "language"), LANGUAGE.values(), ids=LANGUAGE)
def test_the_language_is_known(file_of, name, data, language):
    file = file_of(data, name)
    assert (file.language, file.problem) == (language, "")
    assert bool(file.data) == bool(language and data)


def test_a_shebang_of_env_alone_names_nothing():
    assert interpreter(b"#!/usr/bin/env\n") == ""


def test_the_configuration_goes_before_the_extension(tree, found):
    files = found(tree({"old/a.zz": "", "b.zz": "", "c.py": ""}), languages={"/old/*.zz": "java", "c.py": "java"})
    assert [file.language for file in files.values()] == [None, "java", "java"]


def test_an_unknown_language_is_a_configuration_error(tree, found):
    with pytest.raises(ConfigError, match="'klingon' is not one of"):
        found(tree({"a.py": ""}), languages={"*.kl": "klingon"})


SIZES = {"at the limit": (10, ""), "beyond it": (11, "larger than max_bytes (11 > 10 bytes)")}


@pytest.mark.parametrize(("size", "problem"), SIZES.values(), ids=SIZES)
def test_large_files_are_not_read(file_of, size, problem):
    file = file_of(b"#" * size, max_bytes=10)
    assert (file.problem, file.size, len(file.data)) == (problem, size, 0 if problem else size)


def test_one_file_is_read_as_discover_reads_it(tree, found):
    root = tree({"x/a.py": "# café\n", "old/b.inc": b"\xe9"})
    config = {"encodings": {"*.inc": "cp437"}, "languages": {"*.inc": "python"}}
    for path, file in found(root, **config).items():
        assert source.read_file(root, path, SourceConfig(**config), languages()) == file


@pytest.mark.parametrize("path", ["..", "../a.py", "/etc/passwd", "x/../../a.py", "out/a.py"])
def test_a_path_out_of_the_repository_is_wrong_use(tree, path):
    root = tree({"root/x/b.py": "", "a.py": ""}) / "root"
    (root / "out").symlink_to("..")
    with pytest.raises(UsageError, match="lies outside"):
        source.read_file(root, path, SourceConfig(), languages())


STARTS = {
    "empty": (b"", "utf-8", [0]),
    "no line end": (b"x", "utf-8", [0]),
    "ends with one": (b"x\ny\n", "utf-8", [0, 2]),
    "all kinds": (b"a\rb\r\nc\n\nd", "utf-8", [0, 2, 5, 7, 8]),
    "EBCDIC": (b"\x81\x15\x82\x25\x83", "cp037", [0, 2, 4]),
    "UTF-16": ("\ufeffa\né\r\nb".encode("utf-16-le"), "utf-16-le", [0, 6, 12]),
}


@pytest.mark.parametrize(("data", "codec", "starts"), STARTS.values(), ids=STARTS)
def test_lines_start_where_they_do(data, codec, starts):
    assert line_starts(source.files.SourceFile("a", encoding=codec, data=data)) == starts


PATHS = {
    "plain": ("a/b c.py", "a/b c.py"),
    "letters beyond ASCII": ("café/π.py", "café/π.py"),
    "not UTF-8": ("caf\udce9.py", "caf\\xe9.py"),
    "control characters": ("a\tb\x1b[31m\x7f.py", "a\\x09b\\x1b[31m\\x7f.py"),
}


@pytest.mark.parametrize(("path", "text"), PATHS.values(), ids=PATHS)
def test_any_path_can_be_shown(path, text):
    assert source.shown(path) == text
    assert text.encode()
