# make run   buka program (menyiapkan semuanya sendiri)        make test   all checks and tests, offscreen
# make soak  the long runs                                     make lock   compile the pinned requirements
# make build  the folder for laptops without Python            make sbom   the parts in it, with their licences

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BIN := .venv/bin
RUN := .venv/.run-installed
DEV := .venv/.dev-installed
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --quiet --custom-compile-command "make lock"
VERSION := $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' smartcity_desktop/__init__.py)
BUILT := dist/SmartCityDesktop-$(VERSION)
# The tests write thousands of workshop files and wait for the disk at each: in memory, where there is room.
# They start hundreds of processes: their bytecode is kept, also where the environment says not to.
MEMORY := $(shell [ -w /dev/shm ] && df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 3000000 { print "/dev/shm" }')
TESTS := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(if $(MEMORY),PYTEST_DEBUG_TEMPROOT=$(MEMORY)) $(BIN)/python -m pytest

.NOTPARALLEL:
.PHONY: help run test static tests soak bench build built sbom lock clean system-run system-test system-build

help: ## Show what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 8

run: system-run $(RUN) ## Open the window; without a display build the sample workshop and its prints in out/
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname -s)" = Darwin ]; then \
		exec $(BIN)/python main.py; \
	else \
		echo "Tidak ada layar di komputer ini: Bimtek contoh dibuat lewat baris perintah, hasil cetaknya di folder out."; \
		exec $(BIN)/python main.py contoh --ke out; \
	fi

test: system-test static tests ## Ruff, mypy --strict, import contracts and all tests

static: $(DEV) ## The checks that read the source only
	@start=$$(date +%s); \
	$(BIN)/ruff check . && \
	$(BIN)/ruff format --check . && \
	$(BIN)/mypy --strict && \
	$(BIN)/lint-imports && \
	echo "budget: static $$(( $$(date +%s) - start )) s of 60 s"

tests: $(DEV) ## All tests but the long runs
	@start=$$(date +%s); \
	$(TESTS) && \
	echo "budget: all tests $$(( $$(date +%s) - start )) s of 960 s"

soak: system-test $(DEV) ## The long runs: kill tests and properties by the thousand
	$(TESTS) -m soak --timeout=0

bench: $(DEV) ## Measure against floors: ONLY=start,report RUNS=7, WRITE=1 puts the table into the README
	@$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY)) $(if $(RUNS),--runs $(RUNS)) $(if $(WRITE),--write)

build: system-test system-build $(DEV) ## The folder for laptops without Python in dist/, tried in hard circumstances
	$(BIN)/python -m PyInstaller --noconfirm --log-level WARN build.spec
	@$(MAKE) --no-print-directory built
	@tar --create --gzip --sort=name --owner=0 --group=0 --directory dist --file $(BUILT)-linux.tar.gz $(notdir $(BUILT))
	@du -h $(BUILT)-linux.tar.gz

built: ## Try the built folder again: empty environment, no network, strange name, read-only; and its size
	@.ci/built $(BUILT)

sbom: $(DEV) ## The parts of the program and their licences: a table, and CycloneDX in build/
	@mkdir -p build
	@$(BIN)/python main.py daftar-bagian --json > build/daftar-bagian.cdx.json
	@$(BIN)/python main.py daftar-bagian
	@echo "CycloneDX: build/daftar-bagian.cdx.json"

lock: $(DEV) ## Compile requirements.txt and requirements-dev.txt from pyproject.toml for all platforms
	$(COMPILE) --output-file requirements.txt
	$(COMPILE) --group dev --constraints requirements.txt --output-file requirements-dev.txt

clean: ## Remove what was built or cached; .venv stays
	rm -rf build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

system-run:
	@.ci/system $(if $(DISPLAY)$(WAYLAND_DISPLAY),window,offscreen)

system-test:
	@.ci/system offscreen

# The trials of what was built look whether the libraries of a real window find each other.
system-build:
	@.ci/system window

.venv/bin/python: | system-test
	@echo "Menyiapkan .venv ..."
	@$$(.ci/system python) -m venv .venv

$(RUN): requirements.txt | .venv/bin/python
	@echo "Memasang paket program (sekali saja, beberapa menit) ..."
	@$(PIP) --requirement requirements.txt
	@touch $@

$(DEV): requirements-dev.txt | .venv/bin/python
	@echo "Installing the packages of program and checks ..."
	@$(PIP) --requirement requirements-dev.txt
	@touch $@ $(RUN)
