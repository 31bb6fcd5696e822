"""Imports that Python 2 looked up in the file's own package first.

`import util` next to `util.py` in a package becomes `from . import util`. That
needs the names in the folder; without them nothing is changed.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from legacyctl.codemods.python2.guards import guarded_import
from legacyctl.codemods.python2.module import Module
from legacyctl.patch import Edit


def siblings(path: str, beside: Collection[str]) -> frozenset[str]:
    """Give the modules and packages in the folder of a file, without the file itself."""
    own = PurePosixPath(path)
    modules = {
        PurePosixPath(name).stem for name in beside if PurePosixPath(name).suffix in (".py", ".pyx", ".so", ".pyd")
    }
    folders = {name.rstrip("/") for name in beside if "." not in name}
    return frozenset((modules | folders) - {own.stem, "__init__"})


def in_package(beside: Collection[str]) -> bool:
    """Whether the folder is a package."""
    return "__init__.py" in beside


def edits(module: Module, local: frozenset[str]) -> Iterator[Edit]:
    """Give the edits of a Python 2 module in a package that has the modules `local`."""
    for node in _implicit(module, local):
        if isinstance(node, ast.ImportFrom):
            at = module.data.index((node.module or "").encode(), module.start(node) + len("from"))
            yield Edit(at, at, b".")
        else:
            yield from _split(module, node, local)


def signs(module: Module, local: frozenset[str]) -> bool:
    """Whether an import only works on Python 2: implicit, in a file that is no script."""
    return any(True for _ in _implicit(module, local))


def notes(module: Module, local: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Tell the imports that have no explicit form which binds the same name: `import package.module`."""
    for node in _candidates(module):
        if isinstance(node, ast.Import) and any(_dotted(alias, local) for alias in node.names):
            yield node.lineno, "implicit relative import of a module in a package; import it with from . import"


def is_script(module: Module) -> bool:
    """Whether the file is also started by itself, where a relative import fails."""
    return any(
        isinstance(node, ast.Compare) and isinstance(node.left, ast.Name) and node.left.id == "__name__"
        for node in module.nodes
    )


def _candidates(module: Module) -> Iterator[ast.Import | ast.ImportFrom]:
    if "absolute_import" in module.future or is_script(module):
        return
    for node in module.nodes:
        if isinstance(node, ast.Import | ast.ImportFrom) and not guarded_import(module, node):
            yield node


def _implicit(module: Module, local: frozenset[str]) -> Iterator[ast.Import | ast.ImportFrom]:
    for node in _candidates(module):
        if isinstance(node, ast.ImportFrom):
            if not node.level and (node.module or "").partition(".")[0] in local:
                yield node
        elif any(alias.name in local for alias in node.names) and not any(
            _dotted(alias, local) for alias in node.names
        ):
            yield node


def _dotted(alias: ast.alias, local: frozenset[str]) -> bool:
    return "." in alias.name and alias.name.partition(".")[0] in local


def _split(module: Module, node: ast.Import, local: frozenset[str]) -> Iterator[Edit]:
    own = [module.source(alias) for alias in node.names if alias.name in local]
    other = [module.source(alias) for alias in node.names if alias.name not in local]
    line = module.data[module.line_start(node.lineno) : module.start(node)].decode()
    join = f"\n{line}" if not line.strip() else "; "
    absolute = [f"import {', '.join(other)}"] if other else []
    yield module.replaced(node, join.join([*absolute, f"from . import {', '.join(own)}"]))
