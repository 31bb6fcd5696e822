"""Every profile says who decides about its endpoint; an override never lifts one."""

from dataclasses import replace
from datetime import date

import pytest

from legacyctl.catalog import Limits, Timeouts, profile, profiles
from legacyctl.catalog.backends import EVIDENCE, is_loopback
from legacyctl.config import BackendConfig
from legacyctl.errors import CatalogError, UsageError

PROFILE = """
protocol = "openai-chat"
sovereignty = "share"
operator = "Gemeente Voorbeeldstad"
base_url = "https://model.example.org/v1"
review_by = "2027-05-22"

[evidence]
no_training = "contract of 2026-11-01, article 4"

[sources]
"https://model.example.org/terms" = "2026-11-02"
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "city.toml").write_text(PROFILE)
    return tmp_path


def test_what_is_bundled():
    assert list(profiles()) == ["embedded", "llamacpp", "replay", "vlam", "vllm"]


@pytest.mark.parametrize("found", profiles().values(), ids=profiles())
def test_bundled_profiles_are_complete(found):
    assert found.operator
    assert not found.evidence, "nobody has signed for a profile that is shipped"
    assert all(seen <= date(2027, 1, 1) for seen in found.sources.values())
    assert found.protocol == "replay" or found.sources
    assert found.sovereignty != "own" or found.protocol != "openai-chat" or is_loopback(found.base_url)


def test_a_profile_of_ones_own(folder):
    found = profiles(folder)["city"]
    assert (found.sovereignty, found.operator) == ("share", "Gemeente Voorbeeldstad")
    assert found.evidence == {"no_training": "contract of 2026-11-01, article 4"}
    assert found.review_by == date(2027, 5, 22)
    assert found.sources == {"https://model.example.org/terms": date(2026, 11, 2)}
    assert (found.limits, found.timeouts) == (Limits(), Timeouts())


def test_ones_own_profile_replaces_a_bundled_one(tmp_path):
    (tmp_path / "vllm.toml").write_text(PROFILE)
    assert profiles(tmp_path)["vllm"].sovereignty == "share"
    assert profiles()["vllm"].sovereignty == "own"


WRONG = {
    "protocol": ('protocol = "openai-chat"', 'protocol = "telex"', "line 2: protocol"),
    "class": ('"share"', '"sovereign"', "line 3: sovereignty"),
    "address": ("https://", "ftp://", "line 5: base_url"),
    "date": ("2027-05-22", "22-05-2027", "line 6: review_by"),
    "evidence": ("no_training =", "no_trainign =", "line 9: evidence.no_trainign: is not a known key"),
    "source": ('"2026-11-02"', '"last week"', "sources"),
    "key itself": ("[evidence]", 'key = "sk-1"\n[evidence]', "key: is not a known key"),
}


@pytest.mark.parametrize(("old", "new", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_profile_names_the_line(tmp_path, old, new, words):
    (tmp_path / "city.toml").write_text(PROFILE.replace(old, new))
    with pytest.raises(CatalogError, match=words):
        profiles(tmp_path)


def test_an_unknown_backend_names_the_known_ones():
    with pytest.raises(UsageError, match="'cloud' has no profile") as caught:
        profile(BackendConfig(id="cloud"))
    assert "embedded, llamacpp" in caught.value.way_out


def test_no_override_leaves_the_profile_as_it_is(folder):
    assert profile(BackendConfig(id="city"), folder) == profiles(folder)["city"]


def test_model_and_key_may_be_overridden(folder):
    found = profile(BackendConfig(id="city", model="a//b", key_env="CITY_KEY", ca_bundle="ca.pem"), folder)
    assert found == replace(profiles(folder)["city"], model="a//b", key_env="CITY_KEY", ca_bundle="ca.pem")


ELSEWHERE = {
    "other host": "https://other.example.org/v1",
    "other port": "https://model.example.org:8443/v1",
    "without TLS": "http://model.example.org/v1",
    "this machine": "http://127.0.0.1:8080/v1",
    "user in front": "https://model.example.org@other.example.com/v1",
}


@pytest.mark.parametrize("url", ELSEWHERE.values(), ids=ELSEWHERE)
def test_another_address_loses_class_and_evidence(folder, url):
    found = profile(BackendConfig(id="city", base_url=url), folder)
    assert (found.sovereignty, found.operator, found.evidence, found.review_by) == ("access", "", {}, None)


def test_another_path_of_the_same_server_keeps_them(folder):
    found = profile(BackendConfig(id="city", base_url="https://model.example.org/v2/p/1"), folder)
    assert (found.sovereignty, bool(found.evidence)) == ("share", True)


def test_another_port_of_this_machine_stays_own():
    found = profile(BackendConfig(id="llamacpp", base_url="http://localhost:9999"))
    assert (found.sovereignty, found.base_url) == ("own", "http://localhost:9999")


@pytest.mark.parametrize("url", ["http://192.0.2.7:8080", "https://gpu.example.org/v1", "http://127.0.0.1.example.org"])
def test_own_is_not_carried_off_this_machine(url):
    assert profile(BackendConfig(id="llamacpp", base_url=url)).sovereignty == "access"


def test_an_address_for_a_backend_without_one():
    with pytest.raises(UsageError, match="has no address"):
        profile(BackendConfig(id="embedded", base_url="http://localhost"))


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "http://127.8.9.1", "http://[::1]:80/v1", "http://LOCALHOST"])
def test_this_machine(url):
    assert is_loopback(url)


@pytest.mark.parametrize("url", ["", "http://10.0.0.1", "http://localhost.example.org", "file:///127.0.0.1"])
def test_not_this_machine(url):
    assert not is_loopback(url)


def test_evidence_names_are_in_order():
    assert list(EVIDENCE) == sorted(EVIDENCE)
