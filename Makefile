# make run: set up and walk the sample through every room.  make test: what CI checks.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
OUT ?= out/sample
# Warnings of pip about a user's own configuration are no news here; its errors are.
QUIET := PIP_ROOT_USER_ACTION=ignore
UV := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" --group build

.PHONY: browser help run serve test check test-slow bench docs lock clean

help: ## Say what there is to make
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: $(VENV)/.ready ## Set up, run the bundled sample into out/sample, show the incident table
	@$(BIN)/harmledger sample --out out/input
	@$(BIN)/harmledger run out/input --out $(OUT)

serve: $(VENV)/.ready ## Open the pages over out/sample
	@$(BIN)/harmledger serve $(OUT)

test: $(VENV)/.tested-with browser ## Format, lint, types, contracts, vocabulary, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/harmledger vocab check
	$(BIN)/pytest -n 2 -m "not slow"

check: test ## The same as test

test-slow: $(VENV)/.tested-with browser ## The wheel in an empty venv, kill -9, and the like
	$(BIN)/pytest -m slow

bench: $(VENV)/.tested-with ## How fast each room is
	$(BIN)/pytest --override-ini addopts=--import-mode=importlib --benchmark-only

docs: $(VENV)/.tested-with ## Write docs/reference anew, and the outputs shown in README and tutorial
	$(BIN)/python tools/write_docs.py

lock: $(VENV)/.tested-with ## Lock the newest versions that pyproject.toml allows
	$(PIP) uv
	$(UV) --upgrade --output-file requirements.lock
	$(UV) --upgrade --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## Remove what was made: .venv, out and caches
	rm -rf $(VENV) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks \
		.import_linter_cache src/harmledger/workbench/static/vendor
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "harmledger needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 run"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "python3 -m venv does not work here; on Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: $(VENV)/pyvenv.cfg pyproject.toml requirements.lock
	@echo "Installing locked requirements into $(VENV) (once) ..."
	@$(QUIET) $(PIP) --require-hashes -r requirements.lock
	@$(QUIET) $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready: $(VENV)/.installed
	@echo "Copying the map's library and building the gazetteer's index (once) ..."
	@$(BIN)/python -c "from harmledger.workbench import assets; assets.install()"
	@$(BIN)/python -c "from harmledger.locate import default_gazetteer; default_gazetteer()"
	@touch $@

$(VENV)/.tested-with: $(VENV)/.ready requirements-dev.lock
	@echo "Installing locked development requirements into $(VENV) (once) ..."
	@$(QUIET) $(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# The browser tests need Debian's chromium and fonts for Arabic.
browser:
	@.ci/browser
