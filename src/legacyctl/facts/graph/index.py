"""Where names are looked up: every node by the names that others may call it, every file by its path."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from legacyctl.catalog import Externals
from legacyctl.facts.graph.nouns import SOURCE, Node, Place, Reason
from legacyctl.facts.graph.units import FileNodes
from legacyctl.model import Link


@dataclass(slots=True)
class Index:
    """All nodes so far, and the tables to look them up in.

    `names` is by a family of names ("program", "class java", ...) and the name as
    that family compares it. `tails` gives for the last part of a path, in lower
    case, the paths that end in it, and `stems` the same without the extension.
    """

    externals: Externals
    files: dict[str, FileNodes] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    names: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    tails: dict[str, list[str]] = field(default_factory=dict)
    stems: dict[str, list[str]] = field(default_factory=dict)

    def add_file(self, made: FileNodes) -> None:
        """Take in the nodes of a file; those that another file declared too get one place more."""
        path = made.facts.path
        self.files[path] = made
        parts = PurePosixPath(path)
        self.tails.setdefault(parts.name.casefold(), []).append(path)
        self.stems.setdefault(parts.stem.casefold(), []).append(path)
        for key, node in made.nodes.items():
            known = self.nodes.get(key)
            self.nodes[key] = node if known is None else _joined(known, node)

    def name(self, family: str, name: str, node: str) -> None:
        """Let others find a node by a name."""
        known = self.names.setdefault((family, name), [])
        if node not in known:
            known.append(node)

    def find(self, family: str, name: str) -> Sequence[str]:
        """Give the ids of the nodes of that name."""
        return self.names.get((family, name), ())

    def named(self, kind: str, name: str, *, wanted: str = "", key: str = "") -> str:
        """Give the id of what has a name and no place here (a table, a data set), making it where needed.

        `key` tells apart what has the same name without being the same.
        """
        made = f"{kind} {wanted}:{name}" if wanted else f"{kind}:{key or name}"
        if made not in self.nodes:
            self.nodes[made] = Node(made, kind, name, wanted=wanted)
        return made

    def whole(self, path: str) -> str:
        """Give the id of the node that stands for a file."""
        return self.files[path].whole

    def owner(self, node: str) -> str:
        """Give the id of the thing of the estate that a node is or lies in."""
        while self.nodes[node].inner and self.nodes[node].owner:
            node = self.nodes[node].owner
        return node

    def by_tail(self, path: str, asking: str) -> list[str]:
        """Give the files whose path ends in `path`, in any case, nearest to the file `asking` first."""
        wanted = path.casefold().strip("/")
        tail = wanted.rpartition("/")[2]
        found = [one for one in self.tails.get(tail, ()) if f"/{one.casefold()}".endswith(f"/{wanted}")]
        return near(found, asking)


def _joined(one: Node, other: Node) -> Node:
    """Give one node for two declarations of a thing (package and its body, a table made in two scripts)."""
    return Node(
        id=one.id,
        kind=one.kind,
        name=one.name,
        places=(*one.places, *other.places),
        language=one.language,
        owner=one.owner,
        inner=one.inner,
        dead=one.dead and other.dead,
    )


def near(paths: Iterable[str], asking: str) -> list[str]:
    """Give paths in order: those that share most folders with the file `asking` first, then by name."""
    here = asking.split("/")[:-1]
    return sorted(paths, key=lambda path: (-_shared(path.split("/")[:-1], here), path))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Ask:
    """A reference that waits for an answer: the link, the node and the file that it stands in, where to look."""

    link: Link
    node: str
    file: FileNodes
    index: Index

    @property
    def path(self) -> str:
        """The path of the asking file."""
        return self.file.facts.path

    @property
    def place(self) -> Place:
        """Where the reference stands."""
        return Place(self.path, self.link.line)

    def knows_external(self, name: str) -> bool:
        """Whether the machine or the language brings `name` along."""
        return self.index.externals.know(self.file.language, self.link.kind, name)

    def nearest(self, nodes: Iterable[str]) -> tuple[str, ...]:
        """Give nodes in order, those defined nearest to the asking file first."""
        by_path: dict[str, list[str]] = {}
        for node in nodes:
            by_path.setdefault(self.index.nodes[node].path, []).append(node)
        return tuple(node for path in near(by_path, self.path) for node in by_path[path])


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a reference: the kind of edge, the ids that it leads to, or why to none.

    `name` is what a missing or external thing is called and `wanted` what it should be.
    """

    edge: str
    reason: Reason = Reason.RESOLVED
    targets: tuple[str, ...] = ()
    name: str = ""
    wanted: str = SOURCE


def found(edge: str, targets: Iterable[str]) -> Answer:
    """Answer with nodes; several are told apart later."""
    return Answer(edge, targets=tuple(targets))


def missing(edge: str, wanted: str, name: str) -> Answer:
    """Answer that something of kind `wanted` should be here."""
    return Answer(edge, Reason.MISSING, name=name, wanted=wanted)


def external(edge: str, name: str) -> Answer:
    """Answer that the machine or a library has it."""
    return Answer(edge, Reason.EXTERNAL, name=name)


def dynamic(edge: str, name: str, candidates: Iterable[str] = ()) -> Answer:
    """Answer that only the run tells; `candidates` are nodes that it may well be."""
    return Answer(edge, Reason.DYNAMIC, tuple(candidates), name=name)


def untyped(edge: str) -> Answer:
    """Answer that the text alone does not tell."""
    return Answer(edge, Reason.UNTYPED)
