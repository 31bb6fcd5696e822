"""The code is taken out of JSON or one fence; anything else stays as it was said."""

import pytest

from legacyctl.backends.answer import code_in, unwrapped, without_reasoning

TAKEN_OUT = {
    "json": ('{"code": "x = 1\\n"}', "x = 1\n"),
    "json with more": ('{"code": "x", "why": "because"}', "x"),
    "blanks around": ('\n {"code": "x"} \n', "x"),
    "fence": ("Here it is:\n```python\nx = 1\n```\nDone.", "x = 1\n"),
    "fence without language": ("```\nx = 1\n```", "x = 1\n"),
    "json in a fence": ('```json\n{"code": "x = 1"}\n```', "x = 1"),
    "thought before json": ('<think>let me see {"code": "no"}</think>{"code": "yes"}', "yes"),
    "end of thought only": ('let me see</think>\n{"code": "yes"}', "yes"),
    "fence inside json": ('{"code": "a = \\"\\"\\"\\n```\\nb\\n```\\n\\"\\"\\""}', 'a = """\n```\nb\n```\n"""'),
    "empty code": ('{"code": ""}', ""),
    "quotes and accents": ('{"code": "s = \\"caf\\u00e9\\""}', 's = "café"'),
}


@pytest.mark.parametrize(("said", "code"), TAKEN_OUT.values(), ids=TAKEN_OUT)
def test_code_is_taken_out(said, code):
    assert code_in(said) == code


AS_SAID = {
    "plain": "x = 1",
    "indented": "    x = 1\n",
    "two fences": "```\na\n```\nor\n```\nb\n```",
    "cut off json": '{"code": "x = ',
    "code is a number": '{"code": 1}',
    "another field": '{"answer": "x"}',
    "a list": '["x"]',
    "open fence": "```python\nx = 1",
    "deep": "[" * 100_000,
    "a tag in a string": '{"code": "<think>", "n": </think>',
}


@pytest.mark.parametrize("said", AS_SAID.values(), ids=AS_SAID)
def test_other_answers_stay_as_they_were_said(said):
    assert code_in(said) == said


def test_a_thought_without_end_is_no_answer():
    assert without_reasoning("<think>and so on and so on") == ""


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("BEGIN N\nx = 1\nEND N", "x = 1"),
        ("BEGIN N\nx = 1\n", "x = 1"),
        ("x = 1\n\n", "x = 1\n\n"),
        ("BEGIN\nx = 1", "BEGIN\nx = 1"),
    ],
    ids=["both", "opening", "neither", "another-word"],
)
def test_the_lines_around_the_code_are_cut(said, code):
    assert unwrapped(said, "BEGIN N", "END N") == code
