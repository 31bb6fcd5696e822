# make demo: set up and run the main job on examples/.  make test: set up and run the tests.
# Everything is installed into .venv; PYTHON chooses the interpreter (3.11 or newer).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup demo test check bench docs lock clean

help:
	@sed -n 's/^# //p' Makefile

setup: $(READY)

$(READY): requirements/dev.lock pyproject.toml scripts/setup
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh scripts/setup
	@touch $@

demo: $(READY)
	@sh scripts/demo

test: $(READY)
	$(BIN)/python -m pytest

# make check: the tests, plus lint, types, architecture contracts, docs and the wheel; what CI runs.
check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

# make bench: figures beside the peers, on FOLDERS and PYTHON2 (the examples if not given); see benchmarks/README.md.
PYTHON2 ?= examples/parkeer-python2
FOLDERS ?= examples/parkeer-python2 examples/vergunning-struts examples/bijstand-cobol
bench: $(READY)
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/scan.py $(FOLDERS)
	$(BIN)/python benchmarks/python2to3.py $(PYTHON2)

# make docs: write the generated pages of docs/ anew; a test holds them current.
docs: $(READY)
	$(BIN)/python scripts/generate_docs.py

# make lock: choose the versions of requirements/dev.lock anew (needs the network).
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra local --extra legacy --group dev --universal --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--output-file requirements/dev.lock

clean:
	rm -rf $(VENV) build dist demo-out
