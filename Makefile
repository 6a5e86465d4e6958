# Everything runs from .venv, which the locks and pyproject.toml fill; a second run finds it ready.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV ?= uv

BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check install --require-hashes
SITE := .venv/.installed
DEV := .venv/.installed-dev
FUZZ := .venv/.installed-fuzz
NODE := tools/node/node_modules/.installed

export NO_MKDOCS_2_WARNING := 1

.PHONY: site test screenshots lint types strict bench deep fuzz mutation schema docs lock clean help

site: $(SITE) ## build the sample site into site/
	@$(BIN)/mkdocs build -q
	@echo 'site/ is built. To see it: $(BIN)/python -m http.server -b 127.0.0.1 -d site 8000, then open http://127.0.0.1:8000/'

test: $(DEV) $(NODE) ## run all tests (CHROMIUM=/path/to/chromium to choose the browser)
	@chromium=$$(tools/chromium) && java=$$(tools/java) && CHROMIUM="$$chromium" JAVA="$$java" $(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --hypothesis-profile=ci

deep: $(DEV) $(NODE) ## run all tests and the long ones, with many random examples, fuzzing and all mutations
	@chromium=$$(tools/chromium) && java=$$(tools/java) && CHROMIUM="$$chromium" JAVA="$$java" $(BIN)/python -m pytest -m '' --numprocesses=auto --dist=worksteal --hypothesis-profile=deep
	@$(MAKE) --no-print-directory fuzz mutation

fuzz: $(FUZZ) ## damage a school's files for ten minutes, led by coverage, and see that nothing crashes (Linux, x86-64)
	@mkdir -p build && $(BIN)/python -m tests.deep.fuzz 600 >build/fuzz.log 2>&1 || { tail -n 40 build/fuzz.log; exit 1; }
	@grep '^stat::' build/fuzz.log

mutation: $(DEV) ## change judging in every small way and see that a test notices
	@$(BIN)/python -m tests.deep.mutation

screenshots: $(DEV) ## take pictures of every kind of page into build/screenshots/
	@chromium=$$(tools/chromium) && CHROMIUM="$$chromium" $(BIN)/python -m tests.web.screens

lint: $(DEV) ## check style and format
	@$(BIN)/ruff check -q
	@$(BIN)/ruff format -q --check

types: $(DEV) ## check types
	@$(BIN)/mypy --no-error-summary

strict: $(SITE) ## build the sample site strictly, elsewhere
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	{ $(BIN)/mkdocs build --strict -d "$$dir/site" >"$$dir/log" 2>&1 || { cat "$$dir/log"; exit 1; }; }

bench: $(SITE) ## measure pages per CPU second and peak memory
	@$(BIN)/python -m bench.run

schema: $(SITE) ## write the JSON Schemas
	@$(BIN)/kdcl schema

docs: $(SITE) ## write docs/checks.md from the registry of codes
	@$(BIN)/python tools/checks.py

lock: ## renew the locks (needs uv and npm)
	@cd tools/node && npm install --package-lock-only --silent
	@$(UV) pip compile -q --universal --upgrade --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
	  pyproject.toml --group build -o requirements.lock
	@$(UV) pip compile -q --universal --upgrade --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
	  pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock
	@$(UV) pip compile -q --universal --upgrade --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' \
	  --group fuzz -o requirements-fuzz.lock

clean: ## remove everything that make has made
	@rm -rf .venv site build dist tools/node/node_modules *.egg-info .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

$(BIN)/python:
	@tools/venv '$(PYTHON)'

$(SITE): requirements.lock pyproject.toml | $(BIN)/python
	@$(PIP) -r requirements.lock
	@$(BIN)/python -m pip -qq --disable-pip-version-check install --no-build-isolation --no-deps -e .
	@touch $@

$(DEV): requirements-dev.lock $(SITE)
	@$(PIP) -r requirements-dev.lock
	@touch $@

$(FUZZ): requirements-fuzz.lock $(DEV)
	@$(PIP) -r requirements-fuzz.lock
	@touch $@

$(NODE): tools/node/package-lock.json
	@npm=$$(tools/npm) && "$$npm" ci --prefix tools/node --ignore-scripts --silent
	@touch $@
