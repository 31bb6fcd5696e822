"""Random sentences with nested IF, EVALUATE, loops and NEXT SENTENCE, as hypothesis strategies of lines."""

from __future__ import annotations

from hypothesis import strategies as st

Lines = list[str]
LEAF = st.sampled_from((["DISPLAY '@'"], ["ADD 1 TO N"], ["CONTINUE"], ["DISPLAY '@' DISPLAY '@'"]))
CONDITION = st.builds("{} {} {}".format, st.sampled_from("AB"), st.sampled_from("=<>"), st.integers(0, 2))


def indented(lines: Lines) -> Lines:
    return [f"  {line}" for line in lines]


def block(statements: list[Lines]) -> Lines:
    return indented([line for statement in statements for line in statement])


@st.composite
def branches(draw: st.DrawFn, inner: st.SearchStrategy[Lines], *, jumps: bool) -> Lines:
    """Statements of a branch, which may end with a jump behind the period."""
    lines = block(draw(st.lists(inner, min_size=1, max_size=2)))
    if jumps and draw(st.integers(0, 3)) == 0:
        return [*lines, "  NEXT SENTENCE"] if draw(st.booleans()) else ["  NEXT SENTENCE"]
    return lines


@st.composite
def conditional(draw: st.DrawFn, inner: st.SearchStrategy[Lines]) -> Lines:
    """An IF, with or without ELSE and END-IF; which ELSE belongs to which IF is for the reader to say."""
    lines = [f"IF {draw(CONDITION)}", *draw(branches(inner, jumps=True))]
    if draw(st.booleans()):
        lines += ["ELSE", *draw(branches(inner, jumps=True))]
    return [*lines, "END-IF"] if draw(st.booleans()) else lines


@st.composite
def choice(draw: st.DrawFn, inner: st.SearchStrategy[Lines]) -> Lines:
    lines = [f"EVALUATE {draw(st.sampled_from('AB'))}", "  WHEN 0", *indented(draw(branches(inner, jumps=True)))]
    lines += ["  WHEN OTHER", *indented(draw(branches(inner, jumps=True)))]
    return [*lines, "END-EVALUATE"] if draw(st.booleans()) else lines


@st.composite
def loop(draw: st.DrawFn, inner: st.SearchStrategy[Lines]) -> Lines:
    return ["PERFORM 2 TIMES", *draw(branches(inner, jumps=False)), "END-PERFORM"]


@st.composite
def addition(draw: st.DrawFn, inner: st.SearchStrategy[Lines]) -> Lines:
    lines = ["ADD 500 TO N ON SIZE ERROR", *draw(branches(inner, jumps=False))]
    return [*lines, "END-ADD"] if draw(st.booleans()) else lines


STATEMENTS: st.SearchStrategy[Lines] = st.recursive(
    LEAF,
    lambda inner: st.one_of(conditional(inner), conditional(inner), choice(inner), loop(inner), addition(inner)),
    max_leaves=8,
)
SENTENCES = st.lists(STATEMENTS, min_size=1, max_size=2).map(lambda parts: [line for part in parts for line in part])


def ended(lines: Lines, style: int) -> Lines:
    """A sentence with its period: behind the last word, on its own line, or before more code."""
    if style == 0:
        return [*lines, "."]
    more = " DISPLAY 'MORE'." if style == 1 else ""
    return [*lines[:-1], f"{lines[-1]}.{more}"]


PROGRAM_SENTENCES = st.builds(ended, SENTENCES, st.integers(0, 3))
