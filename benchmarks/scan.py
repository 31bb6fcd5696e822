"""What `legacyctl scan` makes of real repositories: one process for each, measured from outside.

python benchmarks/scan.py FOLDER...
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from legacyctl import __version__

COLUMNS = "{:<28} {:>6} {:>6} {:>7} {:>8} {:>9} {:>9} {:>7} {:>8}"


def main(folders: list[str]) -> None:
    """Scan each folder and print a row."""
    print(f"legacyctl {__version__}, Python {platform.python_version()}, {platform.machine()}, one process")
    print(COLUMNS.format("folder", "files", "read", "units", "findings", "unparsed", "fidelity", "s", "peak MB"))
    for folder in folders:
        with tempfile.TemporaryFile() as printed:
            began = time.perf_counter()
            process = subprocess.Popen([sys.executable, "-m", "legacyctl", "scan", "--json", folder], stdout=printed)
            # of this child alone; on Linux the figure is in kilobytes
            usage = os.wait4(process.pid, 0)[2]
            seconds = time.perf_counter() - began
            printed.seek(0)
            totals = json.load(printed)["totals"]
        peak = usage.ru_maxrss / 1024
        row = (totals["files"], totals["files_read"], totals["units"], totals["findings"], totals["unparsed_bytes"])
        print(COLUMNS.format(Path(folder).name, *row, f"{totals['fidelity']:.4%}", f"{seconds:.2f}", f"{peak:.0f}"))


if __name__ == "__main__":
    main(sys.argv[1:])
