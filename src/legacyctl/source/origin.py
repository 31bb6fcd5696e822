"""Who wrote a file: a person of this project, a generator, or another project.

Debt in generated and vendored code is not mended here, so both are marked. The
lists below are all there is to it. They were tried on public repositories; a
file is called generated only when it says so near its top, has a generator's
name, or holds lines that nobody types.
"""

from __future__ import annotations

import re
from fnmatch import translate

VENDORED_FOLDERS = frozenset(
    (
        *("vendor", "_vendor", "vendored", "third_party", "third-party", "thirdparty", "3rdparty", "extern"),
        *("node_modules", "bower_components", "jspm_packages", "site-packages", "dist-packages"),
        *(".venv", "venv", "virtualenv", ".tox", ".bundle", "Godeps", "Pods"),
    )
)
GENERATED_NAMES = (
    *("*.min.js", "*.min.css", "*.bundle.js", "*.pb.go", "*_pb2.py", "*_pb2_grpc.py"),
    *("*.designer.cs", "*.Designer.cs", "*.g.cs", "*.designer.vb", "*.Designer.vb", "*.generated.*"),
)
_NAMES = re.compile("|".join(map(translate, GENERATED_NAMES)))
# Within the first bytes of a file, at the start of a line after comment marks only.
HEADER_BYTES = 2048
_HEADER = re.compile(
    rb"""(?imx) @generated\b
    | ^[^\w\n]* (?:\d{6}[^\w\n]+)?                      # comment marks, or COBOL's sequence numbers
      (?: (?:this|the\ following) [\w ]{0,30} (?:is|was|has\ been)\ )?
      (?: (?:auto(?:matically)?|machine|code) [- ]? )? generated \ (?:by|from|with|using|on|code|file|automatically)\b
    | \b do\ not\ (?:edit|modify|change) \b [^\n]{0,60} \b generated \b
    | \b generated \b [^\n]{0,80} \b do\ not\ (?:edit|modify|change) \b
    | ^[^\w\n]* do\ not\ edit\ this\ file \b
    """,
)
# Lines of data or of minified code: this many bytes in a line on average, in a file of at least that size.
LONG_LINE = 250
LONG_FILE = 5_000


def is_vendored(path: str) -> bool:
    """Say whether the file lies in a folder for the code of others."""
    return not VENDORED_FOLDERS.isdisjoint(path.split("/")[:-1])


def is_generated(path: str, text: bytes) -> bool:
    """Say whether a generator made the file; `text` is its content in ASCII-like bytes."""
    if _NAMES.match(path.rpartition("/")[2]):
        return True
    lines = text.count(b"\n") + text.count(b"\r") + 1
    if len(text) >= LONG_FILE and len(text) / lines > LONG_LINE:
        return True
    top = text[:HEADER_BYTES]
    # the words that the pattern cannot do without: nine files in ten have neither
    lowered = top.lower()
    return (b"generated" in lowered or b"do not edit" in lowered) and _HEADER.search(top) is not None
