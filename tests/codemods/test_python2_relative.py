"""Imports that Python 2 found in the file's own package."""

from __future__ import annotations

import pytest

from .conftest import convert, patch_of

PACKAGE = ("__init__.py", "batch.py", "dates.py", "text.py", "forms")

CASES = [
    pytest.param("import dates\n", "from . import dates\n", id="module"),
    pytest.param("import dates as d\n", "from . import dates as d\n", id="alias"),
    pytest.param("import forms\n", "from . import forms\n", id="package"),
    pytest.param("from text import pad\n", "from .text import pad\n", id="from"),
    pytest.param("from forms.tax import *\n", "from .forms.tax import *\n", id="from inside"),
    pytest.param("import os, dates\n", "import os\nfrom . import dates\n", id="one of two"),
]
KEPT = [
    pytest.param("import os\nfrom . import dates\n", id="explicit"),
    pytest.param("import batch\n", id="the file itself"),
    pytest.param("from __future__ import absolute_import\nimport dates\n", id="absolute"),
    pytest.param("try:\n    from . import dates\nexcept ImportError:\n    import dates\n", id="provided for"),
    pytest.param("import dates\nif __name__ == '__main__':\n    dates.run()\n", id="a script"),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_explicit(before, after):
    assert convert(before.encode(), beside=PACKAGE).decode() == after
    assert patch_of(after.encode(), beside=PACKAGE).empty


@pytest.mark.parametrize("text", KEPT)
def test_kept(text):
    assert patch_of(text.encode(), beside=PACKAGE).empty


def test_without_the_folder_nothing_is_known():
    assert patch_of(b"import dates\n").empty


def test_a_clean_file_of_a_package_is_left_alone():
    assert patch_of(b"import os\nx = input()\n", beside=PACKAGE).empty


def test_outside_a_package_nothing_is_relative():
    assert patch_of(b"import dates\n", beside=("dates.py",)).empty


def test_own_module_is_not_the_old_one_of_the_library():
    assert convert(b"import Queue\nprint Queue\n", beside=("Queue.py",)) == b"import Queue\nprint(Queue)\n"


def test_a_module_in_a_package_is_told():
    patch = patch_of(b"import forms.tax\nprint 1\n", beside=PACKAGE)
    assert patch.notes == (
        "src/batch.py:1: implicit relative import of a module in a package; import it with from . import",
    )
