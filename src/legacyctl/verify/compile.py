"""Gate `compile`: the language's own compiler has no more to say after the change than before.

The same unresolved names before and after are "no worse" (a library that is not
here is missing on both sides) and pass. A syntax error before the change hides
the rest of the file from the compiler: then nothing was shown, unless the
compiler has nothing at all to say afterwards.
"""

from __future__ import annotations

import hashlib
import os

from legacyctl.model import FileChange, Outcome
from legacyctl.verify.case import Answer, Case, failed, passed, unknown
from legacyctl.verify.compilers import COMPILERS, Compiler, Diagnosis, Job, survey

SHOWN = 3  # errors named in the evidence


def judge(case: Case) -> Answer:
    """Ask the compilers of the language in turn until one can tell."""
    if os.name != "posix":
        return unknown("compilers are asked only where process limits exist (Linux, macOS)")
    language = case.context.task.language
    answer = unknown(f"no compiler is known for {language}")
    for place, compiler in enumerate(COMPILERS.get(language, ())):
        if not case.context.session.once(("installed", compiler.name), compiler.installed):
            missing = unknown(f"{compiler.name} is not installed")
            return answer if place else missing
        before, after = _before(case, compiler), compiler.diagnose(_job(case, compiler, case.patch.changes))
        answer = compare(compiler.name, before, after)
        if answer.outcome is Outcome.PASS or not before.syntax:
            return answer
    return answer


def compare(name: str, before: Diagnosis, after: Diagnosis) -> Answer:
    """Hold what a compiler said after a change against what it said before."""
    if after.clean:
        return passed(f"{name}: no errors" + ("" if before.clean else f" ({_count(before)} before)"))
    if after.syntax - before.syntax:
        return failed(f"{name}: {_listed(after.syntax - before.syntax)}")
    if after.syntax:
        return unknown(f"{name} cannot check this file, before or after: {_listed(after.syntax)}")
    new = after.others - before.others
    if new and before.syntax:
        return unknown(f"{name} could not see past {_listed(before.syntax)}")
    if new:
        return failed(f"{name}: {_listed(new)}")
    return passed(f"{name}: no new errors ({_count(after)} unresolved before and after)")


def _before(case: Case, compiler: Compiler) -> Diagnosis:
    """Ask about the code as it was, once for the same bytes in a session."""
    files = tuple(FileChange(c.path, c.before, c.before, c.encoding) for c in case.patch.changes)
    job = _job(case, compiler, files)
    digest = hashlib.sha256(b"\0".join(change.path.encode() + b"\0" + change.after for change in job.files)).digest()
    key = ("compiled", compiler.name, job.root, job.path, digest)
    return case.context.session.once(key, lambda: compiler.diagnose(job))


def _job(case: Case, compiler: Compiler, files: tuple[FileChange, ...]) -> Job:
    """Put the files over what earlier changes of the run made of others, where the compiler looks at those."""
    context, own = case.context, {change.path for change in files}
    earlier = {} if compiler.alone else context.accepted
    others = tuple(FileChange(path, b"", data) for path, data in earlier.items() if path not in own)
    folders = context.session.once(("survey", context.root), lambda: survey(context.root))
    return Job(context.root, case.change.path, case.change.encoding, (*others, *files), folders, context.copybooks)


def _count(said: Diagnosis) -> int:
    return len(said.syntax) + len(said.others)


def _listed(errors: frozenset[str]) -> str:
    shown = sorted(errors)[:SHOWN]
    more = len(errors) - len(shown)
    return "; ".join(shown) + (f" and {more} more" if more else "")
