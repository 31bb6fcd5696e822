import pytest

from legacyctl.catalog import languages
from legacyctl.facts import collect
from legacyctl.model import SourceFile
from legacyctl.parse import parse


@pytest.fixture
def facts():
    """Collect the facts of code in a language."""

    def of(code, language="python", path="demo.x", **fields):
        data = code if isinstance(code, bytes) else code.encode()
        file = SourceFile(path, language, data=data, size=len(data), **fields)
        return collect(parse(file, languages()[language]))

    return of


@pytest.fixture
def unit(facts):
    """The one unit of a name in some code."""

    def of(code, name, language="python"):
        return next(unit for unit in facts(code, language).units if unit.name == name)

    return of
