import pytest

from legacyctl.catalog import Fix, Match, Rule
from legacyctl.debt import Norms, assess
from legacyctl.model import FileFacts, FileReport, Finding, Grade, Link, Severity, Span, Unit

LINE = 10


@pytest.fixture
def rule(tmp_path):
    def make(name, *, codemod="", instruction="", needs=Grade.E1):
        texts = {"en": f"title of {name}", "nl": f"titel van {name}"}
        fix = Fix(codemod, instruction, needs)
        match = Match(query="(module) @finding")
        return Rule(name, "python", Severity.MINOR, 5, 0, "own", texts, texts, texts, (), match, fix, tmp_path / name)

    return make


@pytest.fixture
def unit():
    """A unit from its first to its last line, in a file with lines of LINE bytes."""

    def make(name, first, last, kind="function", parent=""):
        span = Span((first - 1) * LINE, last * LINE, first, last)
        return Unit(kind, name, span, lines=last - first + 1, parent=parent)

    return make


@pytest.fixture
def finding():
    def make(rule, line, path="a.py", minutes=5.0, message="message"):
        start = (line - 1) * LINE
        return Finding(rule, path, "python", Span(start, start + 5, line, line), message, Severity.MINOR, minutes)

    return make


@pytest.fixture
def report():
    def make(path="a.py", findings=(), units=(), includes=(), *, language="python", **marks):
        links = tuple(Link("include", target, 1) for target in includes)
        facts = FileFacts(path, language, "utf-8", 1000, "0" * 64, 100, 100, 0, tuple(units), links, **marks)
        return FileReport(facts, tuple(findings))

    return make


@pytest.fixture
def assessed():
    def make(*reports):
        return assess(reports, Norms())

    return make
