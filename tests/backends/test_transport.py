"""Faults over real sockets: what comes of each, how often it was tried, and what is said about it."""

import socket
import ssl
import traceback
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from legacyctl.backends.faults import retry_after
from legacyctl.backends.network import proxy_for, tls
from legacyctl.backends.transport import Guarded
from legacyctl.errors import BackendError, GuardError, UsageError

from .conftest import KEY
from .fault_server import delta, drip, good, keep_alive, reset, silence, status, stream

BUSY_AT_FIRST = {
    "429 with seconds": status(429, '{"error": "slow down"}', retry_after=0),
    "429 with a date": status(429, retry_after=format_datetime(datetime.now(UTC), usegmt=True)),
    "429 without": status(429),
    "502": status(502, retry_after=0),
    "503 page": status(503, "<html><h1>Busy</h1></html>", retry_after=0),
    "504": status(504, retry_after=0),
    "529": status(529, retry_after=0),
    "reset": reset,
}


@pytest.mark.parametrize("step", BUSY_AT_FIRST.values(), ids=BUSY_AT_FIRST)
def test_a_passing_fault_is_tried_again(server, chat, sealed, step):
    server.will(step, good("done"))
    assert chat().propose(sealed()).code == "done"
    assert len(server.asked) == 2


FINAL = {
    "always 429": (status(429, '{"error": "quota"}', retry_after=0), 3, True, "quota"),
    "always 503": (status(503, "<h1>Down</h1>", retry_after=0), 3, True, "Down"),
    "wait too long": (status(429, retry_after=3600), 1, True, "asks to wait 3600 s"),
    "400": (status(400, '{"error": {"message": "bad model"}}'), 1, False, "bad model"),
    "401": (status(401, '{"detail": "who are you"}'), 1, False, "who are you"),
    "403": (status(403, "no"), 1, False, "HTTP 403"),
    "404": (status(404, '{"detail": "Not Found"}'), 1, False, "Not Found"),
    "422": (status(422, '{"detail": [{"msg": "field required"}]}'), 1, False, "field required"),
    "500": (status(500), 1, True, "no explanation"),
    "wrong JSON": (status(200, "{"), 1, False, "not JSON"),
    "wrong JSON in a stream": (stream("data: {\n\n"), 1, False, "not JSON"),
    "a list": (status(200, "[]"), 1, False, "another protocol"),
    "empty choices": (status(200, '{"choices": []}'), 1, False, "without choices"),
    "empty stream": (stream(), 1, False, "without choices"),
    "error event": (stream(delta("{"), {"error": {"message": "GPU lost"}}), 1, True, "GPU lost"),
    "cut stream": (stream(delta("{"), done=False), 1, True, "broke off"),
    "reset stream": (stream(delta("{"), after=reset, done=False), 1, True, "broke off"),
}


@pytest.mark.parametrize("case", FINAL.values(), ids=FINAL)
def test_a_lasting_fault(server, chat, sealed, case):
    step, attempts, retryable, words = case
    server.will(step)
    with pytest.raises(BackendError, match=words) as caught:
        chat().propose(sealed())
    assert len(server.asked) == attempts
    assert caught.value.retryable is retryable
    assert caught.value.way_out
    assert "127.0.0.1" in caught.value.message


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(server, chat, sealed, code):
    server.will(status(code, location="http://other.example.org/v1/chat/completions"))
    with pytest.raises(BackendError, match=r"points to other\.example\.org"):
        chat().propose(sealed())
    assert len(server.asked) == 1


SLOW = {
    "headers": (silence, {"first_token": 0.2}, "no first token in time"),
    "first token": (stream(after=silence), {"first_token": 0.2}, "no token for 0.2 s"),
    "comments are no tokens": (stream(after=keep_alive), {"first_token": 0.2}, "no token for 0.2 s"),
    "next token": (stream(delta("{"), after=silence), {"idle": 0.2}, "no token for 0.2 s"),
    "comments after a token": (stream(delta("{"), after=keep_alive), {"idle": 0.2}, "no token for 0.2 s"),
    "the whole": (stream(delta("{"), after=silence), {"total": 0.3}, "took over 0.3 s"),
    "a drip of tokens": (stream(after=drip), {"total": 0.3}, "took over 0.3 s"),
    "error page": (stream(after=silence), {"first_token": 0.2}, "no token"),
}


@pytest.mark.parametrize("case", SLOW.values(), ids=SLOW)
def test_a_slow_server(server, chat, sealed, case):
    step, limits, words = case
    server.will(step)
    with pytest.raises(BackendError, match=words) as caught:
        chat(**limits).propose(sealed())
    assert caught.value.retryable
    assert len(server.asked) == 1


def test_no_server_at_all(chat, sealed):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(BackendError, match=r"Connection refused.*tried 2x"):
            chat(base_url=url, attempts=2).propose(sealed())


def test_a_server_without_tls_fails_at_once(server, chat, sealed):
    with pytest.raises(BackendError, match="TLS") as caught:
        chat(base_url=server.url.replace("http:", "https:")).propose(sealed())
    assert not caught.value.retryable
    assert "ca_bundle" in caught.value.way_out


def test_a_name_without_address_fails_at_once(chat, sealed):
    with pytest.raises(BackendError, match="no address") as caught:
        chat(base_url="http://model.invalid/v1").propose(sealed())
    assert not caught.value.retryable


LEAKY = {
    "echo": status(401, f'{{"error": "bad key {KEY}"}}'),
    "echo when busy": status(503, f"key {KEY}", retry_after=0),
    "echo in a stream": stream({"error": f"key {KEY}"}),
    "reset": reset,
    "wrong JSON": status(200, KEY),
}


@pytest.mark.parametrize("step", LEAKY.values(), ids=LEAKY)
def test_the_key_is_never_in_an_error(server, chat, sealed, step):
    server.will(step)
    with pytest.raises(BackendError) as caught:
        chat(attempts=1).propose(sealed())
    shown = "".join(traceback.format_exception(caught.value))
    assert KEY not in shown


def test_a_request_without_a_sealed_prompt_is_stopped():
    reached = []
    transport = Guarded(httpx.MockTransport(lambda request: reached.append(request) or httpx.Response(200)))
    with httpx.Client(transport=transport) as client, pytest.raises(TypeError, match="without a sealed prompt"):
        client.post("http://127.0.0.1:9/v1", content=b"x")
    assert reached == []


def test_other_bytes_than_the_sealed_ones_are_stopped(sealed):
    reached = []
    transport = Guarded(httpx.MockTransport(lambda request: reached.append(request) or httpx.Response(200)))
    with httpx.Client(transport=transport) as client, pytest.raises(GuardError, match="nothing is sent"):
        client.post("http://127.0.0.1:9/v1", content=b'{"messages": []}', extensions={"sealed": sealed()})
    assert reached == []


WAITS = {
    "seconds": ("7", 7),
    "zero": ("0", 0),
    "past": ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
    "none": ("", None),
    "word": ("soon", None),
    "negative": ("-1", None),
    "other digits": ("٣", None),
}


@pytest.mark.parametrize(("text", "seconds"), WAITS.values(), ids=WAITS)
def test_retry_after(text, seconds):
    assert retry_after({"retry-after": text}) == seconds


def test_retry_after_a_date_to_come():
    text = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert 90 < retry_after({"retry-after": text}) <= 100


# Signed by itself, with a key that was thrown away.
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBpjCCAU2gAwIBAgIUdjsGII450WcYjsMM8Y1WSrHAMH4wCgYIKoZIzj0EAwIw
KDEmMCQGA1UEAwwdRmljdGlvbmFsIEF1dGhvcml0eSBvZiBhIHRlc3QwIBcNMjYx
MTIyMDQ1MDAzWhgPMjEyNjEwMjkwNDUwMDNaMCgxJjAkBgNVBAMMHUZpY3Rpb25h
bCBBdXRob3JpdHkgb2YgYSB0ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
CZ2hoQzs3qrPRowbXThkoH4FghdMfjie6OXNYwUXTju+eM6b3bTVkINimuQ+aAJX
X3tkqEKZ+2eaCmZKb4cL86NTMFEwHQYDVR0OBBYEFPKyFyD0lUBfBQkOlHXb87as
5XINMB8GA1UdIwQYMBaAFPKyFyD0lUBfBQkOlHXb87as5XINMA8GA1UdEwEB/wQF
MAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgJ4Td1MiNphLpAnUFP0wnGkX4J6Kz4lut
0+DArTeoi+ICIDey+J9pL6NgucHJZgJyDdxh/I6N0K2/OcHLlzyMlJuB
-----END CERTIFICATE-----
"""


def test_a_ca_file_comes_beside_the_system_store(tmp_path):
    path = tmp_path / "ca.pem"
    path.write_text(CERTIFICATE)
    assert tls(str(path)).cert_store_stats()["x509"] == tls("").cert_store_stats()["x509"] + 1


def test_certificates_and_names_are_always_checked():
    context = tls("")
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


@pytest.mark.parametrize("content", [None, "no certificate"], ids=["missing", "empty"])
def test_a_ca_file_that_is_none(tmp_path, content):
    path = tmp_path / "ca.pem"
    if content:
        path.write_text(content)
    with pytest.raises(UsageError, match=r"ca\.pem"):
        tls(str(path))


PROXIES = {
    "for https": ({"https_proxy": "http://proxy.example.org:3128"}, "http://proxy.example.org:3128"),
    "for all": ({"all_proxy": "http://proxy.example.org:3128"}, "http://proxy.example.org:3128"),
    "not for http only": ({"http_proxy": "http://proxy.example.org:3128"}, None),
    "not for this host": ({"https_proxy": "http://proxy.example.org:3128", "no_proxy": ".example.com"}, None),
}


@pytest.fixture
def no_proxies(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return monkeypatch


@pytest.mark.parametrize(("environment", "proxy"), PROXIES.values(), ids=PROXIES)
def test_the_proxy_of_the_environment(no_proxies, environment, proxy):
    for name, value in environment.items():
        no_proxies.setenv(name, value)
    assert proxy_for("https://model.example.com/v1") == proxy


def test_this_machine_needs_no_proxy(no_proxies):
    no_proxies.setenv("http_proxy", "http://proxy.example.org:3128")
    assert proxy_for("http://127.0.0.1:8080/v1") is None


def test_a_proxy_of_another_kind(no_proxies):
    no_proxies.setenv("https_proxy", "socks5://proxy.example.org")
    with pytest.raises(UsageError, match="neither http nor https"):
        proxy_for("https://model.example.com/v1")
