"""From a folder to its files: `discover` gives every one, read, decoded and told apart.

Nothing is skipped in silence: a file or folder that cannot be read is given
too, with the reason in `problem`.
"""

from legacyctl.source.codepages import is_ebcdic, is_wide
from legacyctl.source.decode import encode, legible, working_bytes
from legacyctl.source.files import discover, read_file
from legacyctl.source.lines import line_starts
from legacyctl.source.paths import shown

__all__ = [
    "discover",
    "encode",
    "is_ebcdic",
    "is_wide",
    "legible",
    "line_starts",
    "read_file",
    "shown",
    "working_bytes",
]
