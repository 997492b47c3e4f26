# Every target prepares .venv first; `make setup` does nothing when nothing changed.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run play format lint check docs test test-llm-live bench bench-server nightly

PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
SETTLED := .venv/.settled
# kiwipiepy's model is 88 MB and no test needs it.
SYNC := --all-groups --all-extras --no-extra korean
COVERED := tests/core tests/scoring tests/properties tests/golden
# Suites that start servers and processes, or play long interviews: `make test` runs them.
STARTING := $(addprefix tests/,docs documents http_api llm/live llm/whole program server_simulation service sqlite_store terminal websocket_server)
WORKERS := $(shell echo $$((2 * $$(nproc 2>/dev/null || echo 2))))
HAS_PYTHON := -c 'import sys; sys.exit(sys.version_info < (3, 11))'

export UV_PROJECT_ENVIRONMENT := $(CURDIR)/.venv
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(SETTLED) ## Make .venv and install what uv.lock says

$(SETTLED): pyproject.toml uv.lock Makefile
	@command -v $(PYTHON) >/dev/null && $(PYTHON) $(HAS_PYTHON) || { \
		echo "interview_engine needs Python 3.11 or newer, and '$(PYTHON)' is missing or older." >&2; \
		echo "Install one, or name it: make setup PYTHON=python3.12" >&2; \
		exit 1; }
	@$(BIN)/python $(HAS_PYTHON) 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@[[ "$$($(BIN)/uv --version 2>/dev/null)" == "uv $(UV_VERSION)"* ]] \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(BIN)/uv sync --quiet --locked $(SYNC)
	@touch $@

run: setup ## Serve interviews and print a link; ARGS='--help' lists its options
	@exec $(BIN)/interview-engine serve $(ARGS)

play: setup ## Play an interview in the terminal; ARGS='--help' lists its options
	@$(BIN)/interview-engine play $(ARGS)

format: setup ## Format the code and mend what ruff can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lint: setup ## Format, lint, types and import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo

check: lint ## Lint and the fast tests, in under a minute
	$(BIN)/pytest -q -n auto --dist loadgroup --hypothesis-profile=fast -m "not nightly and not packaging and not slow and not live" \
		$(STARTING:%=--ignore=%)

docs: setup ## Build the documentation into site/, every warning an error
	$(BIN)/zensical build --clean --strict

# Tracing coverage slows every call, so it is on only for the tests of what is covered. The others wait for
# servers and processes as much as they compute: twice as many workers as cores.
# pytest runs last so that its summary is the last line.
test: lint docs ## Everything that a change must pass, with branch coverage
	$(BIN)/pytest -n auto --dist loadgroup --cov --cov-report=term -m "not nightly and not live" $(COVERED)
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup -m "not nightly and not live" $(COVERED:%=--ignore=%)

test-llm-live: setup ## The contract of language models against real providers, with the keys of the environment
	$(BIN)/pytest -q -m live tests/llm/live $(ARGS)

bench: setup ## Measure, and print a table
	$(BIN)/python benchmarks/run.py $(ARGS)

bench-server: setup ## Measure the server beside its peers, in about five minutes; ARGS=--quick for one
	$(BIN)/python -m benchmarks.server $(ARGS)

nightly: setup ## The tests that take minutes
	$(BIN)/pytest -n auto --hypothesis-profile=nightly -m nightly
