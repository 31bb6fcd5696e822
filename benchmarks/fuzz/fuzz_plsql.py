"""Fuzz the SQL reader: `python benchmarks/fuzz/fuzz_plsql.py SECONDS [FOLDER...]`, PL/SQL and T-SQL by turns."""

from __future__ import annotations

import sys

import common


def main() -> int:
    """Give each dialect its share of the seconds."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    dialects = ("plsql", "tsql", "sql")
    sys.argv[1:2] = [str(seconds / len(dialects))]
    return max(common.main(dialect) for dialect in dialects)


if __name__ == "__main__":
    raise SystemExit(main())
