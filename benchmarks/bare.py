"""The least that any reader by tree-sitter must do: parse each file, run one query over its tree, in two processes.

python benchmarks/bare.py GRAMMAR QUERY-FILE < paths, one a line > the captures that were found
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

import tree_sitter

PROCESSES = 2


def main(grammar: str, query_file: str) -> None:
    """Share the files out by size and print the sum of what both found."""
    package, _, function = grammar.partition(":")
    language = tree_sitter.Language(getattr(importlib.import_module(package), function or "language")())
    query = tree_sitter.Query(language, Path(query_file).read_text(encoding="utf-8"))
    paths = sorted(sys.stdin.read().splitlines(), key=lambda path: -Path(path).stat().st_size)
    readers = []
    for part in range(PROCESSES):
        reader, writer = os.pipe()
        if os.fork() == 0:
            os.write(writer, str(captured(language, query, paths[part::PROCESSES])).encode())
            os._exit(0)
        readers.append(reader)
        os.close(writer)
    print(sum(int(os.read(reader, 99)) for reader in readers))
    for _ in readers:
        os.wait()


def captured(language: tree_sitter.Language, query: tree_sitter.Query, paths: list[str]) -> int:
    """Parse and query the files, dropping each tree at once; give the number of nodes captured."""
    parser, found = tree_sitter.Parser(language), 0
    for path in paths:
        tree = parser.parse(Path(path).read_bytes())
        found += sum(map(len, tree_sitter.QueryCursor(query).captures(tree.root_node).values()))
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
