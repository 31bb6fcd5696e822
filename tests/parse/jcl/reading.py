"""How the tests of the JCL reader look at a file."""

from __future__ import annotations

from legacyctl.catalog import languages
from legacyctl.facts import collect
from legacyctl.model import FileFacts, SourceFile
from legacyctl.parse import parse
from legacyctl.parse.jcl import parse_jcl
from legacyctl.parse.jcl.cards import read_cards
from legacyctl.parse.jcl.nodes import Deck
from legacyctl.parse.marked import MarkedTree

JOB = "//BYSMAAND JOB (BIJST),'MAANDRUN',CLASS=A\n"


def deck_of(text: str) -> Deck:
    return read_cards(text, utf8=True)


def tree_of(text: str | bytes, encoding: str = "utf-8") -> MarkedTree:
    data = text if isinstance(text, bytes) else text.encode(encoding)
    file = SourceFile("BYSMAAND.jcl", "jcl", encoding, "\n", data, len(data))
    return parse_jcl(file, languages()["jcl"])


def facts_of(text: str, encoding: str = "utf-8") -> FileFacts:
    data = text.encode(encoding)
    return collect(parse(SourceFile("BYSPROC.jcl", "jcl", encoding, "\n", data, len(data)), languages()["jcl"]))


def links(text: str, *kinds: str) -> list[tuple[str, ...]]:
    """Each link as unit, how, target, local, access; a dynamic one ends in "dynamic"."""
    found = [link for link in facts_of(text).links if not kinds or link.kind in kinds]
    return [(k.unit, k.how, k.target, k.local, k.access, *(["dynamic"] if k.dynamic else [])) for k in found]


def units(text: str) -> list[str]:
    """Each unit with its lines."""
    found = facts_of(text).units
    return [f"{u.parent or '-'}/{u.kind} {u.name} {u.span.first_line}-{u.span.last_line}" for u in found]


def targets(text: str) -> list[str]:
    """What the steps refer to: targets alone, a question mark behind a dynamic one."""
    return [link.target + "?" * link.dynamic for link in facts_of(text).links]


def pieces(tree: MarkedTree, *tags: str) -> list[str]:
    """The text in the file of the marks with these tags."""
    data, codec = tree.file.data, tree.file.encoding
    return [data[m.span.start : m.span.end].decode(codec) for m in tree.marks() if m.tag in tags]


def unread(tree: MarkedTree) -> list[str]:
    return [tree.file.data[span.start : span.end].decode("latin-1") for span in tree.unparsed]
