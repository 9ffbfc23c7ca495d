# Thin: what each target does stands in develop/. `make help` lists the targets.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
export PORT

.DEFAULT_GOAL := help
.PHONY: help run test lint format messages bench bench-search demo-reset environment lock

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

run: environment ## Set everything up and serve the site on 127.0.0.1:$(PORT)
	@$(RUN) develop/run.py

test: ## Lint, checks, unit and browser tests
	@$(PYTHON) develop/environment.py dev
	@$(RUN) develop/test.py

lint: ## Style, templates, types and import layers
	@$(PYTHON) develop/environment.py dev
	@$(RUN) develop/lint.py

format: ## Format Python and templates
	@$(PYTHON) develop/environment.py dev
	@$(VENV)/bin/ruff check --fix -q . ; $(VENV)/bin/ruff format -q .

messages: ## Collect the words to translate into the Polish catalogue
	@$(PYTHON) develop/environment.py dev
	@$(RUN) develop/messages.py

bench: ## Measure; the figures belong in docs/benchmarks.md
	@$(PYTHON) develop/environment.py dev
	@$(RUN) develop/bench.py

bench-search: ## Measure how well and how fast the search finds
	@$(PYTHON) develop/environment.py dev
	@$(RUN) develop/bench.py search

demo-reset: environment ## Throw the local content away and load the demo content anew
	@$(RUN) develop/run.py --reset

lock: ## Pin every dependency with its hashes again
	@$(PYTHON) develop/environment.py dev
	@$(RUN) develop/lock.py

environment:
	@$(PYTHON) develop/environment.py base
