"""HTTP to one model endpoint: the only place where bytes go to a network.

A thin layer over httpx that holds all that a careful client must decide:

- the exact bytes of every request are shown to the guard at the socket's side of
  httpx, so nothing can go round it;
- TLS is always verified; a CA file is added to the system's store, never put in
  its place; redirects are not followed, for they would carry a prompt elsewhere;
- retries have one owner: connection faults and the statuses that mean "busy"
  are tried again with full jitter, everything else fails at once;
- four time limits: connection, first token, next token, the whole.

Nothing here logs a body or a key.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx

from legacyctl import __version__
from legacyctl.backends.dialect import error_text
from legacyctl.backends.faults import BusyError, RejectedError, broken, retry_after
from legacyctl.backends.network import proxy_for, tls
from legacyctl.backends.watchdog import Watchdog
from legacyctl.catalog import Profile, Timeouts
from legacyctl.errors import BackendError
from legacyctl.guard import SealedPrompt

# 529 is what several model servers answer when overloaded.
BUSY = frozenset({429, 502, 503, 504, 529})

# Seconds: the longest pause before the second try; it doubles for each further one.
BACKOFF = 0.5

# The bytes of an error page that are read.
ERROR_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Call:
    """One request: where to, with which key ("" is none) and JSON body, for which sealed prompt."""

    url: str
    key: str = field(repr=False)
    body: bytes = field(repr=False)
    sealed: SealedPrompt = field(repr=False)


class Guarded(httpx.BaseTransport):
    """Lets a request pass only with a sealed prompt that answers for its exact bytes."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request; raises GuardError or TypeError, and then nothing was sent."""
        sealed = request.extensions.get("sealed")
        if not isinstance(sealed, SealedPrompt):
            raise TypeError("a request without a sealed prompt was stopped before it was sent")
        sealed.check(request.read())
        return self._inner.handle_request(request)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


class Answer:
    """The answer of a server while it comes in; tell it of every token with `heard`."""

    def __init__(self, response: httpx.Response, watchdog: Watchdog, idle: float) -> None:
        self._response = response
        self._watchdog = watchdog
        self._idle = idle
        self.status = response.status_code
        self.headers = response.headers

    @property
    def streams(self) -> bool:
        """Whether the server sends events, not one document."""
        return str(self.headers.get("content-type", "")).startswith("text/event-stream")

    def heard(self) -> None:
        """Note that a token came: the next one is awaited from now."""
        self._watchdog.expect(self._idle)

    def lines(self) -> Iterator[str]:
        """Give the lines as they come; raises BackendError when the connection breaks or is too slow."""
        with self._faults():
            yield from self._response.iter_lines()

    def read(self) -> bytes:
        """Give the whole body; raises BackendError as `lines` does."""
        with self._faults():
            return self._response.read()

    def first_bytes(self, most: int) -> bytes:
        """Give the body up to about `most` bytes."""
        taken = b""
        with self._faults():
            for piece in self._response.iter_bytes():
                taken += piece
                if len(taken) >= most:
                    break
        return taken[:most]

    @contextmanager
    def _faults(self) -> Iterator[None]:
        place = f"{self._response.url.host}: the answer"
        try:
            yield
        except (httpx.TransportError, httpx.DecodingError) as fault:
            why = self._watchdog.expired or f"broke off ({type(fault).__name__})"
            raise BackendError(
                f"{place} {why}", way_out="Nothing was changed; run the same command again to go on.", retryable=True
            ) from None
        if self._watchdog.expired:
            raise BackendError(
                f"{place} {self._watchdog.expired}", way_out="Raise the time limits in its profile.", retryable=True
            )


class Transport:
    """Connections to the endpoint of one profile; close it after use."""

    def __init__(self, profile: Profile) -> None:
        limits = profile.timeouts
        inner = httpx.HTTPTransport(verify=tls(profile.ca_bundle), proxy=proxy_for(profile.base_url), trust_env=False)
        self._times = limits
        self._client = httpx.Client(
            transport=Guarded(inner),
            timeout=_httpx_limits(limits),
            headers={"user-agent": f"legacyctl/{__version__}", "accept-encoding": "identity"},
            follow_redirects=False,
            trust_env=False,
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    @contextmanager
    def post(self, call: Call) -> Iterator[Answer]:
        """Send a request and give its answer, with a status that means success.

        Raises RejectedError for a request that the server will not take,
        BackendError for any other failure, and GuardError when the bytes are
        not those that were sealed.
        """
        response = self._tried(call)
        try:
            with self._watched(response) as answer:
                yield answer
        finally:
            response.close()

    def _tried(self, call: Call) -> httpx.Response:
        """Send until the server takes the request, or it makes no sense to go on."""
        began = time.monotonic()
        attempt = 1
        while True:
            try:
                return self._once(call)
            except BusyError as busy:
                jitter = random.uniform(0, BACKOFF * 2**attempt)  # noqa: S311 - spreads load, keeps no secret
                pause = jitter if busy.wait is None else busy.wait
                late = time.monotonic() - began + pause > self._times.retry_window
                if attempt >= self._times.attempts or late:
                    raise busy.given_up(attempt) from None
            attempt += 1
            time.sleep(pause)

    def _once(self, call: Call) -> httpx.Response:
        """Send once and give the response, still open."""
        headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {call.key}"} if call.key else {})
        request = self._client.build_request("POST", call.url, content=call.body, headers=headers)
        request.extensions["sealed"] = call.sealed
        try:
            response = self._client.send(request, stream=True)
        except httpx.TransportError as fault:
            raise broken(fault, call.url) from None
        if response.is_success:
            return response
        try:
            raise self._refusal(response, call)
        finally:
            response.close()

    def _refusal(self, response: httpx.Response, call: Call) -> BackendError:
        """Read what a server says that does not take the request."""
        with self._watched(response) as answer:
            said = error_text(answer.first_bytes(ERROR_BYTES), hide=call.key)
        if response.status_code in BUSY:
            return BusyError(response.url.host, response.status_code, said, wait=retry_after(response.headers))
        return RejectedError(response.url.host, response.status_code, said, to=response.headers.get("location", ""))

    @contextmanager
    def _watched(self, response: httpx.Response) -> Iterator[Answer]:
        connection = response.extensions["network_stream"].get_extra_info("socket")
        with Watchdog(connection, total=self._times.total) as watchdog:
            watchdog.expect(self._times.first_token)
            yield Answer(response, watchdog, self._times.idle)


def _httpx_limits(limits: Timeouts) -> httpx.Timeout:
    """Give the limits of single reads; the watchdog keeps those of tokens and of the whole."""
    return httpx.Timeout(connect=limits.connect, read=limits.first_token, write=limits.idle, pool=limits.connect)
