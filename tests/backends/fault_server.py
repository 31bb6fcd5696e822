"""A server over a real socket that answers each request as its script says, and keeps what it was sent."""

import json
import socket
import struct
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


@dataclass
class FaultServer:
    """The address of the server, what it will do (the last step again and again) and what it was asked."""

    url: str = ""
    steps: list = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def will(self, *steps):
        self.steps[:] = steps


class Handler(BaseHTTPRequestHandler):
    """Takes the request in, then does the next step."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        faults = self.server.faults
        body = self.rfile.read(int(self.headers["content-length"]))
        faults.asked.append(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, body))
        step = faults.steps.pop(0) if len(faults.steps) > 1 else faults.steps[0]
        self.close_connection = True
        step(self)

    def log_message(self, *_):
        """Keep the tests' output clean."""

    def start(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.send_header("connection", "close")
        self.end_headers()

    def say(self, text):
        self.wfile.write(text.encode())
        self.wfile.flush()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    faults: FaultServer

    def handle_error(self, *_):
        """A client that hangs up is what several tests want."""


def status(code, body="", **headers):
    """Answer with a status and a body."""
    return lambda handler: (handler.start(code, content_length=len(body.encode()), **headers), handler.say(body))


def whole(content="{}", finish="stop", **more):
    """Answer with one document."""
    message = {"choices": [{"message": {"content": content}, "finish_reason": finish}], **more}
    return status(200, json.dumps(message), content_type="application/json")


def delta(text="", *, finish=None, **more):
    """Give one event of a stream."""
    return {"choices": [{"delta": {"content": text, **more}, "finish_reason": finish}]}


def stream(*events, done=True, after=None):
    """Answer with events; `after` is done before the connection closes."""

    def step(handler):
        handler.start(200, content_type="text/event-stream")
        for event in events:
            handler.say(event if isinstance(event, str) else f"data: {json.dumps(event)}\n\n")
        if after:
            after(handler)
        if done:
            handler.say("data: [DONE]\n\n")

    return step


def good(code="x = 1"):
    """Answer as a healthy server."""
    return stream(delta(json.dumps({"code": code})), delta(finish="stop"))


def reset(handler):
    """Hang up so that the client gets a connection reset."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def silence(handler):
    """Say nothing until the test is over."""
    handler.server.faults.over.wait(20)


def keep_alive(handler):
    """Send comments only, as a server does whose model is stuck."""
    while not handler.server.faults.over.wait(0.02):
        handler.say(": ping\n\n")


def drip(handler):
    """Send a token now and then, without end."""
    while not handler.server.faults.over.wait(0.02):
        handler.say(f"data: {json.dumps(delta('x'))}\n\n")
