# Two commands matter: `make run` and `make test`. The rest are the steps they are made of.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/messages.po))
PACKAGES := accounts background benchmarks demo digests employers events foundation goals jobtracks matching \
  migrations openings placements reference suggestions tests web youths wsgi.py gunicorn.conf.py
UV := uv pip install --quiet --system-certs --python $(BIN)/python --require-hashes --requirement
PIP := pip install --quiet --disable-pip-version-check --require-hashes --requirement
TEMPLATES := web/templates digests/templates accounts/templates

export PATH := $(CURDIR)/$(BIN):$(PATH)
export FLASK_APP := wsgi:app

.DEFAULT_GOAL := help
.PHONY: help run test checks check-types check-style check-templates tests format lock messages clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

run: $(VENV)/.runs $(CATALOGUES) ## Start the portal and the scheduler, with demo data the first time
	@DEMO=$${DEMO:-yes} flask prepare
	@DEMO=$${DEMO:-yes} honcho start

test: checks tests ## Run every check and every test, on SQLite and on PostgreSQL

checks: $(VENV)/.tests $(CATALOGUES) ## Format, lint, types, house rules, templates: side by side
	@$(MAKE) --no-print-directory --jobs 2 check-types check-style check-templates

check-types:
	mypy

check-style:
	ruff format --check $(PACKAGES)
	ruff check $(PACKAGES)
	lint-imports

check-templates:
	djlint --check --lint $(TEMPLATES)

tests: $(VENV)/.tests $(CATALOGUES) ## Run the tests only
	pytest --numprocesses 2 --dist worksteal

format: $(VENV)/.tests ## Put code and templates in shape
	ruff format $(PACKAGES)
	ruff check --fix $(PACKAGES)
	djlint --reformat --quiet $(TEMPLATES) || true

messages: $(VENV)/.tests ## Bring the catalogues up to date with the texts in the code
	pybabel extract --mapping-file translations/babel.cfg --no-location --sort-output \
	  --keywords lazy_ --project Farled --output-file translations/messages.pot .
	pybabel update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 100 \
	  --input-file translations/messages.pot --output-dir translations
	rm translations/messages.pot

%.mo: %.po $(VENV)/.runs
	pybabel compile --input-file $< --output-file $@

lock: $(VENV)/.tests ## Lock the requirements anew, with hashes
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --output-file requirements.txt requirements.in
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --output-file requirements-dev.txt requirements-dev.in
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --output-file requirements-uv.txt requirements-uv.in

clean: ## Remove what the steps above made, but never the database
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache $(CATALOGUES)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Farled needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(BIN)/uv: requirements-uv.txt | $(BIN)/python
	$(PIP) $<
	@touch $@

# pip knows of mirrors and certificates that uv may not be told of.
$(VENV)/.runs: requirements.txt | $(BIN)/uv
	$(UV) $< || $(PIP) $<
	@touch $@

$(VENV)/.tests: requirements-dev.txt $(VENV)/.runs
	$(UV) $< || $(PIP) $<
	@touch $@
