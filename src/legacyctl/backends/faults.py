"""What can go wrong between here and a server, in words that say what to do about it."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from legacyctl.errors import BackendError

WAYS_OUT = {
    401: "Look at the key: is it the right one, and is it still valid?",
    403: "Look at the key: does it give a right to this model?",
    404: "Look at base_url (it is used literally) and at the name of the model.",
    413: "Take a smaller piece of code: this one is too much for the server.",
}


class RejectedError(BackendError):
    """The server will not take the request; `status` and `said` tell why. Trying again does not help."""

    slug = "backend-rejected"

    def __init__(self, host: str, status: int, said: str, *, to: str = "") -> None:
        self.status = status
        self.said = said
        if 300 <= status < 400:
            other = urlsplit(to).hostname or "another address"
            message = f"{host}: HTTP {status}, it points to {other}; a prompt is never sent on to there"
            way_out = "If that address is to be trusted, set it as base_url of the profile."
        else:
            message = f"{host}: HTTP {status}: {said or 'no explanation'}"
            way_out = WAYS_OUT.get(status, "Look at what the server says, and at the profile of this backend.")
        super().__init__(message, way_out=way_out, retryable=status >= 500)


class BusyError(BackendError):
    """The server cannot now, but may later; `wait` is what it asks for in seconds, None if it does not."""

    slug = "backend-busy"

    def __init__(self, host: str, status: int, said: str, *, wait: float | None = None) -> None:
        self.wait = wait
        what = f"HTTP {status}: {said or 'no explanation'}" if status else said
        super().__init__(f"{host}: {what}", way_out="Run the same command again later to go on.", retryable=True)

    def given_up(self, attempts: int) -> BackendError:
        """Give the error for the user, after the last attempt."""
        asked = f"; it asks to wait {self.wait:g} s" if self.wait else ""
        return BackendError(f"{self.message} (tried {attempts}x{asked})", way_out=self.way_out, retryable=True)


def broken(fault: httpx.TransportError, url: str) -> BackendError:
    """Give the error for a connection that failed before there was an answer."""
    host = urlsplit(url).hostname or url
    causes = list(_causes(fault))
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            why = getattr(cause, "verify_message", "") or cause.reason or "handshake failed"
            return BackendError(
                f"{host}: TLS: {why}",
                way_out="If its certificate comes from a private authority, name that one's file in ca_bundle.",
            )
        if isinstance(cause, socket.gaierror):
            return BackendError(
                f"{host}: this name has no address here",
                way_out="Look at base_url, at the VPN, and at the proxy settings.",
            )
    if isinstance(fault, httpx.ProxyError):
        return BackendError(
            f"{host}: the proxy refuses the connection ({fault})", way_out="Look at HTTPS_PROXY and NO_PROXY."
        )
    if isinstance(fault, httpx.ReadTimeout):
        return BackendError(
            f"{host}: gave no first token in time",
            way_out="The server may be loading its model or be overloaded: try later, or raise first_token.",
            retryable=True,
        )
    if isinstance(fault, httpx.UnsupportedProtocol | httpx.LocalProtocolError):
        return BackendError(f"{host}: this address cannot be used", way_out="Look at base_url.")
    return BusyError(host, 0, f"no connection ({_reason(fault, causes)})")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Give the seconds that `Retry-After` asks for, as a number or as a date; None without a usable one."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def _causes(fault: BaseException) -> Iterator[BaseException]:
    """Give the errors that led to `fault`, from the nearest to the first."""
    cause = fault.__cause__ or fault.__context__
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _reason(fault: httpx.TransportError, causes: list[BaseException]) -> str:
    """Give a word for the operating system's reason, such as "Connection refused"."""
    for cause in causes:
        if isinstance(cause, OSError) and cause.strerror:
            return cause.strerror
    return type(fault).__name__
