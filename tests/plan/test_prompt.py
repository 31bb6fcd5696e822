import pytest

from legacyctl import catalog, facts, parse
from legacyctl.model import Grade, SourceFile, Task
from legacyctl.plan import prompt
from legacyctl.plan.budget import CONTEXT_CHARACTERS, answer_tokens

PYTHON = '''\
import os
from decimal import Decimal

def helper(value, rate):
    return value * rate

class Dossier(object):
    def total(self, amounts):
        """Één bedrag."""
        from math import ceil
        return ceil(helper(sum(amounts), Decimal(2)))

    def unrelated(self):
        return 1
'''
JAVA = """\
package nl.example;
import java.util.List;
class Dao extends Base {
    private int count;
    int add(List<String> names) { return size(names) + 1; }
    int size(List<String> names) {
        return names.size();
    }
}
"""
COBOL = """\
       IDENTIFICATION DIVISION.
       PROGRAM-ID. PAY.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       COPY CUSTREC.
       01  WS-TOTAL       PIC 9(5).
       01  WS-OTHER       PIC 9(5).
       01  WS-GROUP.
           05 WS-AMOUNT   PIC 9(3).
       PROCEDURE DIVISION.
       ADD-UP.
           ADD WS-AMOUNT TO WS-TOTAL.
"""


@pytest.fixture
def asked():
    """The prompt for the unit of that name, and the text of the unit."""

    def ask(text, name, path="a.py", language="python", encoding="utf-8"):
        data = text.encode(encoding)
        file = SourceFile(path, language, encoding, data=data, size=len(data))
        units = facts.collect(parse.parse(file, catalog.languages()[language])).units
        unit = next(unit for unit in units if unit.name == name)
        task = Task("t1", "title", path, language, ("R1",), (), Grade.E1, instruction="- title: do it", unit=unit)
        return prompt(task, file)

    return ask


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_the_code_is_the_exact_text_of_the_unit(asked, encoding):
    made = asked(PYTHON, "total", encoding=encoding)
    start, end = PYTHON.index("def total"), PYTHON.index("\n\n    def unrelated")
    assert (made.code, made.task_id, made.path, made.language) == (PYTHON[start:end], "t1", "a.py", "python")


def test_the_context_of_python_is_its_class_its_imports_and_what_it_calls(asked):
    context = asked(PYTHON, "total").context
    assert context.splitlines() == [
        "class Dossier(object):",
        "import os",
        "from decimal import Decimal",
        "def helper(value, rate):",
    ]


def test_the_context_of_java_is_its_class_its_imports_and_what_it_calls(asked):
    context = asked(JAVA, "add", "Dao.java", "java").context
    assert context.splitlines() == [
        "class Dao extends Base {",
        "import java.util.List;",
        "int size(List<String> names) {",
    ]


def test_the_context_of_cobol_is_its_copybooks_and_the_data_that_it_names(asked):
    context = asked(COBOL, "ADD-UP", "PAY.cbl", "cobol").context
    assert context.splitlines()[1:] == [
        "COPY CUSTREC.",
        "01  WS-TOTAL       PIC 9(5)",
        "05 WS-AMOUNT   PIC 9(3)",
    ]


def test_the_instruction_holds_our_words_only(asked):
    made = asked(PYTHON, "total")
    assert "- title: do it" in made.instruction
    assert "whole new definition" in made.instruction
    assert not {"Dossier", "total", "helper", "a.py"} & set(made.instruction.replace("(", " ").split())


def test_the_context_is_cut_at_whole_pieces(asked):
    imports = "".join(f"import module_number_{number}\n" for number in range(500))
    context = asked(imports + "def f():\n    return 1\n", "f").context
    assert CONTEXT_CHARACTERS - 40 < len(context) <= CONTEXT_CHARACTERS
    assert set(context.splitlines()) <= set(imports.splitlines())


def test_a_large_definition_is_never_shortened(asked):
    code = "def f():\n" + "    x = 1\n" * 3000
    made = asked(code, "f")
    assert made.code == code.rstrip("\n")
    assert made.max_tokens == answer_tokens(made.code)


@pytest.mark.parametrize(("characters", "tokens"), [(0, 128), (300, 253), (301, 254)])
def test_an_answer_may_be_a_quarter_longer_than_the_code(characters, tokens):
    assert answer_tokens("x" * characters) == tokens


def test_a_codemod_is_not_prompted():
    task = Task("t1", "title", "a.py", "python", ("R1",), (), Grade.E1, codemod="python2to3")
    with pytest.raises(ValueError, match="python2to3"):
        prompt(task, SourceFile("a.py", "python"))
