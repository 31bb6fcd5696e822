"""Reading Visual Basic in tests."""

from legacyctl import facts
from legacyctl.catalog import languages
from legacyctl.model import SourceFile
from legacyctl.parse import parse


def tree_of(text, path="Kassa.bas", encoding="cp1252"):
    data = text.encode(encoding)
    file = SourceFile(path, "vb6", encoding, "\n", data, len(data))
    return parse(file, languages()["vb6"])


def facts_of(text, path="Kassa.bas"):
    return facts.collect(tree_of(text, path))


def unit(text, name, path="Kassa.bas"):
    return next(unit for unit in facts_of(text, path).units if unit.name == name)


def texts(text, tag):
    return [mark.text for mark in tree_of(text).marks() if mark.tag == tag]


def lost(text):
    tree = tree_of(text)
    return [tree.file.data[span.start : span.end].decode("cp1252") for span in tree.unparsed]


def in_sub(*lines):
    return "\n".join(["Sub Test()", *lines, "End Sub", ""])
