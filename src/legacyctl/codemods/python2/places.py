"""Where an imported name is used, and how an import statement is written anew."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legacyctl.codemods.python2.module import Module
from legacyctl.patch import Edit

_WIDTH = 99


@dataclass(frozen=True)
class Use:
    """A use of an imported name.

    `base` is the name itself, `owner` the expression that is the module (`a.b`
    of `a.b.c`), `node` that with its `member`; member "" is a bare use.
    """

    base: ast.Name
    owner: ast.expr
    node: ast.Name | ast.Attribute
    member: str


class Places:
    """All uses of the name that one import binds, in the whole file."""

    def __init__(self, module: Module, alias: ast.alias) -> None:
        self._module = module
        self._path = [alias.asname] if alias.asname else alias.name.split(".")
        self._alias = alias
        self.uses: tuple[Use, ...] = tuple(self._found()) if self.exclusive else ()

    @property
    def exclusive(self) -> bool:
        """Whether nothing but imports of this very thing binds the name."""
        parents = self._module.parents
        kind = ast.dump(self._alias) if self._alias.asname else ""
        own = _origin(parents[self._alias])
        return all(
            isinstance(node, ast.alias)
            and _origin(parents[node]) == own
            and (ast.dump(node) == kind if kind else not node.asname and node.name.split(".")[0] == self._path[0])
            for node in self._module.bindings[self._path[0]]
        )

    @property
    def only_members(self) -> bool:
        """Whether every use is of the form `module.member`, so that the name can change."""
        return self.exclusive and all(use.member for use in self.uses)

    @property
    def written(self) -> bool:
        """Whether a use assigns to the name."""
        return any(not isinstance(use.base.ctx, ast.Load) for use in self.uses)

    def free_for(self, new: str) -> bool:
        """Whether a module may be imported by its own name without meeting another thing of that name."""
        root = new.partition(".")[0]
        return all(
            isinstance(node, ast.alias)
            and isinstance(self._module.parents[node], ast.Import)
            and not node.asname
            and node.name.partition(".")[0] == root
            for node in self._module.bindings.get(root, ())
        )

    def _found(self) -> Iterator[Use]:
        for name in self._module.names.get(self._path[0], ()):
            use = self._use(name)
            if use is not None:
                yield use

    def _use(self, name: ast.Name) -> Use | None:
        """Give the use that starts with a name, or None when it is of another module in the package."""
        owner: ast.expr = name
        for part in self._path[1:]:
            around = self._module.parents[owner]
            if not isinstance(around, ast.Attribute) or around.attr != part:
                return None
            owner = around
        around = self._module.parents[owner]
        if isinstance(around, ast.Attribute):
            return Use(name, owner, around, around.attr)
        return Use(name, owner, name, "")


def _origin(node: ast.AST) -> str:
    return node.module or "" if isinstance(node, ast.ImportFrom) else "import"


def statement(module: Module, node: ast.ImportFrom, groups: Mapping[str, Sequence[str]]) -> Edit:
    """Give the edit that writes a from-import as one statement a module; comments inside go above."""
    source = module.source(node)
    if len(groups) == 1:
        home, names = next(iter(groups.items()))
        if [module.source(alias) for alias in node.names] == list(names) and f"from {node.module} " in source:
            at = module.start(node) + len("from ")
            return Edit(at, at + len((node.module or "").encode()), home.encode())
    line = module.line_start(node.lineno)
    indent = module.data[line : module.start(node)].decode()
    alone = not indent.strip()
    join = f"\n{indent}" if alone else "; "
    comments = [part[part.index("#") :].rstrip() for part in source.split("\n") if "#" in part] if alone else []
    texts = [_written(home, names, indent if alone else "") for home, names in groups.items()]
    return module.replaced(node, join.join([*comments, *texts]))


def _written(home: str, names: Sequence[str], indent: str) -> str:
    line = f"from {home} import {', '.join(names)}"
    if len(indent) + len(line) <= _WIDTH:
        return line
    inner = "".join(f"{indent}    {name},\n" for name in names)
    return f"from {home} import (\n{inner}{indent})"


def removed(module: Module, node: ast.stmt) -> Edit:
    """Give the edit that takes a statement out, with its line; `pass` where the block needs one."""
    start = module.line_start(node.lineno)
    end = module.data.find(b"\n", module.end(node))
    tail = module.data[module.end(node) : end].strip()
    alone = not module.data[start : module.start(node)].strip() and (not tail or tail.startswith(b"#"))
    siblings = next((block for block in blocks(module.parents[node]) if node in block), [])
    if alone and len(siblings) > 1:
        return Edit(start, end + 1, b"")
    return module.replaced(node, "pass")


def blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    """Give the lists of statements that a node holds."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list):
            yield block


def import_place(module: Module) -> int:
    """Give the byte offset at which a new top-level import goes: before the first one, after `__future__`."""
    body = module.tree.body
    future = [index for index, node in enumerate(body) if _is_future(node)]
    index = future[-1] + 1 if future else int(bool(body) and is_docstring(body[0]))
    for node in body[index:]:
        if isinstance(node, ast.Import | ast.ImportFrom):
            return module.line_start(node.lineno)
    if index:
        return module.data.find(b"\n", module.end(body[index - 1])) + 1
    return module.line_start(body[0].lineno) if body else len(module.data)


def helper_place(module: Module) -> int:
    """Give the byte offset after the last top-level import of the first run of statements."""
    last = None
    for node in module.tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom) or is_docstring(node):
            last = node
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            break
    if last is None:
        return import_place(module)
    return module.data.find(b"\n", module.end(last)) + 1


def is_docstring(node: ast.stmt) -> bool:
    """Whether a statement is nothing but a string."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"
