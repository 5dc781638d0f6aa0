# What a person or CI runs here; `make help` lists it. Windows, or no make: see README.md.

VENV ?= .venv
PORT ?= 8765
HOST ?= 127.0.0.1

BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime-installed
TOOLS := $(VENV)/.tools-installed
NPM := tests/npm/node_modules/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --no-input

# uv only writes the two lock files; nothing that runs needs it.
UV := uv>=0.9,<1
LOCK := $(VENV)/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run install test test-browsers test-rest thrice check lint format types extension package bench train screenshots lock clean

help: ## Show what there is
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' Makefile

run: $(RUNTIME) ## Install what is needed, ingest seeds/, serve on http://127.0.0.1:8765 (PORT=… for another)
	@$(BIN)/secondsource ingest seeds/
	@exec $(BIN)/secondsource serve --host $(HOST) --port $(PORT)

install: $(TOOLS) $(NPM) ## Install what tests and checks need, browsers apart

# The Pythons that tests start find our program compiled, whatever the environment says.
test thrice: export PYTHONDONTWRITEBYTECODE =

# Browsers, each in a process of its own, beside the rest: while they wait, their cores are free. Not in one run of
# pytest: Playwright's event loop goes on after the browser's tests, and no other can run in that process.
test: $(TOOLS) $(NPM) ## Run every test, real browsers included (PYTEST="tests/unit --explore" for some, with other examples)
	@sh .ci/browsers
	@sh .ci/postgresql
ifdef PYTEST
	@$(BIN)/python -m pytest -n auto $(PYTEST)
else
	@$(MAKE) --no-print-directory --keep-going --jobs=2 test-browsers test-rest
endif

test-browsers: ## Only what needs a browser
	@$(BIN)/python -m pytest -n 2 tests/e2e

test-rest: ## All but that
	@$(BIN)/python -m pytest -n auto --ignore tests/e2e

thrice: $(TOOLS) $(NPM) ## Run every browser test three times: what passes by luck shows (PYTEST="-k dynamic" for some)
	@sh .ci/browsers
	@$(BIN)/python -m pytest -n auto --thrice tests/e2e $(PYTEST)

check: lint format types extension ## Lint, format and types, of the server and of the extension

lint: $(TOOLS) ## Only ruff's rules
	@$(BIN)/ruff check .

format: $(TOOLS) ## Only ruff's format
	@$(BIN)/ruff format --check .

types: $(TOOLS) ## Only mypy --strict
	@$(BIN)/mypy

extension: $(NPM) ## Only tsc --checkJs, unit tests and web-ext lint of the extension
	@npm --prefix tests/npm run --silent check

package: extension $(BIN)/python ## Check the extension and pack it for the stores: dist/second-source-VERSION.zip
	@$(BIN)/python .ci/package.py

bench: $(TOOLS) ## Time annotating, ingesting, looking up beside what others do (PARTS="pages readers", SIZES="10_000 1_000_000" passages)
	@$(PIP) --require-hashes -r tests/bench/requirements.lock
	@$(BIN)/python -m tests.bench $(PARTS) $(if $(SIZES),--sizes $(SIZES))

train: $(TOOLS) ## Train the learned scorers on the labelled stories anew (ALSO="folders to measure only")
	@$(PIP) 'scikit-learn>=1.5,<2'
	@$(BIN)/python -m tests.eval.train $(if $(ALSO),--also $(ALSO))

screenshots: $(TOOLS) ## Picture every page and state into tests/e2e/out, and the README's picture
	@sh .ci/browsers
	@$(BIN)/python -m tests.e2e.screenshots

lock: $(BIN)/python ## Write the three lock files anew from pyproject.toml
	@test -x $(VENV)/lock/bin/uv || $(BIN)/python -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip install --quiet '$(UV)'
	@$(BIN)/python .ci/build_requirements.py > $(VENV)/lock/build.in
	$(LOCK) pyproject.toml $(VENV)/lock/build.in -o server/requirements.lock
	$(LOCK) pyproject.toml $(VENV)/lock/build.in --group dev -c server/requirements.lock -o tests/requirements.lock
	$(LOCK) pyproject.toml --group bench -c tests/requirements.lock -o tests/bench/requirements.lock

clean: ## Remove the environment and what builds and tests wrote; never the fact base
	rm -rf $(VENV) tests/npm/node_modules tests/e2e/out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@sh .ci/environment $(VENV)

# Hashes make an install repeatable; the project itself comes last, without looking for anything more.
$(RUNTIME): $(BIN)/python server/requirements.lock pyproject.toml
	@echo "Installing what Second Source needs (first time: about half a minute) ..."
	@$(PIP) --require-hashes -r server/requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(TOOLS): $(RUNTIME) tests/requirements.lock
	@echo "Installing what the tests need ..."
	@$(PIP) --require-hashes -r tests/requirements.lock
	@touch $@

$(NPM): tests/npm/package-lock.json
	@command -v npm >/dev/null || sh .ci/system npm
	@npm --prefix tests/npm ci --silent --no-audit --no-fund
	@touch $@
