"""XML and XSLT: lxml says what the document holds, the scanner of `markup` where it stands.

lxml loads nothing (no document type, no entity, no address) and stops at its
limits on depth and on entities. It reads on behind a fault as well as it can;
the line of each fault is unparsed, and so are the elements that it lost: those
between what both agree on from the start and from the end of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from legacyctl.catalog import Language
from legacyctl.model import SourceFile
from legacyctl.parse.marked import Lines, MarkedTree, in_order, merged
from legacyctl.parse.markup import Element, Markup, comments_of, qualified, scan
from legacyctl.parse.recoded import parse_recoded
from legacyctl.parse.tree import Mark, Tree
from legacyctl.parse.xml_links import ROOTS, links_of
from legacyctl.parse.xslt import XSLT, xslt_marks
from legacyctl.source import working_bytes

# lxml has no types of its own.
_Node = Any
_Pair = tuple[_Node, Element]


def parse_xml(file: SourceFile, language: Language) -> Tree:
    """Read a document; never raises on what stands in it."""
    if not (file.encoding == "utf-8" or file.data.isascii()):
        return parse_recoded(file, language, parse_xml)
    data, lines = working_bytes(file), Lines(file)
    if not data.strip():
        return MarkedTree(file, language)
    root, faulty = _parsed(data)
    # Most documents are data: where lxml found no fault in them, their tags are not even looked for.
    asked = root is not None and (qualified(root.tag)[1] in ROOTS or XSLT.encode() in data)
    markup = scan(data) if asked or faulty else comments_of(data)
    pairs, lost = _agreed(root, markup)
    marks = [Mark("comment", lines.span(start, end)) for start, end in markup.comments]
    marks += _marks(data, pairs, lines) if asked else ()
    pieces = [*_lines_of(data, faulty), *((element.start, element.inner) for element in lost)]
    if root is None:
        pieces = [(0, len(data))]
    return MarkedTree(file, language, tuple(lines.span(*piece) for piece in merged(pieces)), "", in_order(marks))


def _parsed(data: bytes) -> tuple[_Node | None, set[int]]:
    """Give the root, None when there is nothing to read, and the lines with faults."""
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None, set()
    # A prefix without a declaration is how fragments look; nothing is lost by it.
    faults = {
        error.line
        for error in parser.error_log
        if error.level >= etree.ErrorLevels.ERROR and error.domain != etree.ErrorDomains.NAMESPACE
    }
    return root, faults


def _agreed(root: _Node | None, markup: Markup) -> tuple[list[_Pair], Sequence[Element]]:
    """Pair the elements that lxml kept with their places; give those that it lost too."""
    there = markup.elements
    kept = [] if root is None or not there else list(root.iter(etree.Element))
    names = [qualified(element.tag)[1].encode("utf-8") for element in kept]
    head = next((i for i, pair in enumerate(zip(names, there, strict=False)) if pair[0] != pair[1].name), None)
    if head is None:
        head = min(len(kept), len(there))
    room = min(len(kept), len(there)) - head
    tail = next((i for i in range(room) if names[-1 - i] != there[-1 - i].name), room)
    pairs = list(zip(kept[:head], there[:head], strict=True))
    if tail:
        pairs += zip(kept[-tail:], there[-tail:], strict=True)
    return pairs, there[head : len(there) - tail]


def _marks(data: bytes, pairs: Sequence[_Pair], lines: Lines) -> Iterator[Mark]:
    """Give what the elements name and, in a style sheet, do."""
    root = qualified(pairs[0][0].tag)[1] if pairs else ""
    for node, place in pairs:
        if qualified(node.tag)[0] == XSLT:
            yield from xslt_marks(node, data, place, lines)
            continue
        for tag, text, known in links_of(node, root):
            yield Mark(tag, lines.span(place.start, place.inner), text, known)


def _lines_of(data: bytes, wanted: set[int]) -> Iterator[tuple[int, int]]:
    """Give the places of some lines, counted by LF as lxml does."""
    at = 0
    for number, line in enumerate(data.split(b"\n") if wanted else (), 1):
        if number in wanted:
            yield at, at + len(line)
        at += len(line) + 1
