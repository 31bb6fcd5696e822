from pathlib import Path

import pytest

from legacyctl import pipeline


@pytest.fixture
def project(tmp_path):
    """Give a function that makes a repository out of path -> text, and opens it."""

    def make(files: dict[str, str | bytes], **options) -> pipeline.Project:
        for name, content in files.items():
            path = Path(tmp_path, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return pipeline.open_project(tmp_path, **options)

    return make
