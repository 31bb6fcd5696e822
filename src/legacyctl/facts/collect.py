"""The verb of this room: a tree becomes FileFacts, small enough to keep for a whole estate."""

from __future__ import annotations

from legacyctl.facts.lines import CodeLines
from legacyctl.facts.sweep import Sweep
from legacyctl.model import FileFacts, SourceFile
from legacyctl.parse import Tree, outline
from legacyctl.parse.sql.literals import with_sql


def collect(tree: Tree) -> FileFacts:
    """Give the facts of a parsed file; the tree can be dropped after it."""
    file, seen = tree.file, with_sql(tree, outline(tree))
    lines = CodeLines(file, seen.comments)
    sweep = Sweep(file.path, lines)
    sweep.take(seen.places)
    return FileFacts(
        path=file.path,
        language=tree.language.id,
        encoding=file.encoding,
        size=file.size,
        sha256=file.sha256,
        lines=lines.total,
        code_lines=lines.between(1, lines.total),
        unparsed=sum(span.end - span.start for span in tree.unparsed),
        units=sweep.units(),
        links=sweep.links(),
        generated=file.generated,
        vendored=file.vendored,
        problem=tree.problem,
        # only the trees of languages that take in other files by name have it
        depends=tuple(getattr(tree, "depends", ())),
    )


def unread(file: SourceFile) -> FileFacts:
    """Give the facts of a file without a tree: its language is not known, or it has a problem.

    Its content was not kept, so it has no digest.
    """
    return FileFacts(
        path=file.path,
        language=file.language,
        encoding=file.encoding,
        size=file.size,
        sha256="",
        generated=file.generated,
        vendored=file.vendored,
        problem=file.problem,
    )
