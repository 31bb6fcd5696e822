"""Every fault of a TOML file is told at once, with its line."""

from pathlib import Path

import pytest

from legacyctl import config, tables
from legacyctl.errors import CatalogError, ConfigError


def write(folder: Path, text: str) -> Path:
    path = folder / "legacyctl.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path):
    assert config.read(tmp_path) == config.Config()


def test_every_key_is_read(tmp_path):
    write(
        tmp_path,
        """
        [source]
        exclude = ["old/**"]
        max_bytes = 10
        encodings = { "*.cbl" = "cp037" }
        languages = { "*.inc" = "php" }
        [verify]
        test = "make test"
        timeout = 5
        [backend]
        id = "llamacpp"
        [policy]
        sensitivity = "S2"
        [rules]
        off = ["PY01"]
        [cobol]
        copybooks = ["copy"]
        """,
    )
    read = config.read(tmp_path)
    assert read.source.encodings == {"*.cbl": "cp037"}
    assert (read.verify.test, read.verify.timeout) == ("make test", 5)
    assert (read.sensitivity, read.rules_off, read.copybooks) == ("S2", ("PY01",), ("copy",))
    assert read.backend.id == "llamacpp"


def test_all_faults_are_told_at_once_with_their_lines(tmp_path):
    path = write(tmp_path, 'surprise = 1\n[source]\nmax_bytes = "many"\n[policy]\nsensitivity = "S9"\n')
    with pytest.raises(ConfigError) as caught:
        config.read(tmp_path)
    assert caught.value.path == path
    assert [problem.split(":")[0] for problem in caught.value.problems] == ["line 3", "line 5", "line 1"]
    assert "S0, S1, S2, S3, S4" in caught.value.problems[1]


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"a = = 1", "line 1"), (b"a = \xff", "byte 4: not UTF-8"), (b"[source]\nexclude = [1]", "array of strings")],
    ids=["not-toml", "not-utf8", "wrong-items"],
)
def test_a_broken_file_is_told_with_its_place(tmp_path, content, told):
    (tmp_path / "legacyctl.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=told):
        config.read(tmp_path)


def test_true_is_not_a_number(tmp_path):
    reader = tables.load(write(tmp_path, "number = true\n"), CatalogError)
    reader.integer("number")
    with pytest.raises(CatalogError, match="line 1: number: must be int, not bool"):
        reader.finish()


def test_a_missing_key_is_told(tmp_path):
    reader = tables.load(write(tmp_path, ""))
    reader.text("name")
    with pytest.raises(ConfigError, match="name: is missing"):
        reader.finish()
