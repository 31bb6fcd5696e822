from dataclasses import replace

import pytest

from legacyctl import catalog, facts, parse
from legacyctl.catalog import Match, Rule
from legacyctl.model import FileFacts, FileReport, Finding, Severity, SourceFile, Span


@pytest.fixture
def finding():
    base = Finding("PY01", "a.py", "python", Span(0, 5, 1, 1), "message", Severity.MINOR, 5.0)

    def make(rule="PY01", *, start=0, **fields):
        return replace(base, rule=rule, span=Span(start, start + 5, 1, 1), **fields)

    return make


@pytest.fixture
def report():
    def make(path="a.py", findings=(), *, lines=100, language="python", **marks):
        size = lines * 10
        return FileReport(
            FileFacts(path, language, "utf-8", size, "0" * 64, lines, code_lines=lines, **marks), tuple(findings)
        )

    return make


@pytest.fixture
def rule(tmp_path):
    def make(name="R1", language="python", *, cost=(5.0, 0.0), message="message", **match):
        texts = {"en": message, "nl": message}
        path = tmp_path / language / f"{name}.toml"
        fix = catalog.Fix()
        return Rule(name, language, Severity.MINOR, *cost, "own", texts, texts, texts, (), Match(**match), fix, path)

    return make


@pytest.fixture
def read():
    def read(text, path="a.py", language="python", **marks):
        data = text if isinstance(text, bytes) else text.encode()
        file = SourceFile(path, language, data=data, size=len(data), **marks)
        tree = parse.parse(file, catalog.languages()[language])
        return tree, facts.collect(tree)

    return read
