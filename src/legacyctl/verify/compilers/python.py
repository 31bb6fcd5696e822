"""Python: the interpreter's own `compile`, of this Python 3 and of Python 2 where it is installed."""

from __future__ import annotations

import sys
from collections.abc import Callable

from legacyctl.verify.compilers.base import Compiler, Diagnosis, Job, call
from legacyctl.verify.sandbox import Box

# Runs in either Python; reads the bytes itself, so that the file's own encoding line counts.
CHECK = """
import sys
try:
    compile(open(sys.argv[1], "rb").read(), "file", "exec", 0, True)
except (SyntaxError, ValueError, TypeError):
    sys.stdout.write(sys.exc_info()[0].__name__ + ": " + str(getattr(sys.exc_info()[1], "msg", sys.exc_info()[1])))
except (MemoryError, RuntimeError, OverflowError):
    sys.stdout.write("nested too deep for the compiler")
"""


def _asking(program: str) -> Callable[[Job, Box], Diagnosis]:
    def ask(job: Job, made: Box) -> Diagnosis:
        ran = call((program, "-E", "-s", "-W", "ignore", "-c", CHECK, f"./{job.path}"), made)
        said = ran.output.strip() or (f"ended with {ran.exit_code}" if ran.exit_code else "")
        return Diagnosis(syntax=frozenset({said} if said else ()))

    return ask


NAME = f"Python {sys.version_info.major}.{sys.version_info.minor}"
PYTHON_3 = Compiler(NAME, sys.executable, ("-c", ""), _asking(sys.executable), alone=True)
PYTHON_2 = Compiler("Python 2", "python2", ("-c", ""), _asking("python2"), alone=True)
