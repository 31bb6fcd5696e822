import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from legacyctl.backends.embedded import packaged_weights
from legacyctl.backends.openai_chat import OpenAIChat
from legacyctl.catalog import Profile, Timeouts
from legacyctl.errors import UsageError
from legacyctl.guard import Vault, seal
from legacyctl.model import Prompt

from . import fault_server

KEY = "sk-test-not-a-real-key"
QUICK = Timeouts(connect=2, first_token=5, idle=5, total=10, attempts=3, retry_window=60)


@pytest.fixture
def sealed():
    """Seals a piece of code with the real guard."""

    def sealed(code="print 'x'\n", *, task_id="task-1", max_tokens=64, vault=None):
        prompt = Prompt(
            task_id, "batch.py", "python", "Rewrite this Python 2 code in Python 3.", code, max_tokens=max_tokens
        )
        return seal(prompt, vault or Vault())

    return sealed


@pytest.fixture
def server():
    """A fault server that runs for one test."""
    faults = fault_server.FaultServer()
    with fault_server.Server(("127.0.0.1", 0), fault_server.Handler) as listening:
        listening.faults = faults
        faults.url = f"http://127.0.0.1:{listening.server_port}"
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield faults
        faults.over.set()
        listening.shutdown()
        thread.join()


@pytest.fixture
def chat(server):
    """Opens the fault server as a backend, with time limits of one's own."""
    opened = []

    def chat(key=KEY, base_url="", **limits):
        profile = Profile(
            id="faulty",
            protocol="openai-chat",
            sovereignty="own",
            base_url=base_url or server.url,
            model="group//model/1",
            timeouts=replace(QUICK, **limits),
        )
        opened.append(OpenAIChat(profile, key))
        return opened[-1]

    yield chat
    for backend in opened:
        backend.close()


@pytest.fixture(scope="session")
def packaged_model():
    """Skips, and says so, where llama.cpp or the packaged weights are not installed."""
    pytest.importorskip("xllamacpp", reason="the extra `local` is not installed")
    try:
        return packaged_weights()
    except UsageError as error:
        pytest.skip(error.message)


@pytest.fixture(scope="session")
def llama_server(packaged_model):
    """The address of a real llama.cpp server with the packaged model, in a process of its own."""
    program = Path(__file__).with_name("serve_model.py")
    with subprocess.Popen(
        [sys.executable, program, packaged_model], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process.stdout.readline().strip()
        process.kill()
