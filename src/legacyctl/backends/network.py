"""What a connection is made with: the trust store, and the proxy of this machine."""

from __future__ import annotations

import ssl
import urllib.request
from urllib.parse import urlsplit

from legacyctl.catalog.backends import is_loopback
from legacyctl.errors import UsageError


def tls(ca_bundle: str) -> ssl.SSLContext:
    """Give a context that verifies against the system's store and, beside it, the CA file `ca_bundle` ("" is none).

    Raises UsageError when that file is missing or holds no certificates.
    """
    context = ssl.create_default_context()
    if not ca_bundle:
        return context
    try:
        context.load_verify_locations(ca_bundle)
    except OSError as fault:  # ssl.SSLError is one too
        raise UsageError(
            f"ca_bundle: {ca_bundle}: {fault.strerror or 'holds no certificates'}",
            way_out="Name a file with certificates in PEM form.",
        ) from None
    return context


def proxy_for(url: str) -> str | None:
    """Give the proxy that the environment names for `url`, or None; this machine itself needs none.

    Raises UsageError for a proxy of a kind that cannot be used.
    """
    parts = urlsplit(url)
    if is_loopback(url) or urllib.request.proxy_bypass(parts.netloc):
        return None
    found = urllib.request.getproxies()
    proxy = found.get(parts.scheme) or found.get("all")
    if proxy and urlsplit(proxy).scheme not in ("http", "https"):
        raise UsageError(
            f"the environment names a proxy for {parts.scheme} that is neither http nor https",
            way_out="Set HTTPS_PROXY to an http address, or add the host to NO_PROXY.",
        )
    return proxy
