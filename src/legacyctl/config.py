"""`legacyctl.toml` of the repository at hand, as a frozen Config.

Every key has a default, so a repository without the file works. A wrong key or
value is reported together with all others, each with its line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from legacyctl import tables

FILE_NAME = "legacyctl.toml"
STATE_FOLDER = ".legacyctl"
LONGEST_RECORD = 32_760  # bytes, the most that z/OS allows
LEAST_MEMORY = 256  # MB; the queries of one language alone take a hundred for a moment
SENSITIVITIES = ("S0", "S1", "S2", "S3", "S4")


@dataclass(frozen=True, slots=True)
class SourceConfig:
    """What is read: `exclude` are git-ignore patterns, `max_bytes` the largest file.

    `encodings`, `languages` and `records` give a codec, a language and a length
    of fixed records in bytes to the files that match a pattern. `adapters` is
    the folder with the project's own language adapters, within its root; "" is none.
    """

    exclude: tuple[str, ...] = ()
    max_bytes: int = 4_000_000
    encodings: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    records: Mapping[str, int] = field(default_factory=dict)
    adapters: str = ""


@dataclass(frozen=True, slots=True)
class ScanConfig:
    """What reading one file may take: `seconds`, and `memory` in MB beyond what a worker process starts with."""

    seconds: int = 20
    memory: int = 1024


@dataclass(frozen=True, slots=True)
class VerifyConfig:
    """How a change is shown to work: the project's own test command, with its time limit.

    `test` is run by the shell in a scratch copy of the repository; "" is none.
    `timeout` is in seconds. Files that match `read_only` may not be changed by a task.
    """

    test: str = ""
    timeout: int = 600
    read_only: tuple[str, ...] = ("tests/**", "test/**", "**/tests/**", "**/test_*.py", "**/*Test.java")


@dataclass(frozen=True, slots=True)
class BackendConfig:
    """Which model endpoint is used: a profile's id, and what differs from that profile.

    `model_path` is the weights of the embedded model, `cassette` the recorded
    answers of the replay backend; the others replace the profile's own words,
    "" leaving them. `key_env` names an environment variable, never a key.
    """

    id: str = "embedded"
    model_path: str = ""
    base_url: str = ""
    model: str = ""
    key_env: str = ""
    ca_bundle: str = ""
    cassette: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that `legacyctl.toml` can say."""

    source: SourceConfig = field(default_factory=SourceConfig)
    scan: ScanConfig = field(default_factory=ScanConfig)
    verify: VerifyConfig = field(default_factory=VerifyConfig)
    backend: BackendConfig = field(default_factory=BackendConfig)
    sensitivity: str = "S1"
    rules_off: tuple[str, ...] = ()
    copybooks: tuple[str, ...] = ()


def read(root: Path) -> Config:
    """Read `legacyctl.toml` in `root`; the default Config when there is none.

    Raises ConfigError with all faults at once.
    """
    path = root / FILE_NAME
    if not path.is_file():
        return Config()
    reader = tables.load(path)
    source = reader.table("source")
    scan = reader.table("scan")
    verify = reader.table("verify")
    backend = reader.table("backend")
    rules = reader.table("rules")
    cobol = reader.table("cobol")
    policy = reader.table("policy")
    default_source, default_verify = SourceConfig(), VerifyConfig()
    config = Config(
        source=SourceConfig(
            exclude=source.texts("exclude", ()),
            max_bytes=source.integer("max_bytes", default_source.max_bytes),
            encodings=_patterns(source, "encodings"),
            languages=_patterns(source, "languages"),
            records=_lengths(source, "records"),
            adapters=_folder(source, "adapters", root),
        ),
        scan=ScanConfig(
            seconds=_at_least(scan, "seconds", 1, default=ScanConfig().seconds),
            memory=_at_least(scan, "memory", LEAST_MEMORY, default=ScanConfig().memory),
        ),
        verify=VerifyConfig(
            test=verify.text("test", ""),
            timeout=verify.integer("timeout", default_verify.timeout),
            read_only=verify.texts("read_only", default_verify.read_only),
        ),
        backend=BackendConfig(
            id=backend.text("id", "embedded"),
            model_path=backend.text("model_path", ""),
            base_url=backend.text("base_url", ""),
            model=backend.text("model", ""),
            key_env=backend.text("key_env", ""),
            ca_bundle=backend.text("ca_bundle", ""),
            cassette=backend.text("cassette", ""),
        ),
        sensitivity=policy.text("sensitivity", "S1", among=SENSITIVITIES),
        rules_off=rules.texts("off", ()),
        copybooks=cobol.texts("copybooks", ()),
    )
    reader.finish()
    return config


def _folder(reader: tables.TableReader, key: str, root: Path) -> str:
    """Take the name of a folder within the root; "" when none is given."""
    name = reader.text(key, "")
    place = (root / name).resolve()
    if name and not (place.is_dir() and place.is_relative_to(root.resolve())):
        reader.problem(key, f"'{name}' is not a folder of this repository")
    return name


def _lengths(reader: tables.TableReader, key: str) -> dict[str, int]:
    """Take a table of path pattern -> length of a record in bytes."""
    lengths: dict[str, int] = {}
    for pattern, length in reader.values(key).items():
        if isinstance(length, int) and not isinstance(length, bool) and 1 <= length <= LONGEST_RECORD:
            lengths[pattern] = length
        else:
            reader.problem(key, f"'{pattern}' must be a length from 1 to {LONGEST_RECORD} bytes")
    return lengths


def _at_least(reader: tables.TableReader, key: str, least: int, *, default: int) -> int:
    """Take a whole number that is not smaller than `least`."""
    value = reader.integer(key, default)
    if value < least:
        reader.problem(key, f"must be {least} or more")
    return value


def _patterns(reader: tables.TableReader, key: str) -> dict[str, str]:
    """Take a table of path pattern -> word, in the order of the file."""
    return {pattern: str(word) for pattern, word in reader.values(key).items()}
