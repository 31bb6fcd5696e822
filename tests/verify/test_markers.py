"""What was meant for a reader is found where it is added; ordinary code and what stood there is left alone."""

import pytest

from legacyctl.model import FileChange, Grade, Outcome, Patch, Task
from legacyctl.verify.case import Case
from legacyctl.verify.markers import judge
from verify.harness import context


def judged(root, before: str, after: str):
    task = Task("t-1", "Test", "a.py", "python", (), (), Grade.E1)
    change = FileChange("a.py", before.encode(), after.encode())
    return judge(Case(context(root, task), Patch("t-1", (change,), "model:x"), change))


@pytest.mark.parametrize(
    ("added", "kind"),
    [
        pytest.param("```python", "a Markdown fence", id="fence"),
        pytest.param("Here's the updated version:", "prose", id="here-is"),
        pytest.param("  Hier is de aangepaste functie:", "prose", id="hier-is"),
        pytest.param("Note: I kept the name.", "prose", id="note"),
        pytest.param("<|im_end|>", "a token of a chat template", id="chat-template"),
        pytest.param("<think>", "a token of a chat template", id="think"),
        pytest.param("=======", "a mark of a diff or merge", id="merge"),
        pytest.param("@@ -1,2 +1,2 @@", "a mark of a diff or merge", id="hunk"),
        pytest.param("<<<END-4f2a", "a delimiter of the prompt", id="delimiter"),
        pytest.param("x = '[REDACTED]'", "a placeholder", id="redacted"),
        pytest.param("x = '<YOUR_NAME>'", "a placeholder", id="template"),
        pytest.param("x = 'EMAIL'  # <EMAIL_1>", "a placeholder", id="numbered"),
        pytest.param("x = 'https://voorbeeld.example/a'", "a web address", id="web"),
        pytest.param("# j.jansen@voorbeeld.example", "an e-mail address", id="e-mail"),
        pytest.param("x = 'a\u202eb'", "an invisible or replaced character", id="bidi"),
        pytest.param("x = 'caf\ufffd'", "an invisible or replaced character", id="replaced"),
    ],
)
def test_added_text(tmp_path, added, kind):
    answer = judged(tmp_path, "a = 1\n", f"a = 1\n{added}\n")
    assert answer.outcome is Outcome.FAIL
    assert answer.evidence.startswith(f"{kind} was added: ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Here is where the year starts", id="comment"),
        pytest.param("here = 1; note = here << 3 >> 2", id="names-and-shifts"),
        pytest.param("x >>>= 3; y = (a) >>> 2;", id="java-shift"),
        pytest.param("List<Map<String, List<Integer>>> x;", id="generics"),
        pytest.param("x = d['name'][0] if a < b else f(*args)", id="brackets"),
        pytest.param("      *=======*", id="cobol-ruler"),
        pytest.param("x @= y; @decorator", id="at-signs"),
    ],
)
def test_ordinary_code(tmp_path, text):
    assert judged(tmp_path, "a = 1\n", f"a = 1\n{text}\n").outcome is Outcome.PASS


@pytest.mark.parametrize("text", ["```", "[BSN_1]", "# a@b.example http://c.example", "<<<"])
def test_what_stood_there_already(tmp_path, text):
    assert judged(tmp_path, f"{text}\na = 1\n", f"a = 2\n{text}\n").outcome is Outcome.PASS


def test_one_more_than_there_was(tmp_path):
    assert judged(tmp_path, "x = '[BSN_1]'\n", "x = '[BSN_1]'\ny = '[BSN_1]'\n").outcome is Outcome.FAIL
