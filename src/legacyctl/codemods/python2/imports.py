"""Imports of what moved, and the places that use it.

An old module's name is only exchanged where it is plain that every use means
the module; otherwise the new module is imported under the old name, so that no
use changes. An import that has a Python 3 alternative beside it stays.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from legacyctl.codemods.python2.guards import guarded_import
from legacyctl.codemods.python2.module import Module
from legacyctl.codemods.python2.moves import GONE, LATE, MEMBERS, MODULES
from legacyctl.codemods.python2.places import Places, is_docstring, removed, statement
from legacyctl.patch import Edit

_FEATURES = frozenset(
    [
        "absolute_import",
        "division",
        "generators",
        "nested_scopes",
        "print_function",
        "unicode_literals",
        "with_statement",
    ],
)


@dataclass
class Plan:
    """The edits of all imports; `certain` says whether one of them only works on Python 2."""

    edits: list[Edit] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    certain: bool = False


def plan(module: Module, siblings: frozenset[str] = frozenset()) -> Plan:
    """Give what to change in the imports of a Python 2 module.

    `siblings` are modules in the file's own folder: these are never the old
    modules of the standard library.
    """
    result = Plan()
    late = list(_misplaced_future(module))
    result.certain = bool(late)
    result.edits += [removed(module, node) for node in late]
    for node in module.nodes:
        if isinstance(node, ast.Import | ast.ImportFrom) and not guarded_import(module, node):
            if isinstance(node, ast.Import):
                _Import(module, result, siblings).take(node)
            elif node.module and not node.level and node.module.partition(".")[0] not in siblings:
                _From(module, result).take(node)
    result.edits = sorted(set(result.edits))
    return result


def _misplaced_future(module: Module) -> Iterator[ast.ImportFrom]:
    """Give `from __future__` imports that come too late; all that Python 2 knew is the rule in Python 3."""
    early = True
    for index, node in enumerate(module.tree.body):
        future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
        if isinstance(node, ast.ImportFrom) and future and not early:
            if all(alias.name in _FEATURES for alias in node.names):
                yield node
        elif not future:
            early = early and index == 0 and is_docstring(node)


class _Import:
    """`import a, b as c`."""

    def __init__(self, module: Module, result: Plan, siblings: frozenset[str]) -> None:
        self._module = module
        self._result = result
        self._siblings = siblings

    def take(self, node: ast.Import) -> None:
        new: list[str] = []
        for alias in node.names:
            old = [self._module.source(alias)]
            known = alias.name in MODULES or alias.name in MEMBERS
            local = alias.name.partition(".")[0] in self._siblings
            new += self._new_names(node, alias) if known and not local else old
        new = list(dict.fromkeys(new))
        if new == [self._module.source(alias) for alias in node.names]:
            return
        certain = any((alias.name in MODULES and alias.name not in LATE) or alias.name in GONE for alias in node.names)
        self._result.certain = self._result.certain or certain
        if new:
            self._result.edits.append(self._module.replaced(node, self._written(node, new)))
        else:
            self._result.edits.append(removed(self._module, node))

    def _written(self, node: ast.Import, new: list[str]) -> str:
        """Give one line a module where one module had a line, else one line for all."""
        indent = self._module.data[self._module.line_start(node.lineno) : self._module.start(node)].decode()
        if len(node.names) > 1 or indent.strip():
            return f"import {', '.join(new)}"
        return f"\n{indent}".join(f"import {name}" for name in new)

    def _new_names(self, node: ast.Import, alias: ast.alias) -> list[str]:
        places = Places(self._module, alias)
        if alias.name in MODULES:
            return self._renamed(alias, places)
        found = self._members(node, alias, places)
        return [self._module.source(alias)] if found is None else found

    def _renamed(self, alias: ast.alias, places: Places) -> list[str]:
        new = MODULES[alias.name]
        if alias.asname:
            return [new if alias.asname == new else f"{new} as {alias.asname}"]
        if places.only_members and places.free_for(new):
            table = MEMBERS.get(alias.name, {})
            homes = {target.rpartition(".")[0] for use in places.uses if (target := table.get(use.member, ""))}
            self._result.edits += [
                self._module.replaced(use.node, table[use.member])
                if use.member in table
                else self._module.replaced(use.owner, new)
                for use in places.uses
            ]
            return [new, *sorted(homes - {new})]
        if "." in alias.name:
            self._result.notes.append(
                (alias.lineno, f"{alias.name} is {new} on Python 3; its uses could not be told apart")
            )
            return [self._module.source(alias)]
        return [f"{new} as {alias.name}"]

    def _members(self, node: ast.Import, alias: ast.alias, places: Places) -> list[str] | None:
        """Give the modules to import instead, or None to leave the import; renames the uses."""
        table = MEMBERS[alias.name]
        moved = [use for use in places.uses if use.member in table]
        strange = sorted({use.member or alias.name for use in places.uses if use.member not in table})
        targets = [table[use.member] for use in moved]
        modules = sorted({target.rpartition(".")[0] for target in targets if "." in target and "(" not in target})
        if alias.name in GONE and (strange or not places.only_members):
            names = ", ".join(strange)
            self._result.notes.append(
                (node.lineno, f"{alias.name} is gone on Python 3; no successor is known for: {names}")
            )
            return None
        if not places.only_members or not all(map(places.free_for, modules)):
            return None
        self._result.edits += [
            self._module.replaced(use.node, target)
            for use, target in zip(moved, targets, strict=True)
            if isinstance(use.node.ctx, ast.Load) or "." in target
        ]
        self._result.certain = self._result.certain or (bool(moved) and alias.name not in LATE)
        if alias.name in GONE:
            return modules if places.uses else sorted({target.rpartition(".")[0] for target in table.values()} - {""})
        keep = not any(name.startswith(f"{alias.name}.") for name in modules)
        return [*([self._module.source(alias)] if keep else []), *(name for name in modules if name != alias.name)]


class _From:
    """`from a import b, c as d`."""

    def __init__(self, module: Module, result: Plan) -> None:
        self._module = module
        self._result = result

    def take(self, node: ast.ImportFrom) -> None:
        old = node.module or ""
        if old not in MODULES and old not in MEMBERS:
            return
        if node.names[0].name == "*":
            self._star(node, old)
            return
        groups: dict[str, list[str]] = {}
        for alias in node.names:
            target = _target(old, alias.name)
            if not target:
                message = f"{old}.{alias.name} is gone on Python 3; no successor is known"
                self._result.notes.append((alias.lineno, message))
                return
            self._group(groups, old, alias, target)
        unchanged = {old: [self._module.source(alias) for alias in node.names]}
        if groups == unchanged:
            return
        self._result.certain = self._result.certain or old not in LATE
        self._result.edits.append(statement(self._module, node, groups) if groups else removed(self._module, node))

    def _star(self, node: ast.ImportFrom, old: str) -> None:
        if old in MODULES:
            self._result.certain = True
            self._result.edits.append(statement(self._module, node, {MODULES[old]: ["*"]}))
        elif old in GONE:
            self._result.notes.append((node.lineno, f"from {old} import *: the module is gone on Python 3"))

    def _group(self, groups: dict[str, list[str]], old: str, alias: ast.alias, target: str) -> None:
        """Put a name with the module that has it now; a built-in needs no import."""
        local = alias.asname or alias.name
        home, dot, name = ("", "", target) if "(" in target else target.rpartition(".")
        if dot:
            groups.setdefault(home, []).append(name if name == local else f"{name} as {local}")
            return
        places = Places(self._module, alias)
        if places.exclusive and (local == target or not places.written):
            if local != target:
                self._result.edits += [self._module.replaced(use.base, target) for use in places.uses]
            return
        groups.setdefault(old, []).append(self._module.source(alias))


def _target(old: str, name: str) -> str:
    """Give where a name is found on Python 3: "module.name", a built-in, or "" when it is not known."""
    table = MEMBERS.get(old, {})
    if name in table:
        return table[name]
    if old in GONE:
        return ""
    return f"{MODULES.get(old, old)}.{name}"
