"""How long `legacyctl --help` takes as a whole process, beside a bare interpreter, in turn.

python benchmarks/startup.py [--runs N]
"""

from __future__ import annotations

import argparse
import platform
import statistics
import subprocess
import sys
import time

COMMANDS = {
    "bare interpreter": [sys.executable, "-c", "pass"],
    "legacyctl --help": [sys.executable, "-m", "legacyctl", "--help"],
}


def main() -> None:
    """Run both in turn and print the median and the range of each, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=30)
    runs = parser.parse_args().runs
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name, command in COMMANDS.items():
            began = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            taken[name].append((time.perf_counter() - began) * 1000)
    print(f"Python {platform.python_version()}, {platform.machine()}, {runs} runs of each in turn after a warm-up")
    for name, times in taken.items():
        counted = times[1:]
        print(f"{name:<18} median {statistics.median(counted):6.1f} ms, {min(counted):.1f} to {max(counted):.1f}")


if __name__ == "__main__":
    main()
