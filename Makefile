# Every target prepares .venv first; `make setup` does nothing when nothing changed.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run play web shots wire recordings web-lint web-test chromium format lint check fast-test docs test python-test test-llm-live bench bench-server nightly

PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
NODE := $(BIN)/python -m scripts.node
SIDE_BY_SIDE := $(BIN)/python -m scripts.side_by_side
MAKE_QUIETLY := $(MAKE) --no-print-directory
WEB_CLIENT := adapters/program/web_client/index.html
WEB_SOURCES := $(shell find web \( -name node_modules -o -name tests -o -name screens \) -prune -o -type f -print 2>/dev/null)
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
# Where it is forbidden to write byte code, each of the hundreds of processes compiles all that it imports.
unexport PYTHONDONTWRITEBYTECODE

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

web: setup $(WEB_CLIENT) ## Build the web client when its sources have changed

$(WEB_CLIENT): $(WEB_SOURCES)
	@$(NODE) vite build --logLevel warn
	@touch $@

wire: setup ## Make the web client's types from the server's documents
	$(BIN)/python -m scripts.draw_openapi
	$(BIN)/python -m scripts.draw_asyncapi
	$(NODE) npm run --silent wire

recordings: setup ## Write the preset plans and the recorded conversations of the web client's tests anew
	$(BIN)/python -m scripts.draw_presets
	$(BIN)/python -m scripts.record_conversations $(ARGS)

shots: web ## Picture every screen into web/screens; ARGS=--docs renews the documentation's
	$(NODE) node scripts/take-screenshots.mjs $(ARGS)

run: web ## Serve interviews and print a link; ARGS='--help' lists its options
	@exec $(BIN)/interview-engine serve $(ARGS)

play: setup ## Play an interview in the terminal; ARGS='--help' lists its options
	@$(BIN)/interview-engine play $(ARGS)

format: setup ## Format the code and mend what ruff can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

web-lint: setup ## Lint and types of the web client
	$(NODE) biome ci --max-diagnostics=50
	$(NODE) tsc --noEmit
	$(NODE) node scripts/generate-wire.mjs --check

web-test: web chromium ## The web client's tests: units, size, and a real browser against the real server
	$(NODE) npm run --silent test
	$(NODE) npm run --silent size
	$(NODE) npm run --silent browser

chromium: ## Make sure that there is a Chromium for the browser tests
	@if [ -z "$${CHROMIUM:-}" ] && ! command -v chromium chromium-browser google-chrome >/dev/null 2>&1 \
		&& [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Debian's chromium for the browser tests"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			chromium fonts-noto-cjk >/dev/null; fi

lint: setup ## Format, lint, types and import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo

check: setup ## Lint and the fast tests, in under a minute
	@$(SIDE_BY_SIDE) '$(MAKE_QUIETLY) lint web-lint' '$(MAKE_QUIETLY) fast-test'

fast-test: setup ## The tests that start nothing and play nothing long
	$(BIN)/pytest -q -n auto --dist loadgroup --hypothesis-profile=fast -m "not nightly and not packaging and not slow and not live" \
		$(STARTING:%=--ignore=%)

docs: setup ## Build the documentation into site/, every warning an error
	$(BIN)/zensical build --clean --strict

# The browser's tests mostly wait, and those of Python mostly compute. Pytest is told of last so that its summary is
# the last line.
test: web chromium ## Everything that a change must pass, with branch coverage
	@$(SIDE_BY_SIDE) '$(MAKE_QUIETLY) lint web-lint docs web-test' '$(MAKE_QUIETLY) python-test'

# Tracing coverage slows every call, so it is on only for the tests of what is covered. The others wait for
# servers and processes as much as they compute: twice as many workers as cores.
python-test: web ## The tests of Python, with branch coverage
	$(BIN)/pytest -n auto --dist loadgroup --cov --cov-report=term -m "not nightly and not live" $(COVERED)
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup -m "not nightly and not live" $(COVERED:%=--ignore=%)

test-llm-live: setup ## The contract of language models against real providers, with the keys of the environment
	$(BIN)/pytest -q -m live tests/llm/live $(ARGS)

bench: setup ## Measure, and print a table
	$(BIN)/python benchmarks/run.py $(ARGS)

bench-server: setup ## Measure the server beside its peers, in about five minutes; ARGS=--quick for one
	$(BIN)/python -m benchmarks.server $(ARGS)

nightly: setup web chromium ## The tests that take minutes, or a quiet machine
	$(BIN)/pytest -n auto --hypothesis-profile=nightly -m nightly
	NIGHTLY=1 $(NODE) npm run --silent browser
