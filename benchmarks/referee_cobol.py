"""Paragraphs of COBOL programs as cobol-parser counts them; it is AGPL and so runs as a program of its own.

PYTHON-OF-ITS-VENV benchmarks/referee_cobol.py < paths, one a line > JSON: {path: paragraphs, or null where it gave up}
"""

from __future__ import annotations

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path


def main() -> None:
    """Count the paragraphs of every path on standard input."""
    from cobolparser import CobolParser  # noqa: PLC0415 - of another virtual environment

    counts: dict[str, int | None] = {}
    began = time.process_time()
    for path in sys.stdin.read().splitlines():
        text = Path(path).read_text(encoding="latin-1")
        try:
            result = CobolParser().parse(text)
        except Exception as fault:  # noqa: BLE001 - somebody else's program may raise anything
            print(f"{path}: {fault!r:.100}", file=sys.stderr)
            counts[path] = None
            continue
        counts[path] = _paragraphs(result.ast) if result.success else None
    seconds = time.process_time() - began
    json.dump({"version": version("cobol-parser"), "seconds": seconds, "counts": counts}, sys.stdout)


def _paragraphs(program: object) -> int:
    """Count the paragraphs of the procedure divisions of a program and of those in it."""
    found, waiting = 0, [program]
    while waiting:
        unit = waiting.pop()
        waiting += unit.contained_programs
        nodes = unit.procedure_division.traverse_depth_first() if unit.procedure_division else ()
        # What stands before the first paragraph of a section is one without a name there.
        found += sum(type(node).__name__ == "CobolParagraph" and bool(node.paragraph_name) for node in nodes)
    return found


if __name__ == "__main__":
    main()
