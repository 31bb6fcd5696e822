"""Fuzz the reader of BMS maps: `python benchmarks/fuzz/fuzz_bms.py SECONDS [FOLDER...]`."""

from __future__ import annotations

import sys

from common import main

if __name__ == "__main__":
    sys.exit(main("bms"))
