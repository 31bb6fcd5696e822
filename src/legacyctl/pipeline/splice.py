"""Put a model's whole new definition in the place of the old one; the tool splices, never the model."""

from __future__ import annotations

import textwrap

from legacyctl import patch, source
from legacyctl.model import FileChange, SourceFile, Unit


def replaced(file: SourceFile, unit: Unit, code: str) -> FileChange:
    """Give the file with `unit` replaced by `code`, in the file's own encoding and line ends.

    Raises UnicodeEncodeError when the answer holds a character that the file's
    encoding does not have.
    """
    old = file.data[unit.span.start : unit.span.end].decode(file.encoding)
    text = _shaped(code, old, _indent(file, unit))
    edit = patch.Edit(unit.span.start, unit.span.end, source.encode(file, text))
    return FileChange(file.path, file.data, patch.splice(file.data, [edit]), file.encoding)


def _indent(file: SourceFile, unit: Unit) -> str:
    """Give the white space before the definition, on its own first line."""
    before = file.data[: unit.span.start].decode(file.encoding)
    line = before[before.rfind("\n") + 1 :]
    return line if not line.strip() else ""


def _shaped(code: str, old: str, indent: str) -> str:
    """Fit an answer to the place: no blank edge lines, the old indent, the old last line end.

    A model often gives a method as if it stood at the margin; then all its lines
    after the first lack exactly the indent of the place, and get it. Any other
    indentation is left for the gates to judge.
    """
    new = code.strip("\r\n").rstrip()
    if indent and new.startswith(indent):
        new = new[len(indent) :]
    elif indent and _least(old) == len(indent) + _least(new):
        new = textwrap.indent(new, indent).removeprefix(indent)
    ending = old[len(old.rstrip()) :]
    return new + ending


def _least(definition: str) -> int:
    """Give the smallest indent of the lines after the first, in characters; blank lines do not count."""
    lines = [line for line in definition.splitlines()[1:] if line.strip()]
    return min((len(line) - len(line.lstrip()) for line in lines), default=0)
