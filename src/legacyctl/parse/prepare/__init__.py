"""What goes before a grammar: `prepared(data, names) -> bytes` of the same length.

A preparation blanks or swaps single bytes of what a grammar does not know, so
that all places in the tree are those of the file itself; texts are taken from
the file, never from the prepared copy. It may join lines (a line end becomes a
blank), because lines are counted in the file. An adapter names one or several
in its key `prepare`, with a blank between them; they go in that order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from legacyctl.parse.prepare.c_macros import c_macros
from legacyctl.parse.prepare.conditionals import first_branch
from legacyctl.parse.prepare.css import css_hacks
from legacyctl.parse.prepare.embedded_sql import embedded_sql
from legacyctl.parse.prepare.fixed_form import fixed_form
from legacyctl.parse.prepare.html import html_islands
from legacyctl.parse.prepare.jsp import page_html
from legacyctl.parse.prepare.pascal import pascal_branches
from legacyctl.parse.prepare.php import string_braces
from legacyctl.parse.prepare.vbnet import type_attributes

__all__ = ["PREPARATIONS", "Preparation", "prepared"]

Preparation = Callable[[bytes], bytes]

PREPARATIONS: Mapping[str, Preparation] = {
    "c-macros": c_macros,
    "css-hacks": css_hacks,
    "embedded-sql": embedded_sql,
    "first-branch": first_branch,
    "fixed-form": fixed_form,
    "html-islands": html_islands,
    "jsp-html": page_html,
    "pascal-branches": pascal_branches,
    "string-braces": string_braces,
    "type-attributes": type_attributes,
}


def prepared(data: bytes, names: str) -> bytes:
    """Give a file's working bytes as its grammar wants them; `names` are keys of PREPARATIONS, "" is none."""
    for name in names.split():
        data = PREPARATIONS[name](data)
    return data
