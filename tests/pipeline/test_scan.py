"""Whatever lies in a repository gives a result or a reason, never a traceback."""

import json
import os

import pytest

from legacyctl import pipeline, report
from legacyctl.errors import UsageError

DEEP = 10_000


def scanned(project, files):
    return {r.facts.path: r.facts for r in pipeline.scan(project(files)).files}


def test_an_empty_repository(project):
    assessment = pipeline.scan(project({}))
    assert (assessment.files, assessment.total.ratio) == ((), 0.0)
    assert report.FORMATS["text"](assessment, "en")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("big.py", b"x = 1\n" * 900_000, "larger"),
        ("tool.exe", b"MZ\0\0\1\2\3" * 50, "binary"),
    ],
    ids=["five-megabytes", "binary"],
)
def test_what_is_not_read_is_told(project, name, content, told):
    assert told in scanned(project, {name: content})[name].problem


def test_a_broken_symlink_is_told(project, tmp_path):
    (tmp_path / "gone.py").symlink_to(tmp_path / "nowhere")
    assert "link" in scanned(project, {})["gone.py"].problem


@pytest.mark.parametrize(
    ("name", "content", "encoding"),
    [
        ("latin.py", "# -*- coding: latin-1 -*-\nx = 'café'\n".encode("latin-1"), "iso8859-1"),
        ("crlf.py", b"def f():\r\n    return 1\r\n", "utf-8"),
        ("HOST.cbl", "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. A.\n".ljust(400).encode("cp037"), "cp037"),
    ],
    ids=["latin-1", "crlf", "ebcdic"],
)
def test_encodings_are_found_and_the_file_is_parsed(project, name, content, encoding):
    facts = scanned(project, {name: content})[name]
    assert facts.encoding.replace("_", "-") in {encoding, "latin-1"}
    assert facts.units
    assert facts.fidelity > 0.99


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deep.py", "x = " + "(" * DEEP + "1" + ")" * DEEP + "\n"),
        ("Deep.java", "class Deep { int x = " + "(" * DEEP + "1" + ")" * DEEP + "; }\n"),
        (
            "DEEP.cbl",
            "       PROCEDURE DIVISION.\n       P1.\n" + "           IF A = 1\n" * DEEP + "           CONTINUE.\n",
        ),
        ("ifs.py", "".join(" " * n + "if x:\n" for n in range(99)) + " " * 99 + "pass\n"),
    ],
    ids=["python", "java", "cobol", "python-blocks"],
)
def test_ten_thousand_levels_give_a_result(project, name, content):
    assert scanned(project, {name: content})[name].size == len(content)


def test_ten_thousand_levels_survive_the_codemod(project):
    content = "print 1\nx = " + "(\n" * DEEP + "1" + ")\n" * DEEP
    run = pipeline.modernise(project({"deep.py": content}), pipeline.Options(codemods_only=True))
    assert [result.status.value for result in run.results] == ["unchanged"]


def test_two_scans_give_the_same_bytes(project):
    made = project({"b.py": "print 'b'\n", "a/A.java": "class A { void f() { } }\n"})
    first, second = (report.FORMATS["json"](pipeline.scan(made), "en") for _ in range(2))
    assert first == second
    assert [file["path"] for file in json.loads(first)["files"]] == ["a/A.java", "b.py"]


def test_no_folder_is_wrong_use(tmp_path):
    with pytest.raises(UsageError, match="not a folder"):
        pipeline.open_project(tmp_path / "nowhere")


@pytest.mark.skipif(os.name != "posix", reason="file names are text on this system")
def test_a_name_that_is_no_text(project, tmp_path):
    with open(os.fsencode(tmp_path) + b"/caf\xe9.py", "w") as stream:  # noqa: PTH123 - a name of bytes
        stream.write("print 1\n")
    document = report.FORMATS["json"](pipeline.scan(project({})), "en")
    assert document.isascii()
    assert [found["path"] for found in json.loads(document)["findings"]] == ["caf\\xe9.py"]
