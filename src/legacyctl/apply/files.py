"""Writes one file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from legacyctl.errors import UsageError


def write_file(path: Path, data: bytes) -> Path:
    """Write beside the target and move it there, so that no half file is ever seen; give the path.

    Folders that are missing are made. A symbolic link at `path` is replaced,
    never followed. Raises UsageError when it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".legacyctl-")
    except OSError as fault:
        raise UsageError(f"{path}: cannot be written: {fault.strerror}", way_out="Choose another folder.") from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as fault:
        Path(name).unlink(missing_ok=True)
        raise UsageError(f"{path}: cannot be written: {fault.strerror}", way_out="Choose another folder.") from None
    return path
