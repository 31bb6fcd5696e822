"""Model endpoints as data: `adapters/backends/<id>.toml`, and a person's own profiles.

A profile says where an endpoint is, how it is spoken to, who controls it, and
on what evidence. The key itself never stands in a profile, only the name of the
environment variable that holds it.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from legacyctl.catalog.find import bundled, readers
from legacyctl.config import BackendConfig
from legacyctl.errors import UsageError
from legacyctl.tables import TableReader

PROTOCOLS = ("openai-chat", "embedded", "replay")

# From strict to loose: whoever decides about an endpoint decides who may read what is sent.
SOVEREIGNTY = ("own", "share", "access")

# What somebody may have signed; each value names the document and its date.
EVIDENCE = (
    "approver",
    "dpa",
    "dpia",
    "eu_processing",
    "expiry",
    "no_training",
    "offline",
    "own_or_share_fallback",
    "prescan_dpia",
    "public_operator",
    "residency_nl",
    "retention_known",
    "risk_analysis",
    "zdr",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Tokens: the context that may be used (0 is what the server gives) and the longest answer."""

    context_tokens: int = 0
    max_output_tokens: int = 4096


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to wait for a connection, the first token, the next token and the whole answer.

    A call is tried `attempts` times at most, and not begun again later than
    `retry_window` seconds after its first try.
    """

    connect: float = 5.0
    first_token: float = 120.0
    idle: float = 60.0
    total: float = 600.0
    attempts: int = 3
    retry_window: float = 300.0


@dataclass(frozen=True, slots=True)
class Profile:
    """One model endpoint. `id` is the name of its file.

    `base_url` is literal. `sovereignty` is one of SOVEREIGNTY, the lowest over
    all layers. `evidence` holds what was signed, by the names in EVIDENCE;
    after `review_by` none of it counts. `sources` says for each public source
    on which day it was seen.
    """

    id: str
    protocol: str
    sovereignty: str
    operator: str = ""
    base_url: str = ""
    model: str = ""
    key_env: str = ""
    ca_bundle: str = ""
    limits: Limits = field(default_factory=Limits)
    timeouts: Timeouts = field(default_factory=Timeouts)
    evidence: Mapping[str, str] = field(default_factory=dict)
    review_by: date | None = None
    sources: Mapping[str, date] = field(default_factory=dict)


@cache
def profiles(*folders: Path) -> dict[str, Profile]:
    """Give every profile by its id, in id order: the bundled ones, then those of `folders`.

    A later folder replaces a profile of the same id. Raises CatalogError.
    """
    places = [bundled("adapters/backends"), *folders]
    found = {profile.id: profile for place in places for profile in map(_read, readers(place))}
    return dict(sorted(found.items()))


def user_profiles() -> Path:
    """Where a person keeps profiles: outside every repository, so that none can widen its own rights."""
    return Path.home() / ".config" / "legacyctl" / "backends"


def profile(config: BackendConfig, *folders: Path) -> Profile:
    """Give the profile that `config` names, with its overrides; raises UsageError for an unknown id.

    An endpoint at another address is another endpoint: unless the profile
    itself is on this machine and the new address too, its class falls to
    "access" and its evidence is dropped.
    """
    known = profiles(*folders)
    if config.id not in known:
        raise UsageError(
            f"backend '{config.id}' has no profile", way_out=f"Choose one of {', '.join(known)}, or add a profile."
        )
    found = known[config.id]
    if config.base_url and not found.base_url:
        raise UsageError(
            f"backend '{found.id}' has no address, so base_url says nothing", way_out="Name a backend that is a server."
        )
    changed = replace(
        found,
        base_url=config.base_url or found.base_url,
        model=config.model or found.model,
        key_env=config.key_env or found.key_env,
        ca_bundle=config.ca_bundle or found.ca_bundle,
    )
    same_place = _place(changed.base_url) == _place(found.base_url)
    if same_place or (is_loopback(changed.base_url) and is_loopback(found.base_url)):
        return changed
    return replace(changed, sovereignty=SOVEREIGNTY[-1], operator="", evidence={}, review_by=None)


def is_loopback(url: str) -> bool:
    """Whether `url` points at this machine by its own address or name."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _place(url: str) -> tuple[str, str]:
    """Give who answers at `url`: scheme, host and port; the path is a matter of that server."""
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def _read(reader: TableReader) -> Profile:
    """Check one profile and give it."""
    protocol = reader.text("protocol", among=PROTOCOLS)
    found = Profile(
        id=reader.path.stem,
        protocol=protocol,
        sovereignty=reader.text("sovereignty", among=SOVEREIGNTY),
        operator=reader.text("operator"),
        base_url=_base_url(reader, protocol),
        model=reader.text("model", ""),
        key_env=reader.text("key_env", ""),
        ca_bundle=reader.text("ca_bundle", ""),
        limits=_limits(reader.table("limits")),
        timeouts=_timeouts(reader.table("timeouts")),
        evidence=_evidence(reader),
        review_by=_day(reader, "review_by", reader.text("review_by", "")),
        sources=_sources(reader),
    )
    reader.finish()
    return found


def _base_url(reader: TableReader, protocol: str) -> str:
    if protocol != "openai-chat":
        return ""
    url = reader.text("base_url")
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        reader.problem("base_url", f"'{url}' is not an http or https address")
    return url


def _limits(reader: TableReader) -> Limits:
    usual = Limits()
    return Limits(
        context_tokens=reader.integer("context_tokens", usual.context_tokens),
        max_output_tokens=reader.integer("max_output_tokens", usual.max_output_tokens),
    )


def _timeouts(reader: TableReader) -> Timeouts:
    usual = Timeouts()
    return Timeouts(
        connect=reader.number("connect", usual.connect),
        first_token=reader.number("first_token", usual.first_token),
        idle=reader.number("idle", usual.idle),
        total=reader.number("total", usual.total),
        attempts=reader.integer("attempts", usual.attempts),
        retry_window=reader.number("retry_window", usual.retry_window),
    )


def _evidence(reader: TableReader) -> dict[str, str]:
    """Take what was signed; an unknown name is a fault, since it would be a condition that nobody checks."""
    table = reader.table("evidence")
    return {name: text for name in EVIDENCE if (text := table.text(name, ""))}


def _sources(reader: TableReader) -> dict[str, date]:
    days = {what: _day(reader, "sources", str(day)) for what, day in reader.values("sources").items()}
    return {what: day for what, day in days.items() if day is not None}


def _day(reader: TableReader, key: str, text: str) -> date | None:
    """Give the date that `text` holds as YYYY-MM-DD; None for no text, and a fault for any other."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        reader.problem(key, f"'{text}' is not a date such as 2026-11-22, between quotes")
        return None
