import pytest

from legacyctl import source
from legacyctl.catalog import languages
from legacyctl.config import SourceConfig
from legacyctl.model import SourceFile


@pytest.fixture
def tree(tmp_path):
    """Write files below a folder: path -> text or bytes."""

    def write(files):
        for path, content in files.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write


@pytest.fixture
def found():
    """Discover below a folder and give the files by path."""

    def discover(root, **config):
        return {file.path: file for file in source.discover(root, SourceConfig(**config), languages())}

    return discover


@pytest.fixture
def file_of(tree, found):
    """Read one file with the given bytes as discover does."""

    def read(data, name="a.py", **config) -> SourceFile:
        return found(tree({name: data}), **config)[name]

    return read
