"""Read a TOML table field by field, and report every fault at once with its line.

Used for `legacyctl.toml` and for every adapter and rule file, so that all of
them are checked alike: a missing key, a value of the wrong type, a word that is
not one of the known ones, and a key that nobody asked for.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from legacyctl.errors import ConfigError


def load(path: Path, error: type[ConfigError] = ConfigError) -> TableReader:
    """Read the TOML file at `path`; raises `error` when it is not UTF-8 or not TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        raise error(path, [f"byte {fault.start}: not UTF-8"]) from None
    except OSError as fault:
        raise error(path, [f"cannot be read: {fault.strerror}"]) from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise error(path, [str(fault)]) from None
    return TableReader(path, text, table, error=error)


class TableReader:
    """One table of a TOML file; every getter takes a key once and notes what is wrong.

    Call `finish` at the end: it raises when anything was wrong in this table or
    in one that was taken from it.
    """

    def __init__(
        self, path: Path, text: str, table: Mapping[str, Any], *, error: type[ConfigError] = ConfigError
    ) -> None:
        self.path = path
        self._source = text
        self._table = dict(table)
        self._error = error
        self._prefix = ""
        self._problems: list[str] = []
        self._children: list[TableReader] = []

    def __contains__(self, key: str) -> bool:
        """Whether the key is there and was not taken yet."""
        return key in self._table

    def keys(self) -> tuple[str, ...]:
        """The keys that were not taken yet."""
        return tuple(self._table)

    def problem(self, key: str, message: str) -> None:
        """Note a fault of `key` with the line on which it stands."""
        where = self._line(key)
        self._problems.append(
            f"line {where}: {self._prefix}{key}: {message}" if where else f"{self._prefix}{key}: {message}"
        )

    def text(self, key: str, default: str | None = None, *, among: Sequence[str] = ()) -> str:
        """Take a string; `among` lists the words allowed, if not all."""
        value: str = self._take(key, str, default)
        if among and value not in among and value != default:
            self.problem(key, f"'{value}' is not one of {', '.join(among)}")
            return among[0]
        return value

    def integer(self, key: str, default: int | None = None) -> int:
        """Take a whole number."""
        value: int = self._take(key, int, default)
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Take a number, whole or not."""
        return float(self._take(key, (int, float), default))

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """Take true or false."""
        value: bool = self._take(key, bool, default)
        return value

    def texts(self, key: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
        """Take an array of strings."""
        value = self._take(key, list, None if default is None else list(default))
        if not all(isinstance(item, str) for item in value):
            self.problem(key, "must be an array of strings")
            return ()
        return tuple(value)

    def values(self, key: str) -> dict[str, str | int | bool]:
        """Take a table of plain values (string, whole number, true or false); {} when absent."""
        value = self._take(key, dict, {})
        for name, item in value.items():
            if not isinstance(item, str | int | bool):
                self.problem(key, f"{name} must be a string, a whole number, true or false")
        return dict(value)

    def table(self, key: str) -> TableReader:
        """Take a sub-table, an empty one when it is absent."""
        child = TableReader(self.path, self._source, self._take(key, dict, {}), error=self._error)
        child._prefix = f"{self._prefix}{key}."
        child._problems = self._problems
        self._children.append(child)
        return child

    def finish(self) -> None:
        """Raise the file's error when anything was wrong or a key is left over."""
        self._check_unknown()
        if self._problems:
            raise self._error(self.path, self._problems)

    def _check_unknown(self) -> None:
        for key in self._table:
            self.problem(key, "is not a known key")
        self._table.clear()
        for child in self._children:
            child._check_unknown()  # noqa: SLF001

    def _take(self, key: str, kind: Any, default: Any) -> Any:
        empty = kind[0]() if isinstance(kind, tuple) else kind()
        if key not in self._table:
            if default is None:
                self.problem(key, "is missing")
                return empty
            return default
        value = self._table.pop(key)
        number_wanted = kind is not bool
        if not isinstance(value, kind) or (number_wanted and isinstance(value, bool)):
            names = " or ".join(k.__name__ for k in (kind if isinstance(kind, tuple) else (kind,)))
            self.problem(key, f"must be {names}, not {type(value).__name__}")
            return empty if default is None else default
        return value

    def _line(self, key: str) -> int:
        found = re.search(rf"^\s*\[*\s*(?:[\w.\"-]+\.)?\"?{re.escape(key)}\"?\s*(?:=|\])", self._source, re.MULTILINE)
        return self._source.count("\n", 0, found.end()) + 1 if found else 0
