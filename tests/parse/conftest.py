import pytest

from legacyctl.catalog import Match, Rule, languages
from legacyctl.model import Severity, SourceFile
from legacyctl.parse import parse
from legacyctl.source import encode


@pytest.fixture
def read():
    """Parse text as a file of a language."""

    def parsed(text, language="python", *, encoding="utf-8"):
        file = SourceFile(f"demo.{language}", language, encoding, newline="")
        data = encode(file, text)
        file = SourceFile(file.path, language, encoding, data=data, size=len(data))
        return parse(file, languages()[language])

    return parsed


@pytest.fixture
def rule(tmp_path):
    """Make a rule of a query, or of a node with its attributes."""

    def make(name, query="", *, node="", where=None, language="python"):
        path = tmp_path / f"{name}.toml"
        match = Match(query=query, node=node, where=where)
        texts = {"en": name}
        return Rule(name, language, Severity.MINOR, 1, 0, "own", texts, texts, texts, (), match, None, path)

    return make
