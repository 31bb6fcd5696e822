"""The program: `legacyctl` and `python -m legacyctl`."""

from __future__ import annotations

import gc
import sys

from legacyctl.cli import run

# Objects made before the collector of cycles looks at them: we make many that stay, and few cycles. With Python's
# own 700 it takes a quarter of the time of listing a folder.
YOUNG_OBJECTS = 50_000


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(YOUNG_OBJECTS)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
