"""Ends a connection that has been silent too long.

A time limit on reading from a socket does not do: a server that sends
keep-alive comments while its model is stuck would never meet it. What counts is
the time to the next token, and only the reader of the stream knows a token.
"""

from __future__ import annotations

import socket
import threading
import time
from typing import Self


class Watchdog:
    """Shuts `connection` down when the next token is late, or the whole takes over `total` seconds.

    The reader then meets the end of the stream and looks at `expired`.
    """

    def __init__(self, connection: socket.socket, *, total: float) -> None:
        self.expired = ""
        self._connection = connection
        self._end = time.monotonic() + total
        self._total = total
        self._wait = total
        self._deadline = self._end
        self._over = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._over = True
            self._changed.notify()
        self._thread.join()

    def expect(self, seconds: float) -> None:
        """Give the next token this many seconds from now."""
        with self._changed:
            self._wait = seconds
            self._deadline = min(time.monotonic() + seconds, self._end)
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while not self._over:
                left = self._deadline - time.monotonic()
                if left > 0:
                    self._changed.wait(left)
                    continue
                whole = self._deadline >= self._end
                self.expired = f"took over {self._total:g} s" if whole else f"gave no token for {self._wait:g} s"
                self._shut()
                return

    def _shut(self) -> None:
        """Shut the connection below any TLS, so that a reader in another thread wakes up."""
        try:
            twin = socket.fromfd(self._connection.fileno(), self._connection.family, self._connection.type)
            with twin:
                twin.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it was closed in the meantime
