"""Server-sent events, as far as chat completions use them: the data of each event.

The format is that of the HTML Standard, section "Server-sent events": fields
line by line, a blank line ends an event, a line that starts with a colon is a
comment that keeps the connection alive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def events(lines: Iterable[str]) -> Iterator[str]:
    """Give the data of every event, also of one that no blank line ends."""
    data: list[str] = []
    for line in lines:
        if not line and data:
            yield "\n".join(data)
            data = []
        name, _, value = line.partition(":")
        if name == "data":
            data.append(value.removeprefix(" "))
    if data:
        yield "\n".join(data)
