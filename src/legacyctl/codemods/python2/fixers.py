"""Python 2 syntax to Python 3 syntax, by the fixers of fissix (a fork of lib2to3).

Only fixers that turn what Python 3 rejects, or reads otherwise, are chosen; what
is still right on Python 3 (u"" literals, `__future__` imports, `set([...])`)
stays. Fixers that need to know names, uses or types are left to the passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any, Final

import fissix
from fissix.pgen2 import driver, pgen

# fissix keeps its grammar as a pickle in the user's home; building it takes 20 ms
# and needs neither a writable home nor trust in a pickle that lies there.
driver.load_grammar = lambda path, *_, **__: pgen.generate_grammar(path)

from fissix import pygram, pytree, refactor  # noqa: E402 - after the line above, which they need
from fissix.fixer_base import BaseFix  # noqa: E402 - as above
from fissix.fixes.fix_except import FixExcept  # noqa: E402 - as above
from fissix.fixes.fix_print import FixPrint  # noqa: E402 - as above
from fissix.fixes.fix_tuple_params import FixTupleParams  # noqa: E402 - as above
from fissix.pgen2 import token  # noqa: E402 - as above
from fissix.pgen2.parse import ParseError  # noqa: E402 - as above
from fissix.pgen2.tokenize import TokenError  # noqa: E402 - as above

VERSION: Final = fissix.__version__
# What the library raises on text that it cannot read.
UNREADABLE: Final = (ParseError, TokenError, IndentationError, RecursionError)

_FIXERS: Final = (
    "apply",
    "asserts",
    "exec",
    "execfile",
    "funcattrs",
    "has_key",
    "metaclass",
    "methodattrs",
    "ne",
    "numliterals",
    "operator",
    "paren",
    "raise",
    "repr",
    "sys_exc",
    "throw",
    "xreadlines",
)
_PREFIX = re.compile(r"(?i)(u?r?|b?r?)(['\"])")
_ESCAPE = re.compile(r"\\(\\|[uUN])", re.DOTALL)
_CODE_POINT = re.compile(r"(?<!\\)((?:\\\\)*)\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_GRAMMARS: Final = (
    pygram.python_grammar,
    pygram.python_grammar_no_print_statement,
    pygram.python_grammar_no_print_and_exec_statement,
)
_WARNING = re.compile(r"Line (\d+): (.*)", re.DOTALL)
_RAW_BACKSLASH = re.compile(r"""\\\\|\\['"]|\\""")
_ENDS_IN_SPACE = re.compile(r"\\[nrtvf](?:'|\")+$|[\n\t](?:'''|\"\"\")$")


class FixLiterals(BaseFix):  # type: ignore[misc]  # fissix is untyped
    r"""ur"" loses its prefix, and \u, \U and \N in a byte string stay the two characters they were."""

    BM_compatible = True
    PATTERN = "STRING"

    def start_tree(self, tree: Any, filename: str) -> None:
        """Remember whether plain literals are text in this file."""
        super().start_tree(tree, filename)
        self.text_by_default = "unicode_literals" in tree.future_features

    def transform(self, node: Any, results: Any) -> Any:  # noqa: ARG002 - the signature of fissix
        """Give the literal for Python 3, or None when it is the same there."""
        match = _PREFIX.match(node.value)
        prefix = match.group(1).lower() if match else "?"
        if prefix == "ur":
            value = _raw_text(node.value[2:])
        elif prefix == "" and not self.text_by_default:
            value = _ESCAPE.sub(
                lambda found: found.group() if found.group(1) == "\\" else "\\" + found.group(), node.value
            )
        else:
            return None
        return None if value == node.value else pytree.Leaf(token.STRING, value, prefix=node.prefix)


class FixSoftspace(FixPrint):  # type: ignore[misc]  # fissix is untyped
    r"""`print "a\n",` writes no blank after the line end; the fixer of fissix would."""

    def transform(self, node: Any, results: Any) -> Any:
        """Give the call, with an empty `end` where Python 2 wrote no blank."""
        trailing = node.children[-1:] == [pytree.Leaf(token.COMMA, ",")]
        new = super().transform(node, results)
        if new is None or not trailing or not _ends_in_space(node.children[-2]):
            return new
        for leaf in new.leaves():
            if leaf.value == "' '" and leaf.parent.children[0].value == "end":
                leaf.value = "''"
        return new


class FixParts(FixTupleParams):  # type: ignore[misc]  # fissix is untyped
    """A tuple among the parameters becomes one parameter, called `parts`."""

    def new_name(self, template: str = "parts") -> str:
        """Give a name that the file does not use."""
        return str(super().new_name(template))


class FixCaught(FixExcept):  # type: ignore[misc]  # fissix is untyped
    """`except E, (a, b)` takes the exception by the name `error` first."""

    def new_name(self, template: str = "error") -> str:
        """Give a name that the file does not use."""
        return str(super().new_name(template))


_OWN: Final = (FixLiterals, FixSoftspace, FixParts, FixCaught)


class Tool(refactor.RefactoringTool):  # type: ignore[misc]  # fissix is untyped
    """The chosen fixers over one grammar; built once, used for every file."""

    def get_fixers(self) -> tuple[list[Any], list[Any]]:
        """Give the fixers of the library and our own, by the order in which they run."""
        before, after = super().get_fixers()
        own = [fixer(self.options, self.fixer_log) for fixer in _OWN]
        return before, sorted([*after, *own], key=lambda fixer: fixer.run_order)

    def log_message(self, msg: str, *args: object) -> None:
        """Say nothing; what a user must know stands in the notes."""

    def log_debug(self, msg: str, *args: object) -> None:
        """Say nothing."""

    def fixed(self, text: str, name: str) -> tuple[str, list[tuple[int, str]]]:
        """Give the text after all fixers, and the fixers' own warnings with their lines.

        Raises one of UNREADABLE when the grammar does not fit.
        """
        self.fixer_log.clear()
        for fixer in chain(self.pre_order, self.post_order):
            fixer.log = self.fixer_log
        tree = self.refactor_string(text, name)
        found = filter(None, map(_WARNING.fullmatch, self.fixer_log))
        return str(tree), [(int(match.group(1)), match.group(2)) for match in found]


def fix(text: str, name: str, *, python3: bool) -> tuple[str, list[tuple[int, str]]]:
    """Give `text` with Python 3 syntax, and the fixers' warnings with their lines.

    `python3` says that it parses as Python 3 already. The grammar with a print
    statement goes first, then the one with print(), then also exec(). Raises
    the first grammar's error, one of UNREADABLE, when none fits.
    """
    problem = None
    for number in range(len(_GRAMMARS)):
        try:
            return _tool(number).fixed(text, name)
        except UNREADABLE as found:
            problem = problem or found
    if python3 or problem is None:
        return text, []
    raise problem


@cache
def _tool(number: int) -> Tool:
    """Give the tool for a grammar; to build one takes a third of a second."""
    tool = Tool([f"fissix.fixes.fix_{name}" for name in _FIXERS], {"print_function": number > 0})
    if number == len(_GRAMMARS) - 1:
        # The library's options do not take both statements away.
        tool.grammar = tool.driver.grammar = _GRAMMARS[number]
    return tool


def _raw_text(literal: str) -> str:
    r"""Give ur'...' (without its prefix) for Python 3: raw, unless \uXXXX in it meant a character."""
    if not _CODE_POINT.search(literal):
        return "r" + literal
    parts = _CODE_POINT.split(literal)
    # split gives text, doubled backslashes, code point, text, ...
    return "".join(_escaped(part) if index % 3 != 2 else "\\" + part for index, part in enumerate(parts))


def _escaped(raw: str) -> str:
    """Give raw text for a literal that is not raw; a backslash before a quote kept the quote from ending it."""
    return _RAW_BACKSLASH.sub(
        lambda found: found.group().replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"'), raw
    )


def _ends_in_space(node: Any) -> bool:
    r"""Say whether what is printed last is a literal that ends in white space other than a blank."""
    leaf = next(iter(_last_literals(node)), None)
    return leaf is not None and bool(_ENDS_IN_SPACE.search(leaf.value))


def _last_literals(node: Any) -> Iterator[Any]:
    """Give the literal that a printed value ends with: itself, or the left side of `%`."""
    if node.type == token.STRING:
        yield node
    elif node.type == pygram.python_symbols.term and node.children[1].value == "%":
        yield from _last_literals(node.children[0])


def where(problem: BaseException) -> int:
    """Give the line that an error of the library names, counted from 1; 1 when it names none."""
    if isinstance(problem, ParseError):
        return int(problem.context[1][0])
    if isinstance(problem, TokenError):
        return int(problem.args[1][0])
    return int(getattr(problem, "lineno", 1) or 1)
