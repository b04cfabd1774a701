# The commands of the project; CONTRIBUTING.md says more. Each works on a fresh Debian machine.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: site bundle test serve check diff audit words bench format catalogs pins clean

site: .venv/.site
	@$(BIN)/python scripts/schemas.py
	@$(BIN)/python scripts/build.py

bundle: site .venv/.test
	@$(BIN)/python scripts/bundle.py

check: .venv/.site
	@$(BIN)/python scripts/schemas.py
	@$(BIN)/python scripts/check.py $(if $(LANGUAGE),--language $(LANGUAGE))

diff: .venv/.site
	@$(BIN)/python scripts/diff.py $(or $(FROM),HEAD) $(or $(TO),now) $(if $(LANGUAGE),--language $(LANGUAGE))

serve: .venv/.site
	@$(BIN)/python scripts/serve.py

test: .venv/.test node_modules/.done
	@$(BIN)/python scripts/schemas.py
	@$(BIN)/ruff check scripts tests benchmarks && $(BIN)/ruff format --check scripts tests benchmarks
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

audit: .venv/.audit node_modules/.done
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m "audit or not audit"

words: .venv/.site
	@$(BIN)/python scripts/words.py

bench: .venv/.bench node_modules/.bench
	@$(BIN)/python benchmarks/bench.py

format: .venv/.test
	@$(BIN)/ruff check --fix scripts tests benchmarks; $(BIN)/ruff format scripts tests benchmarks

catalogs: .venv/.site
	@$(BIN)/python scripts/catalogs.py

# Each requirements*.txt anew from its .in file, each package with the hashes of its files; the later ones build on the earlier.
PINS := -q --no-header --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
pins: .venv/bin/python
	@$(BIN)/python -m pip install -q --disable-pip-version-check pip-tools==7.6.2
	@for name in requirements requirements-test requirements-audit requirements-bench; do \
	  $(BIN)/pip-compile $(PINS) -o $$name.txt $$name.in || exit 1; done

clean:
	rm -rf .build .schemas site dist

# What the commands need. Set-up says what it does, since it takes more than two seconds.
.venv/bin/python:
	@echo "setting up Python …"
	@$(PYTHON) -m venv .venv 2>/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv; }

.venv/.site: requirements.txt | .venv/bin/python
	@echo "installing what requirements.txt lists …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.test: requirements-test.txt .venv/.site
	@echo "installing what the tests need …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-test.txt
	@command -v chromium >/dev/null && command -v java >/dev/null && command -v git >/dev/null && test -x /usr/sbin/nginx \
	  && command -v caddy >/dev/null || { \
	  $(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq \
	    chromium default-jre-headless git nginx-light libnginx-mod-http-brotli-static caddy; }
	@touch $@

.venv/.audit: requirements-audit.txt .venv/.test
	@echo "installing the fuzzer …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-audit.txt
	@touch $@

.venv/.bench: requirements-bench.txt .venv/.test
	@echo "installing what the benchmarks compare with …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

node_modules/.done: package.json package-lock.json
	@echo "installing the validators …"
	@npm ci --silent --no-audit --no-fund --ignore-scripts --omit=dev
	@touch $@

node_modules/.bench: package.json package-lock.json
	@echo "installing the validators and Lighthouse …"
	@npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@ node_modules/.done
