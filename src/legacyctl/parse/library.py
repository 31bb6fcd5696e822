"""Where the text lies that another file brings in by name: COPY, EXEC SQL INCLUDE, ++INCLUDE.

Made once a scan from the paths of the repository; a file is read when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from fnmatch import fnmatchcase
from functools import cached_property
from typing import NamedTuple

from legacyctl.model import SourceFile

# What the extension of a file says about its being a copybook: the lower the likelier.
_EXTENSIONS = dict.fromkeys((".cpy", ".cbk", ".copy", ".ccp", ".inc", ".dcl"), 0)
_EXTENSIONS |= {"": 1, ".cob": 2, ".cbl": 2, ".cobol": 2, ".pco": 2, ".sqb": 2}


class _Place(NamedTuple):
    """A file that may be meant: its path, its folder in lower case, its extension's rank."""

    path: str
    folder: str
    rank: int


class Library:
    """The texts of a repository by name.

    `paths` are all files of the repository. `search` are the folders of
    `[cobol] copybooks` in legacyctl.toml, or patterns for folders, which go
    first, in that order. `read` gives the file at a path as COBOL.
    """

    def __init__(self, paths: Collection[str], search: Sequence[str], read: Callable[[str], SourceFile]) -> None:
        self.read = read
        self._paths = paths
        self._search = [entry.strip("/").removeprefix("./") for entry in search]

    @cached_property
    def _places(self) -> dict[str, list[_Place]]:
        """The files by their names without extension, in lower case; made when the first is asked for."""
        places: dict[str, list[_Place]] = {}
        for path in sorted(self._paths):
            folder, _, name = path.rpartition("/")
            stem, extension = _split(name.lower())
            if (rank := _EXTENSIONS.get(extension, -1)) >= 0:
                places.setdefault(stem, []).append(_Place(path, folder, rank))
        return places

    def find(self, name: str, library: str, from_path: str) -> str:
        """Give the path of the text that a file means by a name; "" when there is none.

        `library` is the word behind OF or IN, "" without one.
        """
        found = self.candidates(name, library, from_path)
        return found[0] if found else ""

    def candidates(self, name: str, library: str, from_path: str) -> list[str]:
        """Give every path that a name may mean, the likeliest first.

        First a folder called `library`, then the configured folders, then an
        extension of copybooks, then the folder nearest to `from_path`, then the
        order of the alphabet. A file never brings in itself.
        """
        folder, _, last = name.replace("\\", "/").lower().rpartition("/")
        stem, extension = _split(last)
        places = self._places.get(stem if extension in _EXTENSIONS else last, ())
        wanted = [
            place
            for place in places
            if place.path != from_path
            and (not extension or extension not in _EXTENSIONS or place.path.lower().endswith(extension))
            and f"/{place.folder.lower()}".endswith(folder and f"/{folder.lstrip('./')}")
        ]
        home = from_path.rpartition("/")[0]
        wanted.sort(key=lambda place: self._order(place, library.lower().strip("\"'"), home))
        return [place.path for place in wanted]

    def _order(self, place: _Place, library: str, home: str) -> tuple[bool, int, int, int, str]:
        elsewhere = bool(library) and place.folder.lower().rpartition("/")[2] != library
        return elsewhere, self._configured(place.folder), place.rank, _distance(place.folder, home), place.path

    def _configured(self, folder: str) -> int:
        """The number of the first entry of the search path that means a folder."""
        for number, entry in enumerate(self._search):
            if fnmatchcase(folder, entry) or folder.startswith(f"{entry}/"):
                return number
        return len(self._search)


def _split(name: str) -> tuple[str, str]:
    """A file name in two, as in "A.CPY" and "A"; a name that starts with its only dot has no extension."""
    stem, dot, extension = name.rpartition(".")
    return (stem, dot + extension) if stem else (name, "")


def _distance(one: str, other: str) -> int:
    """Folders to go up and down from one to the other."""
    left, right = one.split("/") if one else [], other.split("/") if other else []
    shared = next(
        (at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    return len(left) + len(right) - 2 * shared
