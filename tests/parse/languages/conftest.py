from dataclasses import dataclass
from itertools import pairwise

import pytest

from legacyctl.catalog import languages
from legacyctl.config import SourceConfig
from legacyctl.facts import collect
from legacyctl.model import FileFacts, SourceFile
from legacyctl.parse import Tree, parse
from legacyctl.source import read_file
from legacyctl.source.decode import newline_of


@dataclass(frozen=True)
class Seen:
    """What was made of a piece of code, in short forms that tests can compare."""

    tree: Tree
    facts: FileFacts

    @property
    def units(self):
        """Each unit as "kind name"."""
        return [f"{unit.kind} {unit.name}" for unit in self.facts.units]

    @property
    def unparsed(self):
        """The pieces that were not understood."""
        return [self.tree.file.data[span.start : span.end] for span in self.tree.unparsed]

    def links(self, kind):
        """The targets of a kind, the dynamic ones with a question mark."""
        return [link.target + "?" * link.dynamic for link in self.facts.links if link.kind == kind]

    def numbers(self, name):
        """The cyclomatic and cognitive complexity and the parameters of a unit."""
        unit = next(unit for unit in self.facts.units if unit.name == name)
        return unit.cyclomatic, unit.cognitive, unit.parameters

    def pieces(self, tag):
        """The code of every mark with a tag."""
        data = self.tree.file.data
        return [data[m.span.start : m.span.end].decode() for m in self.tree.marks() if m.tag == tag]

    @property
    def sound(self):
        """Whether all places lie in the file, and the marks in their order."""
        size = len(self.tree.file.data)
        spans = [mark.span for mark in self.tree.marks()]
        within = all(0 <= span.start <= span.end <= size for span in (*spans, *self.tree.unparsed))
        return within and all((a.start, -a.end) <= (b.start, -b.end) for a, b in pairwise(spans))


@pytest.fixture
def see():
    """Read code as a language."""

    def seen(code, language, encoding="utf-8"):
        data = code if isinstance(code, bytes) else code.encode(encoding)
        newline = newline_of(data, "latin-1")
        file = SourceFile("code/demo.x", language, encoding, newline=newline, data=data, size=len(data))
        tree = parse(file, languages()[language])
        return Seen(tree, collect(tree))

    return seen


@pytest.fixture
def known(tmp_path):
    """Tell the language of a file by its name and content."""

    def language(name, text):
        (tmp_path / name).write_text(text)
        return read_file(tmp_path, name, SourceConfig(), languages()).language

    return language
