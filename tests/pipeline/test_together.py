"""The project's own tests judge all codemod patches together, and find the one that breaks them."""

from legacyctl import pipeline
from legacyctl.model import Grade, Outcome, Status

MODERNISE = pipeline.Options(codemods_only=True)
TEST = '[verify]\ntest = "python3 -m unittest -q test_it"\n'
OLD = "def {name}(d):\n    if d.has_key('a'):\n        print 'yes'\n        return 1\n    return 0\n"
CASES = "import unittest\n{imports}\n\nclass T(unittest.TestCase):\n    def test(self):\n        {body}\n"


def test_tests_that_pass_with_all_patches_raise_every_grade(project):
    body = "self.assertEqual(one.one({'a': 1}) + two.two({}), 1)"
    files = {name: OLD.format(name=name[:-3]) for name in ("one.py", "two.py")}
    made = project({**files, "test_it.py": CASES.format(imports="import one, two", body=body), "legacyctl.toml": TEST})
    run = pipeline.modernise(made, MODERNISE)
    assert [(r.status, r.verdict.grade) for r in run.results] == [(Status.ACCEPTED, Grade.E2)] * 2


def test_tests_that_could_not_pass_before_reject_nothing_but_raise_nothing(project):
    files = {"one.py": OLD.format(name="one"), "test_it.py": CASES.format(imports="import one", body="self.fail('no')")}
    run = pipeline.modernise(project({**files, "legacyctl.toml": TEST}), MODERNISE)
    assert [(r.status, r.verdict.grade) for r in run.results] == [(Status.ACCEPTED, Grade.E1)]
    tests = run.results[0].verdict.results[-1]
    assert (tests.gate, tests.outcome) == ("tests", Outcome.UNKNOWN)
    assert tests.evidence.startswith("together with the other changes")


def test_the_patch_that_breaks_passing_tests_is_found_and_rejected(project):
    # the suite reads one.py as text and insists on its Python 2 spelling
    body = "self.assertIn('has_key', open('two.py').read())"
    files = {name: OLD.format(name=name[:-3]) for name in ("one.py", "three.py", "two.py")}
    made = project({**files, "test_it.py": CASES.format(imports="", body=body), "legacyctl.toml": TEST})
    run = pipeline.modernise(made, MODERNISE)
    became = {r.task.path: (r.status, r.verdict.grade) for r in run.results}
    assert became["two.py"][0] is Status.REJECTED
    assert became["one.py"] == became["three.py"] == (Status.ACCEPTED, Grade.E2)
