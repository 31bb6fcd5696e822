"""A permissive reader of SQL: any file gives a tree, and what was not understood is counted.

tokens -> statements and blocks -> notes -> marks. Every step keeps byte offsets
into the file, takes time linear in its length, and loops instead of recursing.
"""

from __future__ import annotations

from legacyctl.catalog import Language
from legacyctl.model import SourceFile
from legacyctl.parse.sql.plsql import read_plsql
from legacyctl.parse.sql.source import tokenize
from legacyctl.parse.sql.tree import SqlTree
from legacyctl.parse.sql.tsql import read_tsql


def parse_sql(file: SourceFile, language: Language) -> SqlTree:
    """Read a file of PL/SQL ("oracle"), T-SQL ("tsql") or other SQL ("ansi"), as the dialect of `language` says."""
    source = tokenize(file, language.dialect)
    context = read_tsql(source) if language.dialect == "tsql" else read_plsql(source)
    return SqlTree(file, language, source, context.expressions)
