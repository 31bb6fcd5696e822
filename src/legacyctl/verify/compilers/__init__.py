"""The compilers that the `compile` gate asks; one file a language, one line in the table.

Of the compilers of a language the first decides; a later one is asked only
about a file that the first could not compile before the change.
"""

from collections.abc import Mapping

from legacyctl.verify.compilers.base import Compiler, Diagnosis, Job, survey
from legacyctl.verify.compilers.cobol import COBC
from legacyctl.verify.compilers.java import JAVAC
from legacyctl.verify.compilers.python import PYTHON_2, PYTHON_3

COMPILERS: Mapping[str, tuple[Compiler, ...]] = {
    "cobol": (COBC,),
    "java": (JAVAC,),
    "python": (PYTHON_3, PYTHON_2),
}

__all__ = ["COMPILERS", "Compiler", "Diagnosis", "Job", "survey"]
